import { AppError } from '#shared/app-error.ts'
import type { AppendixId, PlanId } from '#shared/domain/identifier.ts'
import type { Appendix } from '#shared/domain/task.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toAppendix(row: RowOf<'appendix'>): Appendix {
  return {
    id: row.id as AppendixId,
    planId: row.plan_id as PlanId,
    position: row.position,
    title: row.title,
    orientation: row.orientation as Appendix['orientation'],
    columns: fromJson(row.columns),
    version: row.version,
  }
}

function toRow(appendix: Omit<Appendix, 'version'>): NewRowOf<'appendix'> {
  return {
    id: appendix.id,
    plan_id: appendix.planId,
    position: appendix.position,
    title: appendix.title,
    orientation: appendix.orientation,
    columns: toJson(appendix.columns),
  }
}

/** A plan's appendices in their order. */
export async function listAppendices(db: Readable, planId: PlanId): Promise<readonly Appendix[]> {
  const rows = await db.selectFrom('appendix').selectAll().where('plan_id', '=', planId).orderBy('position').orderBy('id').execute()
  return rows.map(toAppendix)
}

/** Throws `record-not-found`. */
export async function getAppendix(db: Readable, id: AppendixId): Promise<Appendix> {
  const row = await db.selectFrom('appendix').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'appendix', id })
  return toAppendix(row)
}

export async function insertAppendix(trace: Trace, appendix: Omit<Appendix, 'version'>): Promise<Appendix> {
  return toAppendix(await trace.insert('appendix', toRow(appendix)))
}

/** Writes an appendix; `version` is the one it was read with. */
export async function updateAppendix(trace: Trace, appendix: Appendix): Promise<Appendix> {
  return toAppendix(await trace.update('appendix', appendix.id, toRow(appendix), appendix.version))
}
