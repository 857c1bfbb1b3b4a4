/** Chance that comes out the same for the same seed, so that a generated year is the same year in every run. */
export interface SeededRandom {
  /** From 0, below 1. */
  readonly fraction: () => number
  /** A whole number from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(values: readonly T[]) => T
  /** The same values in another order. */
  readonly shuffle: <T>(values: readonly T[]) => T[]
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, fast, and even enough to make up offices' habits. */
export function createRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const whole = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1))
  return {
    fraction,
    whole,
    chance: (probability) => fraction() < probability,
    pick: (values) => {
      const value = values[whole(0, values.length - 1)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
    shuffle: (values) => {
      const mixed = [...values]
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = whole(0, last)
        const [one, two] = [mixed[last], mixed[other]]
        if (one === undefined || two === undefined) throw new Error('a gap in a list')
        mixed[last] = two
        mixed[other] = one
      }
      return mixed
    },
  }
}
