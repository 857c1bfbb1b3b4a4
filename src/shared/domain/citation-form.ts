import { officialDate } from '../decree/official-words.ts'
import { fold } from '../language/fold.ts'
import type { CitedDocument } from './cited-document.ts'
import type { Day } from './identifier.ts'

/** How the dates of citations are written in one plan. */
export type CitationDateForm = 'short' | 'words'

/** The facts that a citation in full names. */
export type CitedFacts = Pick<CitedDocument, 'type' | 'symbol' | 'issuedOn' | 'issuer' | 'title'>

/** How a plan writes its citations. */
export interface CitationStyle {
  readonly dates: CitationDateForm
  /** Documents of the Party with a comma before the date: "Nghị quyết số 60-NQ/TU, ngày 15/12/2021", as the Party's own papers do. */
  readonly partyComma: boolean
}

/**
 * A day as the decree writes days: "15/7/2021", "08/4/2020", "10/01/2022", or in words. Days below 10 and months 1 and 2 take a
 * zero, months 3 to 9 none (I.II.4.b). Without the word "ngày" in short, with it in words.
 */
export function citedDay(day: Day, form: CitationDateForm): string {
  if (form === 'words') return officialDate(day)
  const [year = '', month = '', date = ''] = day.split('-')
  return `${date}/${Number(month) <= 2 ? month : Number(month)}/${Number(year)}`
}

/** "ngày 15/7/2021" or "ngày 15 tháng 7 năm 2021". */
export function citedDate(day: Day, form: CitationDateForm): string {
  return form === 'words' ? officialDate(day) : `ngày ${citedDay(day, form)}`
}

/** Laws and ordinances are named by type and name alone (I.II.6.b). */
export function isNamedLaw({ type }: Pick<CitedDocument, 'type'>): boolean {
  return ['hien phap', 'bo luat', 'luat', 'phap lenh'].includes(fold(type))
}

/** "76/NQ-CP" is the State's, "60-NQ/TU" the Party's. */
export function isPartySymbol(symbol: string): boolean {
  return /^\d+-/.test(symbol)
}

/** The short form: type, number and symbol; of a law its name (I.II.6.b). */
export function shortCitation(document: CitedFacts): string {
  if (isNamedLaw(document) && document.title !== '') return lawName(document)
  return document.symbol === '' ? `${document.type} ${document.title}`.trim() : `${document.type} số ${document.symbol}`
}

/** "Luật Cán bộ, công chức": the type is not said twice where the name has it. */
function lawName({ type, title }: CitedFacts): string {
  return fold(title).startsWith(`${fold(type)} `) ? title : `${type} ${title}`.trim()
}

/**
 * What follows number and symbol in the full form: date, issuer, title, each where it is known (I.II.6.b). Begins with a space or a
 * comma; empty where nothing is known, and for laws.
 */
export function citationTail(document: CitedFacts, style: CitationStyle): string {
  if (isNamedLaw(document)) return ''
  const { issuedOn, issuer, title, symbol } = document
  const comma = style.partyComma && isPartySymbol(symbol) ? ',' : ''
  return [
    issuedOn === null ? '' : `${comma} ${citedDate(issuedOn, style.dates)}`,
    issuer === '' ? '' : ` của ${issuer}`,
    title === '' ? '' : ` ${titleInSentence(title)}`,
  ].join('')
}

/** The full form, for a first mention (I.II.6.b). */
export function fullCitation(document: CitedFacts, style: CitationStyle): string {
  return `${shortCitation(document)}${citationTail(document, style)}`
}

/**
 * One legal basis without its final mark (I.II.6.a): in full, the date in words as the decree's own bases have it; a law by its name and date.
 */
export function legalBasisWords(document: CitedFacts): string {
  const style: CitationStyle = { dates: 'words', partyComma: false }
  const date = isNamedLaw(document) && document.issuedOn !== null ? ` ${citedDate(document.issuedOn, 'words')}` : ''
  return `Căn cứ ${fullCitation(document, style)}${date}`
}

const saysItself =
  /^(?:về|v\/v|phê duyệt|quy định|ban hành|sửa đổi|bổ sung|hướng dẫn|công bố|thông qua|bãi bỏ|thành lập|kiện toàn)(?![\p{L}\p{N}])/iu

/** Names of papers keep their capital letter in a sentence. */
const namesPaper =
  /^(?:Chương trình|Đề án|Kế hoạch|Chiến lược|Quy chế|Quy định|Luật|Danh mục|Bộ|Hệ thống|Nghị|Quyết định|Chính phủ|Chính quyền)(?![\p{L}\p{N}])/u

/**
 * A title as it follows the issuer in a sentence: "Ban hành Chương trình …" → "ban hành Chương trình …", "Đẩy mạnh phân cấp" → "về đẩy mạnh
 * phân cấp". One that was read from a sentence stays as it is.
 */
export function titleInSentence(title: string): string {
  const words = title.trim()
  const capital = /^\p{Lu}\p{Ll}/u.test(words) || /^\p{Lu}\s/u.test(words)
  const begins = saysItself.test(words)
  if (begins) return capital ? words.charAt(0).toLocaleLowerCase('vi') + words.slice(1) : words
  const lowered = capital && !namesPaper.test(words) ? words.charAt(0).toLocaleLowerCase('vi') + words.slice(1) : words
  return words === '' ? '' : `về ${lowered}`
}
