import { fold } from '../language/fold.ts'
import type { CitationStyle } from './citation-form.ts'
import { isPartySymbol } from './citation-form.ts'
import { findMentions, sameTitle, type Mention } from './citation-mention.ts'
import type { CitedDocument } from './cited-document.ts'
import { lawNames, namedLaws } from './citation-laws.ts'
import { citingTexts, type CitingPlan, type CitingText } from './citing-text.ts'
import type { Day } from './identifier.ts'

/** A citation where it stands in a plan. */
export interface PlacedMention {
  readonly text: CitingText
  readonly mention: Mention
}

/** A mention with the document it speaks of. */
export interface ResolvedMention extends PlacedMention {
  /** The registry's document; null when it is not registered. */
  readonly document: CitedDocument | null
  /** One key a document, registered or not: what "first mention" counts by. */
  readonly key: string
  /** The registry's document of the same symbol says another date, and nothing says that this is another document. */
  readonly dateDiffersFrom: Day | null
  /** Several documents of the registry fit and the text does not say which. */
  readonly ambiguous: boolean
}

/** How mentions are found in a text; a screen that asks after each keystroke passes one that remembers. */
export type ReadMentions = (text: string) => readonly Mention[]

/** All citations of a plan in printed order. */
export function placedMentions(plan: CitingPlan, read: ReadMentions = findMentions): readonly PlacedMention[] {
  const placed = citingTexts(plan).flatMap((text) => read(text.text).map((mention) => ({ text, mention, at: orderOf(text, mention) })))
  return placed.toSorted((one, other) => compareOrder(one.at, other.at)).map(({ text, mention }) => ({ text, mention }))
}

/** A footnote is read at its anchor, after the words before it. */
function orderOf({ place, order: [block, anchor] }: CitingText, { start }: Mention): readonly number[] {
  return place.kind === 'footnote' ? [block, anchor, 1, start] : place.kind === 'task' ? [block, anchor, 0, start] : [block, start, 0, 0]
}

function compareOrder(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Every mention of a plan with its document, in printed order: by number and symbol, and laws of the registry by their names. */
export function readCitations(
  plan: CitingPlan,
  registry: readonly CitedDocument[],
  day: Day,
  read?: ReadMentions,
): readonly ResolvedMention[] {
  const numbered = resolveMentions(placedMentions(plan, read), registry)
  const names = lawNames(registry)
  if (names.length === 0) return numbered
  const named = citingTexts(plan).flatMap((text) => namedLaws(text, names, day))
  return [...numbered, ...named].toSorted((one, other) => compareOrder(orderOf(one.text, one.mention), orderOf(other.text, other.mention)))
}

/** Joins each mention to its document. Takes mentions in printed order: one without a date speaks of the one cited last under its symbol. */
export function resolveMentions(mentions: readonly PlacedMention[], registry: readonly CitedDocument[]): readonly ResolvedMention[] {
  const bySymbol = Map.groupBy(registry, ({ symbol }) => symbol)
  const lastOf = new Map<string, ResolvedMention>()
  const firstDated = new Map<string, PlacedMention>()
  // Known beforehand: a short mention that has come to stand before the full one speaks of the same document.
  for (const placed of mentions) {
    const { symbol, issuedOn } = placed.mention
    if (issuedOn !== null && !firstDated.has(symbol)) firstDated.set(symbol, placed)
  }
  return mentions.map((placed) => {
    const { symbol } = placed.mention
    const candidates = bySymbol.get(symbol) ?? []
    const resolved =
      candidates.length > 0
        ? amongRegistered(placed, candidates, lastOf.get(symbol) ?? null)
        : amongUnregistered(placed, firstDated.get(symbol) ?? null, lastOf.get(symbol) ?? null)
    lastOf.set(symbol, resolved)
    return resolved
  })
}

function amongRegistered(placed: PlacedMention, candidates: readonly CitedDocument[], last: ResolvedMention | null): ResolvedMention {
  const { mention } = placed
  const found = (document: CitedDocument, more: Partial<ResolvedMention> = {}): ResolvedMention => ({
    ...placed,
    document,
    key: document.id,
    dateDiffersFrom: null,
    ambiguous: false,
    ...more,
  })
  const ofIssuer = candidates.filter(({ issuer }) => mention.issuer === null || issuer === '' || sameIssuer(issuer, mention.issuer))
  const fitting = ofIssuer.length > 0 ? ofIssuer : candidates
  if (mention.issuedOn === null) {
    const before = last === null ? undefined : fitting.find(({ id }) => id === last.document?.id)
    const latest = before ?? fitting[0]
    return latest === undefined
      ? unregistered(placed, last?.key ?? null)
      : found(latest, { ambiguous: before === undefined && fitting.length > 1 })
  }
  const dated =
    fitting.find(({ issuedOn }) => issuedOn === mention.issuedOn) ?? candidates.find(({ issuedOn }) => issuedOn === mention.issuedOn)
  if (dated !== undefined) return found(dated)
  const undated = fitting.find(({ issuedOn }) => issuedOn === null)
  if (undated !== undefined) return found(undated)
  const nearest = fitting.find((document) => !isAnother(mention, document))
  return nearest === undefined ? unregistered(placed, null) : found(nearest, { dateDiffersFrom: nearest.issuedOn })
}

/** Number and symbol come again in another year where the symbol has no year; a title of its own then says that it is another document. */
function isAnother(mention: Mention, { issuedOn, title }: Pick<CitedDocument, 'issuedOn' | 'title'>): boolean {
  const otherYear = mention.issuedOn?.slice(0, 4) !== issuedOn?.slice(0, 4)
  if (!otherYear || hasYear(mention.symbol)) return false
  return mention.title !== null && title !== '' && !sameTitle(mention.title.words, title)
}

/** "45/2020/NĐ-CP" has its year in it: it never comes again. */
export function hasYear(symbol: string): boolean {
  return /^\d+[a-z]?\/(?:19|20)\d\d\//.test(symbol)
}

function amongUnregistered(placed: PlacedMention, first: PlacedMention | null, last: ResolvedMention | null): ResolvedMention {
  const { mention } = placed
  if (mention.issuedOn === null)
    return unregistered(placed, last?.key ?? (first === null ? null : `${mention.symbol} ${first.mention.issuedOn ?? ''}`))
  const firstDay = first?.mention.issuedOn ?? null
  if (first === null || firstDay === null || firstDay === mention.issuedOn) return unregistered(placed, null)
  const otherYear = firstDay.slice(0, 4) !== mention.issuedOn.slice(0, 4)
  const sameTitles = first.mention.title !== null && mention.title !== null && sameTitle(first.mention.title.words, mention.title.words)
  // Nobody has said that there is only one: the same number of another year is another document, unless it is about the same.
  if (otherYear && !hasYear(mention.symbol) && !sameTitles) return unregistered(placed, null)
  return { ...unregistered(placed, `${mention.symbol} ${firstDay}`), dateDiffersFrom: firstDay }
}

function unregistered(placed: PlacedMention, key: string | null): ResolvedMention {
  const { symbol, issuedOn } = placed.mention
  return { ...placed, document: null, key: key ?? `${symbol} ${issuedOn ?? ''}`, dateDiffersFrom: null, ambiguous: false }
}

/** "UBND tỉnh" and "Ủy ban nhân dân tỉnh Lạng Sơn" are one issuer to a reader: what one says more of the place does not count. */
export function sameIssuer(one: string, other: string): boolean {
  const [short, long] = [issuerKey(one), issuerKey(other)].toSorted((a, b) => a.length - b.length)
  return short !== undefined && long !== undefined && (long === short || long.startsWith(`${short} `))
}

function issuerKey(issuer: string): string {
  return (
    fold(issuer)
      .replace(/\bubnd\b/g, 'uy ban nhan dan')
      .replace(/\bhdnd\b/g, 'hoi dong nhan dan')
      .replace(/\bbch\b/g, 'ban chap hanh')
      .replace(/\bbtv\b/g, 'ban thuong vu')
      .replace(/[^a-z0-9 ]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      // A circular is the minister's, and everybody calls it the ministry's.
      .replace(/^bo truong (?=bo )/, '')
  )
}

/** A legal basis, also one that was written into a paragraph ("Căn cứ …"): its dates are in words whatever the rest has. */
export function isBasisText({ provisionKind, text }: CitingText): boolean {
  return provisionKind === 'legal-basis' || text.trimStart().startsWith('Căn cứ ')
}

/**
 * How a plan writes its citations by itself: the form of date that most of them have (the first one's where both are as many), and a comma
 * before the date of most Party documents. Legal bases have their own form and do not count.
 */
export function styleOf(mentions: readonly PlacedMention[]): CitationStyle {
  const dated = mentions.filter(({ mention, text }) => mention.date !== null && !isBasisText(text))
  const worded = dated.filter(({ mention }) => mention.date?.form === 'words').length
  const short = dated.length - worded
  const first = dated[0]?.mention.date?.form ?? 'short'
  const party = dated.filter(({ mention }) => isPartySymbol(mention.symbol))
  const commas = party.filter(({ mention, text }) => text.text.slice(mention.symbolEnd, mention.date?.start).includes(',')).length
  return { dates: worded === short ? first : worded > short ? 'words' : 'short', partyComma: commas * 2 > party.length }
}
