import type { Signature } from '#shared/domain/plan.ts'
import { isAllCapitals } from './marker.ts'
import { findNationalWords, isAppendixTitle, isPaperFurniture, readTypeTitle } from './piece.ts'
import type { Piece } from './piece.ts'

/** The foot of a paper (decree Phụ lục I, ô 7 and 9b). */
export interface PaperFoot {
  /** Without dashes and final semicolons; null when there is no "Nơi nhận". */
  readonly recipients: readonly string[] | null
  readonly signature: Signature | null
  readonly unplaced: readonly Piece[]
  /** Index of the first piece behind the foot. */
  readonly next: number
}

const recipientsTitle = /^Nơi nhận\s*[:.]?\s*/u
const authorityLine = /^(?:(?:TM|KT|TL|TUQ|Q)\.\s*|(?:TM|KT|TL|TUQ)\s+|(?:T\/M|K\/T|T\/L)\.?\s*)(?=\p{Lu}{2})/u
const title =
  /^(?:PHÓ\s+|QUYỀN\s+|Q\.\s*)?(?:CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH|BÍ THƯ|TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG|TỔNG THANH TRA|VIỆN TRƯỞNG|THỦ TRƯỞNG|HIỆU TRƯỞNG|TỔ TRƯỞNG|ỦY VIÊN|UỶ VIÊN)(?![\p{L}])/u
/** The second line of a long post or name: "PHÓ CHỦ TỊCH" / "THƯỜNG TRỰC", "TM. ỦY BAN NHÂN DÂN" / "TỈNH …". */
const continuesAbove = /^(?:THƯỜNG TRỰC|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU|CẢI CÁCH)(?![\p{L}])/u
/** Two to six words, each with a large first letter: "Dương Xuân Huyên", "Ma Thế Quyên". */
const personName = /^\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,5}$/u

/** A line of the signing software or the drafter's mark may stand between; four lines in a row are other text. */
const MOST_STRAYS = 3

/** Whether the foot of a paper begins at this piece. */
export function beginsFoot({ words }: Piece): boolean {
  return recipientsTitle.test(words) || (authorityLine.test(words) && isAllCapitals(words))
}

/** Reads the foot that begins at `from`. Recipients and signature may come one after the other or line by line beside each other. */
export function readPaperFoot(pieces: readonly Piece[], from: number): PaperFoot {
  let recipients: string[] | null = null
  const authority: string[] = []
  const titles: string[] = []
  const unplaced: Piece[] = []
  let name = ''
  let recipientsClosed = false
  let strays = 0
  let index = from
  const place = (piece: Piece): boolean => {
    const { words } = piece
    if (isPaperFurniture(words)) return true
    const heading = recipientsTitle.exec(words)
    if (heading !== null && recipients === null) {
      recipients = []
      const rest = words.slice(heading[0].length)
      return rest === '' || place({ ...piece, words: rest })
    }
    const beside = splitColumns(words)
    if (beside !== null) return beside.map((column) => place({ ...piece, words: column })).every(Boolean)
    if (authorityLine.test(words) && isAllCapitals(words)) {
      authority.push(words.replace(/\s+/g, ' '))
      return true
    }
    if (recipients !== null && !recipientsClosed && /^[-–—•*+]\s*\S/u.test(words)) {
      recipients.push(words.replace(/^[-–—•*+]\s*/u, ''))
      recipientsClosed = /^[-–—•*+]?\s*Lưu\s*:?.*\.$/u.test(words)
      return true
    }
    if (name === '' && isAllCapitals(words) && continuesAbove.test(words) && authority.length + titles.length > 0) {
      const lines = titles.length > 0 ? titles : authority
      lines[lines.length - 1] = `${lines.at(-1)} ${words}`
      return true
    }
    const last = recipients?.at(-1)
    const lastIsOpen = recipients !== null && !recipientsClosed && last !== undefined && !/[;.]$/.test(last)
    if (name === '' && (title.test(words) || (isAllCapitals(words) && authority.length > 0 && titles.length === 0))) {
      titles.push(words)
      return true
    }
    const signed = authority.length > 0 || titles.length > 0
    if (lastIsOpen && !(signed && personName.test(words)) && recipients !== null) {
      recipients[recipients.length - 1] = `${last} ${words}`
      recipientsClosed = /^Lưu\s*:?.*\.$/u.test(`${last} ${words}`)
      return true
    }
    if (name === '' && signed && (personName.test(words) || (isAllCapitals(words) && words.split(' ').length <= 6))) {
      name = words
      return true
    }
    // A list without dashes: "Bộ Nội vụ;".
    if (recipients !== null && !recipientsClosed && /[;.]$/.test(words) && words.length < 120) {
      recipients.push(words)
      recipientsClosed = /^Lưu\s*:?.*\.$/u.test(words)
      return true
    }
    return false
  }
  for (; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (piece === undefined || piece.isTable === true || piece.turnsLandscape === true) break
    if (isAppendixTitle(piece.words) || findNationalWords(piece.words) !== null || readTypeTitle(piece.words) !== null) break
    const done = name !== '' && (recipients === null || recipientsClosed)
    if (done && !recipientsTitle.test(piece.words)) break
    if (place(piece)) {
      strays = 0
      continue
    }
    unplaced.push(piece)
    strays += 1
    // More than a stray stamp: this is no foot any more, and what was passed over belongs to what follows.
    if (strays > MOST_STRAYS) {
      unplaced.splice(-strays)
      index -= strays - 1
      break
    }
  }
  return {
    recipients:
      recipients === null
        ? null
        : (recipients as string[]).map((words) => words.replace(/\s*;\s*$/, '').trim()).filter((words) => words !== ''),
    signature: authority.length + titles.length === 0 ? null : signatureOf(authority, titles, name),
    unplaced,
    next: index,
  }
}

/** Columns that a PDF ran together: "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Bộ Nội vụ; KT. CHỦ TỊCH", "- Như Điều 3; PHÓ CHỦ TỊCH". */
function splitColumns(words: string): readonly string[] | null {
  const match = /^(.*\S)\s+((?:TM|KT|TL|TUQ)\.\s*\p{Lu}{2}.*)$/u.exec(words) ?? /^([-–].*[;.])\s+(\p{Lu}{2}[\p{Lu}\s]+)$/u.exec(words)
  const [, left, right] = match ?? []
  return left === undefined || right === undefined || authorityLine.test(left) ? null : [left, right]
}

function signatureOf(authority: readonly string[], titles: readonly string[], name: string): Signature {
  // A head of a committee signs with both posts, one line each (decree I.II.7.c): the last stands for the signer's own.
  return { authority: [...authority, ...titles.slice(0, -1)], title: titles.at(-1) ?? '', name }
}
