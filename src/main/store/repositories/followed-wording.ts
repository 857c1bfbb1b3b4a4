import { sql } from 'kysely'
import type { Deadline } from '#shared/domain/deadline.ts'
import type { AppendixId, Day, FieldId, PlanId, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { TaskSource } from '#shared/domain/task.ts'
import type { YearWording } from '#shared/domain/years-of-task.ts'
import { fromJson } from '../json.ts'
import type { Readable } from '../schema.ts'

/** A row of an appendix as it is followed: its words without its parties and sentences, and when its task was closed. */
export interface FollowedWording {
  readonly id: TaskWordingId
  readonly taskId: TaskId
  readonly planId: PlanId
  readonly appendixId: AppendixId
  readonly source: TaskSource
  readonly fieldId: FieldId | null
  readonly subgroup: string | null
  readonly position: string
  readonly content: string
  readonly product: string
  readonly deadline: Deadline
  readonly closedOn: Day | null
}

/** How one plan in force words a task. */
export interface TaskYearWording extends YearWording {
  readonly taskId: TaskId
  readonly wordingId: TaskWordingId
}

function wordings(db: Readable) {
  return db
    .selectFrom('task_wording')
    .innerJoin('task', 'task.id', 'task_wording.task_id')
    .innerJoin('plan', 'plan.id', 'task_wording.plan_id')
    .select([
      'task_wording.id',
      'task_wording.task_id',
      'task_wording.plan_id',
      'task_wording.appendix_id',
      'task_wording.field_id',
      'task_wording.subgroup',
      'task_wording.position',
      'task_wording.content',
      'task_wording.product',
      'task_wording.deadline',
      'task.source',
      'task.closed_on',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof wordings>['execute']>>[number]

function toWording(row: Row): FollowedWording {
  return {
    id: row.id as TaskWordingId,
    taskId: row.task_id as TaskId,
    planId: row.plan_id as PlanId,
    appendixId: row.appendix_id as AppendixId,
    source: row.source as TaskSource,
    fieldId: row.field_id as FieldId | null,
    subgroup: row.subgroup,
    position: row.position,
    content: row.content,
    product: row.product,
    deadline: fromJson(row.deadline),
    closedOn: row.closed_on,
  }
}

/** The rows of these plans, by order key within each appendix, the appendices in their order. */
export async function listFollowedWordings(db: Readable, planIds: readonly PlanId[]): Promise<readonly FollowedWording[]> {
  if (planIds.length === 0) return []
  const rows = await wordings(db)
    .innerJoin('appendix', 'appendix.id', 'task_wording.appendix_id')
    .where('task_wording.plan_id', 'in', planIds)
    .orderBy('appendix.position')
    .orderBy('appendix.id')
    .orderBy('task_wording.position')
    .orderBy('task_wording.id')
    .execute()
  return rows.map(toWording)
}

/**
 * Rows of plans in force of years before this one that name a day of another year than their plan's, or have no end, and were not closed before the
 * year: few of many, so that the law (`standsIn`) need not read the deadlines of twenty years.
 */
export async function listReachingWordings(db: Readable, year: number): Promise<readonly FollowedWording[]> {
  const rows = await wordings(db)
    .where('plan.year', '<', year)
    .where('plan.status', 'in', ['issued', 'closed'])
    // A deadline is JSON without blanks. What is left once the days of the plan's own year are taken out names another year. Looking through it is
    // dear, so that whether the task was closed is asked first.
    .where(
      sql<boolean>`case when task.closed_on < ${`${year}-01-01`} then false else task_wording.deadline like '%"openEnded":true%' or replace(task_wording.deadline, '"due":"' || cast(plan.year as text), '') like '%"due":"%' end`,
    )
    .orderBy('plan.year')
    .orderBy('task_wording.position')
    .orderBy('task_wording.id')
    .execute()
  return rows.map(toWording)
}

/** How all plans in force word these tasks, in the order of their days. */
export async function listYearWordings(db: Readable, taskIds: readonly TaskId[]): Promise<readonly TaskYearWording[]> {
  if (taskIds.length === 0) return []
  const rows = await db
    .selectFrom('task_wording')
    .innerJoin('plan', 'plan.id', 'task_wording.plan_id')
    .select(['task_wording.id', 'task_wording.task_id', 'task_wording.deadline', 'plan.year', 'plan.issued_on'])
    .where('task_wording.task_id', 'in', taskIds)
    .where('plan.status', 'in', ['issued', 'closed'])
    .orderBy('plan.year')
    .orderBy('plan.id')
    .execute()
  return rows.map((row) => ({
    taskId: row.task_id as TaskId,
    wordingId: row.id as TaskWordingId,
    year: row.year,
    since: row.issued_on ?? `${row.year}-01-01`,
    deadline: fromJson(row.deadline),
  }))
}

/** Which of these tasks plans in force of other years word too. */
export async function listWordedElsewhere(db: Readable, taskIds: readonly TaskId[], year: number): Promise<readonly TaskId[]> {
  if (taskIds.length === 0) return []
  const rows = await db
    .selectFrom('task_wording')
    .innerJoin('plan', 'plan.id', 'task_wording.plan_id')
    .select('task_wording.task_id')
    .distinct()
    .where('task_wording.task_id', 'in', taskIds)
    .where('plan.year', '!=', year)
    .where('plan.status', 'in', ['issued', 'closed'])
    .execute()
  return rows.map(({ task_id }) => task_id as TaskId)
}
