import { sql } from 'kysely'
import type { AnyStore, TableKit } from './table-kit.ts'

/** Programmes of several years, their goals, and which plans serve them. */
export async function createProgrammes(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'programme')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('name', 'text', (column) => column.notNull().check(sql`name <> ''`))
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('period_from', 'integer', (column) => column.notNull().check(sql`period_from between 1990 and 2200`))
    .addColumn('period_to', 'integer', (column) => column.notNull().check(sql`period_to between 1990 and 2200`))
    .addColumn('parents', 'text', (column) => column.notNull())
    .addCheckConstraint('programme_period', sql`period_from <= period_to`)
    .execute()
  await kit
    .table(db, 'programme_goal')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('programme_id', 'text', (column) => column.notNull().references('programme.id'))
    .addColumn('position', 'text', kit.orderKey)
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('baseline', 'text', (column) => column.notNull())
    .addColumn('targets', 'text', (column) => column.notNull())
    .addColumn('field_id', 'text', (column) => column.references('field.id'))
    .addColumn('note', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('goal_of_programme').on('programme_goal').columns(['programme_id', 'position']).execute()
  await db.schema.createIndex('goal_of_field').on('programme_goal').column('field_id').execute()
  // Sentences and tasks are named without a foreign key: one that is removed and comes back (undo, an older round) is linked again.
  await kit
    .table(db, 'served_goal')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('plan_id', 'text', (column) => column.notNull().references('plan.id'))
    .addColumn('goal_id', 'text', (column) => column.notNull().references('programme_goal.id'))
    .addColumn('provision_ids', 'text', (column) => column.notNull())
    .addColumn('task_ids', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('served_goal_of_plan').on('served_goal').columns(['plan_id', 'goal_id']).unique().execute()
  await db.schema.createIndex('served_goal_of_goal').on('served_goal').column('goal_id').execute()
}
