import { AppError } from '#shared/app-error.ts'
import type { CitedDocument } from '#shared/domain/cited-document.ts'
import type { CitedDocumentId } from '#shared/domain/identifier.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toCitedDocument(row: RowOf<'cited_document'>): CitedDocument {
  return {
    id: row.id as CitedDocumentId,
    type: row.type,
    symbol: row.symbol,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    title: row.title,
    validFrom: row.valid_from,
    expiredFrom: row.expired_from,
    replacedByIds: fromJson(row.replaced_by),
    note: row.note,
    checkedOn: row.checked_on,
    version: row.version,
  }
}

function toRow(document: Omit<CitedDocument, 'version'>): NewRowOf<'cited_document'> {
  return {
    id: document.id,
    type: document.type,
    symbol: document.symbol,
    issued_on: document.issuedOn,
    issuer: document.issuer,
    title: document.title,
    valid_from: document.validFrom,
    expired_from: document.expiredFrom,
    replaced_by: toJson(document.replacedByIds),
    note: document.note,
    checked_on: document.checkedOn,
  }
}

/** The whole registry, the newest document first, those without a date last. */
export async function listCitedDocuments(db: Readable): Promise<readonly CitedDocument[]> {
  const rows = await db
    .selectFrom('cited_document')
    .selectAll()
    .orderBy(({ eb }) => eb.fn.coalesce('issued_on', eb.val('')), 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toCitedDocument)
}

/** Throws `record-not-found`. */
export async function getCitedDocument(db: Readable, id: CitedDocumentId): Promise<CitedDocument> {
  const row = await db.selectFrom('cited_document').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'cited-document', id })
  return toCitedDocument(row)
}

export async function insertCitedDocument(trace: Trace, document: Omit<CitedDocument, 'version'>): Promise<CitedDocument> {
  return toCitedDocument(await trace.insert('cited_document', toRow(document)))
}

/** Writes a document; `version` is the one it was read with. */
export async function updateCitedDocument(trace: Trace, document: CitedDocument): Promise<CitedDocument> {
  return toCitedDocument(await trace.update('cited_document', document.id, toRow(document), document.version))
}
