import type { Office } from '../domain/office.ts'
import type { Letterhead } from '../domain/plan.ts'
import { fold } from '../language/fold.ts'

/** Bodies that a sentence names by their letters, as the office itself does ("UBND tỉnh"). */
const abbreviations: readonly (readonly [string, string])[] = [
  ['ủy ban nhân dân', 'UBND'],
  ['uỷ ban nhân dân', 'UBND'],
  ['hội đồng nhân dân', 'HĐND'],
  ['ubnd', 'UBND'],
  ['hđnd', 'HĐND'],
  ['cchc', 'CCHC'],
]

/** After these words a sentence writes the next one large: "Sở Nội vụ", "Ban Chỉ đạo". */
const heads = /^(sở|bộ|ban|phòng|chi cục|cục)( )(\p{L})/u

/** After these words a proper name begins. */
const places = /(?<=(?:^| )(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) )(?!tỉnh |thành phố )(.+)$/u

/**
 * The issuer of a paper as a sentence names it: "UBND tỉnh Lạng Sơn". The office's own words where the paper has the office's letterhead;
 * else the words of that letterhead, brought out of their capitals (a plan may be the committee's, or an older one of another office).
 */
export function issuerInSentence(letterhead: Letterhead, office: Pick<Office, 'letterhead' | 'issuerInSentence'>): string {
  const issuer = letterhead.issuer.join(' ').replace(/\s+/g, ' ').trim()
  if (issuer === '' || fold(issuer) === fold(office.letterhead.issuer.join(' '))) return office.issuerInSentence
  if (/\p{Ll}/u.test(issuer)) return issuer
  const small = issuer
    .toLocaleLowerCase('vi')
    .replace(places, (name) => name.replace(/(?<=^|[ -])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi')))
    .replace(heads, (_, head: string, space: string, letter: string) => `${head}${space}${letter.toLocaleUpperCase('vi')}`)
  const short = abbreviations.reduce((words, [whole, letters]) => words.replace(whole, letters), small)
  return short.charAt(0).toLocaleUpperCase('vi') + short.slice(1)
}
