import { fold } from '../language/fold.ts'
import { citationTail, citedDate, shortCitation, type CitationStyle } from './citation-form.ts'
import type { Slip } from './citation-dates.ts'
import { insertion, stretchFix } from './citation-fix.ts'
import { endOfNames, sameTitle, type Mention } from './citation-mention.ts'
import { sameIssuer, type ResolvedMention } from './citation-reading.ts'
import { citationStanding, type CitedDocument } from './cited-document.ts'
import type { Day } from './identifier.ts'

/** Abbreviations of a type in a symbol, and the types they may stand for ("QĐ" is also the Party's "Quy định"). */
const typesOfSymbol: Readonly<Record<string, readonly string[]>> = {
  NQ: ['Nghị quyết'],
  NĐ: ['Nghị định'],
  QĐ: ['Quyết định', 'Quy định'],
  CT: ['Chỉ thị', 'Chương trình'],
  KH: ['Kế hoạch'],
  TT: ['Thông tư', 'Thông tri'],
  TTLT: ['Thông tư liên tịch'],
  NQLT: ['Nghị quyết liên tịch'],
  TB: ['Thông báo'],
  KL: ['Kết luận'],
  CTr: ['Chương trình'],
  HD: ['Hướng dẫn'],
  TTr: ['Tờ trình'],
  BC: ['Báo cáo'],
  ĐA: ['Đề án'],
  PA: ['Phương án'],
  QC: ['Quy chế'],
  QyĐ: ['Quy định'],
  CĐ: ['Công điện'],
  BB: ['Biên bản'],
  HĐ: ['Hợp đồng'],
  GM: ['Giấy mời'],
}

/** Words that say nothing of the type: everything issued is one. */
const anyType: ReadonlySet<string> = new Set(['Văn bản', 'Công văn'])

/** Whose documents a symbol's end marks: a decree is the Government's, a decision "-TTg" the Prime Minister's. */
const issuersOfSymbol: readonly (readonly [RegExp, string])[] = [
  [/\/NĐ-CP$/, 'Chính phủ'],
  [/\/NQ-CP$/, 'Chính phủ'],
  [/\/(?:QĐ|CT|CĐ)-TTg$/, 'Thủ tướng Chính phủ'],
]

/** Slips of one mention that its own words show. */
export function wordSlips({ mention, text: { text } }: ResolvedMention): readonly Slip[] {
  if (mention.byName) return []
  return [...typeSlips(mention, text), ...issuerFit(mention, text), ...symbolForm(mention, text)]
}

function typeSlips(mention: Mention, text: string): readonly Slip[] {
  const { type, symbol, start } = mention
  const abbreviation = /(?:^|[/-])([A-ZĐ][A-Za-zĐđ]*)(?=[-/])/u.exec(symbol.replace(/^\d+[a-z]?(?:\/\d{4})?/, ''))?.[1]
  const wanted = abbreviation === undefined ? undefined : typesOfSymbol[abbreviation]
  const first = wanted?.[0]
  if (type === null || wanted === undefined || first === undefined || anyType.has(type) || wanted.includes(type)) return []
  const at = { start, length: type.length }
  const typed = text.charAt(start)
  const small = typed === typed.toLocaleLowerCase('vi')
  const replacement = small ? first.charAt(0).toLocaleLowerCase('vi') + first.slice(1) : first
  return [{ code: 'type-does-not-fit', ...at, known: first, fix: stretchFix(text, at, replacement) }]
}

function issuerFit({ symbol, issuer, issuerAt }: Mention, text: string): readonly Slip[] {
  const known = issuersOfSymbol.find(([end]) => end.test(symbol))?.[1]
  if (known === undefined || issuer === null || issuerAt === null || sameIssuer(issuer, known)) return []
  return [{ code: 'issuer-does-not-fit', ...issuerAt, known, fix: stretchFix(text, issuerAt, known) }]
}

function symbolForm(mention: Mention, text: string): readonly Slip[] {
  const { start, symbolEnd, type, symbol, listed } = mention
  const words = text.slice(start, symbolEnd)
  const typed = /\d.*$/su.exec(words)
  if (typed === null) return []
  const at = { start: start + typed.index, length: typed[0].length }
  const slips: Slip[] = typed[0] === symbol ? [] : [{ code: 'symbol-form', ...at, known: symbol, fix: stretchFix(text, at, symbol) }]
  const numberWord = /(?:^|\s)số\s*:?\s*$/iu.test(words.slice(0, typed.index))
  if (type !== null && !listed && !numberWord && typed.index > 0)
    slips.push({ code: 'number-word-missing', ...at, fix: insertion(text, at.start, 'số ') })
  return slips
}

/** What the registry is asked with. */
export interface RegistryQuestion {
  readonly registry: readonly CitedDocument[]
  readonly style: CitationStyle
  /** The plan's day: a document is judged as of it. */
  readonly day: Day
}

/** Slips of one mention that the registry shows. One inside the title of another document says that title's words and is not judged. */
export function registrySlips(resolved: ResolvedMention, question: RegistryQuestion, first: boolean): readonly Slip[] {
  const { mention, document } = resolved
  const whole = { start: mention.start, length: mention.length }
  const dated = differingDate(resolved, question.style)
  if (document === null) {
    const near = mention.inTitle ? null : nearSymbol(mention, question.registry)
    if (near !== null)
      return [near.sure ? symbolSlip(resolved, near.document) : { code: 'unknown', ...whole, known: near.document.symbol, fix: null }]
    return [...dated, { code: 'unknown', ...whole, fix: null }]
  }
  if (resolved.ambiguous) return [{ code: 'ambiguous', ...whole, fix: null }]
  return [...dated, ...differingIssuer(resolved, document), ...(mention.inTitle ? [] : standingSlips(resolved, document, question, first))]
}

function differingDate({ mention, text: { text }, dateDiffersFrom }: ResolvedMention, style: CitationStyle): readonly Slip[] {
  if (dateDiffersFrom === null || mention.date === null) return []
  const at = { start: mention.date.start, length: mention.date.length }
  const known = citedDate(dateDiffersFrom, style.dates)
  return [{ code: 'date-differs', ...at, known, day: dateDiffersFrom, fix: stretchFix(text, at, known) }]
}

function differingIssuer({ mention, text: { text } }: ResolvedMention, { issuer }: CitedDocument): readonly Slip[] {
  if (mention.issuerAt === null || mention.issuer === null || issuer === '' || sameIssuer(issuer, mention.issuer)) return []
  return [{ code: 'issuer-differs', ...mention.issuerAt, known: issuer, fix: stretchFix(text, mention.issuerAt, issuer) }]
}

function standingSlips(
  { mention, text: { text, provisionKind } }: ResolvedMention,
  document: CitedDocument,
  { registry, style, day }: RegistryQuestion,
  first: boolean,
): readonly Slip[] {
  const standing = citationStanding(document, day)
  const whole = { start: mention.start, length: mention.length }
  if (standing.kind === 'expired') return [{ code: 'expired', ...whole, day: standing.since, fix: null }]
  if (standing.kind === 'not-yet') return [{ code: 'not-yet', ...whole, day: standing.from, fix: null }]
  if (standing.kind !== 'replaced') return []
  const heirs = standing.byIds.flatMap((id) => registry.filter((one) => one.id === id))
  const [heir] = heirs
  const known = heirs.map(shortCitation).join('; ')
  if (heir === undefined || heirs.length > 1 || mention.listed)
    return [{ code: 'replaced', ...whole, known: known === '' ? null : known, day: standing.since, fix: null }]
  const full = first || provisionKind === 'legal-basis'
  const end = mention.title === null ? endOfNames(mention) : mention.title.start + mention.title.length
  const at = { start: mention.start, length: end - mention.start }
  const heirStyle: CitationStyle = provisionKind === 'legal-basis' ? { ...style, dates: 'words' } : style
  const typed = text.charAt(mention.start)
  const name = shortCitation(heir)
  const named = typed === typed.toLocaleLowerCase('vi') ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name
  return [
    {
      code: 'replaced',
      ...whole,
      known,
      day: standing.since,
      fix: stretchFix(text, at, named + (full ? citationTail(heir, heirStyle) : '')),
    },
  ]
}

function symbolSlip({ mention, text: { text } }: ResolvedMention, { symbol }: CitedDocument): Slip {
  const typed = /\d.*$/su.exec(text.slice(mention.start, mention.symbolEnd))?.[0] ?? ''
  const at = { start: mention.symbolEnd - typed.length, length: typed.length }
  return { code: 'symbol-near', ...at, known: symbol, fix: stretchFix(text, at, symbol) }
}

/**
 * The registered document that an unregistered symbol is almost that of. `sure` when more than the likeness speaks for it: the same words
 * about the same date, or a spelling that folds to the same. Numbers not far from each other are issued on one day (18-NQ/TW and
 * 19-NQ/TW): their likeness alone says nothing.
 */
function nearSymbol(
  mention: Mention,
  registry: readonly CitedDocument[],
): { readonly document: CitedDocument; readonly sure: boolean } | null {
  const { symbol, issuedOn, title } = mention
  const near = registry.flatMap((document) => {
    if (document.symbol === '') return []
    const agrees = title !== null && document.title !== '' && sameTitle(title.words, document.title)
    const disagrees = title !== null && document.title !== '' && !agrees
    const dayAgrees = issuedOn !== null && document.issuedOn === issuedOn
    const dayDisagrees = issuedOn !== null && document.issuedOn !== null && !dayAgrees
    const spelling = spelled(symbol) === spelled(document.symbol)
    if (!spelling && !oneOff(symbol, document.symbol)) return []
    if (disagrees && (!spelling || dayDisagrees)) return []
    const sure = agrees ? true : spelling ? !dayDisagrees : dayAgrees && !areNeighbours(symbol, document.symbol)
    return sure || !dayDisagrees ? [{ document, sure }] : []
  })
  return near.find(({ sure }) => sure) ?? near[0] ?? null
}

/** Letters without accents, no year, every mark a dash: "15/NQ-HDND" and "15/2022/NQ-HĐND" are spelled alike. */
function spelled(symbol: string): string {
  return fold(symbol.replace(/^(\d+[a-z]?)\/(?:19|20)\d\d(?=\/)/, '$1')).replace(/[^a-z0-9]+/g, '-')
}

/** What a province's busiest registry gives out on one day, generously. */
const NUMBERS_A_DAY = 60

function numberOf(symbol: string): number {
  return Number(/^\d+/.exec(symbol)?.[0] ?? Number.NaN)
}

/** Numbers that an office may give on one day: not far from each other, and not the same figures exchanged. */
function areNeighbours(one: string, other: string): boolean {
  if (one.replace(/^\d+/, '') !== other.replace(/^\d+/, '')) return false
  const figures = (symbol: string): string => String(numberOf(symbol)).split('').toSorted().join('')
  return Math.abs(numberOf(one) - numberOf(other)) <= NUMBERS_A_DAY && figures(one) !== figures(other)
}

/** One letter changed, missing, added, or two exchanged. */
function oneOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let head = 0
  while (head < short.length && short[head] === long[head]) head += 1
  let tail = 0
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail += 1
  const [left, right] = [short.slice(head, short.length - tail), long.slice(head, long.length - tail)]
  return right.length <= 1 || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0])
}
