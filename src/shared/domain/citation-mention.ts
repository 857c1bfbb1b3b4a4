import { fold } from '../language/fold.ts'
import { findCitations, type Citation, type Stretch } from './citation.ts'

/** A citation with everything that its sentence says of the document. */
export interface Mention extends Citation {
  /** What it is about, as typed, where the sentence goes on with it: "về việc ban hành …", "quy định …". */
  readonly title: (Stretch & { readonly words: string }) | null
  /** It stands inside the title of another document ("sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP"): its form is that title's. */
  readonly inTitle: boolean
  /** One of several under one word of type ("các Nghị định số 24/2014/NĐ-CP, số 37/2014/NĐ-CP"): its form is the list's. */
  readonly listed: boolean
  /** A law of the registry, found by its name alone. */
  readonly byName: boolean
}

/** How a title goes on after the issuer. Verbs of a sentence about what the plan does ("triển khai", "thực hiện") are not among them. */
const titleBegins =
  /^\s*,?\s*(?=(?:về|v\/v|phê duyệt|quy định|ban hành|sửa đổi|bổ sung|hướng dẫn|công bố|thông qua|bãi bỏ|thành lập|kiện toàn)(?![\p{L}\p{N}]))/u

/** The words before a document that is one more of a row, not a part of the title before it. */
const nextInRow = /(?:;|,|(?:^|[^\p{L}])và|(?:^|[^\p{L}])cùng)\s*(?:(?:tại|theo|các)\s+)?$/u

/** Where the sentence leaves the document and comes to who does what: "…, UBND tỉnh ban hành Kế hoạch". */
const doerFollows =
  /,\s+(?:UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Ban|Sở|Bộ|Chủ tịch|Thủ tướng|Văn phòng|Tỉnh ủy|Tỉnh uỷ)(?![\p{L}])[^,;:.]{0,80}?\s(?:ban hành|xây dựng|đề nghị|yêu cầu|báo cáo|quyết định|triển khai|trình|đã|tiếp tục)(?![\p{L}])/u

/** The citations of one text with their titles, in order. */
export function findMentions(text: string): readonly Mention[] {
  const citations = findCitations(text)
  const mentions: Mention[] = []
  let titleUntil = 0
  for (const [index, citation] of citations.entries()) {
    const inTitle = citation.start < titleUntil
    const title = titleAfter(text, endOfNames(citation), citations.slice(index + 1))
    if (title !== null && !inTitle) titleUntil = title.start + title.length
    const before = text.slice(Math.max(0, citation.start - 12), citation.start)
    mentions.push({
      ...citation,
      title,
      inTitle,
      byName: false,
      listed: citation.type === null || /(?<![\p{L}])(?:các|những)\s+$/iu.test(before),
    })
  }
  return mentions
}

/** Where type, number, date and issuer of a citation end. */
export function endOfNames({ start, length, issuerAt }: Citation): number {
  return issuerAt === null ? start + length : issuerAt.start + issuerAt.length
}

function titleAfter(text: string, from: number, later: readonly Citation[]): Mention['title'] {
  const begins = titleBegins.exec(text.slice(from))
  if (begins === null) return null
  const start = from + begins[0].length
  const rest = text.slice(start)
  const ends = [/;|\.(?=\s|$|\/)|\n|:/u.exec(rest)?.index, doerFollows.exec(rest)?.index, unopened(rest)]
  // The next document of a row ends the title before it; one that the title names does not.
  const next = later.find((citation) => nextInRow.test(text.slice(start, citation.start)))
  if (next !== undefined)
    ends.push(rest.slice(0, next.start - start).replace(/\s*(?:[;,]|và|cùng)\s*(?:(?:tại|theo|các)\s+)?$/u, '').length)
  const end = Math.min(rest.length, ...ends.filter((each) => each !== undefined))
  const words = rest.slice(0, end).trimEnd()
  return words === '' ? null : { start, length: words.length, words }
}

/** A bracket or quotation that closes without having opened: the citation stands inside it. */
function unopened(text: string): number | undefined {
  let open = 0
  for (const { 0: sign, index } of text.matchAll(/[(“)”]/gu)) {
    open += sign === '(' || sign === '“' ? 1 : -1
    if (open < 0) return index
  }
  return undefined
}

/**
 * How many units of `text` say a known title, letter case, accents and white space apart; null when they say something else. A
 * title that was read from a sentence may have taken some of the sentence with it: what both begin with counts when it ends at a comma.
 */
export function lengthOfTitle(text: string, known: string): number | null {
  // Mostly they are the very words.
  const lead = /^[\s,]*/u.exec(text)?.[0].length ?? 0
  if (/[\p{L}\p{N}]$/u.test(known) && text.startsWith(known, lead) && endsAt(text, lead + known.length)) return lead + known.length
  const said = text.matchAll(/[\p{L}\p{N}]+/gu)
  let same = 0
  let end = 0
  let knownEnd = 0
  for (const wanted of known.matchAll(/[\p{L}\p{N}]+/gu)) {
    const { value: word } = said.next()
    if (word === undefined || (word[0] !== wanted[0] && fold(word[0]) !== fold(wanted[0]))) {
      const sharesStretch = same >= 4 && endsAt(text, end) && endsAt(known, knownEnd)
      return sharesStretch ? end : null
    }
    same += 1
    end = word.index + word[0].length
    knownEnd = wanted.index + wanted[0].length
  }
  return same === 0 ? null : end
}

/** Whether a mark that may end a title, or the text's end, follows. */
function endsAt(text: string, end: number): boolean {
  return /^\s*(?:[.,;:)”\n]|$)/u.test(text.slice(end, end + 4))
}

/** Whether two titles say the same, letter case, accents, abbreviations of white space and a leading "về" or "về việc" apart. */
export function sameTitle(one: string, other: string): boolean {
  return titleKey(one) === titleKey(other)
}

function titleKey(title: string): string {
  return fold(title)
    .replace(/^v\/v |^ve viec |^ve /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
