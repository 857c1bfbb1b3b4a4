import type { CarriedFrom, CarryVerdict } from './carry-over.ts'

/** What became of a record: `record` is the new one, `from` the old one; one of them may be absent, never both. */
export interface Outcome<Item> {
  readonly verdict: CarryVerdict
  readonly record: Item | null
  readonly from: Item | null
  readonly seen: boolean
}

/**
 * Pairs the records of a plan with those of the plan it was made from, in the new order; an old one that nothing came from stands behind the
 * outcome of the old one before it. `links` may hold records of other nouns and such as are gone by now.
 */
export function outcomes<Item extends { readonly id: string }>(
  now: readonly Item[],
  old: readonly Item[],
  links: readonly Pick<CarriedFrom, 'recordId' | 'fromId' | 'seen'>[],
  same: (one: Item, other: Item) => boolean,
): readonly Outcome<Item>[] {
  const oldById = new Map(old.map((item) => [item.id, item]))
  const linkOf = new Map(links.map((link) => [link.recordId, link]))
  const list: Outcome<Item>[] = now.map((record) => {
    const link = linkOf.get(record.id)
    const from = link === undefined ? null : (oldById.get(link.fromId) ?? null)
    const verdict = from === null ? 'new' : same(record, from) ? 'kept' : 'changed'
    return { verdict, record, from, seen: link?.seen ?? false }
  })
  const carried = new Set(list.flatMap(({ from }) => (from === null ? [] : [from.id])))
  old.forEach((from, index) => {
    if (carried.has(from.id)) return
    const before = old[index - 1]
    const at = before === undefined ? 0 : list.findLastIndex((outcome) => outcome.from?.id === before.id) + 1
    list.splice(at, 0, { verdict: 'dropped', record: null, from, seen: false })
  })
  return list
}
