import { z } from 'zod'
import { CitedDocumentId, Day, Version } from './identifier.ts'

/**
 * A document that plans cite (văn bản viện dẫn): what the office knows of it. Two may share number and symbol (157/KH-UBND of two
 * years): identity is the id, issuer and date tell them apart.
 */
export const CitedDocument = z.object({
  id: CitedDocumentId,
  /** "Nghị quyết", first letter large. */
  type: z.string().min(1),
  /** Number and symbol as `normaliseSymbol` gives them: "76/NQ-CP". Empty for a law or ordinance known by its name alone. */
  symbol: z.string(),
  issuedOn: Day.nullable(),
  issuer: z.string(),
  /** What it is about (trích yếu), as it follows the issuer in a sentence: "về việc ban hành Chương trình …", "quy định …"; of a law its name. */
  title: z.string(),
  validFrom: Day.nullable(),
  /** The first day on which it is no longer in force (hết hiệu lực từ). */
  expiredFrom: Day.nullable(),
  /** Documents that replace it, in order. */
  replacedByIds: z.array(CitedDocumentId).readonly(),
  note: z.string(),
  /** When somebody last looked up that this is so; null = never (chưa kiểm chứng). */
  checkedOn: Day.nullable(),
  version: Version,
})
export type CitedDocument = z.infer<typeof CitedDocument>

/** What a form, a paste or a text gives of a document. */
export const CitedDocumentFacts = CitedDocument.omit({ id: true, version: true }).extend({ symbol: z.string().trim().max(60) })
export type CitedDocumentFacts = z.infer<typeof CitedDocumentFacts>

/** A document of which nothing is known but its type: what reading and forms begin with. */
export function unknownDocument(type: string): CitedDocumentFacts {
  return {
    type,
    symbol: '',
    issuedOn: null,
    issuer: '',
    title: '',
    validFrom: null,
    expiredFrom: null,
    replacedByIds: [],
    note: '',
    checkedOn: null,
  }
}

/** How a document stands on a day. */
export type CitationStanding =
  | { readonly kind: 'in-force' }
  /** Its first day is known and still to come. */
  | { readonly kind: 'not-yet'; readonly from: Day }
  | { readonly kind: 'expired'; readonly since: Day }
  /** `since` null: that it is replaced is known, the day is not. */
  | { readonly kind: 'replaced'; readonly since: Day | null; readonly byIds: readonly CitedDocumentId[] }
  /** Nobody has looked it up. */
  | { readonly kind: 'unknown' }

/**
 * Whether a document may be cited on a day. A document that others replace counts as replaced from `expiredFrom`, or at once where that day
 * is not known. Nothing known of its end and never looked up is `unknown`, never "in force".
 */
export function citationStanding(
  document: Pick<CitedDocument, 'validFrom' | 'expiredFrom' | 'replacedByIds' | 'checkedOn'>,
  day: Day,
): CitationStanding {
  const { validFrom, expiredFrom, replacedByIds } = document
  const over = expiredFrom !== null && expiredFrom <= day
  if (replacedByIds.length > 0 && (over || expiredFrom === null)) return { kind: 'replaced', since: expiredFrom, byIds: replacedByIds }
  if (over) return { kind: 'expired', since: expiredFrom }
  if (validFrom !== null && validFrom > day) return { kind: 'not-yet', from: validFrom }
  return expiredFrom !== null || document.checkedOn !== null ? { kind: 'in-force' } : { kind: 'unknown' }
}
