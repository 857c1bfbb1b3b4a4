import type { Office } from '#shared/domain/office.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

/** The table holds one row. */
const OFFICE_ID = 'office'

function toOffice(row: RowOf<'office'>): Office {
  return {
    provinceName: row.province_name,
    letterhead: fromJson(row.letterhead),
    issuerInSentence: row.issuer_in_sentence,
    planSymbol: row.plan_symbol,
    decisionSymbol: row.decision_symbol,
    draftingSymbol: row.drafting_symbol,
    standingAgencyId: row.standing_agency_id as Office['standingAgencyId'],
    signatures: fromJson(row.signatures),
    recipients: fromJson(row.recipients),
    sizeSet: row.size_set as Office['sizeSet'],
    isSample: row.is_sample === 1,
    version: row.version,
  }
}

function toRow(office: Omit<Office, 'version'>): NewRowOf<'office'> {
  return {
    id: OFFICE_ID,
    province_name: office.provinceName,
    letterhead: toJson(office.letterhead),
    issuer_in_sentence: office.issuerInSentence,
    plan_symbol: office.planSymbol,
    decision_symbol: office.decisionSymbol,
    drafting_symbol: office.draftingSymbol,
    standing_agency_id: office.standingAgencyId,
    signatures: toJson(office.signatures),
    recipients: toJson(office.recipients),
    size_set: office.sizeSet,
    is_sample: office.isSample ? 1 : 0,
  }
}

/** The office that owns the workspace; null until it is set up. */
export async function findOffice(db: Readable): Promise<Office | null> {
  const row = await db.selectFrom('office').selectAll().executeTakeFirst()
  return row === undefined ? null : toOffice(row)
}

export async function insertOffice(trace: Trace, office: Omit<Office, 'version'>): Promise<Office> {
  return toOffice(await trace.insert('office', toRow(office)))
}

/** Writes the office; `version` is the one it was read with. */
export async function updateOffice(trace: Trace, office: Office): Promise<Office> {
  return toOffice(await trace.update('office', OFFICE_ID, toRow(office), office.version))
}
