import type { CitedDate } from './citation.ts'
import { citedDate, type CitationDateForm, type CitationStyle } from './citation-form.ts'
import type { CitationCode, CitationFix } from './citation-finding.ts'
import { isBasisText, type PlacedMention } from './citation-reading.ts'
import { insertion, stretchFix } from './citation-fix.ts'

/** A slip of one mention before it is told where it stands. */
export interface Slip {
  readonly code: CitationCode
  readonly start: number
  readonly length: number
  readonly known?: string | null
  readonly day?: string | null
  readonly fix: CitationFix | null
}

/** Months 3 to 9 with a zero, in the dates of one form. */
const paddedMonth = ({ monthWritten }: CitedDate): boolean => /^0[3-9]$/.test(monthWritten)
const bareMonth = ({ monthWritten }: CitedDate): boolean => /^[3-9]$/.test(monthWritten)

/**
 * Slips in the dates of a plan's citations. A zero that the decree wants (days below 10, months 1 and 2) is always missed. Months 3 to 9 stand without
 * one (I.II.4.b), but a plan that writes them all with one is left alone: what is found is the mixture, and then the fewer. So is the
 * mixture of short and worded dates; legal bases (also those written into a paragraph, "Căn cứ …") have dates in words and are looked at apart.
 */
export function dateSlips(mentions: readonly PlacedMention[], style: CitationStyle): ReadonlyMap<PlacedMention, readonly Slip[]> {
  const dated = mentions.flatMap((placed) => (placed.mention.date === null ? [] : [{ placed, date: placed.mention.date }]))
  const padded = dated.filter(({ date }) => paddedMonth(date)).length
  const bare = dated.filter(({ date }) => bareMonth(date)).length
  const keepsZeros = padded > bare
  const months = { mixed: padded > 0 && bare > 0, keepsZeros }
  // Bases that all have short dates are left alone: only the mixture is seen.
  const ofBases = dated.some((one) => isBasisText(one.placed.text) && one.date.form === 'words') ? 'words' : 'short'
  return new Map(
    dated.map((one) => [one.placed, slipsOf(one.placed, one.date, isBasisText(one.placed.text) ? ofBases : style.dates, months)]),
  )
}

function slipsOf(
  { mention, text: { text } }: PlacedMention,
  date: CitedDate,
  wanted: CitationDateForm,
  months: { readonly mixed: boolean; readonly keepsZeros: boolean },
): readonly Slip[] {
  const slips: Slip[] = []
  const at = { start: date.start, length: date.length }
  if (mention.dateWordMissing) {
    const gap = /\s/.test(text.charAt(date.start - 1)) ? '' : ' '
    slips.push({ code: 'day-word-missing', ...at, fix: insertion(text, date.start, `${gap}ngày `) })
  }
  if (mention.issuedOn === null) return [...slips, { code: 'date-impossible', ...at, fix: null }]
  if (date.form !== wanted) {
    const replacement = citedDate(mention.issuedOn, wanted)
    slips.push({ code: 'date-words', ...at, known: replacement, fix: stretchFix(text, at, replacement) })
    return slips
  }
  const digits = numerals(text, date)
  const month = months.mixed ? (months.keepsZeros ? date.monthWritten.padStart(2, '0') : bareOf(date.monthWritten)) : date.monthWritten
  const right = {
    day: date.dayWritten.padStart(2, '0'),
    month: Number(date.monthWritten) <= 2 ? date.monthWritten.padStart(2, '0') : Number(date.monthWritten) > 9 ? date.monthWritten : month,
  }
  if (right.day === date.dayWritten && right.month === date.monthWritten) return slips
  const words = text.slice(digits.start, digits.start + digits.length)
  const replacement =
    date.form === 'short'
      ? `${right.day}/${right.month}/${date.yearWritten}`
      : words.replace(/^(\D*)\d{1,2}(\D+)\d{1,2}/u, (_all, first: string, second: string) => `${first}${right.day}${second}${right.month}`)
  slips.push({ code: 'date-form', ...digits, known: replacement, fix: stretchFix(text, digits, replacement) })
  return slips
}

/** The figures of a date, without the word "ngày" before them. */
function numerals(text: string, { start, length }: CitedDate): { readonly start: number; readonly length: number } {
  const lead = /^\D*/u.exec(text.slice(start, start + length))?.[0].length ?? 0
  return { start: start + lead, length: length - lead }
}

function bareOf(month: string): string {
  return String(Number(month))
}
