import { fold } from '#shared/language/fold.ts'
import { isAllCapitals, withoutPictures } from './marker.ts'

/** A line or a cell's paragraph of the head or foot of a paper: what stands alone in its column. */
export interface Piece {
  readonly words: string
  /** Line of the source, 1-based. */
  readonly line: number
  /** Index of the line or paragraph it was cut from: both columns of one printed line share it. */
  readonly origin: number
  /** Centred or bold on the page; null where the source does not say (plain text). */
  readonly standsOut: boolean | null
  /** Stands for a whole table that is neither head nor foot. */
  readonly isTable?: true
  /** The first of a landscape section behind a portrait one: appendices are set so. */
  readonly turnsLandscape?: true
}

/** Columns set side by side in plain text are parted by wide gaps; in Word, by tabs. */
const gap = /\t+|\s{3,}/
/** Room left for a day or a month inside one line: "Lạng Sơn, ngày      tháng      năm 2023". */
const roomForDay = /(ngày|tháng)\s{3,}(?=(?:\d{1,2}\s+)?(?:tháng|năm)(?!\p{L}))/gu
const openNumber = /^Số\s*[:.]?[\s\d.…_]*$/u

/** Cuts a printed line into the pieces of its columns. */
export function piecesOf(raw: string, line: number, origin: number, standsOut: boolean | null): readonly Piece[] {
  const columns = raw
    .replace(roomForDay, '$1 ')
    .split(gap)
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
  return columns.flatMap((words, index) => {
    // Room left for a number: "Số:      /KH-UBND", or stamped into it: "Số:277    /KH-UBND".
    const next = columns[index + 1]
    if (words.startsWith('/') && index > 0 && openNumber.test(columns[index - 1] ?? '')) return []
    const whole = next !== undefined && openNumber.test(words) && next.startsWith('/') ? `${words} ${next}` : words
    return [{ words: whole, line, origin, standsOut }]
  })
}

const nationalTitle = /c[oộ]ng\s+h[oò][aà]\s+x[aã]\s+h[oộ]i\s+ch[uủ]\s+ngh[iĩ]a\s+vi[eệ]t\s+nam/u
const motto = /[dđ]ộc\s+lập\s*[-–—]?\s*tự\s+do\s*[-–—]?\s*hạnh\s+phúc/u

/** Where Quốc hiệu or Tiêu ngữ stands in a piece (decree I.II.1), or null. */
export function findNationalWords(words: string): { readonly start: number; readonly end: number } | null {
  const lower = words.toLocaleLowerCase('vi').replaceAll('oà', 'òa')
  const match = nationalTitle.exec(lower) ?? motto.exec(lower)
  return match === null ? null : { start: match.index, end: match.index + match[0].length }
}

/** The line that names the type of the paper: KẾ HOẠCH, QUYẾT ĐỊNH; with the subject behind it when both stand on one line. */
export function readTypeTitle(words: string): { readonly type: 'plan' | 'decision'; readonly rest: string } | null {
  const match = /^(KẾ HOẠCH|QUYẾT ĐỊNH)(?![\p{L}\p{N}])\s*(.*)$/u.exec(withoutPictures(words))
  if (match === null) return null
  const rest = match[2] ?? ''
  if (rest !== '' && (!isAllCapitals(rest) || /^[:;,.]/.test(rest))) return null
  return { type: match[1] === 'KẾ HOẠCH' ? 'plan' : 'decision', rest }
}

/** "PHỤ LỤC", "Phụ lục I", "PHỤ LỤC SỐ 02", alone or with its title: the first line of an appendix (decree I.III.1). */
export function isAppendixTitle(words: string): boolean {
  if (/^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+|SỐ\s+)?(?:[IVXLC]+|\d{1,2}|[A-Z]))?\s*[.:]?$/u.test(words)) return true
  return /^(?:PHỤ LỤC|DANH MỤC NHIỆM VỤ|BIỂU)(?![\p{L}])/u.test(words) && isAllCapitals(words) && words.length < 160
}

const secrecy = new Set(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'])

/**
 * Whether a piece is a stamp of secrecy (decree I.III.2.a; law on state secrets): the words alone, in capitals, boxed or not, or
 * "Độ mật: …". "BÍ MẬT NHÀ NƯỚC" in a title, or "mật" in a sentence, is none.
 */
export function isSecrecyMark(words: string): boolean {
  const bare = words
    .replace(/[\s|[\](){}*_.·–—-]+/gu, ' ')
    .trim()
    .replace(/^M Ậ T$/u, 'MẬT')
  if (secrecy.has(bare)) return true
  const degree = /^(?:mức\s+)?độ\s+mật\s*:?\s*(.+)$/iu.exec(bare)?.[1]
  return degree !== undefined && secrecy.has(degree.toLocaleUpperCase('vi'))
}

/** Drawn by hand or by the signing software, no words of the paper: "DỰ THẢO", "Dự thảo lần 2", "(Đã ký)". */
export function isPaperFurniture(words: string): boolean {
  return /^[([]?\s*(?:dự thảo(?:\s+lần\s+(?:thứ\s+)?\d+)?|đã ký)\s*[)\]]?$/iu.test(words)
}

/** Whether two texts say the same but for case, accents, and signs between words. */
export function saySame(one: string, other: string): boolean {
  return bareWords(one) === bareWords(other)
}

function bareWords(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
