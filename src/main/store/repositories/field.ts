import type { Field } from '#shared/domain/field.ts'
import type { FieldId } from '#shared/domain/identifier.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toField(row: RowOf<'field'>): Field {
  return {
    id: row.id as FieldId,
    name: row.name,
    aliases: fromJson(row.aliases),
    position: row.position,
    inPlan: row.in_plan === 1,
    inReport: row.in_report === 1,
    inIndex: row.in_index === 1,
    usualLeadIds: fromJson(row.usual_lead_ids),
    activeFrom: row.active_from,
    activeTo: row.active_to,
    version: row.version,
  }
}

function toRow(field: Omit<Field, 'version'>): NewRowOf<'field'> {
  return {
    id: field.id,
    name: field.name,
    aliases: toJson(field.aliases),
    position: field.position,
    in_plan: field.inPlan ? 1 : 0,
    in_report: field.inReport ? 1 : 0,
    in_index: field.inIndex ? 1 : 0,
    usual_lead_ids: toJson(field.usualLeadIds),
    active_from: field.activeFrom,
    active_to: field.activeTo,
  }
}

/** All fields in their order. */
export async function listFields(db: Readable): Promise<readonly Field[]> {
  return (await db.selectFrom('field').selectAll().orderBy('position').orderBy('id').execute()).map(toField)
}

export async function insertField(trace: Trace, field: Omit<Field, 'version'>): Promise<Field> {
  return toField(await trace.insert('field', toRow(field)))
}

/** Writes a field; `version` is the one it was read with. */
export async function updateField(trace: Trace, field: Field): Promise<Field> {
  return toField(await trace.update('field', field.id, toRow(field), field.version))
}
