import { sql } from 'kysely'
import { oneOf, type AnyStore, type TableKit } from './table-kit.ts'

/** The office's own skeletons of plans, and its usual sentences. */
export async function createTemplatesAndPhrases(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'plan_template')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('name', 'text', (column) => column.notNull().check(sql`name <> ''`))
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('legal_form', 'text', (column) => column.notNull().check(oneOf('legal_form', ['plan', 'decision'])))
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('symbol', 'text', (column) => column.notNull())
    .addColumn('letterhead', 'text', (column) => column.notNull())
    .addColumn('recipients', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addColumn('size_set', 'text', (column) => column.notNull().check(oneOf('size_set', ['smaller', 'larger'])))
    .addColumn('blocks', 'text', (column) => column.notNull())
    .addColumn('appendices', 'text', (column) => column.notNull())
    .execute()
  await kit
    .table(db, 'phrase')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('group_name', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .execute()
}
