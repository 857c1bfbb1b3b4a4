import type { KnownPair, MatchBlock } from './text-match.ts'

/** From this likeness on a mark and the words under it agree: nothing is asked. */
const AGREES = 0.5
/** From this likeness on a block is told by its words against a mark that does not agree with them. */
const SAME_WORDS = 0.8
/** Marks that do not agree beyond which only words left untouched are looked for: all was rewritten, and each would be laid beside each. */
const MOST_DOUBTED = 40

/**
 * The pairs of hidden marks that may be believed. A mark stays in its paragraph when other words are pasted over the old ones; so a pair less
 * alike than `least` is dropped, and one that is hardly alike is dropped where either side's own words stand elsewhere under no mark of their own.
 */
export function believedMarks(
  before: readonly MatchBlock[],
  after: readonly MatchBlock[],
  known: readonly KnownPair[],
  least: number,
  similarity: (before: number, after: number) => number,
): readonly KnownPair[] {
  const weighed = known.map((pair) => ({ pair, likeness: similarity(pair.before, pair.after) }))
  const agreed = weighed.filter(({ likeness }) => likeness >= AGREES)
  const doubted = weighed.filter(({ likeness }) => likeness < AGREES && likeness >= least)
  if (doubted.length === 0) return agreed.map(({ pair }) => pair)
  const freeBefore = indicesWithout(before, new Set(agreed.map(({ pair }) => pair.before)))
  const freeAfter = indicesWithout(after, new Set(agreed.map(({ pair }) => pair.after)))
  const few = doubted.length <= MOST_DOUBTED
  const wordsBefore = new Set(freeBefore.map((index) => wordsOf(before[index])))
  const wordsAfter = new Set(freeAfter.map((index) => wordsOf(after[index])))
  const elsewhere = ({ before: one, after: other }: KnownPair): boolean =>
    wordsBefore.has(wordsOf(after[other])) ||
    wordsAfter.has(wordsOf(before[one])) ||
    (few &&
      (freeBefore.some((index) => similarity(index, other) >= SAME_WORDS) ||
        freeAfter.some((index) => similarity(one, index) >= SAME_WORDS)))
  const wrong = new Set(doubted.flatMap(({ pair }) => (elsewhere(pair) ? [pair] : [])))
  return weighed.flatMap(({ pair, likeness }) => (likeness >= least && !wrong.has(pair) ? [pair] : []))
}

function indicesWithout(blocks: readonly MatchBlock[], taken: ReadonlySet<number>): readonly number[] {
  return blocks.flatMap(({ text }, index) => (taken.has(index) || text.trim() === '' ? [] : [index]))
}

function wordsOf(block: MatchBlock | undefined): string {
  return block?.text.trim() ?? ''
}
