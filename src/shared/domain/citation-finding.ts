import { z } from 'zod'
import { CitingAddress, CitingPlace } from './citing-text.ts'
import { CitedDocumentId, Day } from './identifier.ts'

/**
 * What may be said of a citation.
 *
 * - `day-word-missing` a date without "ngày" (I.II.6.b) · `date-form` a zero too few, or one too many beside the plan's other dates (I.II.4.b) ·
 *   `date-words` short and worded dates mixed · `date-impossible` 31/02
 * - `date-differs`, `issuer-differs` not what the registry, or an earlier mention, says · `type-does-not-fit` "Quyết định số 76/NQ-CP" ·
 *   `symbol-near` almost the symbol of a registered document
 * - `expired`, `replaced`, `not-yet` as of the plan's day
 * - `unknown` not in the registry · `ambiguous` several documents of that symbol · `issuer-does-not-fit` a decree "của Thủ tướng" ·
 *   `number-word-missing` no "số" · `symbol-form` spaces or dashes in the symbol
 * - `write-in-full` at the first mention, `write-short` afterwards (I.II.6.b): offered, never asked for
 */
export const CitationCode = z.enum([
  'day-word-missing',
  'date-form',
  'date-words',
  'date-impossible',
  'date-differs',
  'issuer-differs',
  'type-does-not-fit',
  'symbol-near',
  'expired',
  'replaced',
  'not-yet',
  'unknown',
  'ambiguous',
  'issuer-does-not-fit',
  'number-word-missing',
  'symbol-form',
  'write-in-full',
  'write-short',
])
export type CitationCode = z.infer<typeof CitationCode>

/** `alarm`: a slip. `hint`: worth a look. `offer`: the decree's form, if wanted. */
export const CitationSeverity = z.enum(['alarm', 'hint', 'offer'])
export type CitationSeverity = z.infer<typeof CitationSeverity>

export const severityOf: Readonly<Record<CitationCode, CitationSeverity>> = {
  'day-word-missing': 'alarm',
  'date-form': 'alarm',
  'date-words': 'alarm',
  'date-impossible': 'alarm',
  'date-differs': 'alarm',
  'issuer-differs': 'alarm',
  'type-does-not-fit': 'alarm',
  'symbol-near': 'alarm',
  expired: 'alarm',
  replaced: 'alarm',
  'not-yet': 'alarm',
  unknown: 'hint',
  ambiguous: 'hint',
  'issuer-does-not-fit': 'hint',
  'number-word-missing': 'hint',
  'symbol-form': 'hint',
  'write-in-full': 'offer',
  'write-short': 'offer',
}

/**
 * Words to be put in place of others; `words` are those that must still stand there. An empty stretch is a place to put words in: what must
 * still follow it is `follows`, so that it is not done twice.
 */
export const CitationFix = z.object({
  start: z.number().int().nonnegative(),
  length: z.number().int().nonnegative(),
  words: z.string(),
  follows: z.string().nullable(),
  replacement: z.string(),
})
export type CitationFix = z.infer<typeof CitationFix>

export const CitationFinding = z.object({
  /** The same for the same slip at the same place, whatever else changes round it. */
  key: z.string(),
  code: CitationCode,
  severity: CitationSeverity,
  place: CitingPlace,
  address: CitingAddress,
  /** The stretch it is about, in UTF-16 units of the text of the place. */
  start: z.number().int().nonnegative(),
  length: z.number().int().nonnegative(),
  /** That stretch with the words round it. */
  before: z.string(),
  match: z.string(),
  after: z.string(),
  symbol: z.string(),
  /** The registry's document, where it is known which. */
  documentId: CitedDocumentId.nullable(),
  /** What the sentence about it says besides: the date, issuer or symbol that is known, the day it ended, what replaces it. */
  known: z.string().nullable(),
  day: Day.nullable(),
  fix: CitationFix.nullable(),
})
export type CitationFinding = z.infer<typeof CitationFinding>
