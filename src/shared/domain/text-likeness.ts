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
  readonly mine: (index: number) => Features
  readonly theirs: (index: number) => Features
  readonly weightOf: (feature: number) => number
  readonly weigh: (features: Features) => number
}

/** Texts that stand on both sides count for how usual a word is: a sample of so many is enough. */
const SAMPLE = 200

/**
 * Weighs words by how few texts have them. Read are the texts that have no equal on the other side, because only they are compared, and a
 * sample of the others, so that the office's usual phrases are known as such.
 */
function weighTexts(before: readonly string[], after: readonly string[]): Weighed {
  const read = createReader()
  const kept = { mine: new Map<number, Features>(), theirs: new Map<number, Features>() }
  const reader = (texts: readonly string[], own: Map<number, Features>) => (index: number) => {
    const known = own.get(index)
    if (known !== undefined) return known
    const features = read(texts[index] ?? '')
    own.set(index, features)
    return features
  }
  const mine = reader(before, kept.mine)
  const theirs = reader(after, kept.theirs)
  const [inBefore, inAfter] = [new Set(before), new Set(after)]
  const step = Math.max(1, Math.floor(before.length / SAMPLE))
  before.forEach((text, index) => (!inAfter.has(text) || index % step === 0) && mine(index))
  after.forEach((text, index) => !inBefore.has(text) && theirs(index))
  const spread = new Map<number, number>()
  const counted = [...kept.mine.values(), ...kept.theirs.values()]
  for (const features of counted) for (const feature of features.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1)
  const byTexts: number[] = []
  const weightOf = (feature: number): number => {
    const texts = spread.get(feature) ?? 1
    return (byTexts[texts] ??= Math.log(1 + counted.length / texts))
  }
  const weights = new Map<Features, number>()
  const weigh = (features: Features): number => {
    const known = weights.get(features)
    if (known !== undefined) return known
    let sum = 0
    for (const [feature, times] of features) sum += times * weightOf(feature)
    weights.set(features, sum)
    return sum
  }
  return { mine, theirs, weightOf, weigh }
}

/** Prepares two lists of texts for being compared, each with each. Nothing is weighed before two different texts are compared. */
export function createScorer(before: readonly string[], after: readonly string[]): Scorer {
  let made: Weighed | null = null
  const weighed = (): Weighed => (made ??= weighTexts(before, after))
  const similarity = (one: number, other: number): number => {
    if (before[one] === after[other]) return before[one] === undefined ? 0 : 1
    const { mine, theirs, weightOf, weigh } = weighed()
    const [small, large] = bySize(mine(one), theirs(other))
    const whole = weigh(mine(one)) + weigh(theirs(other))
    let common = 0
    for (const [feature, times] of small) common += Math.min(times, large.get(feature) ?? 0) * weightOf(feature)
    return whole === 0 ? 0 : (2 * common) / whole
  }
  /** Where each feature stands among the texts first asked about: later ones are fewer of the same. */
  let places: ReadonlyMap<number, readonly number[]> | null = null
  const candidates: Scorer['candidates'] = (one, allowed) => {
    const { mine, theirs, weightOf, weigh } = weighed()
    places ??= placesOf(allowed, theirs)
    const sums = new Map<number, number>()
    for (const feature of mine(one).keys()) {
      const list = places.get(feature) ?? []
      if (list.length > FEW_TEXTS) continue
      for (const index of list) if (allowed.has(index)) sums.set(index, (sums.get(index) ?? 0) + weightOf(feature))
    }
    return [...sums]
      .map(([index, sum]) => ({ index, score: sum / (weigh(mine(one)) + weigh(theirs(index))) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST_CANDIDATES)
      .map(({ index }) => ({ index, similarity: similarity(one, index) }))
      .toSorted((a, b) => b.similarity - a.similarity)
  }
  const shareOf = (whole: Features, known: readonly Features[], part: Features): number => {
    const { weightOf } = weighed()
    let sum = 0
    let held = 0
    for (const [feature, times] of part) {
      const weight = weightOf(feature)
      const used = known.reduce((total, features) => total + (features.get(feature) ?? 0), 0)
      sum += times * weight
      held += Math.min(times, Math.max(0, (whole.get(feature) ?? 0) - used)) * weight
    }
    return sum === 0 ? 0 : held / sum
  }
  return {
    similarity,
    candidates,
    partOfAfter: (one, known, other) => shareOf(weighed().mine(one), known.map(weighed().theirs), weighed().theirs(other)),
    partOfBefore: (other, known, one) => shareOf(weighed().theirs(other), known.map(weighed().mine), weighed().mine(one)),
  }
}

function bySize(one: Features, other: Features): readonly [Features, Features] {
  return one.size <= other.size ? [one, other] : [other, one]
}

function placesOf(indices: ReadonlySet<number>, read: (index: number) => Features): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  for (const index of indices) {
    for (const feature of read(index).keys()) {
      const list = places.get(feature)
      if (list === undefined) places.set(feature, [index])
      else list.push(index)
    }
  }
  return places
}
