import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchTexts, type MatchBlock } from '#shared/domain/text-match.ts'

const block = (id: string, text: string, place = 'II.1', kind = 'bullet'): MatchBlock => ({ id, kind, text, place })

const report = block(
  'report',
  'Thực hiện chế độ báo cáo định kỳ quý, sáu tháng, năm về công tác cải cách hành chính gửi Sở Nội vụ tổng hợp',
)
const review = block('review', 'Rà soát, đơn giản hóa thủ tục hành chính nội bộ; kiến nghị bãi bỏ các thủ tục không còn phù hợp')
const digital = block('digital', 'Đẩy mạnh chuyển đổi số, hoàn thiện nền tảng tích hợp, chia sẻ dữ liệu cấp tỉnh trước tháng 6')
const training = block('training', 'Tổ chức tập huấn nghiệp vụ cho công chức làm công tác cải cách hành chính cấp huyện, cấp xã', 'II.5')
const plan = [report, review, digital, training]

/** Pairs and the rest by name, so that a failure can be read. */
function named(before: readonly MatchBlock[], after: readonly MatchBlock[], match = matchTexts(before, after)) {
  const mine = (index: number) => before[index]?.id
  const theirs = (index: number) => after[index]?.id
  return {
    pairs: match.pairs.map((pair) => `${mine(pair.before)} = ${theirs(pair.after)}${pair.moved ? ' (moved)' : ''}`),
    splits: match.splits.map(({ before: one, into }) => `${mine(one)} → ${into.map(theirs).join(' + ')}`),
    joins: match.joins.map(({ from, after: one }) => `${from.map(mine).join(' + ')} → ${theirs(one)}`),
    removed: match.removed.map(mine),
    added: match.added.map(theirs),
  }
}
const none = { splits: [], joins: [], removed: [], added: [] }

describe('a plan that came back without its marks', () => {
  test('a reworded sentence is the same one, a new one is new, a lost one is removed', () => {
    const after = [
      block('a', report.text.replace('gửi Sở Nội vụ tổng hợp', 'gửi Sở Nội vụ trước ngày 15 tháng cuối quý')),
      block('b', digital.text),
      block('c', 'Bố trí kinh phí thuê đường truyền cho bộ phận một cửa hiện đại'),
      block('d', training.text, 'II.5'),
    ]
    expect(named(plan, after)).toEqual({
      ...none,
      pairs: ['report = a', 'digital = b', 'training = d'],
      removed: ['review'],
      added: ['c'],
    })
  })

  test('a sentence cut in two keeps its name with the larger part', () => {
    const after = [
      block('a', report.text),
      block('b', 'Các thủ tục không còn phù hợp thì bãi bỏ'),
      block('c', 'Rà soát, đơn giản hóa thủ tục hành chính nội bộ; kiến nghị bãi bỏ'),
      block('d', digital.text),
      block('e', training.text, 'II.5'),
    ]
    expect(named(plan, after)).toEqual({
      ...none,
      pairs: ['report = a', 'review = c', 'digital = d', 'training = e'],
      splits: ['review → b + c'],
    })
  })

  test('two sentences put together are both in the one', () => {
    const after = [
      block('a', `${report.text}; ${review.text.toLocaleLowerCase('vi')}`),
      block('b', digital.text),
      block('c', training.text, 'II.5'),
    ]
    expect(named(plan, after)).toEqual({
      ...none,
      pairs: ['report = a', 'digital = b', 'training = c'],
      joins: ['report + review → a'],
    })
  })

  test('a sentence carried to another heading is moved, the others are not', () => {
    const after = [block('a', review.text), block('b', digital.text), block('c', training.text, 'II.5'), block('d', report.text, 'II.5')]
    expect(named(plan, after)).toEqual({
      ...none,
      pairs: ['review = a', 'digital = b', 'training = c', 'report = d (moved)'],
    })
  })

  test('two sentences that say the same are told apart by what they stand under', () => {
    const same = 'Thực hiện theo quy định của pháp luật'
    const before = [block('first', same, 'II.1'), block('second', same, 'II.2')]
    expect(named(before, [block('a', same, 'II.2')])).toEqual({ ...none, pairs: ['second = a'], removed: ['first'] })
  })

  test('a mark that survived decides, whatever the words', () => {
    const after = [block('a', review.text), block('b', digital.text)]
    const match = matchTexts([report, digital], after, [{ before: 0, after: 0 }])
    expect(named([report, digital], after, match)).toEqual({ ...none, pairs: ['report = a', 'digital = b'] })
  })
})

describe('any edits', () => {
  const words = [
    'rà soát',
    'báo cáo',
    'thủ tục',
    'tập huấn',
    'số hóa',
    'kinh phí',
    'kiểm tra',
    'công khai',
    'đánh giá',
    'khảo sát',
    'liên thông',
  ]
  const aText = fc.array(fc.constantFrom(...words), { minLength: 6, maxLength: 14 }).map((list) => list.join(' '))
  /** Each sentence has words of its own beside the office's usual ones, as real ones have. */
  const aPlan = fc
    .array(aText, { minLength: 2, maxLength: 20 })
    .map((texts) =>
      texts.map((text, index) => block(String(index), `${text} mục${index} việc${index} nơi${index}`, `II.${Math.floor(index / 5)}`)),
    )

  test('an order changed, sentences dropped and a word changed never pair two different sentences', () =>
    fc.assert(
      fc.property(
        aPlan.chain((before) =>
          fc.tuple(
            fc.constant(before),
            fc.shuffledSubarray(before.map((_, index) => index)),
            fc.array(fc.constantFrom(...words), { minLength: 20, maxLength: 20 }),
          ),
        ),
        ([before, kept, changes]) => {
          const after = kept.map((index, place) =>
            block(`a${index}`, `${changes[place] ?? ''} ${before[index]?.text ?? ''}`, before[index]?.place),
          )
          const { pairs, splits, joins, removed, added } = matchTexts(before, after)
          expect({ splits, joins, added, removed }).toEqual({
            splits: [],
            joins: [],
            added: [],
            removed: before.flatMap((_, index) => (kept.includes(index) ? [] : [index])),
          })
          expect(pairs.map((pair) => [pair.before, kept[pair.after]])).toEqual(kept.map((index) => [index, index]))
        },
      ),
    ))

  test('a list and itself differ in nothing', () =>
    fc.assert(
      fc.property(aPlan, (before) => {
        expect(matchTexts(before, before)).toEqual({
          pairs: before.map((_, index) => ({ before: index, after: index, similarity: 1, moved: false })),
          splits: [],
          joins: [],
          removed: [],
          added: [],
        })
      }),
    ))
})
