import type { AgencyChange } from '#shared/domain/agency-change.ts'
import type { Deadline } from '#shared/domain/deadline.ts'
import type { AgencyChangeId, AgencyId, Day, FieldId, TaskId } from '#shared/domain/identifier.ts'
import { fromJson, toJson } from '../json.ts'
import type { Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toChange(row: RowOf<'agency_change'>): AgencyChange {
  return {
    id: row.id as AgencyChangeId,
    kind: row.kind as AgencyChange['kind'],
    effectiveOn: row.effective_on,
    basis: fromJson(row.basis),
    fromIds: fromJson(row.from_ids),
    toIds: fromJson(row.to_ids),
    groupPairs: fromJson(row.group_pairs),
    version: row.version,
  }
}

/** Changes of agencies as they were recorded, the latest day first. */
export async function listAgencyChanges(db: Readable): Promise<readonly AgencyChange[]> {
  const rows = await db.selectFrom('agency_change').selectAll().orderBy('effective_on', 'desc').orderBy('id', 'desc').execute()
  return rows.map(toChange)
}

export async function insertAgencyChange(trace: Trace, change: Omit<AgencyChange, 'version'>): Promise<AgencyChange> {
  return toChange(
    await trace.insert('agency_change', {
      id: change.id,
      kind: change.kind,
      effective_on: change.effectiveOn,
      basis: toJson(change.basis),
      from_ids: toJson(change.fromIds),
      to_ids: toJson(change.toIds),
      group_pairs: toJson(change.groupPairs),
    }),
  )
}

/** Tasks in which these agencies have a share that has not ended. */
export async function listTasksOfAgencies(db: Readable, agencyIds: readonly AgencyId[]): Promise<readonly TaskId[]> {
  if (agencyIds.length === 0) return []
  const rows = await db
    .selectFrom('assignment')
    .select('task_id')
    .distinct()
    .where('agency_id', 'in', agencyIds)
    .where('ended_on', 'is', null)
    .orderBy('task_id')
    .execute()
  return rows.map(({ task_id }) => task_id as TaskId)
}

/** Tasks in which a share waits to be given again. */
export async function listTasksWaiting(db: Readable): Promise<readonly TaskId[]> {
  const rows = await db
    .selectFrom('assignment')
    .select('task_id')
    .distinct()
    .where('waiting', '=', 1)
    .where('ended_on', 'is', null)
    .orderBy('task_id')
    .execute()
  return rows.map(({ task_id }) => task_id as TaskId)
}

/** How many shares wait. */
export async function countWaiting(db: Readable): Promise<number> {
  const { count } = await db
    .selectFrom('assignment')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('waiting', '=', 1)
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A task as the newest plan in force words it, or the document that gave it. */
export interface WordingInForce {
  readonly content: string
  readonly fieldId: FieldId | null
  readonly deadline: Deadline
  readonly year: number
  /** The day it was closed, or null. */
  readonly closedOn: Day | null
}

/** Tasks as their newest issued plan words them, or the document that gave them; one whose newest plan is closed, or that no plan in force has, is left out. */
export async function readWordingsInForce(db: Readable, taskIds: readonly TaskId[]): Promise<ReadonlyMap<TaskId, WordingInForce>> {
  const found = new Map<TaskId, WordingInForce>()
  if (taskIds.length === 0) return found
  const rows = await db
    .selectFrom('task_wording')
    .innerJoin('plan', 'plan.id', 'task_wording.plan_id')
    .innerJoin('task', 'task.id', 'task_wording.task_id')
    .select(['task_wording.task_id', 'task_wording.content', 'task_wording.field_id', 'task_wording.deadline'])
    .select(['plan.year', 'plan.status', 'task.closed_on'])
    .where('task_wording.task_id', 'in', taskIds)
    .where('plan.status', 'in', ['issued', 'closed'])
    .orderBy('plan.year')
    .orderBy('plan.id')
    .execute()
  for (const row of rows) {
    const taskId = row.task_id as TaskId
    if (row.status === 'closed') found.delete(taskId)
    else
      found.set(taskId, {
        content: row.content,
        fieldId: row.field_id as FieldId | null,
        deadline: fromJson(row.deadline),
        year: row.year,
        closedOn: row.closed_on,
      })
  }
  const given = await db
    .selectFrom('given_task')
    .innerJoin('task', 'task.id', 'given_task.id')
    .select(['given_task.id', 'given_task.content', 'given_task.field_id', 'given_task.deadline', 'given_task.issued_on', 'task.closed_on'])
    .where('given_task.id', 'in', taskIds)
    .execute()
  for (const row of given)
    found.set(row.id as TaskId, {
      content: row.content,
      fieldId: row.field_id as FieldId | null,
      deadline: fromJson(row.deadline),
      year: Number(row.issued_on.slice(0, 4)),
      closedOn: row.closed_on,
    })
  return found
}
