/** Tells how like the texts of two lists are. Indices are those of the lists. */
export interface Scorer {
  /** 0 to 1: the weight of the words and pairs of words that both have; rare ones weigh more than the office's usual phrases. */
  readonly similarity: (before: number, after: number) => number
  /** The texts of the second list most like one of the first, among those allowed, the most like first. */
  readonly candidates: (before: number, allowed: ReadonlySet<number>) => readonly { readonly index: number; readonly similarity: number }[]
  /** Share (0 to 1) of a text's weight that stands in a text of the other list and not in that text's `known` partners. */
  readonly partOfAfter: (before: number, known: readonly number[], after: number) => number
  readonly partOfBefore: (after: number, known: readonly number[], before: number) => number
}

/** Texts looked at closely for each text without a partner. */
const MOST_CANDIDATES = 8
/** Words (and pairs of words) that stand in more texts than this bring no text to the closer look: each text has rarer ones. */
const FEW_TEXTS = 40

/** A text as its words and pairs of neighbouring words, each (by number) with how often it stands. */
type Features = ReadonlyMap<number, number>

/** Pairs of words are numbered by scattering: two that meet by chance weigh a little wrong, and small integers are compared fastest. */
function pairNumber(one: number, other: number): number {
  return (Math.imul(one, 0x9e3779b1) + other) & 0x3fffffff
}

/**
 * Words by number: comparing 1,000 sentences with 1,000 is comparing numbers. Case is set aside, accents are not: they make other words
 * in Vietnamese, and both texts are NFC.
 */
function createReader(): (text: string) => Features {
  const numbers = new Map<string, number>()
  return (text) => {
    const features = new Map<number, number>()
    const add = (feature: number): void => {
      features.set(feature, (features.get(feature) ?? 0) + 1)
    }
    let previous = 0
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
      let number = numbers.get(word)
      if (number === undefined) numbers.set(word, (number = numbers.size + 1))
      add(number)
      if (previous !== 0) add(pairNumber(previous, number))
      previous = number
    }
    return features
  }
}

interface Weighed {
  readonly mine: readonly Features[]
  readonly theirs: readonly Features[]
  readonly weightOf: (feature: number) => number
  readonly weights: { readonly mine: readonly number[]; readonly theirs: readonly number[] }
}

/** Weighs every word of two lists of texts by how few of the texts have it. */
function weighTexts(before: readonly string[], after: readonly string[]): Weighed {
  const read = createReader()
  const mine = before.map(read)
  const theirs = after.map(read)
  const spread = new Map<number, number>()
  for (const features of [...mine, ...theirs]) for (const feature of features.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1)
  const count = mine.length + theirs.length
  const byTexts: number[] = []
  const weightOf = (feature: number): number => {
    const texts = spread.get(feature) ?? 1
    return (byTexts[texts] ??= Math.log(1 + count / texts))
  }
  const weigh = (features: Features): number => {
    let sum = 0
    for (const [feature, times] of features) sum += times * weightOf(feature)
    return sum
  }
  return { mine, theirs, weightOf, weights: { mine: mine.map(weigh), theirs: theirs.map(weigh) } }
}

/** Prepares two lists of texts for being compared, each with each. Nothing is weighed before two different texts are compared. */
export function createScorer(before: readonly string[], after: readonly string[]): Scorer {
  let made: Weighed | null = null
  const weighed = (): Weighed => (made ??= weighTexts(before, after))
  const similarity = (one: number, other: number): number => {
    if (before[one] === after[other]) return before[one] === undefined ? 0 : 1
    const { mine, theirs, weightOf, weights } = weighed()
    const [small, large] = bySize(mine[one] ?? new Map(), theirs[other] ?? new Map())
    const whole = (weights.mine[one] ?? 0) + (weights.theirs[other] ?? 0)
    let common = 0
    for (const [feature, times] of small) common += Math.min(times, large.get(feature) ?? 0) * weightOf(feature)
    return whole === 0 ? 0 : (2 * common) / whole
  }
  /** Where each feature stands in the second list; made when first asked for. */
  let places: ReadonlyMap<number, readonly number[]> | null = null
  const candidates: Scorer['candidates'] = (one, allowed) => {
    const { mine, theirs, weightOf, weights } = weighed()
    places ??= placesOf(theirs)
    const sums = new Map<number, number>()
    for (const feature of mine[one]?.keys() ?? []) {
      const list = places.get(feature) ?? []
      if (list.length > FEW_TEXTS) continue
      for (const index of list) if (allowed.has(index)) sums.set(index, (sums.get(index) ?? 0) + weightOf(feature))
    }
    return [...sums]
      .map(([index, sum]) => ({ index, score: sum / ((weights.mine[one] ?? 0) + (weights.theirs[index] ?? 0)) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST_CANDIDATES)
      .map(({ index }) => ({ index, similarity: similarity(one, index) }))
      .toSorted((a, b) => b.similarity - a.similarity)
  }
  const shareOf = (whole: Features | undefined, known: readonly (Features | undefined)[], part: Features | undefined): number => {
    if (whole === undefined || part === undefined) return 0
    const { weightOf } = weighed()
    let sum = 0
    let held = 0
    for (const [feature, times] of part) {
      const weight = weightOf(feature)
      const used = known.reduce((total, features) => total + (features?.get(feature) ?? 0), 0)
      sum += times * weight
      held += Math.min(times, Math.max(0, (whole.get(feature) ?? 0) - used)) * weight
    }
    return sum === 0 ? 0 : held / sum
  }
  const pick = (list: readonly Features[], indices: readonly number[]): readonly (Features | undefined)[] => indices.map((at) => list[at])
  return {
    similarity,
    candidates,
    partOfAfter: (one, known, other) => shareOf(weighed().mine[one], pick(weighed().theirs, known), weighed().theirs[other]),
    partOfBefore: (other, known, one) => shareOf(weighed().theirs[other], pick(weighed().mine, known), weighed().mine[one]),
  }
}

function bySize(one: Features, other: Features): readonly [Features, Features] {
  return one.size <= other.size ? [one, other] : [other, one]
}

function placesOf(texts: readonly Features[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  texts.forEach((features, index) => {
    for (const feature of features.keys()) {
      const list = places.get(feature)
      if (list === undefined) places.set(feature, [index])
      else list.push(index)
    }
  })
  return places
}
