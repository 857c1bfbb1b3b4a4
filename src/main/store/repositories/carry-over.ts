import type { CarriedFrom } from '#shared/domain/carry-over.ts'
import type { PlanId, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { Leftover } from '#shared/domain/leftover.ts'
import type { TaskClosure } from '#shared/domain/task-closure.ts'
import { AppError } from '#shared/app-error.ts'
import { fromJson, toJson } from '../json.ts'
import type { Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toCarriedFrom(row: RowOf<'carried_from'>): CarriedFrom {
  return {
    id: row.id,
    planId: row.plan_id as PlanId,
    noun: row.noun as CarriedFrom['noun'],
    recordId: row.record_id,
    fromId: row.from_id,
    seen: row.seen === 1,
    version: row.version,
  }
}

/** Where a plan and its records came from. */
export async function listCarriedFrom(db: Readable, planId: PlanId): Promise<readonly CarriedFrom[]> {
  const rows = await db.selectFrom('carried_from').selectAll().where('plan_id', '=', planId).orderBy('id').execute()
  return rows.map(toCarriedFrom)
}

/** The plan that a plan was made from, or null. */
export async function findPreviousPlanId(db: Readable, planId: PlanId): Promise<PlanId | null> {
  const row = await db
    .selectFrom('carried_from')
    .select('from_id')
    .where('plan_id', '=', planId)
    .where('noun', '=', 'plan')
    .executeTakeFirst()
  return (row?.from_id as PlanId | undefined) ?? null
}

/** Plans that were made from a plan. */
export async function listPlansMadeFrom(db: Readable, planId: PlanId): Promise<readonly PlanId[]> {
  const rows = await db.selectFrom('carried_from').select('plan_id').where('noun', '=', 'plan').where('from_id', '=', planId).execute()
  return rows.map((row) => row.plan_id as PlanId)
}

/** Notes that a record was made from an older plan's. */
export async function insertCarriedFrom(trace: Trace, link: Pick<CarriedFrom, 'planId' | 'noun' | 'recordId' | 'fromId'>): Promise<void> {
  await trace.insert('carried_from', {
    id: `${link.recordId}:${link.fromId}`,
    plan_id: link.planId,
    noun: link.noun,
    record_id: link.recordId,
    from_id: link.fromId,
    seen: 0,
  })
}

/** Says that a person looked at a carried record, or takes that back. */
export async function markSeen(trace: Trace, id: string, seen: boolean): Promise<void> {
  await trace.update('carried_from', id, { seen: seen ? 1 : 0 })
}

/** A leftover as it was found when the list was fixed, with what a person decided. */
export interface StoredLeftover {
  readonly id: string
  readonly planId: PlanId
  readonly leftover: Leftover
  readonly kept: boolean
  readonly reason: string | null
}

/** The fixed list of a plan, in its order. */
export async function listStoredLeftovers(db: Readable, planId: PlanId): Promise<readonly StoredLeftover[]> {
  const rows = await db.selectFrom('leftover').selectAll().where('plan_id', '=', planId).orderBy('position').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id as PlanId,
    leftover: fromJson<Leftover>(row.image),
    kept: row.kept === 1,
    reason: row.reason,
  }))
}

/** Puts a leftover on the list, at a place from 0. */
export async function insertStoredLeftover(
  trace: Trace,
  { id, planId, leftover, kept, reason }: StoredLeftover,
  position: number,
): Promise<void> {
  await trace.insert('leftover', {
    id,
    plan_id: planId,
    key: leftover.key,
    position,
    image: toJson(leftover),
    kept: kept ? 1 : 0,
    reason,
  })
}

/** Writes what a person decided about a leftover. */
export async function decideLeftover(trace: Trace, id: string, kept: boolean, reason: string | null): Promise<void> {
  await trace.update('leftover', id, { kept: kept ? 1 : 0, reason })
}

/** Removes what a plan has of an older one: its links and its list. The records themselves stay. */
export async function removeCarryOver(trace: Trace, planId: PlanId): Promise<void> {
  for (const { id } of await listCarriedFrom(trace.trx, planId)) await trace.remove('carried_from', id)
  for (const { id } of await listStoredLeftovers(trace.trx, planId)) await trace.remove('leftover', id)
}

/** The tasks of a plan that were closed. */
export async function listClosures(db: Readable, planId: PlanId): Promise<readonly TaskClosure[]> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('task_wording', 'task_wording.task_id', 'task.id')
    .select(['task.id', 'task.closed_on', 'task.closed_note'])
    .distinct()
    .where('task_wording.plan_id', '=', planId)
    .where('task.closed_on', 'is not', null)
    .orderBy('task.id')
    .execute()
  return rows.map((row) => ({ taskId: row.id as TaskId, closedOn: row.closed_on ?? '', note: row.closed_note ?? '' }))
}

/** Closes a task (or opens it again with null). Throws `record-not-found`. */
export async function writeClosure(trace: Trace, taskId: TaskId, closure: Omit<TaskClosure, 'taskId'> | null): Promise<void> {
  await trace.update('task', taskId, { closed_on: closure?.closedOn ?? null, closed_note: closure?.note ?? null })
}

/** How a task stood in one plan. */
export interface PastWording {
  readonly taskId: TaskId
  readonly planId: PlanId
  readonly year: number
  readonly content: string
  readonly deadline: string
}

/** How all other plans word the tasks of a plan and of the plan it was made from, the oldest year first. */
export async function listPastWordings(db: Readable, planId: PlanId, previousId: PlanId): Promise<readonly PastWording[]> {
  const tasks = db.selectFrom('task_wording').select('task_id').where('plan_id', 'in', [planId, previousId])
  const rows = await db
    .selectFrom('task_wording')
    .innerJoin('plan', 'plan.id', 'task_wording.plan_id')
    .select(['task_wording.task_id', 'task_wording.plan_id', 'plan.year', 'task_wording.content', 'task_wording.deadline'])
    .where('task_wording.plan_id', '!=', planId)
    .where('task_wording.task_id', 'in', tasks)
    .orderBy('plan.year')
    .orderBy('plan.id')
    .execute()
  return rows.map((row) => ({
    taskId: row.task_id as TaskId,
    planId: row.plan_id as PlanId,
    year: row.year,
    content: row.content,
    deadline: fromJson<{ readonly phrase: string }>(row.deadline).phrase,
  }))
}

/** Gives a wording a task of its own, so that nothing of the old task's life belongs to it. Throws `record-not-found`. */
export async function renewTask(trace: Trace, wordingId: TaskWordingId, taskId: TaskId): Promise<void> {
  const row = await trace.trx.selectFrom('task_wording').select('task_id').where('id', '=', wordingId).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'task', id: wordingId })
  const old = await trace.trx.selectFrom('task').selectAll().where('id', '=', row.task_id).executeTakeFirstOrThrow()
  await trace.insert('task', { id: taskId, source: old.source, origin: old.origin, closed_on: null, closed_note: null })
  await trace.update('task_wording', wordingId, { task_id: taskId })
}
