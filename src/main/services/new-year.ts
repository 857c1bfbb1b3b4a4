import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { inNewYear } from '#shared/domain/leftover-years.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { copyPlan } from './plan-copy.ts'

/**
 * Drafts a later year's plan from any plan: a copy of its text, footnotes, appendices and rows, the tasks living on, with the list of what is left
 * of the old year. Only what names the plan itself says the new year at once: its subject and the titles of its appendices. Bodies and groups
 * are those of 1 January of the new year.
 * Throws `record-not-found`, `clone-year-not-later` (inside its year a plan is amended).
 */
export async function clonePlan(context: ServiceContext, actor: Actor, { fromPlanId, toYear }: Input<'plan.clone'>): Promise<Plan> {
  return runCommand(context, actor, { command: 'plan.clone', undoable: true }, async (trace) => {
    const old = await getPlan(trace.trx, fromPlanId)
    if (toYear <= old.year) throw new AppError('clone-year-not-later', { from: old.year, to: toYear })
    return copyPlan(
      context,
      trace,
      old,
      { year: toYear, subject: inNewYear(old.subject, old.year, toYear), agenciesAsOf: `${toYear}-01-01` },
      ({ title }) => inNewYear(title, old.year, toYear),
    )
  })
}
