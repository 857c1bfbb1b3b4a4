import type { Actor } from '#shared/domain/actor.ts'
import type { AppendixId, PlanId } from '#shared/domain/identifier.ts'
import type { Appendix } from '#shared/domain/task.ts'
import { usualAppendixTitle, usualColumns } from '#shared/document/usual-plan.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { getAppendix, insertAppendix, listAppendices, updateAppendix } from '#main/store/repositories/appendix.ts'
import { listTasks, removeTask } from '#main/store/repositories/task.ts'
import type { Trace } from '#main/store/trace.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { positionsBetween } from './order.ts'
import { editablePlan } from './plan-guard.ts'

/** Adds an empty appendix with the usual columns behind the others. */
export async function createAppendix(context: ServiceContext, actor: Actor, input: Input<'appendix.create'>): Promise<Appendix> {
  return runCommand(context, actor, { command: 'appendix.create', undoable: true }, async (trace) => {
    const plan = await editablePlan(trace.trx, input.planId)
    return addAppendix(context, trace, plan.id, input.title.trim() === '' ? usualAppendixTitle(plan.year) : input.title)
  })
}

/** An appendix to put tasks into: the plan's first one, made when there is none. */
export async function ensureAppendix(context: ServiceContext, trace: Trace, planId: PlanId, year: number): Promise<Appendix> {
  const [first] = await listAppendices(trace.trx, planId)
  return first ?? addAppendix(context, trace, planId, usualAppendixTitle(year))
}

async function addAppendix(context: ServiceContext, trace: Trace, planId: PlanId, title: string): Promise<Appendix> {
  const last = (await listAppendices(trace.trx, planId)).at(-1)
  const [position] = positionsBetween(last?.position ?? null, null, 1)
  return insertAppendix(trace, {
    id: context.newId<AppendixId>(),
    planId,
    position: position ?? '',
    title: title.normalize('NFC'),
    orientation: 'landscape',
    columns: usualColumns,
  })
}

/** Changes title, orientation or columns. Words of a column that is taken away stay with the tasks and come back with it. */
export async function changeAppendix(
  context: ServiceContext,
  actor: Actor,
  { id, version, patch }: Input<'appendix.update'>,
): Promise<Appendix> {
  return runCommand(context, actor, { command: 'appendix.update', undoable: true }, async (trace) => {
    const before = await getAppendix(trace.trx, id)
    await editablePlan(trace.trx, before.planId)
    return updateAppendix(trace, {
      ...before,
      title: (patch.title ?? before.title).normalize('NFC'),
      orientation: patch.orientation ?? before.orientation,
      columns: patch.columns ?? before.columns,
      version,
    })
  })
}

/** Removes an appendix with its tasks. */
export async function removeAppendix(
  context: ServiceContext,
  actor: Actor,
  { id, version }: Input<'appendix.remove'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'appendix.remove', undoable: true }, async (trace) => {
    const appendix = await getAppendix(trace.trx, id)
    await editablePlan(trace.trx, appendix.planId)
    for (const task of await listTasks(trace.trx, appendix.planId)) if (task.appendixId === id) await removeTask(trace, task)
    await trace.remove('appendix', id, version)
    return {}
  })
}
