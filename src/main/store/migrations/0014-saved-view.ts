import { sql } from 'kysely'
import { isFlag, type AnyStore, type TableKit } from './table-kit.ts'

/** Views of the year's tasks that the office keeps under names. */
export async function createSavedView(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'saved_view')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('name', 'text', (column) => column.notNull().check(sql`name <> ''`))
    // JSON of `RegisterView`, and of the keys of columns.
    .addColumn('shown', 'text', (column) => column.notNull())
    .addColumn('columns', 'text', (column) => column.notNull())
    .addColumn('is_default', 'integer', (column) => column.notNull().check(isFlag('is_default')))
    .execute()
}
