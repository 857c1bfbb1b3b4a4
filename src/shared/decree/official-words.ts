import type { Day } from '../domain/identifier.ts'

/** Room left for a number or date that the records office fills in: non-breaking spaces, so that no program closes it up. */
const blank = (spaces: number): string => '\u00a0'.repeat(spaces)

/**
 * "ngày 05 tháng 01 năm 2023". Days below 10 and months 1 and 2 take a zero, months 3 to 9 none (I.II.4.b).
 * @param day `YYYY-MM-DD`
 */
export function officialDate(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${Number(year)}`
}

/** The date with room for day and month, and for the year too where it is not known. */
export function blankDate(year: number | null): string {
  return `ngày ${blank(4)} tháng ${blank(4)} năm ${year ?? blank(8)}`
}

const written = /^ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/u

/** The day that `officialDate` words, or null where the words are no such date. */
export function parseOfficialDate(words: string): Day | null {
  const [, date, month, year] = written.exec(words.normalize('NFC').replace(/\s+/gu, ' ').trim()) ?? []
  if (date === undefined || month === undefined || year === undefined) return null
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const parsed = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day ? null : day
}

/** "05/KH-UBND": a number below 10 takes a zero (I.II.3.c). A number with a letter ("12a") stays as received. */
export function officialNumber(number: string, symbol: string): string {
  const trimmed = number.trim()
  return `${/^[1-9]$/.test(trimmed) ? `0${trimmed}` : trimmed}/${symbol}`
}

/** The number line's room before a number is given: "      /KH-UBND". */
export function blankNumber(symbol: string): string {
  return `${blank(7)}/${symbol}`
}
