import { AppError } from '#shared/app-error.ts'
import type { AgencyForm } from '#shared/domain/agency-form.ts'
import type { AgencyFormId, AgencyId } from '#shared/domain/identifier.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toForm(row: RowOf<'agency_form'>): AgencyForm {
  return {
    id: row.id as AgencyFormId,
    agencyId: row.agency_id as AgencyId,
    year: row.year,
    asOf: row.as_of,
    madeAt: row.made_at,
    madeBy: row.made_by,
    file: row.file,
    key: row.signing_key,
    rows: fromJson(row.form_rows),
    answeredAt: row.answered_at,
    version: row.version,
  }
}

function toRow(form: Omit<AgencyForm, 'version'>): NewRowOf<'agency_form'> {
  return {
    id: form.id,
    agency_id: form.agencyId,
    year: form.year,
    as_of: form.asOf,
    made_at: form.madeAt,
    made_by: form.madeBy,
    file: form.file,
    signing_key: form.key,
    form_rows: toJson(form.rows),
    answered_at: form.answeredAt,
  }
}

/** Forms made for a year, the first made first. */
export async function listAgencyForms(db: Readable, year: number): Promise<readonly AgencyForm[]> {
  return (await db.selectFrom('agency_form').selectAll().where('year', '=', year).orderBy('made_at').orderBy('id').execute()).map(toForm)
}

/** The form of an id that a file names, which may be anything; null where no such form was made here. */
export async function findAgencyForm(db: Readable, id: string): Promise<AgencyForm | null> {
  const row = await db.selectFrom('agency_form').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toForm(row)
}

/** Throws `record-not-found`. */
export async function getAgencyForm(db: Readable, id: AgencyFormId): Promise<AgencyForm> {
  const form = await findAgencyForm(db, id)
  if (form === null) throw new AppError('record-not-found', { noun: 'agency-form', id })
  return form
}

export async function insertAgencyForm(trace: Trace, form: Omit<AgencyForm, 'version'>): Promise<AgencyForm> {
  return toForm(await trace.insert('agency_form', toRow(form)))
}

/** Writes what came back; `version` is the one it was read with. */
export async function updateAgencyForm(trace: Trace, form: AgencyForm): Promise<AgencyForm> {
  return toForm(await trace.update('agency_form', form.id, toRow(form), form.version))
}
