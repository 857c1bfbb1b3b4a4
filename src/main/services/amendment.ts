import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { localDay } from '#shared/language/day.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { copyPlan } from './plan-copy.ts'

/**
 * Opens a new version of an issued plan, to be drafted and issued in its turn: a copy of text, appendices and rows. The tasks are the
 * same tasks, worded anew. Only an issued plan can be amended (`plan-move-not-allowed`).
 */
export async function amendPlan(context: ServiceContext, actor: Actor, { planId }: Input<'plan.amend'>): Promise<Plan> {
  return runCommand(context, actor, { command: 'plan.amend', undoable: true }, async (trace) => {
    const old = await getPlan(trace.trx, planId)
    if (old.status !== 'issued') throw new AppError('plan-move-not-allowed', { from: old.status, to: 'drafting' })
    const today = localDay(context.now())
    return copyPlan(context, trace, old, {
      // The bodies that work today carry the amendment out; a plan of another year keeps the day of its issue.
      agenciesAsOf: today.startsWith(String(old.year)) && today > old.agenciesAsOf ? today : old.agenciesAsOf,
      replacesPlanId: old.id,
    })
  })
}
