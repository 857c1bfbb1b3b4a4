import { fold } from '../language/fold.ts'

/** Words that stand in every sentence of a plan and tell nothing about what it asks. */
const emptyWords = new Set(
  'cac va cua cho theo trong tren tai ve de den voi do duoc la nhung mot so viec co nam thuc hien trien khai tiep tuc to chuc cong tac tinh dia ban'.split(
    ' ',
  ),
)

/**
 * The words of a text that tell something, and each pair of neighbours: Vietnamese words are mostly of two syllables, so that
 * "thủ tục" says more than "thủ" and "tục".
 */
function telling(text: string): ReadonlySet<string> {
  const syllables = fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1)
  const words = syllables.filter((word) => !emptyWords.has(word))
  const pairs = syllables.slice(1).map((word, index) => `${syllables[index] ?? ''} ${word}`)
  return new Set([...words, ...pairs])
}

/** A text that may be the one looked for, with its likeness from 0 to 1. */
export interface Likeness<Item> {
  readonly item: Item
  readonly score: number
}

/**
 * Ranks candidates by how much of `text` they share, best first; those that share nothing are left out. A word counts by how few
 * candidates have it (a word of every sentence tells them not apart). The score is the share of the text's weight found in the candidate.
 */
export function rankByLikeness<Item>(text: string, candidates: readonly Item[], textOf: (item: Item) => string): readonly Likeness<Item>[] {
  const wanted = telling(text)
  const sets = candidates.map((item) => telling(textOf(item)))
  const weight = new Map<string, number>()
  for (const word of wanted) {
    const holders = sets.filter((set) => set.has(word)).length
    weight.set(word, Math.log(1 + candidates.length / (1 + holders)))
  }
  const total = [...weight.values()].reduce((sum, one) => sum + one, 0)
  if (total === 0) return []
  return candidates
    .map((item, index) => {
      const shared = [...weight].reduce((sum, [word, worth]) => sum + (sets[index]?.has(word) === true ? worth : 0), 0)
      return { item, score: shared / total }
    })
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
}

/**
 * From here on the best candidate may be taken without looking at each: in the sample appendix the best candidate is right for 40 of 44
 * tasks, and for all 36 whose best scores at least this much.
 */
export const CONFIDENT_SCORE = 0.5

/** Likeness of two texts from 0 to 1, alike in both directions: twice the shared words over all words. */
export function likeness(one: string, other: string): number {
  const [first, second] = [telling(one), telling(other)]
  const shared = [...first].filter((word) => second.has(word)).length
  return first.size + second.size === 0 ? 0 : (2 * shared) / (first.size + second.size)
}
