import { generateNKeysBetween } from 'fractional-indexing'

interface Placed<Id> {
  readonly id: Id
  readonly position: string
}

/**
 * Order keys for a wanted order that change as few rows as can be: the longest run of rows already in rising order keeps its keys
 * (patience sorting, n log n), only the others get new ones between their neighbours. A drag of one row then writes one row.
 *
 * Takes the rows as stored (any order; rows not wanted any more are ignored) and the wanted ids in order, new ones among them.
 * Gives the key of every row that needs a new one.
 */
export function positionsFor<Id extends string>(stored: readonly Placed<Id>[], wanted: readonly Id[]): ReadonlyMap<Id, string> {
  const keyOf = new Map(stored.map(({ id, position }) => [id, position]))
  const kept = new Set(longestRising(wanted.flatMap((id) => (keyOf.has(id) ? [{ id, position: keyOf.get(id) ?? '' }] : []))))
  const changed = new Map<Id, string>()
  let before: string | null = null
  let waiting: Id[] = []
  const settle = (after: string | null): void => {
    generateNKeysBetween(before, after, waiting.length).forEach((key, index) => {
      const id = waiting[index]
      if (id !== undefined) changed.set(id, key)
    })
    waiting = []
  }
  for (const id of wanted) {
    if (!kept.has(id)) {
      waiting.push(id)
      continue
    }
    const position = keyOf.get(id) ?? null
    settle(position)
    before = position
  }
  settle(null)
  return changed
}

/** Ids of a longest strictly rising subsequence of keys; two rows with one key cannot both stay. */
function longestRising<Id>(rows: readonly Placed<Id>[]): readonly Id[] {
  /** For each length, the index of the row that ends such a run with the smallest key. */
  const tails: number[] = []
  const previous: (number | null)[] = []
  rows.forEach((row, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      const tail = rows[tails[middle] ?? 0]
      if (tail !== undefined && tail.position < row.position) low = middle + 1
      else high = middle
    }
    previous.push(low === 0 ? null : (tails[low - 1] ?? null))
    tails[low] = index
  })
  const run: Id[] = []
  for (let at: number | null = tails.at(-1) ?? null; at !== null; at = previous[at] ?? null) {
    const row = rows[at]
    if (row !== undefined) run.unshift(row.id)
  }
  return run
}

/** Keys for `count` rows put between two neighbours (null = the end of the list on that side). */
export function positionsBetween(before: string | null, after: string | null, count: number): readonly string[] {
  return generateNKeysBetween(before, after, count)
}
