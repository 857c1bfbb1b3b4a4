import fc from 'fast-check'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { bringIn } from '#renderer/features/plan/editor/apply.ts'
import { fromDocument, toDocument } from '#renderer/features/plan/editor/convert.ts'
import { mergeText } from '#shared/domain/text-merge.ts'
import { textSchema } from '#renderer/features/plan/editor/schema.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import { aText, block, countedId } from './arbitraries.ts'

const schema = textSchema('plan')
const base = [block('a', 'một'), block('b', 'hai'), block('c', 'ba')]

test('an agency renamed elsewhere comes in while my half-typed sentence stays', () => {
  const mine = [block('a', 'một'), block('b', 'hai đang gõ'), block('c', 'ba')]
  const theirs = [block('a', 'một đổi tên'), block('b', 'hai'), block('c', 'ba')]
  expect(mergeText(base, mine, theirs)).toEqual([block('a', 'một đổi tên'), block('b', 'hai đang gõ'), block('c', 'ba')])
})

test('a sentence I am writing stays after the sentence it follows, whatever the office adds or takes away', () => {
  const mine = [block('a', 'một'), block('new', 'mới'), block('b', 'hai'), block('c', 'ba')]
  expect(mergeText(base, mine, [block('z', 'đầu'), block('a', 'một'), block('c', 'ba')])).toEqual([
    block('z', 'đầu'),
    block('a', 'một'),
    block('new', 'mới'),
    block('c', 'ba'),
  ])
})

test('a sentence the office removed while I was changing it is kept', () => {
  const mine = [block('a', 'một'), block('b', 'hai sửa'), block('c', 'ba')]
  expect(mergeText(base, mine, [block('a', 'một'), block('c', 'ba')])).toEqual([block('a', 'một'), block('b', 'hai sửa'), block('c', 'ba')])
})

test('what I deleted stays deleted unless the office changed it', () => {
  expect(mergeText(base, [block('a', 'một'), block('c', 'ba')], base)).toEqual([block('a', 'một'), block('c', 'ba')])
  expect(mergeText(base, [block('a', 'một')], [block('a', 'một'), block('b', 'hai mới'), block('c', 'ba')])).toEqual([
    block('a', 'một'),
    block('b', 'hai mới'),
  ])
})

test('what I moved stays moved', () => {
  expect(
    mergeText(
      base,
      [block('c', 'ba'), block('a', 'một'), block('b', 'hai')],
      [block('a', 'một!'), block('b', 'hai'), block('c', 'ba')],
    ).map(({ id }) => id),
  ).toEqual(['c', 'a', 'b'])
})

test('a text nobody else changed is mine, a text I did not change is theirs', () => {
  fc.assert(
    fc.property(aText, aText, (one, other) => {
      expect(mergeText(one, one, other)).toEqual(other)
      expect(mergeText(one, other, one)).toEqual(other)
    }),
  )
})

const change = (text: readonly ProvisionContent[]): fc.Arbitrary<readonly ProvisionContent[]> =>
  fc
    .tuple(fc.shuffledSubarray([...text]), fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }))
    .map(([blocks, edits]) =>
      blocks.map((each, index) =>
        edits.includes(index) ? { ...each, content: [{ kind: 'text' as const, text: `sửa ${edits.join('')}` }] } : each,
      ),
    )

test('no words under my hand are lost and no sentence stands twice, whatever the office did', () => {
  fc.assert(
    fc.property(
      aText.chain((text) => fc.tuple(fc.constant(text), change(text), change(text))),
      ([before, mine, theirs]) => {
        const merged = mergeText(before, mine, theirs)
        const known = new Map(before.map((each) => [each.id, each]))
        const ids = merged.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        const touched = mine.filter((each) => JSON.stringify(known.get(each.id)) !== JSON.stringify(each))
        expect(merged).toEqual(expect.arrayContaining(touched))
      },
    ),
  )
})

test('bringing a text in makes the document read like it, and leaves the caret at its letter', () => {
  fc.assert(
    fc.property(aText, aText, fc.nat(), (one, other, at) => {
      const state = EditorState.create({ doc: toDocument(schema, one, countedId()) })
      const placed = state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(at % state.doc.content.size))))
      const transaction = bringIn(placed, other)
      expect(fromDocument(transaction === null ? placed.doc : transaction.doc)).toEqual(other)
    }),
  )
  const state = EditorState.create({ doc: toDocument(schema, base, countedId()) })
  const caretInB = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 5 + 1 + 2)))
  const after = caretInB.apply(bringIn(caretInB, [block('z', 'chèn trước'), ...base]) ?? caretInB.tr)
  expect([after.selection.$from.parent.attrs['id'], after.selection.$from.parentOffset]).toEqual(['b', 2])
})
