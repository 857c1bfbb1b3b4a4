import type { DraftInline } from './draft.ts'
import type { Day } from './identifier.ts'
import type { TextInline } from './inline.ts'

/** A document named in running text by its symbol (trích dẫn). Offsets are UTF-16 units. */
export interface Citation {
  readonly start: number
  readonly length: number
  /** "Nghị quyết", as the text says it with its first letter large; null when the text gives the symbol alone. */
  readonly type: string | null
  /** Without spaces, with plain hyphens: "76/NQ-CP", "60-NQ/TU", "15/2022/NQ-HĐND". */
  readonly symbol: string
  /** The number alone, as typed: "04". */
  readonly number: string
  readonly issuedOn: Day | null
  /** Who issued it, if "của …" follows: "Chính phủ", "Ban Thường vụ Tỉnh ủy". */
  readonly issuer: string | null
  /** A date follows the symbol without the word "ngày" (decree I.II.6.b wants it written). */
  readonly dateWordMissing: boolean
  /** Where number and symbol end. */
  readonly symbolEnd: number
  /** The date that follows, without a comma before it; null where none does. Its day may be none of the calendar. */
  readonly date: CitedDate | null
  /** Where the issuer's name stands. */
  readonly issuerAt: Stretch | null
}

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number
  readonly length: number
}

/** A date as written: "ngày 15/7/2021" is short, "ngày 15 tháng 7 năm 2021" in words. The stretch holds the word "ngày" where it is there. */
export interface CitedDate extends Stretch {
  readonly form: 'short' | 'words'
  /** As typed: "08", "8". */
  readonly dayWritten: string
  readonly monthWritten: string
  readonly yearWritten: string
}

/** Kinds of documents that are cited: those of the decree's Phụ lục III, those of the law on legal documents, those of the Party. */
const types = [
  'Nghị quyết liên tịch',
  'Thông tư liên tịch',
  'Nghị quyết',
  'Nghị định',
  'Quyết định',
  'Chỉ thị',
  'Kế hoạch',
  'Thông tư',
  'Thông báo',
  'Thông tri',
  'Kết luận',
  'Chương trình',
  'Đề án',
  'Dự án',
  'Phương án',
  'Bộ luật',
  'Luật',
  'Pháp lệnh',
  'Lệnh',
  'Quy định',
  'Quy chế',
  'Hướng dẫn',
  'Tờ trình',
  'Báo cáo',
  'Công điện',
  'Công văn',
  'Văn bản',
  'Biên bản',
  'Giấy mời',
  'Hợp đồng',
]

const typePattern = types
  .flatMap((type) => [type, type.charAt(0).toLocaleLowerCase('vi') + type.slice(1), type.toLocaleUpperCase('vi')])
  .join('|')

// Groups of letters: NQ, TTg, CTr, HĐND; laws and ordinances end in the number of their legislature (QH13, UBTVQH14).
const letters = String.raw`(?:(?:UBTV)?QH\d{1,2}|[A-ZĐ&][A-ZĐ&]*[a-zđ]{0,3}[A-ZĐ]*(?:\.[A-ZĐ]+)?)`

/** State: 76/NQ-CP, 15/2022/NQ-HĐND, 80/2015/QH13. Party: 60-NQ/TU. `gap` is what may stand between the pieces. */
function symbolPattern(gap: string): string {
  const dash = `${gap}[-–‑]${gap}`
  const slash = `${gap}/${gap}`
  const tail = `${letters}(?:${dash}${letters})*`
  return `(?:\\d{1,5}[a-z]?(?:${slash}(?:19|20)\\d\\d)?${slash}${tail}|\\d{1,4}${dash}${letters}${slash}${tail})`
}

// With "số" before it, spaces and line ends inside a symbol are tolerated; without, they would swallow half a sentence.
const number = String.raw`(?:(?:[Ss]ố|SỐ)\s*:?\s*(?<after>${symbolPattern(String.raw`\s*`)})|(?<bare>${symbolPattern('')}))`
const citationPattern = new RegExp(String.raw`(?<![\p{L}\p{N}/\-])(?:(?<type>${typePattern})\s+)?${number}(?![\p{L}\p{N}])`, 'gu')

const wordedDate = String.raw`ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})`
const shortDate = String.raw`(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})`
const datePattern = new RegExp(String.raw`^(\s*,?\s*)(?:${wordedDate}|(ngày\s*)?${shortDate})(?!\d)`, 'u')

/** An issuer ends where the sentence goes on with what the document is about. */
const issuerPattern =
  /^\s*,?\s*của\s+(\p{Lu}[^,;.:()\n]{1,79}?)(?=\s+(?:về|v\/v|phê duyệt|quy định|ban hành|sửa đổi|hướng dẫn|triển khai|thông qua|ngày|số|năm|và (?:các )?(?:[Nn]ghị|[Qq]uyết|[Kk]ế|[Cc]hỉ|[Tt]hông|[Kk]ết|[Cc]hương|[Đđ]ề|[Ll]uật))(?![\p{L}\p{N}])|[,;.:()\n]|$)/u

/**
 * Documents cited by their symbol, in order of mention. A law named without number ("Luật Tổ chức chính quyền địa phương") is no
 * such mention: nothing to look up can be told from its words alone.
 */
export function findCitations(text: string): readonly Citation[] {
  return [...text.matchAll(citationPattern)].map((match) => {
    const { type, after, bare } = match.groups ?? {}
    const symbol = normaliseSymbol(after ?? bare ?? '')
    const end = match.index + match[0].length
    const date = datePattern.exec(text.slice(end, end + 60))
    const afterDate = end + (date?.[0].length ?? 0)
    const issuer = issuerPattern.exec(text.slice(afterDate, afterDate + 100))
    const issuerWords = issuer?.[1] ?? null
    return {
      start: match.index,
      length: afterDate - match.index,
      type: type === undefined ? null : type.charAt(0).toLocaleUpperCase('vi') + type.slice(1).toLocaleLowerCase('vi'),
      symbol,
      number: /^\d+/.exec(symbol)?.[0] ?? '',
      issuedOn: date === null ? null : dayOf(date),
      issuer: issuerWords?.replace(/\s+/g, ' ').trim() ?? null,
      dateWordMissing: date !== null && date[2] === undefined && date[5] === undefined,
      symbolEnd: end,
      date: date === null ? null : citedDate(date, end),
      issuerAt:
        issuer === null || issuerWords === null
          ? null
          : { start: afterDate + issuer[0].length - issuerWords.length, length: issuerWords.trimEnd().length },
    }
  })
}

/** A symbol without spaces, with plain hyphens, NFC. */
export function normaliseSymbol(symbol: string): string {
  return symbol.normalize('NFC').replace(/\s+/g, '').replace(/[–‑]/g, '-')
}

function dayOf(date: RegExpExecArray): Day | null {
  const [day, month, year] = datePieces(date).map(Number)
  if (day === undefined || month === undefined || year === undefined) return null
  return asDay(year, month, day)
}

/** Day, month and year as typed. */
function datePieces(date: RegExpExecArray): readonly string[] {
  return date[2] === undefined ? date.slice(6, 9) : date.slice(2, 5)
}

function citedDate(date: RegExpExecArray, at: number): CitedDate {
  const before = (date[1] ?? '').length
  const [dayWritten = '', monthWritten = '', yearWritten = ''] = datePieces(date)
  const form = date[2] === undefined ? 'short' : 'words'
  return { start: at + before, length: date[0].length - before, form, dayWritten, monthWritten, yearWritten }
}

/** A calendar day, or null when there is none: 31/02 is a slip, not a date. */
export function asDay(year: number, month: number, day: number): Day | null {
  const moment = new Date(Date.UTC(year, month - 1, day))
  const exists = year >= 1000 && year <= 9999 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
  return exists ? moment.toISOString().slice(0, 10) : null
}

/**
 * Marks the citations in a content: the words stay as they are typed, the mark lies over them. Marks that were there are replaced.
 * A footnote's words are looked at by themselves; one that stands inside a citation does not part it.
 */
export function markCitations(content: readonly DraftInline[]): readonly DraftInline[] {
  const words = content.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'line-break' ? '\n' : '')).join('')
  const citations = findCitations(words)
  const marked: DraftInline[] = []
  let at = 0
  for (const inline of content) {
    if (inline.kind === 'text') {
      marked.push(...cutAtCitations(inline, at, citations))
      at += inline.text.length
    } else if (inline.kind === 'line-break') {
      marked.push(inline)
      at += 1
    } else marked.push({ kind: 'footnote', content: markCitations(inline.content).filter((piece) => piece.kind === 'text') })
  }
  return marked
}

function cutAtCitations(inline: TextInline, at: number, citations: readonly Citation[]): readonly TextInline[] {
  const { citation: _replaced, ...plain } = inline
  const pieces: TextInline[] = []
  let from = 0
  const add = (to: number, mark: Citation | null): void => {
    if (to <= from) return
    const text = inline.text.slice(from, to)
    pieces.push(mark === null ? { ...plain, text } : { ...plain, text, citation: { symbol: mark.symbol, issuedOn: mark.issuedOn } })
    from = to
  }
  for (const citation of citations) {
    const start = citation.start - at
    const end = start + citation.length
    if (end <= 0 || start >= inline.text.length) continue
    add(Math.max(0, start), null)
    add(Math.min(inline.text.length, end), citation)
  }
  add(inline.text.length, null)
  return pieces
}
