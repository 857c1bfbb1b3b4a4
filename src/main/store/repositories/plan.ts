import { AppError } from '#shared/app-error.ts'
import type { DocumentRecordId, PlanId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toPlan(row: RowOf<'plan'>): Plan {
  return {
    id: row.id as PlanId,
    year: row.year,
    subject: row.subject,
    legalForm: row.legal_form as Plan['legalForm'],
    status: row.status as Plan['status'],
    letterhead: fromJson(row.letterhead),
    symbol: row.symbol,
    number: row.number,
    issuedOn: row.issued_on,
    recipients: fromJson(row.recipients),
    signature: fromJson(row.signature),
    sizeSet: row.size_set as Plan['sizeSet'],
    agenciesAsOf: row.agencies_as_of,
    replacesPlanId: row.replaces_plan_id as PlanId | null,
    documentRecordId: row.document_record_id as DocumentRecordId | null,
    version: row.version,
  }
}

function toRow(plan: Omit<Plan, 'version'>): NewRowOf<'plan'> {
  return {
    id: plan.id,
    year: plan.year,
    subject: plan.subject,
    legal_form: plan.legalForm,
    status: plan.status,
    letterhead: toJson(plan.letterhead),
    symbol: plan.symbol,
    number: plan.number,
    issued_on: plan.issuedOn,
    recipients: toJson(plan.recipients),
    signature: toJson(plan.signature),
    size_set: plan.sizeSet,
    agencies_as_of: plan.agenciesAsOf,
    replaces_plan_id: plan.replacesPlanId,
    document_record_id: plan.documentRecordId,
  }
}

/** All plans, the newest year first, within a year the first made first. */
export async function listPlans(db: Readable): Promise<readonly Plan[]> {
  return (await db.selectFrom('plan').selectAll().orderBy('year', 'desc').orderBy('id').execute()).map(toPlan)
}

/** Throws `record-not-found`. */
export async function getPlan(db: Readable, id: PlanId): Promise<Plan> {
  const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'plan', id })
  return toPlan(row)
}

export async function insertPlan(trace: Trace, plan: Omit<Plan, 'version'>): Promise<Plan> {
  return toPlan(await trace.insert('plan', toRow(plan)))
}

/** Writes a plan; `version` is the one it was read with. */
export async function updatePlan(trace: Trace, plan: Plan): Promise<Plan> {
  return toPlan(await trace.update('plan', plan.id, toRow(plan), plan.version))
}

/** How many sentences and tasks each plan has, and when anything of it was last written. */
export async function readPlanCounts(
  db: Readable,
): Promise<ReadonlyMap<PlanId, { readonly provisionCount: number; readonly taskCount: number }>> {
  const provisions = await db
    .selectFrom('provision')
    .select(({ fn }) => ['plan_id', fn.countAll().as('count')])
    .groupBy('plan_id')
    .execute()
  const tasks = await db
    .selectFrom('task_wording')
    .select(({ fn }) => ['plan_id', fn.countAll().as('count')])
    .groupBy('plan_id')
    .execute()
  // A count is a number on SQLite and a text on PostgreSQL.
  const counts = new Map<PlanId, { provisionCount: number; taskCount: number }>()
  for (const { plan_id, count } of provisions) counts.set(plan_id as PlanId, { provisionCount: Number(count), taskCount: 0 })
  for (const { plan_id, count } of tasks) {
    const known = counts.get(plan_id as PlanId)
    counts.set(plan_id as PlanId, { provisionCount: known?.provisionCount ?? 0, taskCount: Number(count) })
  }
  return counts
}
