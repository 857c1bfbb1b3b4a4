import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOfWords, type Piece } from '#shared/domain/text-difference.ts'

test('one word changed is one word removed and one added; a cited number stays whole', () => {
  expect(differenceOfWords('theo Nghị quyết số 76/NQ-CP, tiến hành động bộ', 'theo Nghị quyết số 76/NQ-CP, tiến hành đồng bộ')).toEqual([
    { kind: 'same', text: 'theo Nghị quyết số 76/NQ-CP, tiến hành ' },
    { kind: 'removed', text: 'động ' },
    { kind: 'added', text: 'đồng ' },
    { kind: 'same', text: 'bộ' },
  ])
})

test('both texts can be read out of the difference', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[a-đ ,.\n]{0,40}$/), fc.stringMatching(/^[a-đ ,.\n]{0,40}$/), (before, after) => {
      const pieces = differenceOfWords(before, after)
      const side = (left: 'added' | 'removed'): string => pieces.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')
      expect([side('added'), side('removed')]).toEqual([before, after])
    }),
  ))

/** "theo [-cũ ][+mới ]lệ": what went and what came in its place. */
const marked = (pieces: readonly Piece[]): string =>
  pieces.map(({ kind, text }) => (kind === 'same' ? text : `[${kind === 'added' ? '+' : '-'}${text}]`)).join('')

test.each([
  [
    'words put behind the last one leave it as it was',
    'Rà soát văn bản',
    'Rà soát văn bản trên địa bàn',
    'Rà soát văn bản[+ trên địa bàn]',
  ],
  ['a short cell that goes on keeps its words', 'Kế hoạch', 'Kế hoạch của tỉnh, báo cáo năm', 'Kế hoạch[+ của tỉnh, báo cáo năm]'],
  [
    'a small word inside a rewritten stretch is rewritten with it',
    'Các sở khẩn trương rà soát và báo cáo đầy đủ theo quy định',
    'Các sở thường xuyên cập nhật và công khai kịp thời theo quy định',
    'Các sở [-khẩn trương rà soát và báo cáo đầy đủ ][+thường xuyên cập nhật và công khai kịp thời ]theo quy định',
  ],
  [
    'two texts with next to nothing in common are read one after the other',
    'Ban hành kế hoạch kiểm tra',
    'Công khai thủ tục và hồ sơ',
    '[-Ban hành kế hoạch kiểm tra][+Công khai thủ tục và hồ sơ]',
  ],
])('%s', (_, before, after, shown) => expect(marked(differenceOfWords(before, after))).toBe(shown))
