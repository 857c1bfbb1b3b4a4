import { foldEach } from '../language/fold-each.ts'

export type Role = 'lead' | 'coordinating'

/** What the words between two names are. `label` sets the role of what follows, `label-of-previous` that of the name before. */
export type GapPiece = { readonly from: number; readonly to: number } & (
  | { readonly is: 'label'; readonly role: Role | null }
  | { readonly is: 'label-of-previous'; readonly role: Role }
  | { readonly is: 'qualifier' }
  /** "Giám đốc" right before the office. */
  | { readonly is: 'post' }
  | { readonly is: 'words' }
)

export interface Gap {
  readonly pieces: readonly GapPiece[]
}

interface Surroundings {
  readonly afterName: boolean
  readonly beforeName: boolean
}

const who = '(?:(?:cac )?(?:co quan|don vi|cq|dv) )'
const labels: readonly { readonly pattern: RegExp; readonly role: Role | null; readonly previous?: true }[] = [
  { pattern: /\(\s*(?:co quan |don vi )?chu tri\s*\)/g, role: 'lead', previous: true },
  { pattern: /\(\s*(?:co quan |don vi )?phoi hop\s*\)/g, role: 'coordinating', previous: true },
  { pattern: new RegExp(`(?<![a-z])${who}?(?:chu tri,? (?:va )?)?phoi hop(?: thuc hien)?\\s*:`, 'g'), role: 'coordinating' },
  { pattern: /(?<![a-z])(?:de nghi )?(?:chu tri,? (?:va )?)?phoi hop (?:chat che )?(?:voi|cung)(?: voi)?(?![a-z])/g, role: 'coordinating' },
  { pattern: /(?<![a-z])(?:chu tri,? (?:va )?)phoi hop(?![a-z])/g, role: 'coordinating' },
  { pattern: /(?<![a-z])phoi hop\s*$/g, role: 'coordinating' },
  { pattern: new RegExp(`(?<![a-z])${who}?(?:chu tri|thuc hien|dau moi)(?: thuc hien| tham muu)?\\s*:`, 'g'), role: 'lead' },
  { pattern: /^\s*chu tri(?: thuc hien)?\s*(?=[,;.\n]|$)/g, role: null },
  { pattern: /^\s*de nghi\s*$/g, role: null },
]

const posts = /^\s*(?:giam doc|thu truong|lanh dao|chu tich|pho giam doc|pho chu tich|truong ban|chanh|pho chanh)\s*$/

/** Reads source[from, to), the words between two names (or before the first, after the last). */
export function readGap(source: string, from: number, to: number, around: Surroundings): Gap {
  const text = source.slice(from, to)
  // Most gaps are a mere separator.
  if (!/[\p{L}\p{N}]/u.test(text)) return { pieces: [] }
  const folded = foldEach(text).replace(/[^\S\n]/g, ' ')
  const found: { from: number; to: number; role: Role | null; previous: boolean }[] = []
  for (const { pattern, role, previous } of labels) {
    for (const match of folded.matchAll(pattern)) {
      const place = { from: match.index, to: match.index + match[0].length }
      if (found.every((other) => other.to <= place.from || other.from >= place.to))
        found.push({ ...place, role, previous: previous === true })
    }
  }
  found.sort((one, other) => one.from - other.from)
  const pieces: GapPiece[] = []
  let at = 0
  let attached = around.afterName
  const ends = [...found, null]
  for (const label of ends) {
    const end = label?.from ?? text.length
    pieces.push(...readPlain(text.slice(at, end), from + at, { afterName: attached, beforeName: label === null && around.beforeName }))
    if (label === null) break
    if (label.previous && attached)
      pieces.push({ is: 'label-of-previous', role: label.role ?? 'lead', from: from + label.from, to: from + label.to })
    else pieces.push({ is: 'label', role: label.role, from: from + label.from, to: from + label.to })
    at = label.to
    attached = attached && label.previous
  }
  return { pieces }
}

/** Capital words that begin a body's name: a new item even where the separator is lost. */
const bodyWord =
  '(?:Sở|Các|UBND|Ủy ban|Uỷ ban|Ban|Công an|Văn phòng|Bộ|Cục|Chi cục|Trung tâm|Trường|Phòng|Hội|Liên đoàn|Đài|Báo|Cổng|Thanh tra|Viện|Quỹ|Thuế|Kho bạc|Bảo hiểm|Tỉnh đoàn|Thành đoàn|Công ty|Mặt trận|Bộ Chỉ huy|Hải quan|Ngân hàng|Tòa án|Viện kiểm sát|Bưu điện|Tập đoàn)'
/** Those that are not used inside other names, and not after a preposition ("Trung tâm … thuộc Sở Nội vụ"): only before them a missing separator is sure. */
const surelyStartsBody =
  '(?<!(?:thuộc|của|tại|về|qua|theo|với|do|cho)\\s)(?=(?:Sở|Các|UBND|Ủy ban|Uỷ ban|Công an|Văn phòng|Phòng|Thanh tra)(?![\\p{L}\\p{N}]))'
const startsBody = new RegExp(`^(?:${bodyWord}|[Cc]ác|[Nn]hững)(?![\\p{L}\\p{N}])`, 'u')
const splitPoint = new RegExp(
  `(?:\\s*[,/]\\s*|\\s+và\\s+|\\s+-\\s+)(?=(?:${bodyWord}|[Cc]ác|[Nn]hững)(?![\\p{L}\\p{N}]))|(?<=[\\p{L}\\p{N})]\\s)${surelyStartsBody}`,
  'gu',
)

function readPlain(text: string, offset: number, { afterName, beforeName }: Surroundings): readonly GapPiece[] {
  const pieces: GapPiece[] = []
  let rest = { from: 0, to: text.length }
  if (afterName && /^\s*[\p{L}\p{N}(“"]/u.test(text) && !/^\s*(?:và|&)(?![\p{L}])/iu.test(text)) {
    const cut = text.search(/[;\n](?![^(]*\))/)
    const end = cut === -1 ? text.length : cut
    const place = trimmed(text, 0, end, beforeName)
    if (place !== null && !startsBody.test(text.slice(place.from, place.to))) {
      pieces.push({ is: 'qualifier', from: offset + place.from, to: offset + place.to })
      rest = { from: end, to: text.length }
    }
  }
  if (beforeName && posts.test(foldEach(text.slice(rest.from)).replace(/^[\s,;/]+|^va /, ''))) {
    const place = trimmed(text, rest.from, rest.to, true)
    if (place !== null) return [...pieces, { is: 'post', from: offset + place.from, to: offset + place.to }]
  }
  let at = rest.from
  const part = text.slice(rest.from, rest.to)
  const cuts = [...part.matchAll(/[;\n]/g), ...part.matchAll(splitPoint)]
    .map((match) => ({ from: rest.from + match.index, to: rest.from + match.index + match[0].length }))
    .toSorted((one, other) => one.from - other.from)
  for (const cut of [...cuts, { from: rest.to, to: rest.to }]) {
    if (cut.from < at) continue
    const place = trimmed(text, at, cut.from, true)
    if (place !== null) pieces.push({ is: 'words', from: offset + place.from, to: offset + place.to })
    at = cut.to
  }
  return pieces
}

/** A stretch without separators, list marks ("- ", "1.") and a hanging "và" at its edges; null when nothing is left. */
function trimmed(text: string, from: number, to: number, andToo: boolean): { from: number; to: number } | null {
  const part = text.slice(from, to)
  const start = /^(?:[\s,;:/.+*•·–-]|\d{1,2}[.)](?=\s)|(?:và|&)(?=\s))*/iu.exec(part)?.[0].length ?? 0
  const end = part.slice(start).replace(andToo ? /(?:[\s,;:/.+*•·–-]|(?<=\s|^)(?:và|&))*$/iu : /[\s,;:/.–-]*$/u, '').length
  return end === 0 || !/[\p{L}\p{N}]/u.test(part.slice(start, start + end)) ? null : { from: from + start, to: from + start + end }
}
