import { AppError } from '#shared/app-error.ts'
import type { AgencyId, AssignmentId, PlanId, ProvisionId, TaskEventId, TaskId } from '#shared/domain/identifier.ts'
import type { TaskEvent } from '#shared/domain/task-event.ts'
import type { DoneRule } from '#shared/domain/task-state.ts'
import { fromJson, toJson } from '../json.ts'
import type { Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toTaskEvent(row: RowOf<'task_event'>): TaskEvent {
  return {
    id: row.id as TaskEventId,
    taskId: row.task_id as TaskId,
    assignmentId: row.assignment_id as AssignmentId | null,
    kind: row.kind as TaskEvent['kind'],
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    agencyId: row.agency_id as AgencyId | null,
    reason: row.reason,
    basis: fromJson(row.basis),
    file: row.file === null ? null : fromJson(row.file),
    correctsId: row.corrects_id as TaskEventId | null,
    version: row.version,
  }
}

/** What was decided of these tasks after their issue, corrected events too, in the order it holds from. */
export async function listTaskEvents(db: Readable, taskIds: readonly TaskId[]): Promise<readonly TaskEvent[]> {
  if (taskIds.length === 0) return []
  const rows = await db
    .selectFrom('task_event')
    .selectAll()
    .where('task_id', 'in', taskIds)
    .orderBy('happened_on')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(toTaskEvent)
}

/** Throws `record-not-found`. */
export async function getTaskEvent(db: Readable, id: TaskEventId): Promise<TaskEvent> {
  const row = await db.selectFrom('task_event').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'task-event', id })
  return toTaskEvent(row)
}

export async function insertTaskEvent(trace: Trace, event: Omit<TaskEvent, 'version'>): Promise<TaskEvent> {
  const { id, taskId, assignmentId, kind, happenedOn, recordedAt, recordedBy, agencyId, reason, basis, file, correctsId } = event
  return toTaskEvent(
    await trace.insert('task_event', {
      id,
      task_id: taskId,
      assignment_id: assignmentId,
      kind,
      happened_on: happenedOn,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
      agency_id: agencyId,
      reason,
      basis: toJson(basis),
      file: file === null ? null : toJson(file),
      corrects_id: correctsId,
    }),
  )
}

/** Says when a task is done. Throws `record-not-found`. */
export async function writeDoneRule(trace: Trace, taskId: TaskId, rule: DoneRule): Promise<void> {
  await trace.update('task', taskId, { done_rule: rule.kind === 'all' ? null : toJson(rule) })
}

/** The plans that word a task and were not replaced, the newest year first, with the sentences that each says it comes from. */
export async function listSourcePlans(
  db: Readable,
  taskId: TaskId,
): Promise<readonly { readonly planId: PlanId; readonly provisionIds: readonly ProvisionId[] }[]> {
  const rows = await db
    .selectFrom('task_wording')
    .innerJoin('plan', 'plan.id', 'task_wording.plan_id')
    .leftJoin('task_provision', 'task_provision.wording_id', 'task_wording.id')
    .select(['plan.id', 'plan.year', 'task_provision.provision_id'])
    .where('task_wording.task_id', '=', taskId)
    .where('plan.status', '!=', 'superseded')
    .orderBy('plan.year', 'desc')
    .orderBy('plan.id', 'desc')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, links]) => ({
    planId: id as PlanId,
    provisionIds: links.flatMap(({ provision_id }) => (provision_id === null ? [] : [provision_id as ProvisionId])),
  }))
}
