import { awayOf, type HandOver } from '#shared/domain/hand-over.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { isEditable, type Plan } from '#shared/domain/plan.ts'
import { useAsk } from './queries.ts'

const none: readonly HandOver[] = []

/** All hand-overs of the open workspace, the newest first. */
export function useHandOvers(): readonly HandOver[] {
  return useAsk('hand-over.list', {}).data ?? none
}

/** The hand-over that makes a plan (null: everything) read-only on this machine, or null. */
export function useAway(planId: PlanId | null): HandOver | null {
  return awayOf(useHandOvers(), planId)
}

/** Whether a plan takes no edit: by where it stands, or because the living copy is with another person. */
export function useLocked(plan: Pick<Plan, 'id' | 'status'>): boolean {
  const away = useAway(plan.id)
  return !isEditable(plan.status) || away !== null
}
