import { asDay } from '#shared/domain/citation.ts'
import type { Day } from '#shared/domain/identifier.ts'
import type { Letterhead } from '#shared/domain/plan.ts'
import { fold } from '#shared/language/fold.ts'
import { isAllCapitals, readMarker } from './marker.ts'
import { findNationalWords, isPaperFurniture, readTypeTitle } from './piece.ts'
import type { Piece } from './piece.ts'

/** The head of a paper (decree Phụ lục I, ô 1–5) as it was read. */
export interface PaperHead {
  readonly type: 'plan' | 'decision' | null
  /** Issuer lines with the superior body apart; null when none was found. */
  readonly letterhead: Letterhead | null
  readonly number: string | null
  readonly symbol: string | null
  readonly issuedOn: Day | null
  readonly subject: string | null
  /** Pieces that stand in the head and fit nothing. */
  readonly unplaced: readonly Piece[]
  /** Index of the first piece behind the head. */
  readonly next: number
}

/** A head has some 15 pieces; a stamp of the signing software adds ten. */
const LONGEST_HEAD = 50
const LONGEST_SUBJECT_LINE = 110

const numberPattern = /(?:^|\s)Số\s*[:.]?\s*([\d\s]*\d[a-zđ]?)?[\s.…_]*\/\s*([A-ZĐ][\p{L}\d&]*(?:\s*[-–]\s*[A-ZĐ][\p{L}\d&.]*)*)/u
const blank = String.raw`[\s.…_]*`
const datePattern = new RegExp(String.raw`(?:^|\s|,)ngày${blank}(\d{1,2})?${blank}tháng${blank}(\d{1,2})?${blank}năm${blank}(\d{4})?`, 'u')

const NATIONAL_TITLE = 'cong hoa xa hoi chu nghia viet nam'
/** Words with which a paper begins to speak: its subject has ended. */
const beginsText = /^(?:Căn cứ|Thực hiện|Triển khai thực hiện|Tiếp tục thực hiện|Thi hành|Xét|Theo đề nghị|Để|Nhằm|Trên cơ sở)(?![\p{L}])/u
const authority = /^(?:ỦY BAN|UỶ BAN|CHỦ TỊCH|HỘI ĐỒNG|GIÁM ĐỐC|BỘ TRƯỞNG|TRƯỞNG BAN|BAN CHỈ ĐẠO)(?![\p{L}])/u
const attachedTo = /^\((?:Ban hành\s+)?[Kk]èm theo/u
const unclosedBracket = /^\([^)]*$/u

/** Reads the head that begins at `from`, or null when there is none there. */
export function readPaperHead(pieces: readonly Piece[], from: number): PaperHead | null {
  const limit = Math.min(pieces.length, from + LONGEST_HEAD)
  let titleAt: number | null = null
  let lastHeadPiece = from - 1
  for (let index = from; index < limit; index += 1) {
    const words = pieces[index]?.words ?? ''
    if (pieces[index]?.isTable === true) break
    if (readTypeTitle(words) !== null) {
      titleAt = index
      break
    }
    if (findNationalWords(words) !== null || isNumberAndSymbol(words) || isPlaceAndDate(words)) lastHeadPiece = index
    // The text has begun without a title.
    else if (readMarker(words) !== null || beginsText.test(words) || words.length > LONGEST_SUBJECT_LINE) break
  }
  if (titleAt === null && lastHeadPiece < from) return null
  const top = readTop(pieces.slice(from, titleAt ?? lastHeadPiece + 1))
  if (titleAt === null) return { ...top, type: null, subject: null, next: lastHeadPiece + 1 }
  const title = readTypeTitle(pieces[titleAt]?.words ?? '')
  const { subject, next } = readSubject(pieces, titleAt + 1, title?.rest ?? '')
  return { ...top, type: title?.type ?? null, subject, next }
}

function isNumberAndSymbol(words: string): boolean {
  return /^Số\s*[:.\d…/]/u.test(words) && numberPattern.test(words)
}

function isPlaceAndDate(words: string): boolean {
  return words.length < 80 && /^[^,]{2,40},\s*ngày/u.test(words) && datePattern.test(words)
}

function readTop(pieces: readonly Piece[]): Omit<PaperHead, 'type' | 'subject' | 'next'> {
  const issuer: string[] = []
  const unplaced: Piece[] = []
  let place = ''
  let number: string | null = null
  let symbol: string | null = null
  let issuedOn: Day | null = null
  /** What is still to come of Quốc hiệu where a narrow column broke it, and of a date whose year stands on the next line. */
  let nationalRest = NATIONAL_TITLE
  let dateRest: { readonly day: number; readonly month: number } | null = null
  for (const piece of pieces) {
    let words = piece.words
    if (isPaperFurniture(words)) continue
    if (isAllCapitals(words) && `${nationalRest} `.startsWith(`${fold(words)} `)) {
      nationalRest = nationalRest.slice(words.length).trim()
      continue
    }
    if (dateRest !== null && /^\d{4}$/.test(words)) {
      issuedOn = asDay(Number(words), dateRest.month, dateRest.day)
      dateRest = null
      continue
    }
    const national = findNationalWords(words)
    if (national !== null) {
      // Columns run together: "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".
      words = `${words.slice(0, national.start)} ${words.slice(national.end)}`.trim()
      if (words === '') continue
    }
    const numbered = isNumberAndSymbol(words) ? numberPattern.exec(words) : null
    if (numbered !== null) {
      number = numbered[1]?.replace(/\s+/g, '') ?? null
      symbol = numbered[2]?.replace(/\s+/g, '').replace(/–/g, '-') ?? null
      words = words.slice(numbered.index + numbered[0].length).trim()
      if (words === '') continue
    }
    const dated = /ngày/u.test(words) ? datePattern.exec(words) : null
    if (dated !== null) {
      const [, day, month, year] = dated
      if (day !== undefined && month !== undefined && year === undefined) dateRest = { day: Number(day), month: Number(month) }
      if (day !== undefined && month !== undefined && year !== undefined) issuedOn = asDay(Number(year), Number(month), Number(day))
      place = words.slice(0, dated.index).replace(/,\s*$/, '').trim()
      continue
    }
    if (isAllCapitals(words)) issuer.push(words)
    else unplaced.push(piece)
  }
  return { letterhead: letterheadOf(issuer, place), number, symbol, issuedOn, unplaced }
}

const beginsName =
  /^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|BỘ|SỞ|BAN|VĂN PHÒNG|CỤC|CHI CỤC|TỔNG CỤC|THANH TRA|CÔNG AN|TRUNG TÂM|PHÒNG|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|TRƯỜNG|VIỆN|ĐẢNG ỦY|TỔ|CHÍNH PHỦ|THỦ TƯỚNG|CHỦ TỊCH)(?![\p{L}])/u

/** Lines of the left column as names: "ỦY BAN NHÂN DÂN" and "TỈNH LẠNG SƠN" are one; the last name issues, the one above is its superior. */
function letterheadOf(lines: readonly string[], place: string): Letterhead | null {
  const names: string[][] = []
  for (const line of lines) {
    const open = names.at(-1)
    if (open === undefined || beginsName.test(line)) names.push([line])
    else open.push(line)
  }
  const issuer = names.at(-1)
  if (issuer === undefined) return null
  return { superior: names.slice(0, -1).flat(), issuer, place }
}

function readSubject(
  pieces: readonly Piece[],
  from: number,
  beginning: string,
): { readonly subject: string | null; readonly next: number } {
  const lines = beginning === '' ? [] : [beginning]
  let index = from
  for (; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (piece === undefined || piece.isTable === true) break
    const { words } = piece
    if (isPaperFurniture(words)) continue
    if (attachedTo.test(words)) {
      index = endOfBracket(pieces, index)
      break
    }
    if (
      readMarker(words) !== null ||
      (lines.length > 0 && (beginsText.test(words) || authority.test(words) || findNationalWords(words) !== null))
    )
      break
    if (lines.length > 0 && !continuesSubject(piece)) break
    if (words.length > LONGEST_SUBJECT_LINE * 2) break
    lines.push(words)
  }
  // The name of the authority that decides stands between subject and bases; it follows from the issuer (form 1.3).
  while (index < pieces.length && authority.test(pieces[index]?.words ?? '') && isAllCapitals(pieces[index]?.words ?? '')) index += 1
  return { subject: lines.length === 0 ? null : lines.join(' '), next: index }
}

/** A later line of the subject is centred like the first; plain text only has its shortness and its missing full stop to show. */
function continuesSubject({ words, standsOut }: Piece): boolean {
  if (standsOut !== null) return standsOut
  if (/[.:;]$/.test(words)) return false
  return words.length < 70 || (/^[\p{Ll}\d(]/u.test(words) && words.length < LONGEST_SUBJECT_LINE)
}

/** "(Ban hành kèm theo Quyết định số …" may take two lines: the index behind the one that closes the bracket. */
function endOfBracket(pieces: readonly Piece[], from: number): number {
  if (!unclosedBracket.test(pieces[from]?.words ?? '')) return from + 1
  for (let index = from + 1; index < Math.min(pieces.length, from + 4); index += 1)
    if (/\)/.test(pieces[index]?.words ?? '')) return index + 1
  return from + 1
}
