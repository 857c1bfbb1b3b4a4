import { pointLetters } from '#shared/domain/numbering.ts'
import { fromRoman } from '#shared/language/roman.ts'

/** What a paragraph begins with: the number or sign that places it. */
export interface Marker {
  readonly kind:
    | 'part' // Phần I, Phần thứ nhất
    | 'chapter' // Chương I
    | 'division' // Mục 1, Tiểu mục 1
    | 'letter' // A.
    | 'section' // I.
    | 'heading' // 1.
    | 'subheading' // 1.1.
    | 'deeper' // 1.1.1.
    | 'point' // a)
    | 'bullet' // -
    | 'sub-bullet' // +
    | 'other-bullet' // • * o ▪
    | 'article' // Điều 1.
  /** Its place among its siblings as typed; null for bullets. */
  readonly ordinal: number | null
  /** The sign or number as typed. */
  readonly typed: string
  /** Characters up to where the words begin. */
  readonly length: number
}

const ordinalWords: readonly string[] = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

interface Form {
  readonly kind: Marker['kind']
  readonly pattern: RegExp
  readonly ordinal: (typed: string) => number | null
}

const none = (): null => null
const arabic = (typed: string): number => Number(typed)
const last = (typed: string): number => Number(/\d+$/.exec(typed)?.[0])

/** The first group is what is counted. Tried in order. */
const forms: readonly Form[] = [
  { kind: 'part', pattern: /^(?:Phần|PHẦN)\s+(?:thứ|THỨ)\s+(\p{L}+)\s*[.:]?\s*/u, ordinal: ordinalOfWord },
  { kind: 'part', pattern: /^(?:Phần|PHẦN)\s+([IVXLC]+|\d{1,2})(?![\p{L}\p{N}])\s*[.:]?\s*/u, ordinal: romanOrArabic },
  { kind: 'chapter', pattern: /^(?:Chương|CHƯƠNG)\s+([IVXLC]+|\d{1,2})(?![\p{L}\p{N}])\s*[.:]?\s*/u, ordinal: romanOrArabic },
  // Without a dot the words of the title stand on the next line: "Mục 2 của Kế hoạch" is a sentence.
  { kind: 'division', pattern: /^(?:Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+([IVXLC]+|\d{1,2})\s*(?:[.:]\s*|$)/u, ordinal: romanOrArabic },
  { kind: 'article', pattern: /^(?:Điều|ĐIỀU)\s+(\d{1,3})\s*[.:]\s*/u, ordinal: arabic },
  { kind: 'deeper', pattern: /^(\d{1,2}(?:\.\d{1,2}){2,3})[.)]?\s+(?=\S)/u, ordinal: last },
  { kind: 'subheading', pattern: /^(\d{1,2}\.\d{1,2})[.)]\s+(?=\S)/u, ordinal: last },
  // Without its own dot a number may be an amount: "1.5 triệu lượt".
  { kind: 'subheading', pattern: /^(\d{1,2}\.\d{1,2})\s+(?=[\p{Lu}"“(\d])/u, ordinal: last },
  { kind: 'subheading', pattern: /^(\d{1,2}\.\d{1,2})\.(?=\p{Lu})/u, ordinal: last },
  { kind: 'heading', pattern: /^(\d{1,2})[.)]\s+(?=\S)/u, ordinal: arabic },
  { kind: 'heading', pattern: /^(\d{1,2})[.)](?=\p{Lu})/u, ordinal: arabic },
  { kind: 'section', pattern: /^([IVXLC]+)\s*[.)]\s*(?=\p{Lu}|\p{Ll}|["“(])/u, ordinal: fromRoman },
  // A slash or a dash after the Roman number is an old habit: "I/ MỤC TIÊU", "II - NHIỆM VỤ".
  { kind: 'section', pattern: /^([IVXLC]+)\s*[/\-–]\s*(?=\p{Lu}{2})/u, ordinal: fromRoman },
  { kind: 'heading', pattern: /^(\d{1,2})\s*\/\s*(?=\p{Lu})/u, ordinal: arabic },
  { kind: 'letter', pattern: /^([A-HĐ])\s*[.)/]\s*(?=\p{Lu})/u, ordinal: ordinalOfLetter },
  { kind: 'point', pattern: /^([a-zđ])\s*\)\s*(?=\S)/u, ordinal: ordinalOfLetter },
  // With a dot only before a sentence: "v.v." is none.
  { kind: 'point', pattern: /^([a-zđ])\.\s+(?=[\p{Lu}"“])/u, ordinal: ordinalOfLetter },
  { kind: 'sub-bullet', pattern: /^(\+)\s*(?=\S)/u, ordinal: none },
  // A dash before a digit is a minus or a range; before a letter it is a bullet even without its space.
  { kind: 'bullet', pattern: /^([-–—−‐‑])\s*(?=[^\s\d\-–—])/u, ordinal: none },
  { kind: 'bullet', pattern: /^([-–—−‐‑])\s+(?=\d)/u, ordinal: none },
  { kind: 'other-bullet', pattern: /^([•●○◦▪■□◆◊➢➤✓✔·∙*\uF000-\uF0FF])\uFE0F?\s*(?=\S)/u, ordinal: none },
  { kind: 'other-bullet', pattern: /^(o)\s+(?=\p{Lu})/u, ordinal: none },
]

function ordinalOfWord(word: string): number | null {
  const at = ordinalWords.indexOf(word.toLocaleLowerCase('vi'))
  return at < 0 ? null : at + 1
}

function romanOrArabic(typed: string): number | null {
  return /^\d/.test(typed) ? Number(typed) : fromRoman(typed)
}

function ordinalOfLetter(letter: string): number | null {
  const at = (pointLetters as readonly string[]).indexOf(letter.toLocaleLowerCase('vi'))
  return at < 0 ? null : at + 1
}

/** Pictures that messages put before their lines: "📌", "👉"; the signs of ownership (©®™) are words. */
const pictures = /^(?:(?![©®™])\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*\s*)+(?=\S)/u
/** "1️⃣": a digit in the picture of a key. */
const keycap = /^(\d)\uFE0F?\u20E3\s*(?=\S)/u

/** A line without the pictures before it. */
export function withoutPictures(words: string): string {
  return words.replace(pictures, '')
}

/** The marker a paragraph's words begin with, or null. Pictures before a number are decoration, before words they are a bullet. */
export function readMarker(words: string): Marker | null {
  const bare = readBareMarker(words)
  if (bare !== null) return bare
  const picture = pictures.exec(words)?.[0]
  if (picture === undefined) return null
  const inner = readBareMarker(words.slice(picture.length))
  if (inner !== null) return { ...inner, length: picture.length + inner.length }
  return { kind: 'other-bullet', ordinal: null, typed: picture.replace(/[\uFE0F\s]/g, ''), length: picture.length }
}

function readBareMarker(words: string): Marker | null {
  const key = keycap.exec(words)
  if (key !== null) return { kind: 'heading', ordinal: Number(key[1]), typed: key[1] ?? '', length: key[0].length }
  for (const { kind, pattern, ordinal } of forms) {
    const match = pattern.exec(words)
    const typed = match?.[1]
    if (match === null || typed === undefined) continue
    const place = ordinal(typed)
    // "C." and "D." are Roman numbers only in books of laws; a Roman number must be well formed.
    if (kind === 'section' && (place === null || (typed.length === 1 && 'CDLM'.includes(typed)))) continue
    if (kind === 'part' && place === null) continue
    return { kind, ordinal: place, typed, length: match[0].length }
  }
  return null
}

/** Marker of an automatic number of Word: its label stands in front of words it is no part of. */
export function readAutomaticMarker(label: string): Marker | null {
  const marker = readMarker(`${label} Chữ`) ?? readMarker(`${label}. Chữ`)
  return marker === null ? null : { ...marker, length: 0 }
}

const terminal = /[.;:!?…]["”’)\]]*\d{0,2}\s*$/u

/** Whether a line ends where a sentence, an item or a heading of items may end. */
export function endsSentence(words: string): boolean {
  return terminal.test(words)
}

/** All letters are capitals (and there are some). */
export function isAllCapitals(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? []
  return letters.length >= 2 && words === words.toLocaleUpperCase('vi')
}

/** Begins with a small letter, or with a sign that cannot begin a sentence. */
export function goesOn(words: string): boolean {
  return /^[\p{Ll}),;:.%”’]/u.test(words)
}
