import type { AppendixId, FootnoteId, PlanId, ProvisionId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Appendix } from '#shared/domain/task.ts'
import { insertAppendix, listAppendices } from '#main/store/repositories/appendix.ts'
import { insertCarriedFrom, insertStoredLeftover } from '#main/store/repositories/carry-over.ts'
import { insertPlan } from '#main/store/repositories/plan.ts'
import { insertProvision, listProvisions } from '#main/store/repositories/provision.ts'
import { insertTask, listTasks } from '#main/store/repositories/task.ts'
import type { Trace } from '#main/store/trace.ts'
import type { ServiceContext } from './context.ts'
import { findLeftoversOf } from './leftover-source.ts'
import { copyServedGoals } from './served-goal.ts'

/**
 * Makes a draft from a plan: its text, footnotes, appendices and rows as copies, each noted with what it came from. The tasks are the same tasks,
 * worded anew. What is left of the old plan is listed once, so that it can be ticked off. Shared by amending inside a year and by a new year.
 */
export async function copyPlan(
  context: ServiceContext,
  trace: Trace,
  old: Plan,
  change: Partial<Omit<Plan, 'id' | 'version'>>,
  titleOf: (appendix: Appendix) => string = ({ title }) => title,
): Promise<Plan> {
  const plan = await insertPlan(trace, {
    ...old,
    status: 'drafting',
    number: null,
    issuedOn: null,
    replacesPlanId: null,
    documentRecordId: null,
    ...change,
    id: context.newId<PlanId>(),
  })
  const carried = async (noun: 'plan' | 'provision' | 'appendix' | 'task', recordId: string, fromId: string): Promise<void> =>
    insertCarriedFrom(trace, { planId: plan.id, noun, recordId, fromId })
  await carried('plan', plan.id, old.id)
  const provisionIds = new Map<ProvisionId, ProvisionId>()
  for (const provision of await listProvisions(trace.trx, old.id)) {
    const id = context.newId<ProvisionId>()
    provisionIds.set(provision.id, id)
    const content = provision.content.map((inline) =>
      inline.kind === 'footnote' ? { ...inline, id: context.newId<FootnoteId>() } : inline,
    )
    await insertProvision(trace, { ...provision, id, planId: plan.id, content })
    await carried('provision', id, provision.id)
  }
  const appendixIds = new Map<AppendixId, AppendixId>()
  for (const appendix of await listAppendices(trace.trx, old.id)) {
    const id = context.newId<AppendixId>()
    appendixIds.set(appendix.id, id)
    await insertAppendix(trace, { ...appendix, id, planId: plan.id, title: titleOf(appendix) })
    await carried('appendix', id, appendix.id)
  }
  for (const task of await listTasks(trace.trx, old.id)) {
    const id = context.newId<TaskWordingId>()
    await insertTask(trace, {
      ...task,
      id,
      planId: plan.id,
      appendixId: appendixIds.get(task.appendixId) ?? task.appendixId,
      provisionIds: task.provisionIds.map((provisionId) => provisionIds.get(provisionId) ?? provisionId),
    })
    await carried('task', id, task.id)
  }
  await copyServedGoals(trace, old.id, plan, provisionIds)
  for (const [position, leftover] of (await findLeftoversOf(trace.trx, plan)).entries()) {
    await insertStoredLeftover(trace, { id: context.newId(), planId: plan.id, leftover, kept: false, reason: null }, position)
  }
  return plan
}
