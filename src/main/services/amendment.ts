import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { AppendixId, FootnoteId, PlanId, ProvisionId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { insertAppendix, listAppendices } from '#main/store/repositories/appendix.ts'
import { getPlan, insertPlan } from '#main/store/repositories/plan.ts'
import { insertProvision, listProvisions } from '#main/store/repositories/provision.ts'
import { insertTask, listTasks } from '#main/store/repositories/task.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'

/**
 * Opens a new version of an issued plan, to be drafted and issued in its turn: a copy of text, appendices and rows. The tasks are the
 * same tasks, worded anew. Only an issued plan can be amended (`plan-move-not-allowed`).
 */
export async function amendPlan(context: ServiceContext, actor: Actor, { planId }: Input<'plan.amend'>): Promise<Plan> {
  return runCommand(context, actor, { command: 'plan.amend', undoable: true }, async (trace) => {
    const old = await getPlan(trace.trx, planId)
    if (old.status !== 'issued') throw new AppError('plan-move-not-allowed', { from: old.status, to: 'drafting' })
    const today = context.now().toISOString().slice(0, 10)
    const plan = await insertPlan(trace, {
      ...old,
      id: context.newId<PlanId>(),
      status: 'drafting',
      number: null,
      issuedOn: null,
      // The bodies that work today carry the amendment out; a plan of another year keeps the day of its issue.
      agenciesAsOf: today.startsWith(String(old.year)) && today > old.agenciesAsOf ? today : old.agenciesAsOf,
      replacesPlanId: old.id,
      documentRecordId: null,
    })
    const provisionIds = new Map<ProvisionId, ProvisionId>()
    for (const provision of await listProvisions(trace.trx, planId)) {
      const id = context.newId<ProvisionId>()
      provisionIds.set(provision.id, id)
      const content = provision.content.map((inline) =>
        inline.kind === 'footnote' ? { ...inline, id: context.newId<FootnoteId>() } : inline,
      )
      await insertProvision(trace, { ...provision, id, planId: plan.id, content })
    }
    const appendixIds = new Map<AppendixId, AppendixId>()
    for (const appendix of await listAppendices(trace.trx, planId)) {
      const id = context.newId<AppendixId>()
      appendixIds.set(appendix.id, id)
      await insertAppendix(trace, { ...appendix, id, planId: plan.id })
    }
    for (const task of await listTasks(trace.trx, planId)) {
      await insertTask(trace, {
        ...task,
        id: context.newId<TaskWordingId>(),
        planId: plan.id,
        appendixId: appendixIds.get(task.appendixId) ?? task.appendixId,
        provisionIds: task.provisionIds.map((id) => provisionIds.get(id) ?? id),
      })
    }
    return plan
  })
}
