import { AppError } from '#shared/app-error.ts'
import type { FieldId, GoalId, PlanId, ProgrammeId } from '#shared/domain/identifier.ts'
import type { Goal, Programme, ServedGoal } from '#shared/domain/programme.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toProgramme(row: RowOf<'programme'>): Programme {
  return {
    id: row.id as ProgrammeId,
    name: row.name,
    document: row.document,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    parents: fromJson(row.parents),
    version: row.version,
  }
}

function toProgrammeRow(programme: Omit<Programme, 'version'>): NewRowOf<'programme'> {
  return {
    id: programme.id,
    name: programme.name,
    document: programme.document,
    period_from: programme.periodFrom,
    period_to: programme.periodTo,
    parents: toJson(programme.parents),
  }
}

function toGoal(row: RowOf<'programme_goal'>): Goal {
  return {
    id: row.id as GoalId,
    programmeId: row.programme_id as ProgrammeId,
    position: row.position,
    content: row.content,
    unit: row.unit,
    baseline: row.baseline,
    targets: fromJson(row.targets),
    fieldId: row.field_id as FieldId | null,
    note: row.note,
    version: row.version,
  }
}

function toGoalRow(goal: Omit<Goal, 'version'>): NewRowOf<'programme_goal'> {
  return {
    id: goal.id,
    programme_id: goal.programmeId,
    position: goal.position,
    content: goal.content,
    unit: goal.unit,
    baseline: goal.baseline,
    targets: toJson(goal.targets),
    field_id: goal.fieldId,
    note: goal.note,
  }
}

function toServedGoal(row: RowOf<'served_goal'>): ServedGoal {
  return {
    planId: row.plan_id as PlanId,
    goalId: row.goal_id as GoalId,
    provisionIds: fromJson(row.provision_ids),
    taskIds: fromJson(row.task_ids),
    version: row.version,
  }
}

/** All programmes, the newest period first. */
export async function listProgrammes(db: Readable): Promise<readonly Programme[]> {
  const rows = await db.selectFrom('programme').selectAll().orderBy('period_from', 'desc').orderBy('id').execute()
  return rows.map(toProgramme)
}

/** Throws `record-not-found`. */
export async function getProgramme(db: Readable, id: ProgrammeId): Promise<Programme> {
  const row = await db.selectFrom('programme').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'programme', id })
  return toProgramme(row)
}

export async function insertProgramme(trace: Trace, programme: Omit<Programme, 'version'>): Promise<Programme> {
  return toProgramme(await trace.insert('programme', toProgrammeRow(programme)))
}

/** Writes a programme; `version` is the one it was read with. */
export async function updateProgramme(trace: Trace, programme: Programme): Promise<Programme> {
  return toProgramme(await trace.update('programme', programme.id, toProgrammeRow(programme), programme.version))
}

/** The goals of one programme in their order, or of all (null). */
export async function listGoals(db: Readable, programmeId: ProgrammeId | null): Promise<readonly Goal[]> {
  const rows = await db
    .selectFrom('programme_goal')
    .selectAll()
    .$if(programmeId !== null, (query) => query.where('programme_id', '=', programmeId ?? ''))
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(toGoal)
}

/** Throws `record-not-found`. */
export async function getGoal(db: Readable, id: GoalId): Promise<Goal> {
  const row = await db.selectFrom('programme_goal').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'goal', id })
  return toGoal(row)
}

export async function insertGoal(trace: Trace, goal: Omit<Goal, 'version'>): Promise<Goal> {
  return toGoal(await trace.insert('programme_goal', toGoalRow(goal)))
}

/** Writes a goal; `version` is the one it was read with. */
export async function updateGoal(trace: Trace, goal: Goal): Promise<Goal> {
  return toGoal(await trace.update('programme_goal', goal.id, toGoalRow(goal), goal.version))
}

/** Which goals plans serve: one plan's, or those of all plans (null). */
export async function listServedGoals(db: Readable, planId: PlanId | null): Promise<readonly ServedGoal[]> {
  const rows = await db
    .selectFrom('served_goal')
    .selectAll()
    .$if(planId !== null, (query) => query.where('plan_id', '=', planId ?? ''))
    .orderBy('id')
    .execute()
  return rows.map(toServedGoal)
}

/** Writes that a plan serves a goal as it should be, whether or not it did before. */
export async function writeServedGoal(trace: Trace, { planId, goalId, provisionIds, taskIds }: Omit<ServedGoal, 'version'>): Promise<void> {
  const id = servedGoalId(planId, goalId)
  const links = { provision_ids: toJson(provisionIds), task_ids: toJson(taskIds) }
  if ((await trace.read('served_goal', id)) === null) await trace.insert('served_goal', { id, plan_id: planId, goal_id: goalId, ...links })
  else await trace.update('served_goal', id, links)
}

/** Takes back that a plan serves a goal. Throws `record-not-found`. */
export async function removeServedGoal(trace: Trace, planId: PlanId, goalId: GoalId): Promise<void> {
  await trace.remove('served_goal', servedGoalId(planId, goalId))
}

/** A plan serves a goal once: the two ids are its own. */
function servedGoalId(planId: PlanId, goalId: GoalId): string {
  return `${planId}:${goalId}`
}
