import { fold } from '../language/fold.ts'
import { believedMarks } from './believed-marks.ts'
import { createScorer, type Scorer } from './text-likeness.ts'

/** A block of one side: a sentence of a plan, or a row of an appendix as one text. */
export interface MatchBlock {
  readonly id: string
  /** What it is ("bullet", "heading", "row"): of two equally like blocks the one of the same kind is taken. */
  readonly kind: string
  readonly text: string
  /** What it stands under ("II.3", a field's title): of two equally like blocks the one in the same place is taken. */
  readonly place: string
}

/** Two blocks known to be one, by their indices. */
export interface KnownPair {
  readonly before: number
  readonly after: number
}

export interface TextPair extends KnownPair {
  /** 1 = the same words; 0 = none in common. */
  readonly similarity: number
  /** It stands elsewhere among the blocks that stayed. */
  readonly moved: boolean
}

/** How two lists of blocks belong together. Indices are those of the lists given. */
export interface TextMatch {
  /** One to one, in the order of the second list. */
  readonly pairs: readonly TextPair[]
  /** Blocks cut in several: `before` is paired with the longest of `into`; the others are not in `added`. */
  readonly splits: readonly { readonly before: number; readonly into: readonly number[] }[]
  /** Blocks put together: `after` is paired with the longest of `from`; the others are not in `removed`. */
  readonly joins: readonly { readonly from: readonly number[]; readonly after: number }[]
  readonly removed: readonly number[]
  readonly added: readonly number[]
}

/** Least likeness of two blocks that are taken for one wherever they stand. */
const ALIKE = 0.55
/** The same where both neighbours are known: the only block between them on either side. */
const ALIKE_IN_PLACE = 0.4
/** Share of its words that a block cut off, or joined to another, must have in the whole. */
const PART_OF_WHOLE = 0.6
/** Words below which a block is too short to be told by its words from the part of another. */
const SHORTEST_PART = 3

/**
 * Pairs the blocks of two lists by their words and places: one to one, with splits, joins and moves. `known` are pairs told by something
 * else than words (hidden marks that survived); with `leastKnown` above 0 words may outweigh them (`believedMarks`). Rather no pair than a wrong one: what is not like enough is
 * removed and added. Linear for texts that mostly stayed; some 100 ms for 1,000 blocks that were all changed.
 */
export function matchTexts(
  before: readonly MatchBlock[],
  after: readonly MatchBlock[],
  known: readonly KnownPair[] = [],
  leastKnown = 0,
): TextMatch {
  const pairing = createPairing(before, after)
  const scorer = createScorer(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  )
  const believed = leastKnown === 0 ? known : believedMarks(before, after, known, leastKnown, scorer.similarity)
  for (const pair of believed) pairing.take(pair.before, pair.after)
  pairEqual(pairing)
  pairAlike(pairing, scorer)
  pairInPlace(pairing, scorer)
  const sure = new Set(believed.map((pair) => pair.before))
  const splits = partsOf(before, after, pairing.partner, pairing.owner, scorer.partOfAfter)
  for (const { whole, parts } of splits) if (!sure.has(whole)) pairing.give(whole, largest(after, parts))
  const joins = partsOf(after, before, pairing.owner, pairing.partner, scorer.partOfBefore)
  for (const { whole, parts } of joins) if (!sure.has(pairing.owner[whole] ?? -1)) pairing.give(largest(before, parts), whole)
  const split = new Set(splits.flatMap(({ parts }) => parts))
  const joined = new Set(joins.flatMap(({ parts }) => parts))
  return {
    pairs: pairsOf(pairing, scorer),
    splits: splits.map(({ whole, parts }) => ({ before: whole, into: parts })),
    joins: joins.map(({ whole, parts }) => ({ from: parts, after: whole })),
    removed: before.flatMap((_, index) => (pairing.partner[index] === null && !joined.has(index) ? [index] : [])),
    added: after.flatMap((_, index) => (pairing.owner[index] === null && !split.has(index) ? [index] : [])),
  }
}

interface Pairing {
  readonly before: readonly MatchBlock[]
  readonly after: readonly MatchBlock[]
  /** Of each block before: its partner after, or null; `owner` is the same the other way round. */
  readonly partner: readonly (number | null)[]
  readonly owner: readonly (number | null)[]
  /** Pairs two blocks, unless one of them has a partner. */
  readonly take: (before: number, after: number) => void
  /** Pairs two blocks whatever partner one of them had. */
  readonly give: (before: number, after: number) => void
}

function createPairing(before: readonly MatchBlock[], after: readonly MatchBlock[]): Pairing {
  const partner: (number | null)[] = before.map(() => null)
  const owner: (number | null)[] = after.map(() => null)
  const take = (one: number, other: number): void => {
    if (partner[one] !== null || owner[other] !== null) return
    partner[one] = other
    owner[other] = one
  }
  const give = (one: number, other: number): void => {
    const [left, lost] = [partner[one] ?? null, owner[other] ?? null]
    if (left !== null) owner[left] = null
    if (lost !== null) partner[lost] = null
    partner[one] = other
    owner[other] = one
  }
  return { before, after, partner, owner, take, give }
}

/**
 * Blocks that say the same: first those whose words stand once on each side; then the neighbours of what is paired, so that of many equal
 * headings each is the one of its own surroundings; then those of the same place, and at last in their order.
 */
function pairEqual(pairing: Pairing): void {
  pairBy(pairing, ({ text }) => text.trim(), 'unique')
  pairNeighbours(pairing)
  pairBy(pairing, (block) => `${block.kind}\n${block.place}\n${block.text.trim()}`, 'in-order')
  pairBy(pairing, ({ text }) => fold(text), 'in-order')
}

function pairBy(
  { before, after, partner, owner, take }: Pairing,
  keyOf: (block: MatchBlock) => string,
  which: 'unique' | 'in-order',
): void {
  const free = (blocks: readonly MatchBlock[], taken: readonly (number | null)[]): ReadonlyMap<string, readonly number[]> =>
    Map.groupBy(
      blocks.flatMap(({ text }, index) => (taken[index] === null && text.trim() !== '' ? [index] : [])),
      (index) => keyOf(blocks[index] as MatchBlock),
    )
  const theirs = free(after, owner)
  for (const [key, mine] of free(before, partner)) {
    const others = theirs.get(key) ?? []
    if (which === 'unique' && (mine.length > 1 || others.length > 1)) continue
    mine.forEach((one, ordinal) => {
      const other = others[ordinal]
      if (other !== undefined) take(one, other)
    })
  }
}

/** Equal blocks right behind, then right before, two that are one. */
function pairNeighbours({ before, after, partner, take }: Pairing): void {
  const extend = (one: number, step: 1 | -1): void => {
    const other = partner[one] ?? null
    const [mine, theirs] = [before[one + step], other === null ? undefined : after[other + step]]
    if (other !== null && mine !== undefined && theirs !== undefined && mine.text.trim() !== '' && mine.text.trim() === theirs.text.trim())
      take(one + step, other + step)
  }
  for (let one = 0; one < before.length; one += 1) extend(one, 1)
  for (let one = before.length - 1; one >= 0; one -= 1) extend(one, -1)
}

/** The most alike first. Kind, place and paired neighbours decide between blocks of nearly the same words. */
function pairAlike(pairing: Pairing, scorer: Scorer): void {
  const { before, after, partner, owner, take } = pairing
  const freeAfter = new Set(owner.flatMap((one, index) => (one === null ? [index] : [])))
  const found = partner.flatMap((other, one) =>
    other !== null
      ? []
      : scorer.candidates(one, freeAfter).flatMap(({ index, similarity }) => {
          if (similarity < ALIKE) return []
          const [mine, theirs] = [before[one], after[index]]
          const kind = mine?.kind === theirs?.kind ? 0.03 : 0
          const place = mine?.place === theirs?.place ? 0.03 : 0
          return [{ one, index, score: similarity + kind + place + nearness(pairing, one, index) }]
        }),
  )
  for (const { one, index } of found.toSorted((a, b) => b.score - a.score || Math.abs(a.one - a.index) - Math.abs(b.one - b.index)))
    take(one, index)
}

function nearness({ partner }: Pairing, one: number, other: number): number {
  return (partner[one - 1] === other - 1 ? 0.03 : 0) + (partner[one + 1] === other + 1 ? 0.03 : 0)
}

/** A block that was much rewritten but stands alone between the same two neighbours. */
function pairInPlace({ before, after, partner, owner, take }: Pairing, scorer: Scorer): void {
  before.forEach((_, one) => {
    if (partner[one] !== null) return
    const previous = one === 0 ? -1 : partner[one - 1]
    const next = one === before.length - 1 ? after.length : partner[one + 1]
    if (previous === null || previous === undefined || next === null || next !== previous + 2) return
    const between = previous + 1
    if (owner[between] === null && scorer.similarity(one, between) >= ALIKE_IN_PLACE) take(one, between)
  })
}

/**
 * Blocks without a partner that stand beside the partner of a whole and say what that partner no longer does. `share` tells how much of a
 * part's words stand in the whole and not in the partner already known.
 */
function partsOf(
  wholes: readonly MatchBlock[],
  others: readonly MatchBlock[],
  partner: readonly (number | null)[],
  owner: readonly (number | null)[],
  share: (whole: number, known: readonly number[], part: number) => number,
): readonly { readonly whole: number; readonly parts: readonly number[] }[] {
  const taken = new Set<number>()
  return wholes.flatMap((block, whole) => {
    const main = partner[whole] ?? null
    if (main === null) return []
    const parts = [main]
    const grow = (step: 1 | -1): void => {
      for (let at = main + step; at >= 0 && at < others.length; at += step) {
        const other = others[at]
        if (other === undefined || owner[at] !== null || taken.has(at) || fold(other.text).split(' ').length < SHORTEST_PART) return
        if (other.text.length >= block.text.length * 1.2 || share(whole, parts, at) < PART_OF_WHOLE) return
        taken.add(at)
        parts.push(at)
      }
    }
    grow(1)
    grow(-1)
    return parts.length === 1 ? [] : [{ whole, parts: parts.toSorted((one, other) => one - other) }]
  })
}

/** The id of a sentence that was cut, or put together, stays with the larger text. */
function largest(blocks: readonly MatchBlock[], parts: readonly number[]): number {
  const lengthOf = (index: number): number => blocks[index]?.text.length ?? 0
  return parts.reduce((most, part) => (lengthOf(part) > lengthOf(most) ? part : most))
}

function pairsOf({ owner }: Pairing, scorer: Scorer): readonly TextPair[] {
  const pairs = owner.flatMap((before, after) => (before === null ? [] : [{ before, after }]))
  const stayed = longestRising(pairs.map(({ before }) => before))
  return pairs.map(({ before, after }, index) => ({
    before,
    after,
    similarity: scorer.similarity(before, after),
    moved: !stayed.has(index),
  }))
}

/** Indices of the longest rising run through some distinct numbers: what kept its order. */
export function longestRising(values: readonly number[]): ReadonlySet<number> {
  /** Index of the smallest value that ends a run of each length. */
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  values.forEach((value, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[index] = low === 0 ? undefined : ends[low - 1]
    ends[low] = index
  })
  const kept = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) kept.add(at)
  return kept
}
