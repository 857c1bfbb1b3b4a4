import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ComparedRecords } from '#shared/domain/comparison-pairs.ts'
import { isChanged, type ComparedItem } from '#shared/domain/comparison.ts'
import { comparePlans } from '#shared/domain/plan-comparison.ts'
import type { Piece } from '#shared/domain/text-difference.ts'
import type { AppendixId, FootnoteId, ProvisionId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { ProvisionContent, ProvisionKind } from '#shared/domain/provision.ts'
import { nameItem, namePlace } from '#shared/text/vi/compare.ts'
import { samplePlan } from '../../helpers/sample-plan.ts'
import { id } from '../../helpers/records.ts'

const sample: ComparedRecords = samplePlan()

const marked = (pieces: readonly Piece[]): string =>
  pieces.map(({ kind, text }) => (kind === 'same' ? text : `[${kind === 'added' ? '+' : '-'}${text}]`)).join('')

/** One line a change: where, what, and the words or cells that differ. */
function told(item: ComparedItem): string {
  const what = [
    ...(item.change === 'same' ? [] : [item.change]),
    ...(item.moved === null ? [] : [`${item.moved} from ${namePlace(item.noun, item.before)}`]),
    ...(item.relevelled ? [`${item.before?.kind ?? ''} to ${item.after?.kind ?? ''}`] : []),
  ].join(', ')
  const cells = item.cells.filter(({ change }) => change !== 'same').map(({ column, pieces }) => `${column} ${marked(pieces)}`)
  const words = item.change === 'same' ? '' : item.cells.length > 0 ? cells.join('; ') : marked(item.pieces)
  return `${nameItem(item)} ${what}${words === '' ? '' : `: ${words}`}`
}

const changes = (before: ComparedRecords, after: ComparedRecords, cameFrom?: ReadonlyMap<string, string>): readonly string[] =>
  comparePlans(before, after, cameFrom)
    .items.filter((item) => isChanged(item) && !item.leftBehind)
    .map(told)

function sentence(number: number, kind: ProvisionKind, words: string): ProvisionContent {
  return { id: id<ProvisionId>(number), area: 'body', kind, content: words === '' ? [] : [{ kind: 'text', text: words }] }
}

/** A footnote of some words. */
const note = (number: number, words: string) =>
  ({ kind: 'footnote', id: id<FootnoteId>(0x700 + number), content: [{ kind: 'text', text: words }] }) as const

/** The record's id in another plan. */
const renumber = <Id extends string>(old: Id): Id => old.replace(/^018f0000/, '018f1111') as Id

/** The words of each sentence, in an order that does not depend on theirs. */
const wordsOf = (blocks: readonly ProvisionContent[]): readonly string[] =>
  blocks.map(({ content }) => content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')).toSorted()

const withText = (provisions: readonly ProvisionContent[]): ComparedRecords => ({ ...sample, provisions, tasks: [] })

const text = [
  sentence(1, 'section', 'MỤC ĐÍCH'),
  sentence(2, 'bullet', 'Nâng cao chất lượng phục vụ'),
  sentence(3, 'section', 'NHIỆM VỤ'),
  sentence(4, 'heading', 'Cải cách thể chế'),
  sentence(5, 'bullet', 'Rà soát văn bản quy phạm pháp luật'),
  sentence(6, 'bullet', 'Kiểm tra việc thi hành pháp luật'),
  sentence(7, 'bullet', 'Theo dõi tình hình'),
  sentence(8, 'heading', 'Cải cách thủ tục hành chính'),
  sentence(9, 'bullet', 'Công bố danh mục thủ tục'),
] as const

describe('the text', () => {
  test('a plan beside itself has no change, and everything of it is there', () => {
    const { items, counts } = comparePlans(sample, sample)
    expect(counts.all).toEqual({ edited: 0, added: 0, removed: 0, moved: 0, relevelled: 0, typing: 0 })
    const many = (noun: ComparedItem['noun']): number => items.filter((item) => item.noun === noun).length
    expect([many('sentence'), many('footnote'), many('row'), many('field')]).toEqual([sample.provisions.length, 5, 44, 7])
  })

  test('words, a new sentence, one that went, one that moved among its like and one that changed its heading are told apart', () => {
    const [one, two, three, four, , , seven, eight, nine] = text
    const after = [
      one,
      two,
      three,
      four,
      seven,
      sentence(5, 'bullet', 'Rà soát toàn bộ văn bản quy phạm pháp luật'),
      sentence(10, 'bullet', 'Tổ chức hội nghị'),
      eight,
      nine,
      sentence(6, 'bullet', 'Kiểm tra việc thi hành pháp luật'),
    ]
    expect(changes(withText(text), withText(after))).toEqual([
      'II.1.1 up from II.1.3',
      'II.1.2 edited: Rà soát [+toàn bộ ]văn bản quy phạm pháp luật',
      'II.1.3 added: [+Tổ chức hội nghị]',
      'II.2.2 elsewhere from II.1.2',
    ])
  })

  test('a heading that moves takes its sentences along: one change, and its old place says where it went', () => {
    const after = [...text.slice(0, 3), ...text.slice(7), ...text.slice(3, 7)]
    expect(changes(withText(text), withText(after))).toEqual(['II.1 up from II.2'])
    const left = comparePlans(withText(text), withText(after)).items.filter(({ leftBehind }) => leftBehind)
    expect(left.map(({ before, after: now }) => `${before?.address ?? ''} → ${now?.address ?? ''}`)).toEqual(['II.2 → II.1'])
  })

  test('a bullet made a heading is another kind of block, not another sentence', () => {
    const after = [...text.slice(0, 6), sentence(7, 'heading', 'Theo dõi tình hình'), ...text.slice(7)]
    expect(changes(withText(text), withText(after))).toEqual(['II.2 elsewhere from II.1.3, bullet to heading'])
  })

  test('a sentence typed anew is the same sentence, and one that is only typed otherwise is told apart', () => {
    const after = [
      ...text.slice(0, 5),
      sentence(20, 'bullet', 'Kiểm tra việc thi hành pháp luật'),
      sentence(7, 'bullet', 'Theo dõi tình hình '),
      ...text.slice(7),
    ]
    expect(changes(withText(text), withText(after))).toEqual(['II.1.3 typing: Theo dõi tình hình[+ ]'])
  })

  test('a footnote edited, one taken away and one put in are changes of their own', () => {
    const noted = (...notes: readonly ReturnType<typeof note>[]): ComparedRecords =>
      withText([{ ...sentence(1, 'bullet', 'Theo quy định'), content: [{ kind: 'text', text: 'Theo quy định' }, ...notes] }])
    expect(
      changes(
        noted(note(1, 'Kế hoạch số 1 năm 2022'), note(2, 'Sẽ bỏ')),
        noted(note(3, 'Thông tư mới ban hành'), note(1, 'Kế hoạch số 2 năm 2022')),
      ),
    ).toEqual([
      '1, cước chú 1 added: [+Thông tư mới ban hành]',
      '1, cước chú 2 edited: Kế hoạch số [-1 ][+2 ]năm 2022',
      '1, cước chú 2 removed: [-Sẽ bỏ]',
    ])
  })
})

describe('the appendix', () => {
  const [appendix] = sample.appendices
  const [first, second, third] = sample.tasks
  if (appendix === undefined || first === undefined || second === undefined || third === undefined) throw new Error('the sample has rows')

  test('each cell that differs is told, a row that moved to another field is one row', () => {
    const other = sample.fields[1]?.id ?? null
    const tasks = [
      { ...first, product: 'Kế hoạch của tỉnh', deadline: { phrase: 'Quý I/2023', milestones: [] } },
      { ...second, fieldId: other, position: 'Z9' },
      ...sample.tasks.slice(3),
    ]
    const shown = changes(sample, { ...sample, tasks })
    expect(shown.map((line) => line.slice(0, 60))).toEqual([
      expect.stringMatching(/^Mục I, nhiệm vụ 1 edited: product /),
      expect.stringMatching(/^Mục I, nhiệm vụ 3 removed: /),
      expect.stringMatching(/^Mục II, nhiệm vụ \d+ elsewhere from mục I, nhiệm vụ 2$/),
    ])
    expect(shown[0]).toContain('; deadline ')
  })

  test('a title, a column and a field row are compared as well, and a column that came is told once', () => {
    const columns = [...appendix.columns, { key: 'extra:funding', title: 'Kinh phí', weight: 5 }]
    const fields = sample.fields.map((field, index) => (index === 1 ? { ...field, name: 'Cải cách thể chế hành chính' } : field))
    expect(changes(sample, { ...sample, fields, appendices: [{ ...appendix, columns, title: `${appendix.title} (bổ sung)` }] })).toEqual([
      'Phụ lục edited: Các nhiệm vụ trọng tâm về cải cách hành chính năm 2023[+ (bổ sung)]',
      'Các cột của bảng edited: STT | Nội dung nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn[+ | Kinh phí]',
      'Mục II edited: Cải cách thể chế[+ hành chính]',
    ])
  })
})

test('plans of two years are laid side by side by what was carried over, and without a note of it by task, words and place', () => {
  const next: ComparedRecords = {
    ...sample,
    plan: { ...sample.plan, id: renumber(sample.plan.id), year: 2024 },
    provisions: sample.provisions.map((provision) => ({
      ...provision,
      id: renumber(provision.id),
      content: provision.content.map((inline) =>
        inline.kind === 'text'
          ? { ...inline, text: inline.text.replaceAll('năm 2023', 'năm 2024') }
          : inline.kind === 'footnote'
            ? { ...inline, id: renumber(inline.id) }
            : inline,
      ),
    })),
    appendices: sample.appendices.map((one) => ({ ...one, id: renumber<AppendixId>(one.id) })),
    tasks: sample.tasks.map((task) => ({
      ...task,
      id: renumber<TaskWordingId>(task.id),
      appendixId: renumber<AppendixId>(task.appendixId),
    })),
  }
  const noted = new Map<string, string>(sample.provisions.map((provision) => [renumber(provision.id), provision.id]))
  const shown = changes(sample, next, noted)
  expect(shown).toEqual(changes(sample, next))
  expect(shown.length).toBeGreaterThan(3)
  expect(shown.filter((line) => !/\[-[^\]]*2023[^\]]*\]\[\+[^\]]*2024[^\]]*\]/.test(line))).toEqual([])
})

test('whatever is edited, both sides can be read out of the comparison, each sentence once', () => {
  const anOrder = fc.shuffledSubarray(text.map((_, index) => index))
  const someWords = fc.constantFrom('rà soát', 'văn bản', 'kiểm tra', 'hồ sơ', 'theo dõi', 'báo cáo')
  const anEdit = fc.array(fc.tuple(fc.nat(text.length - 1), someWords), { maxLength: 4 })
  fc.assert(
    fc.property(anOrder, anEdit, (order, edits) => {
      const after = order.map((index) => {
        const block = text[index] ?? text[0]
        const added = edits.filter(([at]) => at === index).map(([, words]) => ` ${words}`)
        const words = block.content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('') + added.join('')
        return sentence(Number.parseInt(block.id.slice(-12), 16), block.kind, words)
      })
      const { items } = comparePlans(withText(text), withText(after))
      const said = (side: 'added' | 'removed'): readonly string[] =>
        items
          .filter((item) => item.part === 'text' && !item.leftBehind && (side === 'removed' ? item.after : item.before) !== null)
          .map(({ pieces }) => pieces.flatMap(({ kind, text: words }) => (kind === side ? [] : [words])).join(''))
          .toSorted()
      expect([said('added'), said('removed')]).toEqual([wordsOf(text), wordsOf(after)])
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
    }),
  )
})
