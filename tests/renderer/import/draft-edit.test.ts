import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftInline, PlanDraft } from '#shared/domain/draft.ts'
import { editableText, joinedUp, splitAt, withBlock, withFootnote, withText } from '#renderer/features/import/draft-edit.ts'

const cited: DraftInline = { kind: 'text', text: 'Nghị quyết số 76/NQ-CP', citation: { symbol: '76/NQ-CP', issuedOn: null } }
const note = (text: string): DraftInline => ({ kind: 'footnote', content: [{ kind: 'text', text }] })
const sentence: readonly DraftInline[] = [
  { kind: 'text', text: 'Thực hiện ' },
  cited,
  note('Ngày 15/7/2021'),
  { kind: 'text', text: ' theo quy định' },
  note('Luật'),
  { kind: 'text', text: '.' },
]

const draftOf = (...contents: readonly (readonly DraftInline[])[]): PlanDraft =>
  ({
    blocks: contents.map((content) => ({ area: 'body', kind: 'bullet', content, lines: null })),
    warnings: [{ code: 'line-not-placed', line: 1, excerpt: '', at: { block: 1 } }],
  }) as unknown as PlanDraft
const wordsOf = (draft: PlanDraft): readonly string[] => draft.blocks.map(({ content }) => editableText(content))

/** Words with every sign of a footnote alike. */
const plain = (text: string): string => text.replace(/\[\^\d+\]/g, '※')

test('mending one word of a sentence keeps its citation and its footnotes', () => {
  expect(withText(sentence, editableText(sentence).replace('theo quy định', 'theo đúng quy định'))).toEqual([
    { kind: 'text', text: 'Thực hiện ' },
    cited,
    note('Ngày 15/7/2021'),
    { kind: 'text', text: ' theo ' },
    { kind: 'text', text: 'đúng ' },
    { kind: 'text', text: 'quy định' },
    note('Luật'),
    { kind: 'text', text: '.' },
  ])
})

test('a footnote follows its sign, and goes with it', () => {
  expect(editableText(withText(sentence, 'Thực hiện[^2] xong.'))).toBe('Thực hiện[^1] xong.')
  expect(withText(sentence, 'Thực hiện[^2] xong.').filter(({ kind }) => kind === 'footnote')).toEqual([note('Luật')])
  expect(withText(sentence, 'Thực hiện.').some(({ kind }) => kind === 'footnote')).toBe(false)
})

test('a footnote is mended by itself, its citation found anew', () => {
  expect(withFootnote(sentence, 2, 'Nghị quyết số 15/2022/NQ-HĐND ngày 13/7/2022')[4]).toMatchObject({
    kind: 'footnote',
    content: [{ text: 'Nghị quyết số 15/2022/NQ-HĐND ngày 13/7/2022', citation: { symbol: '15/2022/NQ-HĐND', issuedOn: '2022-07-13' } }],
  })
  expect(withFootnote(sentence, 1, ' ')).toEqual(sentence)
})

test('whatever is typed over a sentence is what stands there afterwards', () => {
  const piece = fc.constantFrom('Thực', ' hiện', '[^1]', '[^2]', '\n', 'đ', '[', '^', '1', ']', 'Sở Nội vụ')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(60), fc.nat(60), (pieces, from, to) => {
      const words = editableText(sentence)
      const edited = words.slice(0, from) + pieces.join('') + words.slice(Math.max(from, to))
      const signs = [...edited.matchAll(/\[\^(\d+)\]/g)].map(([, ordinal]) => ordinal)
      // A footnote that stands twice or not at all changes the numbers of the others; the words do not depend on them.
      fc.pre(signs.every((ordinal) => ordinal === '1' || ordinal === '2'))
      expect(plain(editableText(withText(sentence, edited)))).toBe(plain(edited))
    }),
  )
})

test('a block that is split and joined again says the same, footnotes where they were', () => {
  const draft = draftOf(sentence, [{ kind: 'text', text: 'Sau.' }])
  const words = editableText(sentence)
  const cut = splitAt(draft, 0, words, words.indexOf(' theo'))
  expect(wordsOf(cut)).toEqual(['Thực hiện Nghị quyết số 76/NQ-CP[^1]', 'theo quy định[^1].', 'Sau.'])
  expect(cut.warnings[0]?.at).toEqual({ block: 2 })
  const joined = joinedUp(cut, 1)
  expect(wordsOf(joined)).toEqual([words, 'Sau.'])
  expect(joined.warnings[0]?.at).toEqual({ block: 1 })
})

test('a cut at an edge only writes the words', () => {
  const draft = draftOf([{ kind: 'text', text: 'Một' }])
  expect(wordsOf(splitAt(draft, 0, 'Một hai', 0))).toEqual(['Một hai'])
  expect(wordsOf(withBlock(draft, 0, { kind: 'heading' }))).toEqual(['Một'])
})
