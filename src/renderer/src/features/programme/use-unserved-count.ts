import type { PlanId } from '#shared/domain/identifier.ts'
import { useAsk } from '../../lib/queries.ts'

/** How many goals of the plan's year it does not serve; null while that is not known. */
export function useUnservedCount(planId: PlanId): number | null {
  const goals = useAsk('goal.of-plan', { planId }, { keepPrevious: true }).data
  return goals === undefined ? null : goals.programmes.flatMap((each) => each.goals).filter(({ served }) => !served).length
}
