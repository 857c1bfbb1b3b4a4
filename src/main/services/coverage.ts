import type { Coverage } from '#shared/domain/coverage.ts'
import { coverageOf } from '#shared/domain/coverage-rules.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { ServiceContext } from './context.ts'
import { readPlanSources } from './plan-sources.ts'

/** What still has no partner between a plan and its tasks. */
export async function readCoverage({ db }: ServiceContext, { planId }: Input<'task.coverage'>): Promise<Coverage> {
  const { plan, provisions, tasks, registry, find } = await readPlanSources(db, planId)
  return coverageOf(provisions, tasks, registry, plan.agenciesAsOf, find)
}
