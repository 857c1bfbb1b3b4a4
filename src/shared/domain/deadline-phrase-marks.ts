import type { RecurrenceUnit } from './deadline.ts'
import type { ReadableText } from './deadline-phrase-text.ts'
import { fromRoman } from '../language/roman.ts'

/** A point on the calendar as written: its year may be missing. */
export type Point =
  | { readonly is: 'date'; readonly day: number; readonly month: number; readonly year: number | null; readonly swapped: boolean }
  | {
      readonly is: 'months'
      readonly unit: 'month' | 'quarter' | 'half-year' | 'period'
      readonly first: number
      readonly last: number
      readonly year: number | null
    }
  | { readonly is: 'year'; readonly year: number | null }
  | { readonly is: 'now' }

/** One time expression found in a phrase. */
export type Mark = { readonly from: number; readonly to: number } & (
  | Point
  | { readonly is: 'recurring'; readonly every: RecurrenceUnit; readonly day: number | null }
  | { readonly is: 'continuous' }
  | { readonly is: 'relative'; readonly days: number | null; readonly dayKind: 'calendar' | 'working'; readonly event: string }
  /** "Từ ngày ban hành Kế hoạch": a period opened by an event. */
  | { readonly is: 'opening'; readonly event: string }
  /** According to another document or plan of work; `year` is that of the things referred to, not of a document's name. */
  | { readonly is: 'reference'; readonly year: number | null }
)

type Found = Mark extends infer M ? (M extends Mark ? Omit<M, 'from' | 'to'> : never) : never

interface Recogniser {
  readonly pattern: RegExp
  /** Null refuses the match; several marks share its place. `part(n)` gives the letters as typed of group n. */
  readonly make: (
    match: RegExpExecArray,
    part: (group: number) => string,
  ) => Found | readonly (Found & { from: number; to: number })[] | null
}

const before = '(?<![a-z0-9/])'
const after = '(?![a-z0-9])'
const year = '((?:19|20|21)\\d\\d)'
const fullDate = '\\d{1,2}(?:[/.-]\\d{1,2}[/.-]\\d{4}| thang \\d{1,2} nam \\d{4})'
const numeral = '(?:iv|i{1,3}|0?[1-4])'
const counted: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10 }

/** In a pattern a space stands for a space or a line end of the cell. */
function pattern(source: string): RegExp {
  return new RegExp(before + source.replaceAll(' ', '[ \\n]') + after, 'dg')
}

const units: Readonly<Record<string, RecurrenceUnit>> = { ngay: 'day', tuan: 'week', thang: 'month', quy: 'quarter', nam: 'year' }
const unitList = '(?:\\d{1,2} thang|(?:0?1 )?nam|ngay|tuan|thang|quy)'

function unitOf(words: string): RecurrenceUnit | null {
  const months = /^0?(\d{1,2})\sthang$/.exec(words)
  if (/^0?1\snam$/.test(words)) return 'year'
  if (months === null) return units[words] ?? null
  return monthsUnit(Number(months[1]))
}

function monthsUnit(months: number): RecurrenceUnit | null {
  return months === 1 ? 'month' : months === 3 ? 'quarter' : months === 6 ? 'half-year' : months === 12 ? 'year' : null
}

function wordNumber(word: string): number | null {
  return /^\d+$/.test(word) ? Number(word) : (counted[word] ?? null)
}

function quarterOf(text: string, named: number | null): Found & { is: 'months' } {
  const quarter = /^\d+$/.test(text) ? Number(text) : (fromRoman(text) ?? 1)
  return { is: 'months', unit: 'quarter', first: quarter * 3 - 2, last: quarter * 3, year: named }
}

/** "định kỳ quý, 6 tháng và năm" is three recurrences. */
function recurrences(match: RegExpExecArray): readonly (Found & { from: number; to: number })[] | null {
  const [from] = match.indices?.[1] ?? [0, 0]
  const found = [...(match[1] ?? '').matchAll(new RegExp(unitList.replaceAll(' ', '[ \\n]'), 'g'))].flatMap((one) => {
    const every = unitOf(one[0])
    return every === null
      ? []
      : [{ is: 'recurring' as const, every, day: null, from: from + one.index, to: from + one.index + one[0].length }]
  })
  const first = found[0]
  if (first === undefined) return null
  return [{ ...first, from: match.index }, ...found.slice(1)]
}

/** A list of quarters or months that share one word: "quý II, III và IV/2023", "tháng 6 - 7/2023". */
function sharedWord(item: string, read: (text: string, year: number | null) => Found & { is: 'months' }): Recogniser['make'] {
  return (match) => {
    const [from] = match.indices?.[1] ?? [0, 0]
    const list = match[1] ?? ''
    const items = [...list.matchAll(new RegExp(item, 'g'))]
    return items.map((one, index) => {
      const last = index === items.length - 1
      const place = {
        from: index === 0 ? match.index : from + one.index,
        to: last ? match.index + match[0].length : from + one.index + one[0].length,
      }
      return Object.assign(read(one[0], last ? numberOr(match[2]) : null), place)
    })
  }
}

function date(day: number, month: number, named: number | null): Found | null {
  if (month >= 1 && month <= 12 && day >= 1 && day <= 31) return { is: 'date', day, month, year: named, swapped: false }
  return named !== null && month >= 13 && month <= 31 && day >= 1 && day <= 12
    ? { is: 'date', day: month, month: day, year: named, swapped: true }
    : null
}

const connect = '(?:, ?| ?- ?| va | den (?:het )?)'
/** A short year only behind a slash: "Tháng 6/23". */
const trailingYear = `(?: ?[/.,-]? ?(?:nam )?((?:19|20|21)\\d\\d|(?<=/)[2-6]\\d))?`

/** Documents' own names, whose dates are no deadlines: "Kế hoạch số 12/KH-UBND ngày 03/02/2023", "60-NQ/TU", "Quyết định số 15 ngày 03/02/2023". */
const documentName = pattern(
  `(?:(?:so )?\\d+[a-z]{0,2}(?:/\\d{4})?[/-][a-z]{2,}[a-z0-9&/-]*|(?:ke hoach|quyet dinh|nghi quyet|nghi dinh|thong tu|thong bao|chi thi|cong van|ket luan|chuong trinh|van ban|luat) so \\d+)(?:,? (?:ngay )?${fullDate})?`,
)

/** In order: what comes earlier takes its letters away from what comes later. */
const recognisers: readonly Recogniser[] = [
  // every so often
  {
    pattern: pattern('(\\d{1,2}|mot|hai|ba|sau) (ngay|tuan|thang|quy|nam) ?(?:/|mot|1|01) ?(?:01 |1 |mot )?lan'),
    make: (match) => everySo(wordNumber(match[1] ?? ''), match[2] ?? ''),
  },
  {
    pattern: pattern('(\\d{1,2}|mot|hai|ba|bon) lan ?(?:/|moi|mot|trong(?: mot| 1)?)? ?(\\d{1,2} thang|ngay|tuan|thang|quy|nam)'),
    make: (match) => timesA(wordNumber(match[1] ?? ''), match[2] ?? ''),
  },
  {
    pattern: pattern('(?:vao )?ngay (\\d{1,2}) (?:cua )?(?:thang cuoi|thang dau|thang thu (?:nhat|hai|ba)) (?:cua )?(?:moi |hang )?quy'),
    make: (match) => ({ is: 'recurring', every: 'quarter', day: Number(match[1]) }),
  },
  {
    pattern: pattern('(?:vao )?ngay (\\d{1,2}) (?:cua )?(?:hang|moi) thang'),
    make: (match) => ({ is: 'recurring', every: 'month', day: Number(match[1]) }),
  },
  {
    pattern: pattern(
      `(?:(?:dinh ky,? )?(?:hang|moi|theo(?: tung)?|tung)|dinh ky) (${unitList}(?:(?:, ?| va | hoac |/)(?:hang |moi )?${unitList}(?! ?\\d))*)(?! ?\\d)(?! (?:hoc|dinh|che|hoach|trinh|mo|uoc|cach|tac))`,
    ),
    make: recurrences,
  },
  {
    pattern: pattern('(?:cac|tung) (quy|thang|tuan) (?:trong|cua) nam'),
    make: (match) => ({ is: 'recurring', every: unitOf(match[1] ?? '') ?? 'year', day: null }),
  },
  // on an event
  {
    pattern: pattern(
      '(?:khi co (?:phat sinh|yeu cau|nhu cau|chi dao|de nghi|thay doi|su thay doi)|khi (?:phat sinh|can thiet|can)|dot xuat|theo (?:thoi diem (?:co )?)?(?:nhu cau|yeu cau))(?: [^,;.()\\n]*)?',
    ),
    make: () => ({ is: 'recurring', every: 'event', day: null }),
  },
  // counted from an event
  {
    pattern: pattern(
      '(?:(?:trong|sau)(?: thoi (?:han|gian)| vong)? )?(\\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) ngay( lam viec)?,? ?(?:(?:ke|tinh) tu (?:ngay |khi |thoi diem )?|tu (?:ngay |khi )|sau (?:khi |ngay )?)([a-z][^,;.()\\n]*)',
    ),
    make: (match, part) => ({
      is: 'relative',
      days: wordNumber(match[1] ?? ''),
      dayKind: match[2] === undefined ? 'calendar' : 'working',
      event: part(3).trim(),
    }),
  },
  {
    pattern: pattern(
      '(?:ke tu|tinh tu|bat dau tu|tu) (?:ngay|khi|thoi diem) ([a-z][^,;.()\\n]*?)(?: tro di)?(?= (?:den|toi) | ?[,;.()\\n]| ?$)',
    ),
    make: (_match, part) => ({ is: 'opening', event: part(1).trim() }),
  },
  {
    pattern: pattern('(?:truoc (?:ky hop|dai hoi|hoi nghi|khi|tet)|tai ky hop|khi co)(?: [^,;.()\\n]*)?'),
    make: (_match, part) => ({ is: 'relative', days: null, dayKind: 'calendar', event: part(0).trim() }),
  },
  {
    pattern: pattern('(?:ngay )?sau (?:khi|ngay) ([a-z][^,;.()\\n]*)'),
    make: (_match, part) => ({ is: 'relative', days: null, dayKind: 'calendar', event: part(1).trim() }),
  },
  // by another document
  {
    pattern: pattern(
      '(?:(?:dam bao|bao dam) )?theo ([^;.()\\n]*?)(?=,? (?:trong|truoc|cham nhat|muon nhat|xong|hoan thanh)(?: [a-z]+){0,2} (?:ngay |thang |quy |nam )*(?:\\d|iv|i{1,3} ?/)|(?:,| va) ?¤| ?[;.()\\n]| ?$)',
    ),
    make: (match) => ({ is: 'reference', year: yearOfThings(match[1] ?? '') }),
  },
  // points
  {
    pattern: pattern(`(?:ngay )?${year}-(\\d{1,2})-(\\d{1,2})(?: \\d\\d:\\d\\d(?::\\d\\d)?)?`),
    make: (match) => date(Number(match[3]), Number(match[2]), Number(match[1])),
  },
  {
    pattern: pattern('(?:ngay )?(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|[2-6]\\d)'),
    make: (match) => date(Number(match[1]), Number(match[3]), numberOr(match[4])),
  },
  {
    pattern: pattern(`(?:ngay |(?<!tuan ))(\\d{1,2}) thang (\\d{1,2})(?:,? nam ${year}|/${year})?`),
    make: (match) => date(Number(match[1]), Number(match[2]), numberOr(match[3] ?? match[4])),
  },
  {
    pattern: pattern('(?:ngay |(?<=(?:truoc|den|nhat|tu|han|- ?) ?))(\\d{1,2})/(\\d{1,2})(?! ?[/.-]? ?\\d)'),
    make: (match) => date(Number(match[1]), Number(match[2]), null),
  },
  {
    pattern: pattern('(\\d{1,2})/(\\d{1,2})(?=(?: ?- ?| den (?:het )?(?:ngay )?)(?:\\d{1,2}[/.]\\d{1,2}|¤)| ?¤)'),
    make: (match) => date(Number(match[1]), Number(match[2]), null),
  },
  // "Trước 10/3, 10/6 và 05/12/2023": a day in a list with other days
  {
    pattern: pattern('(?:(?<=¤(?:,|;| va) ?))(\\d{1,2})/(\\d{1,2})(?!/)'),
    make: (match) => date(Number(match[1]), Number(match[2]), null),
  },
  {
    pattern: pattern('(\\d{1,2})/(\\d{1,2})(?=(?:, ?|; ?| va )(?:ngay )?(?:\\d{1,2}/\\d{1,2}|¤))'),
    make: (match) => date(Number(match[1]), Number(match[2]), null),
  },
  {
    pattern: pattern(`(?:6|06|sau) thang (dau|cuoi)(?: cua)? nam(?:(?: ?/ ?| )?${year})?`),
    make: (match) => half(match[1] === 'dau', match[2]),
  },
  { pattern: pattern(`nua (dau|cuoi) nam(?: ${year})?`), make: (match) => half(match[1] === 'dau', match[2]) },
  {
    pattern: pattern(`(3|03|9|09|ba|chin) thang (dau|cuoi)(?: cua)? nam(?:(?: ?/ ?| )?${year})?`),
    make: (match) => someMonths(wordNumber(match[1] ?? '') ?? 3, match[2] === 'dau', match[3]),
  },
  {
    pattern: pattern(
      `(?:qu[yi]|q\\.?) ?(${numeral}(?:(?:${connect}|/(?=i))(?:iv|i{1,3}|0?[1-4](?!/\\d{1,2}(?!\\d))))*)${trailingYear}(?!/\\d)`,
    ),
    make: sharedWord(numeral, quarterOf),
  },
  {
    pattern: pattern(`thang ?((?:0?[1-9]|1[0-2])(?:${connect}(?:0?[1-9]|1[0-2])(?!\\d|/\\d{1,2}(?!\\d)))*)${trailingYear}(?!/\\d)`),
    make: sharedWord('\\d{1,2}', (text, named) => ({ is: 'months', unit: 'month', first: Number(text), last: Number(text), year: named })),
  },
  {
    pattern: pattern(`(?:t\\.? ?)?(0?[1-9]|1[0-2])/${year}`),
    make: (match) => ({ is: 'months', unit: 'month', first: Number(match[1]), last: Number(match[1]), year: Number(match[2]) }),
  },
  {
    pattern: pattern(`(?:(?:ca|trong|het|suot|giai doan|nien do) )?nam ${year}`),
    make: (match) => ({ is: 'year', year: Number(match[1]) }),
  },
  { pattern: pattern(`giai doan ${year}`), make: (match) => ({ is: 'year', year: Number(match[1]) }) },
  {
    pattern: pattern(`${year}(?= ?(?:-|den) ?(?:nam )?(?:19|20|21)\\d\\d(?!\\d))`),
    make: (match) => ({ is: 'year', year: Number(match[1]) }),
  },
  { pattern: pattern(`(?<=¤ ?(?:-|den|,|va) ?)${year}`), make: (match) => ({ is: 'year', year: Number(match[1]) }) },
  {
    pattern: pattern('(?:(?:ca|trong|suot|quanh|het|cuoi) nam(?: nay)?|(?<=(?:dau|giua) )nam|nam nay)(?! ?(?:\\d|hoc))'),
    make: () => ({ is: 'year', year: null }),
  },
  { pattern: pattern('(?:tu )?(?:nay|bay gio)(?= (?:den|toi|cho den))'), make: () => ({ is: 'now' }) },
  { pattern: pattern('thuong xuyen|lien tuc|thuong ky'), make: () => ({ is: 'continuous' }) },
]

/** A year as written, two digits being of this century. */
function numberOr(text: string | undefined): number | null {
  if (text === undefined) return null
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function half(first: boolean, named: string | undefined): Found {
  return { is: 'months', unit: 'half-year', first: first ? 1 : 7, last: first ? 6 : 12, year: numberOr(named) }
}

function someMonths(count: number, fromStart: boolean, named: string | undefined): Found {
  return { is: 'months', unit: 'period', first: fromStart ? 1 : 13 - count, last: fromStart ? count : 12, year: numberOr(named) }
}

function everySo(count: number | null, unit: string): Found | null {
  if (count === null) return null
  const every =
    unit === 'thang' ? monthsUnit(count) : unit === 'tuan' && count === 2 ? 'two-weeks' : count === 1 ? (units[unit] ?? null) : null
  return every === null ? null : { is: 'recurring', every, day: null }
}

function timesA(times: number | null, unit: string): Found | null {
  const span = unitOf(unit)
  if (times === null || span === null) return null
  const yearly: Readonly<Record<number, RecurrenceUnit>> = { 1: 'year', 2: 'half-year', 4: 'quarter', 12: 'month' }
  const every = times === 1 ? span : span === 'year' ? (yearly[times] ?? 'year') : span === 'month' && times === 2 ? 'two-weeks' : span
  return { is: 'recurring', every, day: null }
}

/** "theo từng nhiệm vụ đầu tư của năm 2026" names a year of work; in "theo chương trình công tác năm 2023" the year belongs to a document's name. */
function yearOfThings(words: string): number | null {
  const found = new RegExp(`cua[ \\n]nam[ \\n]${year}`).exec(words)
  return found !== null && /nhiem[ \n]vu|du[ \n]an|cong[ \n]trinh/.test(words) ? Number(found[1]) : null
}

/** A phrase that is nothing but a year ("2026") or a day and month ("30/6"). */
function wholeClause(folded: string, from: number): Mark | null {
  const found = /^[ \n]*(?:((?:19|20|21)\d\d)|(\d{1,2})\/(\d{1,2}))[ \n.]*$/.exec(folded)
  if (found === null) return null
  const at = { from: from + folded.search(/\d/), to: from + folded.trimEnd().length }
  if (found[1] !== undefined) return { is: 'year', year: Number(found[1]), ...at }
  const day = date(Number(found[2]), Number(found[3]), null)
  return day === null ? null : { ...day, ...at }
}

/** All time expressions of a phrase, in order, none over another. Takes text from `readable`. */
export function findMarks({ text, folded }: ReadableText): readonly Mark[] {
  let rest = folded.replace(documentName, (match) => '§'.repeat(match.length))
  const marks: Mark[] = []
  for (const { pattern: expression, make } of recognisers) {
    for (const match of rest.matchAll(expression)) {
      const made = make(match, (group) => {
        const [from, to] = match.indices?.[group] ?? [0, 0]
        return text.slice(from, to).replace(/\n/g, ' ')
      })
      if (made === null) continue
      const whole = { from: match.index, to: match.index + match[0].trimEnd().length }
      // "theo kế hoạch công tác tư pháp hằng năm": the year belongs to the plan's name.
      for (let at = marks.length - 1; at >= 0; at -= 1)
        if ((marks[at]?.from ?? 0) >= whole.from && (marks[at]?.to ?? 0) <= whole.to) marks.splice(at, 1)
      if (Array.isArray(made)) marks.push(...(made as readonly Mark[]))
      else marks.push(Object.assign({}, whole, made) as Mark)
      rest = rest.slice(0, whole.from) + '¤'.repeat(whole.to - whole.from) + rest.slice(whole.to)
    }
  }
  if (marks.length === 0) {
    const whole = wholeClause(rest, 0)
    if (whole !== null) marks.push(whole)
  }
  return marks.toSorted((one, other) => one.from - other.from)
}
