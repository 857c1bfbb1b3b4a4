import type { PlanId } from '#shared/domain/identifier.ts'
import type { Readable } from '../schema.ts'

/** When anything of each plan (its form, a sentence, a task) was last written, by the log: ISO moments. Plans never written are left out. */
export async function lastWrittenByPlan(db: Readable): Promise<ReadonlyMap<PlanId, string>> {
  const last = new Map<PlanId, string>()
  const see = (planId: string, at: string): void => {
    const known = last.get(planId as PlanId)
    if (known === undefined || known < at) last.set(planId as PlanId, at)
  }
  const plans = await db
    .selectFrom('change_item')
    .innerJoin('change', 'change.id', 'change_item.change_id')
    .innerJoin('plan', 'plan.id', 'change_item.record_id')
    .select(({ fn }) => ['plan.id as plan_id', fn.max('change.at').as('at')])
    .groupBy('plan.id')
    .execute()
  const provisions = await db
    .selectFrom('change_item')
    .innerJoin('change', 'change.id', 'change_item.change_id')
    .innerJoin('provision', 'provision.id', 'change_item.record_id')
    .select(({ fn }) => ['provision.plan_id as plan_id', fn.max('change.at').as('at')])
    .groupBy('provision.plan_id')
    .execute()
  const tasks = await db
    .selectFrom('change_item')
    .innerJoin('change', 'change.id', 'change_item.change_id')
    .innerJoin('task_wording', 'task_wording.id', 'change_item.record_id')
    .select(({ fn }) => ['task_wording.plan_id as plan_id', fn.max('change.at').as('at')])
    .groupBy('task_wording.plan_id')
    .execute()
  for (const { plan_id, at } of [...plans, ...provisions, ...tasks]) see(plan_id, at)
  return last
}
