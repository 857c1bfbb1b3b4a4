import { AppError } from '#shared/app-error.ts'
import type { GivenTask, GivenTaskSource } from '#shared/domain/given-task.ts'
import type { Day, FieldId, TaskId } from '#shared/domain/identifier.ts'
import type { TaskClosure } from '#shared/domain/task-closure.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

/** A given task as it is read, and its closing. */
export interface KeptGivenTask {
  readonly given: GivenTask
  readonly closure: TaskClosure | null
}

type Joined = RowOf<'given_task'> & { readonly source: string; readonly closed_on: string | null; readonly closed_note: string | null }

function toGivenTask(row: RowOf<'given_task'>, source: string): GivenTask {
  return {
    taskId: row.id as TaskId,
    source: source as GivenTaskSource,
    document: { symbol: row.symbol, issuedOn: row.issued_on, issuer: row.issuer, title: row.title },
    content: row.content,
    product: row.product,
    leads: fromJson(row.leads),
    coordinating: fromJson(row.coordinating),
    deadline: fromJson(row.deadline),
    fieldId: row.field_id as FieldId | null,
    note: row.note,
    version: row.version,
  }
}

function toKept(row: Joined): KeptGivenTask {
  return {
    given: toGivenTask(row, row.source),
    closure: row.closed_on === null ? null : { taskId: row.id as TaskId, closedOn: row.closed_on, note: row.closed_note ?? '' },
  }
}

function toRow({
  taskId,
  document,
  content,
  product,
  leads,
  coordinating,
  deadline,
  fieldId,
  note,
}: Omit<GivenTask, 'version'>): NewRowOf<'given_task'> {
  return {
    id: taskId,
    symbol: document.symbol,
    issued_on: document.issuedOn,
    issuer: document.issuer,
    title: document.title,
    field_id: fieldId,
    content,
    product,
    leads: toJson(leads),
    coordinating: toJson(coordinating),
    deadline: toJson(deadline),
    note,
  }
}

/** Tasks that documents gave up to a day, closed ones too: the first document first, then as they were entered. */
export async function listGivenTasks(db: Readable, until: Day): Promise<readonly KeptGivenTask[]> {
  const rows = await db
    .selectFrom('given_task')
    .innerJoin('task', 'task.id', 'given_task.id')
    .selectAll('given_task')
    .select(['task.source', 'task.closed_on', 'task.closed_note'])
    .where('given_task.issued_on', '<=', until)
    .orderBy('given_task.issued_on')
    .orderBy('given_task.id')
    .execute()
  return rows.map(toKept)
}

/** Throws `record-not-found`. */
export async function getGivenTask(db: Readable, taskId: TaskId): Promise<KeptGivenTask> {
  const row = await db
    .selectFrom('given_task')
    .innerJoin('task', 'task.id', 'given_task.id')
    .selectAll('given_task')
    .select(['task.source', 'task.closed_on', 'task.closed_note'])
    .where('given_task.id', '=', taskId)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'given-task', id: taskId })
  return toKept(row)
}

/** Adds the task and what its document says of it. */
export async function insertGivenTask(trace: Trace, given: Omit<GivenTask, 'version'>): Promise<GivenTask> {
  await trace.insert('task', { id: given.taskId, source: given.source, origin: null, closed_on: null, closed_note: null, done_rule: null })
  return toGivenTask(await trace.insert('given_task', toRow(given)), given.source)
}

/** Writes a given task; `version` is the one it was read with. */
export async function updateGivenTask(trace: Trace, given: GivenTask): Promise<GivenTask> {
  await trace.update('task', given.taskId, { source: given.source })
  return toGivenTask(await trace.update('given_task', given.taskId, toRow(given), given.version), given.source)
}

/** Removes the task with its shares; nothing may have been said or decided of it. */
export async function removeGivenTask(trace: Trace, taskId: TaskId, version: number): Promise<void> {
  await removeShares(trace, taskId)
  await trace.remove('given_task', taskId, version)
  await trace.remove('task', taskId)
}

/** Takes the shares of a task away; nothing may have been said or decided of it. */
export async function removeShares(trace: Trace, taskId: TaskId): Promise<void> {
  const shares = await trace.trx.selectFrom('assignment').select('id').where('task_id', '=', taskId).orderBy('id').execute()
  for (const { id } of shares) await trace.remove('assignment', id)
}

/** Whether anything was said or decided of a task, or one of its shares went on to another body. */
export async function isSpokenOf(db: Readable, taskId: TaskId): Promise<boolean> {
  const word = await db
    .selectFrom('progress')
    .innerJoin('assignment', 'assignment.id', 'progress.assignment_id')
    .select('progress.id')
    .where('assignment.task_id', '=', taskId)
    .executeTakeFirst()
  const moved = await db.selectFrom('extension').select('id').where('task_id', '=', taskId).executeTakeFirst()
  const decided = await db.selectFrom('task_event').select('id').where('task_id', '=', taskId).executeTakeFirst()
  const passedOn = await db
    .selectFrom('assignment')
    .select('id')
    .where('task_id', '=', taskId)
    .where((eb) => eb.or([eb('ended_on', 'is not', null), eb('waiting', '=', 1)]))
    .executeTakeFirst()
  return [word, moved, decided, passedOn].some((found) => found !== undefined)
}

/** What followed tasks are called by their newest paper, and that paper's year, in whose register they stand. */
export async function namesOfTasks(
  db: Readable,
  ids: readonly TaskId[],
): Promise<ReadonlyMap<TaskId, { readonly content: string; readonly year: number }>> {
  if (ids.length === 0) return new Map()
  const worded = await db
    .selectFrom('task_wording')
    .innerJoin('plan', 'plan.id', 'task_wording.plan_id')
    .select(['task_wording.task_id as id', 'task_wording.content', 'plan.year'])
    .where('task_wording.task_id', 'in', ids)
    .where('plan.status', '!=', 'superseded')
    .orderBy('plan.year')
    .orderBy('plan.id')
    .execute()
  const given = await db.selectFrom('given_task').select(['id', 'content', 'issued_on']).where('id', 'in', ids).execute()
  return new Map([
    ...worded.map(({ id, content, year }) => [id as TaskId, { content, year }] as const),
    ...given.map(({ id, content, issued_on }) => [id as TaskId, { content, year: Number(issued_on.slice(0, 4)) }] as const),
  ])
}
