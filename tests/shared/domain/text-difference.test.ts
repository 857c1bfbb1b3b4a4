import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareBlocks, differenceOfWords } from '#shared/domain/text-difference.ts'

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

const block = (id: string, text: string): { id: string; label: string; text: string } => ({ id, label: id.toUpperCase(), text })

test('a list shows what was edited, added, removed where it stood, and moved', () => {
  expect(
    compareBlocks(
      [block('a', 'một'), block('b', 'hai'), block('c', 'ba'), block('d', 'bốn'), block('e', 'năm')],
      [block('d', 'bốn'), block('a', 'một'), block('n', 'mới'), block('c', 'ba rưỡi'), block('e', 'năm')],
    ).map(({ label, change }) => `${label} ${change}`),
  ).toEqual(['D moved', 'A same', 'B removed', 'N added', 'C edited', 'E same'])
})
