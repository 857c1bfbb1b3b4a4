import { sql } from 'kysely'
import type { AnyStore, TableKit } from './table-kit.ts'

/** The registry of documents that plans cite: one a workspace. */
export async function createCitedDocument(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'cited_document')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('type', 'text', (column) => column.notNull().check(sql`type <> ''`))
    // Not unique: number and symbol come again in another year, or from another issuer.
    .addColumn('symbol', 'text', (column) => column.notNull())
    .addColumn('issued_on', 'text')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'text')
    .addColumn('expired_from', 'text')
    .addColumn('replaced_by', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('checked_on', 'text')
    .addCheckConstraint('cited_document_name', sql`symbol <> '' or title <> ''`)
    .addCheckConstraint('cited_document_life', sql`valid_from is null or expired_from is null or valid_from <= expired_from`)
    .execute()
  await db.schema.createIndex('cited_document_symbol').on('cited_document').column('symbol').execute()
}
