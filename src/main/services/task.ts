import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { AgencyRegistry } from '#shared/domain/agency.ts'
import { inactiveAgencies, successorsOf } from '#shared/domain/coverage-rules.ts'
import type { AppendixId, PlanId, ProvisionId, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Task, TaskPatch } from '#shared/domain/task.ts'
import { writeDay } from '#shared/language/day.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { getAppendix } from '#main/store/repositories/appendix.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { getTask, insertTask, listTasks, removeTask, updateTask } from '#main/store/repositories/task.ts'
import type { Readable } from '#main/store/schema.ts'
import type { Trace } from '#main/store/trace.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { positionsBetween } from './order.ts'
import { editablePlan } from './plan-guard.ts'

/** A plan's tasks by order key. */
export async function readTasks({ db }: ServiceContext, { planId }: Input<'task.list'>): Promise<readonly Task[]> {
  return listTasks(db, planId)
}

/** Adds a row behind `afterId` (null: at the end). A new row under another keeps that one's field and subgroup unless it says its own. */
export async function createTask(context: ServiceContext, actor: Actor, input: Input<'task.create'>): Promise<Task> {
  return runCommand(context, actor, { command: 'task.create', undoable: true }, async (trace) => {
    const plan = await planOfAppendix(trace.trx, input.appendixId)
    const registry = await readAgencyRegistry(trace.trx)
    refuseInactive(input.task, null, registry, plan)
    const [task] = await addTasks(context, trace, plan, input.appendixId, input.afterId, [input.task])
    if (task === undefined) throw new Error('no task was made')
    return task
  })
}

/** Takes a pasted block in: writes over the rows it covers and adds those that reach below, in order, all or none. Returns the rows added. */
export async function pasteTasks(context: ServiceContext, actor: Actor, input: Input<'task.paste'>): Promise<readonly Task[]> {
  return runCommand(context, actor, { command: 'task.paste', undoable: true }, async (trace) => {
    const plan = await planOfAppendix(trace.trx, input.appendixId)
    await patchTasks(trace, input.updates)
    return addTasks(context, trace, plan, input.appendixId, input.afterId, input.tasks)
  })
}

/** Changes one row. Throws `record-changed-meanwhile`, `plan-not-editable`, `agency-not-active` (a dissolved body takes no new task). */
export async function changeTask(context: ServiceContext, actor: Actor, { id, version, patch }: Input<'task.update'>): Promise<Task> {
  return runCommand(context, actor, { command: 'task.update', undoable: true }, async (trace) => {
    const before = await getTask(trace.trx, id)
    const plan = await editablePlan(trace.trx, before.planId)
    refuseInactive(patch, before, await readAgencyRegistry(trace.trx), plan)
    return updateTask(trace, { ...patched(before, patch, await provisionOrder(trace.trx, plan.id, patch)), version })
  })
}

/** Changes many rows, all or none. Rows pasted from elsewhere may name bodies that are gone: coverage lists them, issuing refuses them. */
export async function changeTasks(context: ServiceContext, actor: Actor, { updates }: Input<'task.update-many'>): Promise<readonly Task[]> {
  return runCommand(context, actor, { command: 'task.update-many', undoable: true }, async (trace) => {
    return patchTasks(trace, updates)
  })
}

async function patchTasks(trace: Trace, updates: Input<'task.update-many'>['updates']): Promise<readonly Task[]> {
  const changed: Task[] = []
  for (const { id, version, patch } of updates) {
    const before = await getTask(trace.trx, id)
    const plan = await editablePlan(trace.trx, before.planId)
    changed.push(await updateTask(trace, { ...patched(before, patch, await provisionOrder(trace.trx, plan.id, patch)), version }))
  }
  return changed
}

/** A second row with the same words, right behind the first: a new task that shares nothing with the old one but its sentences. */
export async function duplicateTask(context: ServiceContext, actor: Actor, { id }: Input<'task.duplicate'>): Promise<Task> {
  return runCommand(context, actor, { command: 'task.duplicate', undoable: true }, async (trace) => {
    const task = await getTask(trace.trx, id)
    const plan = await editablePlan(trace.trx, task.planId)
    const [copy] = await addTasks(context, trace, plan, task.appendixId, task.id, [task])
    if (copy === undefined) throw new Error('no task was made')
    return copy
  })
}

/** Removes rows, all or none. */
export async function removeTasks(
  context: ServiceContext,
  actor: Actor,
  { ids }: Input<'task.remove-many'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'task.remove-many', undoable: true }, async (trace) => {
    for (const id of new Set(ids)) {
      const task = await getTask(trace.trx, id)
      await editablePlan(trace.trx, task.planId)
      await removeTask(trace, task)
    }
    return {}
  })
}

/**
 * Puts rows, in the order given, behind `afterId` (null: first) of a field. They take the field, and the subgroup of the row they stand
 * behind, since a row between two of a subgroup is of that subgroup. The other rows keep their order keys.
 */
export async function moveTasks(
  context: ServiceContext,
  actor: Actor,
  { ids, fieldId, afterId }: Input<'task.move'>,
): Promise<readonly Task[]> {
  return runCommand(context, actor, { command: 'task.move', undoable: true }, async (trace) => {
    const [first] = ids
    if (first === undefined || (afterId !== null && ids.includes(afterId)))
      throw new AppError('bad-input', { channel: 'task.move', problem: 'afterId' })
    const { planId } = await getTask(trace.trx, first)
    await editablePlan(trace.trx, planId)
    const tasks = await listTasks(trace.trx, planId)
    const byId = new Map(tasks.map((task) => [task.id, task]))
    const after = afterId === null ? null : (byId.get(afterId) ?? notFound(afterId))
    const moving = [...new Set(ids)].map((id) => byId.get(id) ?? notFound(id))
    const appendixId = after?.appendixId ?? moving[0]?.appendixId
    const staying = tasks.filter((task) => !ids.includes(task.id) && task.appendixId === appendixId)
    const firstOfField = staying.findIndex((task) => task.fieldId === fieldId)
    const at =
      after === null ? (firstOfField === -1 ? staying.length : firstOfField) : staying.findIndex((task) => task.id === after.id) + 1
    const positions = positionsBetween(staying[at - 1]?.position ?? null, staying[at]?.position ?? null, moving.length)
    for (const [index, task] of moving.entries()) {
      // A task without its neighbours keeps no subgroup of another field.
      const subgroup = after === null || after.fieldId !== fieldId ? null : after.subgroup
      await updateTask(trace, { ...task, position: positions[index] ?? '', fieldId, appendixId: appendixId ?? task.appendixId, subgroup })
    }
    return listTasks(trace.trx, planId)
  })
}

/** Joins a task to a sentence of its plan, or takes it off. Sentences stand in the plan's order. */
export async function linkProvision(context: ServiceContext, actor: Actor, input: Input<'task.link-provision'>): Promise<Task> {
  return runCommand(context, actor, { command: 'task.link-provision', undoable: true }, async (trace) => {
    const task = await getTask(trace.trx, input.id)
    await editablePlan(trace.trx, task.planId)
    const others = task.provisionIds.filter((id) => id !== input.provisionId)
    const patch: TaskPatch = { provisionIds: input.linked ? [...others, input.provisionId] : others }
    return updateTask(trace, patched(task, patch, await provisionOrder(trace.trx, task.planId, patch)))
  })
}

/** Joins many tasks to a sentence each, all or none, as one command; what a task was joined to before stays. Throws `record-not-found`, `plan-not-editable`. */
export async function linkProvisions(context: ServiceContext, actor: Actor, { links }: Input<'task.link-many'>): Promise<readonly Task[]> {
  return runCommand(context, actor, { command: 'task.link-many', undoable: true }, async (trace) => {
    const joined: Task[] = []
    for (const { id, provisionId } of links) {
      const task = await getTask(trace.trx, id)
      await editablePlan(trace.trx, task.planId)
      const patch: TaskPatch = { provisionIds: [...task.provisionIds.filter((other) => other !== provisionId), provisionId] }
      joined.push(await updateTask(trace, patched(task, patch, await provisionOrder(trace.trx, task.planId, patch))))
    }
    return joined
  })
}

/** The editable plan of an appendix. */
async function planOfAppendix(db: Readable, appendixId: AppendixId): Promise<Plan> {
  return editablePlan(db, (await getAppendix(db, appendixId)).planId)
}

const emptyTask = {
  source: 'plan',
  fieldId: null,
  subgroup: null,
  content: '',
  product: '',
  leads: [],
  coordinating: [],
  deadline: { phrase: '', milestones: [] },
  provisionIds: [],
  extra: {},
} as const satisfies Partial<Task>

/** Adds rows behind another (null: at the end) of an appendix; shared by adding, pasting, duplicating. */
async function addTasks(
  context: ServiceContext,
  trace: Trace,
  plan: Plan,
  appendixId: AppendixId,
  afterId: TaskWordingId | null,
  patches: readonly TaskPatch[],
): Promise<readonly Task[]> {
  const tasks = (await listTasks(trace.trx, plan.id)).filter((task) => task.appendixId === appendixId)
  const index = afterId === null ? tasks.length - 1 : tasks.findIndex((task) => task.id === afterId)
  if (afterId !== null && index === -1) notFound(afterId)
  const before = tasks[index] ?? null
  const positions = positionsBetween(before?.position ?? null, tasks[index + 1]?.position ?? null, patches.length)
  const added: Task[] = []
  for (const [ordinal, patch] of patches.entries()) {
    const place = afterId === null ? {} : { fieldId: before?.fieldId ?? null, subgroup: before?.subgroup ?? null }
    const base: Task = {
      ...emptyTask,
      ...place,
      id: context.newId<TaskWordingId>(),
      taskId: context.newId<TaskId>(),
      planId: plan.id,
      appendixId,
      position: positions[ordinal] ?? '',
      version: 1,
    }
    const task = patched(base, patch, await provisionOrder(trace.trx, plan.id, patch))
    // A row that names another field than its neighbour's has left that neighbour's subgroup too.
    const subgroup = task.fieldId === base.fieldId || patch.subgroup !== undefined ? task.subgroup : null
    added.push(await insertTask(trace, { ...task, subgroup }))
  }
  return added
}

/** A task with a patch on it: words composed, sentences in the plan's order. Only the fields a patch may hold are taken. */
export function patched(task: Task, patch: TaskPatch, order: ReadonlyMap<ProvisionId, number> | null): Task {
  const provisionIds = patch.provisionIds ?? task.provisionIds
  return {
    ...task,
    fieldId: patch.fieldId === undefined ? task.fieldId : patch.fieldId,
    subgroup: patch.subgroup === undefined ? task.subgroup : patch.subgroup,
    content: (patch.content ?? task.content).normalize('NFC'),
    product: (patch.product ?? task.product).normalize('NFC'),
    leads: patch.leads ?? task.leads,
    coordinating: patch.coordinating ?? task.coordinating,
    deadline: patch.deadline === undefined ? task.deadline : { ...patch.deadline, phrase: patch.deadline.phrase.normalize('NFC') },
    provisionIds: order === null ? provisionIds : provisionIds.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)),
    extra: Object.fromEntries(Object.entries(patch.extra ?? task.extra).map(([key, words]) => [key, words.normalize('NFC')])),
  }
}

/** Places of the plan's sentences, when a patch names any; a sentence of another plan is refused. Throws `record-not-found`. */
async function provisionOrder(db: Readable, planId: PlanId, patch: TaskPatch): Promise<ReadonlyMap<ProvisionId, number> | null> {
  if (patch.provisionIds === undefined || patch.provisionIds.length === 0) return null
  const order = new Map((await listProvisions(db, planId)).map((provision, index) => [provision.id, index]))
  const stranger = patch.provisionIds.find((id) => !order.has(id))
  if (stranger !== undefined) throw new AppError('record-not-found', { noun: 'provision', id: stranger })
  return order
}

function refuseInactive(patch: TaskPatch, before: Task | null, registry: AgencyRegistry, plan: Plan): void {
  const on = plan.agenciesAsOf
  const had = new Set(before === null ? [] : inactiveAgencies(before, registry, on))
  const added = inactiveAgencies({ leads: patch.leads ?? [], coordinating: patch.coordinating ?? [] }, registry, on).find(
    (id) => !had.has(id),
  )
  if (added === undefined) return
  const nameOf = (id: string): string => registry.agencies.find((agency) => agency.id === id)?.name ?? ''
  const successors = successorsOf(added, registry, on).map(nameOf)
  throw new AppError('agency-not-active', {
    name: nameOf(added),
    on: writeDay(on),
    successor: successors.length === 0 ? null : successors.join(', '),
  })
}

function notFound(id: TaskWordingId): never {
  throw new AppError('record-not-found', { noun: 'task', id })
}
