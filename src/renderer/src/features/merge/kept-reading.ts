import { useSyncExternalStore } from 'react'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { MergeReading } from '#shared/ipc/merge-contract.ts'

/** What a person decided of each difference; what stands in neither is not decided yet. */
export interface Decisions {
  readonly taken: ReadonlySet<string>
  readonly left: ReadonlySet<string>
}

interface Kept extends Decisions {
  readonly reading: MergeReading
}

/** The file read for each plan, kept while the person looks at a place in the text and comes back. */
const kept = new Map<PlanId, Kept>()
const listeners = new Set<() => void>()

export function useKeptReading(planId: PlanId): Kept | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => kept.get(planId) ?? null,
  )
}

/** Keeps a reading, or forgets it. What was decided of differences that are still there stays decided; of new ones all are taken but conflicts. */
export function keepReading(planId: PlanId, reading: MergeReading | null): void {
  if (reading === null) kept.delete(planId)
  else {
    const before = kept.get(planId)
    const left = new Set(reading.differences.map(({ id }) => id).filter((id) => before?.left.has(id)))
    const taken = reading.differences.flatMap(({ id, conflict }) =>
      left.has(id) || (conflict && before?.taken.has(id) !== true) ? [] : [id],
    )
    kept.set(planId, { reading, taken: new Set(taken), left })
  }
  for (const listener of listeners) listener()
}

/** Takes differences, or leaves them. */
export function decide(planId: PlanId, ids: readonly string[], take: boolean): void {
  const now = kept.get(planId)
  if (now === undefined) return
  const [taken, left] = [new Set(now.taken), new Set(now.left)]
  for (const id of ids) {
    ;(take ? taken : left).add(id)
    ;(take ? left : taken).delete(id)
  }
  kept.set(planId, { ...now, taken, left })
  for (const listener of listeners) listener()
}
