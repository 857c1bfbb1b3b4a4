import type { ListedLeftover } from '#shared/domain/carry-over.ts'
import { LeftoverKind, type Leftover } from '#shared/domain/leftover.ts'
import { carryOverText as words } from '#shared/text/vi/carry-over.ts'

/** Leftovers that one decision may settle: of one kind, of bodies those of one body. */
export interface LeftoverGroup {
  readonly key: string
  readonly title: string
  readonly open: readonly ListedLeftover[]
  readonly settled: readonly ListedLeftover[]
  /** Open ones whose first offer may be taken together. */
  readonly sure: readonly Leftover[]
}

/** Groups in the order of the kinds, those that hold something red first within them as they come. */
export function groupLeftovers(items: readonly ListedLeftover[]): readonly LeftoverGroup[] {
  const groups = Map.groupBy(items, ({ leftover }) => groupKey(leftover))
  return [...groups]
    .map(([key, own]): LeftoverGroup & { readonly rank: number } => {
      const [first] = own
      if (first === undefined) throw new Error('a group of nothing')
      const open = own.filter(({ state }) => state === 'open')
      return {
        key,
        title: titleOf(first.leftover),
        open,
        settled: own.filter(({ state }) => state !== 'open'),
        sure: open.flatMap(({ leftover }) => (leftover.offers.length > 0 && leftover.offers[0]?.kind !== 'drop-task' ? [leftover] : [])),
        rank: LeftoverKind.options.indexOf(first.leftover.kind),
      }
    })
    .toSorted((one, other) => one.rank - other.rank)
}

function groupKey({ kind, reason }: Leftover): string {
  return kind === 'agency' && 'name' in reason ? `${kind} ${reason.name}` : kind
}

function titleOf({ kind, reason }: Leftover): string {
  return kind === 'agency' && 'name' in reason ? reason.name : words.kinds[kind]
}
