import { z } from 'zod'
import { AgencyGroupId, AgencyId, Day, FootnoteId } from './identifier.ts'

/** What a mark over literal text points to: one agency, or a group that stays a group on paper. */
export const PartyReference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agency'), agencyId: AgencyId }),
  z.object({ kind: z.literal('group'), groupId: AgencyGroupId }),
])
export type PartyReference = z.infer<typeof PartyReference>

/** Citation (trích dẫn): the document that a stretch of literal text names. `symbol` is the normalised form, e.g. `76/NQ-CP`. */
export const CitationMark = z.object({ symbol: z.string().min(1), issuedOn: Day.nullable() })
export type CitationMark = z.infer<typeof CitationMark>

const yes = z.literal(true).optional()

/** A stretch of literal text with one set of marks. Text is NFC, without line ends. */
export const TextInline = z.object({
  kind: z.literal('text'),
  text: z.string().min(1),
  bold: yes,
  italic: yes,
  underline: yes,
  superscript: yes,
  subscript: yes,
  citation: CitationMark.optional(),
  party: PartyReference.optional(),
})
export type TextInline = z.infer<typeof TextInline>

/** Footnote (cước chú), standing at its anchor; its number is computed. */
export const FootnoteInline = z.object({ kind: z.literal('footnote'), id: FootnoteId, content: z.array(TextInline).readonly() })
export type FootnoteInline = z.infer<typeof FootnoteInline>

/** A forced new line inside a paragraph (Shift+Enter). */
export const LineBreakInline = z.object({ kind: z.literal('line-break') })

export const Inline = z.discriminatedUnion('kind', [TextInline, FootnoteInline, LineBreakInline])
export type Inline = z.infer<typeof Inline>

/** The literal words of a content, footnotes left out, a line break as one space. */
export function plainText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'line-break' ? ' ' : '')).join('')
}
