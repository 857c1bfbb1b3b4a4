import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FootnoteId } from '#shared/domain/identifier.ts'
import { plainText, type Inline } from '#shared/domain/inline.ts'
import { normaliseContent } from '#shared/domain/inline-text.ts'
import { retype } from '#shared/domain/retype.ts'
import { id } from '../../helpers/records.ts'

const note: Inline = { kind: 'footnote', id: id<FootnoteId>(0x1), content: [{ kind: 'text', text: 'Chú.' }] }
const content: readonly Inline[] = [
  { kind: 'text', text: 'Sở Nội vụ ' },
  { kind: 'text', text: 'chủ trì', bold: true },
  note,
  { kind: 'text', text: ' rà soát.' },
]

test('words typed anew in a plain box keep the look and the footnotes of what did not change', () => {
  expect(retype(content, 'Sở Nội vụ chủ trì, tham mưu rà soát.')).toEqual([
    { kind: 'text', text: 'Sở Nội vụ ' },
    { kind: 'text', text: 'chủ trì, tham mưu', bold: true },
    note,
    { kind: 'text', text: ' rà soát.' },
  ])
  expect(retype(content, 'Sở Tư pháp chủ trì rà soát.')[0]).toEqual({ kind: 'text', text: 'Sở Tư pháp ' })
})

test('words come into an empty place, before what stands, and go altogether', () => {
  expect([
    retype([], 'mới'),
    retype([note], 'mới'),
    retype([{ kind: 'text', text: 'x', italic: true }], 'ax'),
    retype(content, ''),
  ]).toEqual([[{ kind: 'text', text: 'mới' }], [{ kind: 'text', text: 'mới' }, note], [{ kind: 'text', text: 'ax', italic: true }], [note]])
})

const notes = (list: readonly Inline[]): number => list.filter(({ kind }) => kind === 'footnote').length

test('whatever is typed is what stands there afterwards, no footnote lost', () => {
  const words = fc.stringMatching(/^[a-cđ ]{0,12}$/u)
  const inline = fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      text: fc.stringMatching(/^[a-cđ ]{1,6}$/u),
      bold: fc.constantFrom(true as const, undefined),
    }),
    fc.constant(note),
  )
  fc.assert(
    fc.property(fc.array(inline, { maxLength: 5 }), words, (inlines, typed) => {
      const before = normaliseContent(inlines)
      const after = retype(before, typed)
      expect([plainText(after), notes(after)]).toEqual([plainText(before) === typed ? typed : typed.replace(/\s+/g, ' '), notes(before)])
    }),
  )
})
