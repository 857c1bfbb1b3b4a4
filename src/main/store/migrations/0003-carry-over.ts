import { sql } from 'kysely'
import { isFlag, oneOf, type AnyStore, type TableKit } from './table-kit.ts'

/**
 * A plan drafted from an older one: which record came from which, what is left of the old year to settle, and the day a task was closed,
 * so that next year's plan can propose to leave it out.
 */
export async function createCarryOver(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'carried_from')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('plan_id', 'text', (column) => column.notNull().references('plan.id'))
    .addColumn('noun', 'text', (column) => column.notNull().check(oneOf('noun', ['plan', 'provision', 'appendix', 'task'])))
    .addColumn('record_id', 'text', (column) => column.notNull())
    .addColumn('from_id', 'text', (column) => column.notNull())
    .addColumn('seen', 'integer', (column) => column.notNull().check(isFlag('seen')))
    .execute()
  await db.schema.createIndex('carried_from_of_plan').on('carried_from').columns(['plan_id', 'noun']).execute()
  await db.schema.createIndex('carried_from_of_source').on('carried_from').column('from_id').execute()
  await kit
    .table(db, 'leftover')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('plan_id', 'text', (column) => column.notNull().references('plan.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('image', 'text', (column) => column.notNull())
    .addColumn('kept', 'integer', (column) => column.notNull().check(isFlag('kept')))
    .addColumn('reason', 'text')
    .execute()
  await db.schema.createIndex('leftover_of_plan').on('leftover').columns(['plan_id', 'key']).unique().execute()
  await db.schema.alterTable('task').addColumn('closed_on', 'text').execute()
  await db.schema.alterTable('task').addColumn('closed_note', 'text').execute()
}
