import type { ComparedRecords } from '#shared/domain/comparison-pairs.ts'
import type { PlanComparison } from '#shared/domain/comparison.ts'
import { comparePlans } from '#shared/domain/plan-comparison.ts'

/** The comparison of two sides as a job: long texts that were all rewritten take longer than a window may wait. */
export function comparePlansJob({
  before,
  after,
  cameFrom,
}: {
  readonly before: ComparedRecords
  readonly after: ComparedRecords
  readonly cameFrom: readonly (readonly [string, string])[]
}): PlanComparison {
  return comparePlans(before, after, new Map(cameFrom))
}
