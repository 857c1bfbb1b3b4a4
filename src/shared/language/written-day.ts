import { readDay } from './day.ts'
import { fold } from './fold.ts'

/** Why words are not taken as a day: what they lack, or that they could be two. */
export type UnclearDay = 'no-day' | 'no-year' | 'month-first' | 'two-digit-year' | 'no-such-day' | 'not-understood'

const units = ['', 'mot', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin']
const numberWords: ReadonlyMap<string, number> = new Map([
  ...units.map((word, value) => [word, value] as const),
  ['bon', 4],
  ['gieng', 1],
  ['chap', 12],
  ['muoi', 10],
  ...units.map((word, value) => [`muoi ${value === 5 ? 'lam' : word}`, 10 + value] as const),
  ...['hai', 'ba'].flatMap((ten, index) => [
    [`${ten} muoi`, (index + 2) * 10] as const,
    ...units.slice(1).map((word, value) => [`${ten} muoi ${word}`, (index + 2) * 10 + value + 1] as const),
    [`${ten} muoi mot`, (index + 2) * 10 + 1] as const,
    [`${ten} muoi lam`, (index + 2) * 10 + 5] as const,
  ]),
])

const numberOf = (words: string): number | null => (/^\d{1,2}$/.test(words) ? Number(words) : (numberWords.get(words) ?? null))

/**
 * Reads a day that a person wrote into a cell as words, the Vietnamese way: day before month. "5/7/2023", "05.07.2023", "2023-07-05", "ngày 05 tháng 7 năm
 * 2023", "mùng năm tháng bảy năm 2023". Two digits of a year count when they are `near` (the year the paper is about, or one beside it).
 * What could be two days, or lacks a part, is not guessed: the answer says why.
 */
export function readWrittenDay(text: string, near: number): { readonly day: string } | { readonly unclear: UnclearDay } {
  const words = fold(text)
    .replace(/[\s,]+(?:00:00(?::00)?|0h00?)$/, '')
    .replace(/\.$/, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t00:00.*)?$/.exec(words)
  if (iso !== null) return whole(iso[3], iso[2], iso[1])
  const short = /^(?:ngay )?(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{2}|\d{4})$/.exec(words)
  if (short !== null) return inFigures(Number(short[1]), Number(short[2]), short[3] ?? '', near)
  if (/^(?:thang|quy|dau|cuoi|giua|trong|nam \d) ?/.test(words) || /^\d{1,2} ?[/.-] ?\d{4}$/.test(words) || /^\d{4}$/.test(words))
    return { unclear: 'no-day' }
  const spoken = /^(?:ngay )?(?:mung |mong )?([a-z0-9 ]+?),? thang ([a-z0-9 ]+?)(?:,? nam |, |\/| )(\d{4})$/.exec(words)
  if (spoken !== null) {
    const [date, month] = [numberOf(spoken[1] ?? ''), numberOf(spoken[2] ?? '')]
    return date === null || month === null ? { unclear: 'not-understood' } : whole(date, month, spoken[3])
  }
  if (/^(?:ngay )?\d{1,2} ?[/.-] ?\d{1,2}$/.test(words) || /^(?:ngay )?(?:mung |mong )?[a-z0-9]+(?: [a-z]+)* thang [a-z0-9 ]+$/.test(words))
    return { unclear: 'no-year' }
  return { unclear: 'not-understood' }
}

function inFigures(date: number, month: number, year: string, near: number): ReturnType<typeof readWrittenDay> {
  if (month > 12 && date <= 12) return { unclear: 'month-first' }
  const full = year.length === 2 ? `20${year}` : year
  if (year.length === 2 && Math.abs(Number(full) - near) > 1) return { unclear: 'two-digit-year' }
  return whole(date, month, full)
}

function whole(
  date: number | string | undefined,
  month: number | string | undefined,
  year: string | undefined,
): ReturnType<typeof readWrittenDay> {
  const day = readDay(`${date}/${month}/${year}`)
  return day === null ? { unclear: 'no-such-day' } : { day }
}
