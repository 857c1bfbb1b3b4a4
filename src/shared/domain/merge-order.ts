import { longestRising } from './text-match.ts'

/**
 * What was moved between two orders of the same keys: runs of neighbours that moved together are one move where the first is the head of
 * the rest (`isUnder`), as when a heading is moved with its sentences. `after` holds keys of `before` only; keys gone are no matter.
 */
export function movedRuns(
  before: readonly string[],
  after: readonly string[],
  isUnder: (key: string, head: string) => boolean,
): readonly (readonly string[])[] {
  const placeOf = new Map(before.map((key, index) => [key, index]))
  const kept = longestRising(after.map((key) => placeOf.get(key) ?? 0))
  const runs: string[][] = []
  let previous = -2
  after.forEach((key, index) => {
    if (kept.has(index)) return
    const open = runs.at(-1)
    const head = open?.[0]
    if (open !== undefined && head !== undefined && previous === index - 1 && isUnder(key, head)) open.push(key)
    else runs.push([key])
    previous = index
  })
  return runs
}

/** The key that stands before another one among those that count; null at the start. */
export function followedBy(order: readonly string[], key: string, among: ReadonlySet<string>): string | null {
  for (let at = order.indexOf(key) - 1; at >= 0; at -= 1) {
    const found = order[at]
    if (found !== undefined && among.has(found)) return found
  }
  return null
}

/**
 * Puts keys where they stand in `wanted`: behind the nearest one before `at` that is in the list and not itself waiting to be moved, else
 * before the first one behind. Gives the new order.
 */
export function placed(
  order: readonly string[],
  keys: readonly string[],
  wanted: readonly string[],
  at: number,
  waiting: ReadonlySet<string>,
): readonly string[] {
  const moved = new Set(keys)
  const rest = order.filter((key) => !moved.has(key))
  const standing = new Map(rest.map((key, index) => [key, index]))
  const usable = (key: string | undefined): number | undefined =>
    key === undefined || moved.has(key) || waiting.has(key) ? undefined : standing.get(key)
  for (let back = at; back >= 0; back -= 1) {
    const index = usable(wanted[back])
    if (index !== undefined) return [...rest.slice(0, index + 1), ...keys, ...rest.slice(index + 1)]
  }
  for (let on = at + 1; on < wanted.length; on += 1) {
    const index = usable(wanted[on])
    if (index !== undefined) return [...rest.slice(0, index), ...keys, ...rest.slice(index)]
  }
  return [...rest, ...keys]
}
