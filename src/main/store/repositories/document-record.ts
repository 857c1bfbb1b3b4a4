import { AppError } from '#shared/app-error.ts'
import type { DocumentRecord } from '#shared/domain/document-record.ts'
import type { DocumentRecordId, PlanId } from '#shared/domain/identifier.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toDocumentRecord(row: RowOf<'document_record'>): DocumentRecord {
  return {
    id: row.id as DocumentRecordId,
    type: row.type,
    number: row.number,
    symbol: row.symbol,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    subject: row.subject,
    signer: row.signer,
    planId: row.plan_id as PlanId | null,
    ourFile: row.our_file === null ? null : fromJson(row.our_file),
    signedFile: row.signed_file === null ? null : fromJson(row.signed_file),
    version: row.version,
  }
}

function toRow(record: Omit<DocumentRecord, 'version'>): NewRowOf<'document_record'> {
  return {
    id: record.id,
    type: record.type,
    number: record.number,
    symbol: record.symbol,
    issued_on: record.issuedOn,
    issuer: record.issuer,
    subject: record.subject,
    signer: record.signer,
    plan_id: record.planId,
    our_file: record.ourFile === null ? null : toJson(record.ourFile),
    signed_file: record.signedFile === null ? null : toJson(record.signedFile),
  }
}

/** All documents, the newest first, those without a date last. */
export async function listDocumentRecords(db: Readable): Promise<readonly DocumentRecord[]> {
  const rows = await db
    .selectFrom('document_record')
    .selectAll()
    .orderBy(({ eb }) => eb.fn.coalesce('issued_on', eb.val('')), 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toDocumentRecord)
}

/** Throws `record-not-found`. */
export async function getDocumentRecord(db: Readable, id: DocumentRecordId): Promise<DocumentRecord> {
  const row = await db.selectFrom('document_record').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'document', id })
  return toDocumentRecord(row)
}

/** Documents of one issuer with this number and symbol in a year: more than none means that a number would be used twice. */
export async function findSameNumber(
  db: Readable,
  wanted: { readonly issuer: string; readonly number: string; readonly symbol: string; readonly year: number },
): Promise<readonly DocumentRecord[]> {
  const rows = await db
    .selectFrom('document_record')
    .selectAll()
    .where('issuer', '=', wanted.issuer)
    .where('number', '=', wanted.number)
    .where('symbol', '=', wanted.symbol)
    .where('issued_on', '>=', `${wanted.year}-01-01`)
    .where('issued_on', '<=', `${wanted.year}-12-31`)
    .orderBy('id')
    .execute()
  return rows.map(toDocumentRecord)
}

export async function insertDocumentRecord(trace: Trace, record: Omit<DocumentRecord, 'version'>): Promise<DocumentRecord> {
  return toDocumentRecord(await trace.insert('document_record', toRow(record)))
}

/** Writes a record; `version` is the one it was read with. */
export async function updateDocumentRecord(trace: Trace, record: DocumentRecord): Promise<DocumentRecord> {
  return toDocumentRecord(await trace.update('document_record', record.id, toRow(record), record.version))
}
