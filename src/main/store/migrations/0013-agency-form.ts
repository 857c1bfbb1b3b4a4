import { sql } from 'kysely'
import type { AnyStore, TableKit } from './table-kit.ts'

/** Forms made for agencies to report by: what each may bring back, and what of it came. */
export async function createAgencyForm(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'agency_form')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('agency_id', 'text', (column) => column.notNull().references('agency.id'))
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('signing_key', 'text', (column) => column.notNull())
    .addColumn('form_rows', 'text', (column) => column.notNull())
    .addColumn('answered_at', 'text')
    .execute()
  await db.schema.createIndex('agency_form_of_year').on('agency_form').columns(['year', 'agency_id']).execute()
}
