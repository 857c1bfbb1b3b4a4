import type { Citation } from './citation.ts'

/** A place where an old plan's year stands in a text, in UTF-16 units. */
export interface YearPlace {
  readonly start: number
  readonly length: number
  /** `bare` "năm 2023" · `date` "15/12/2023", "tháng 6/2023", "Quý II/2023" · `period-end` "2019 - 2023" */
  readonly is: 'bare' | 'date' | 'period-end'
}

// What may stand before the year of a date: a day and a month, a month or a quarter, in figures or in words.
const dateBefore =
  /(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*|(?:tháng\s*)?\d{1,2}\s*\/\s*|tháng\s+\d{1,2}\s+năm\s+|quý\s+[IVX\d]+\s*(?:\/|năm)?\s*)$/iu
const periodBefore = /\d{4}\s*(?:[-–—]|đến(?:\s+(?:hết\s+)?năm)?)\s*$/u
const periodAfter = /^\s*(?:[-–—]|đến(?:\s+(?:hết\s+)?năm)?)\s*(\d{4})(?!\d)/u
const partOfNumber = /[\d/]$/u

/**
 * Every place of a year in a text but those inside a cited document's symbol and date, those that begin a period which runs on ("2023 - 2025"),
 * and those that are part of a longer number. "2021-2025" and "2030" hold no "2023".
 */
export function findYear(text: string, year: number, citations: readonly Pick<Citation, 'start' | 'length'>[]): readonly YearPlace[] {
  const words = String(year)
  const found: YearPlace[] = []
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + words.length)) {
    const before = text.slice(0, start)
    const after = text.slice(start + words.length)
    const cited = citations.some((citation) => start >= citation.start && start < citation.start + citation.length)
    const isDate = dateBefore.test(before)
    const inLongerNumber = /^\d/.test(after) || (partOfNumber.test(before) && !isDate) || /^\/[\p{L}\d]/u.test(after)
    const runsOn = Number(periodAfter.exec(after)?.[1] ?? 0) > year
    if (cited || inLongerNumber || runsOn) continue
    found.push({ start, length: words.length, is: periodBefore.test(before) ? 'period-end' : isDate ? 'date' : 'bare' })
  }
  return found
}

/** A title with the old year turned into the new one where it stands by itself: "… năm 2023" → "… năm 2024". */
export function inNewYear(text: string, oldYear: number, newYear: number): string {
  return findYear(text, oldYear, [])
    .filter(({ is }) => is === 'bare')
    .toReversed()
    .reduce((words, { start, length }) => `${words.slice(0, start)}${newYear}${words.slice(start + length)}`, text)
}
