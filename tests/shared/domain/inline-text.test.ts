import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText, type Inline } from '#shared/domain/inline.ts'
import { normaliseContent, replaceInContent, sameContent } from '#shared/domain/inline-text.ts'
import type { AgencyId, FootnoteId } from '#shared/domain/identifier.ts'

const agencyId = '018f0000-0000-7000-8000-000000000001' as AgencyId
const footnoteId = '018f0000-0000-7000-8000-0000000000f1' as FootnoteId
const party = { kind: 'agency', agencyId } as const
const never = (): boolean => false

describe('content as it is stored', () => {
  test('text pasted as decomposed letters, with a line end, is stored composed, with a forced new line', () => {
    expect(normaliseContent([{ kind: 'text', text: 'Sở Nội vụ\r\nbáo cáo'.normalize('NFD') }])).toEqual([
      { kind: 'text', text: 'Sở Nội vụ' },
      { kind: 'line-break' },
      { kind: 'text', text: 'báo cáo' },
    ])
  })

  test('stretches cut apart by the editor are one stretch again', () => {
    const cut: Inline[] = [
      { kind: 'text', text: 'Sở ', party },
      { kind: 'text', text: '', bold: true },
      { kind: 'text', text: 'Nội vụ', party, bold: undefined },
    ]
    expect(normaliseContent(cut)).toEqual([{ kind: 'text', text: 'Sở Nội vụ', party }])
    expect(sameContent(cut, [{ kind: 'text', text: 'Sở Nội vụ', party }])).toBe(true)
  })
})

describe('replacing words', () => {
  test('new words take the formatting of the first letter replaced, and the rest keeps its own', () => {
    const content: Inline[] = [
      { kind: 'text', text: 'theo ' },
      { kind: 'text', text: 'quy', bold: true },
      { kind: 'text', text: ' định mới' },
    ]
    expect(replaceInContent(content, 5, 'quy định'.length, 'hướng dẫn', never)).toEqual([
      { kind: 'text', text: 'theo ' },
      { kind: 'text', text: 'hướng dẫn', bold: true },
      { kind: 'text', text: ' mới' },
    ])
  })

  test('a footnote in the middle of the replaced words stays behind the new ones', () => {
    const footnote: Inline = { kind: 'footnote', id: footnoteId, content: [{ kind: 'text', text: 'Nghị định' }] }
    const content: Inline[] = [{ kind: 'text', text: 'theo quy ' }, footnote, { kind: 'text', text: 'định, cấp' }]
    expect(replaceInContent(content, 5, 'quy định'.length, 'luật', never)).toEqual([
      { kind: 'text', text: 'theo luật' },
      footnote,
      { kind: 'text', text: ', cấp' },
    ])
  })

  test('a name changed by half no longer points to its agency; a name that still holds does', () => {
    const content: Inline[] = [
      { kind: 'text', text: 'giao ' },
      { kind: 'text', text: 'Sở Nội vụ', party },
      { kind: 'text', text: ' làm' },
    ]
    expect(replaceInContent(content, 8, 'Nội vụ'.length, 'Y tế', never)).toEqual([{ kind: 'text', text: 'giao Sở Y tế làm' }])
    expect(replaceInContent(content, 8, 'Nội vụ'.length, 'Nội Vụ', ({ text }) => text === 'Sở Nội Vụ')).toEqual([
      { kind: 'text', text: 'giao ' },
      { kind: 'text', text: 'Sở Nội Vụ', party },
      { kind: 'text', text: ' làm' },
    ])
  })

  test('a mark that was not touched stays, whatever is replaced beside it', () => {
    const content: Inline[] = [
      { kind: 'text', text: 'giao ' },
      { kind: 'text', text: 'Sở Nội vụ', party },
    ]
    expect(replaceInContent(content, 0, 4, 'yêu cầu', never)).toEqual([
      { kind: 'text', text: 'yêu cầu ' },
      { kind: 'text', text: 'Sở Nội vụ', party },
    ])
  })

  const piece = fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      text: fc.stringMatching(/^[a-đ ]{1,6}$/),
      bold: fc.constantFrom(true as const, undefined),
    }),
    fc.record({ kind: fc.constant('text' as const), text: fc.stringMatching(/^[a-đ ]{1,6}$/), party: fc.constant(party) }),
    fc.constant({ kind: 'line-break' as const }),
    fc.constant({ kind: 'footnote' as const, id: footnoteId, content: [{ kind: 'text' as const, text: 'chú' }] }),
  )

  test('the plain text is that of replacing in the plain text, and no footnote is lost', () =>
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('', 'x', 'mới hơn'),
        (pieces, one, other, words) => {
          const content = normaliseContent(pieces)
          const text = plainText(content)
          if (text.length === 0) return
          const start = one % text.length
          const length = 1 + (other % (text.length - start))
          const changed = replaceInContent(content, start, length, words, never)
          expect(plainText(changed)).toBe(text.slice(0, start) + words + text.slice(start + length))
          expect(changed.filter(({ kind }) => kind === 'footnote')).toHaveLength(content.filter(({ kind }) => kind === 'footnote').length)
          expect(normaliseContent(changed)).toEqual(changed)
        },
      ),
    ))
})
