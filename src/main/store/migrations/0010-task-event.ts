import { sql } from 'kysely'
import { oneOf, type AnyStore, type TableKit } from './table-kit.ts'

/** Dated decisions about a task after its issue, and the scanned document of a day that was moved. */
export async function createTaskEvent(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'task_event')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('task_id', 'text', (column) => column.notNull().references('task.id'))
    .addColumn('assignment_id', 'text', (column) => column.references('assignment.id'))
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(oneOf('kind', ['suspended', 'resumed', 'stopped', 'lead-changed', 'withdrawn'])),
    )
    .addColumn('happened_on', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('recorded_by', 'text', (column) => column.notNull())
    .addColumn('agency_id', 'text', (column) => column.references('agency.id'))
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('file', 'text')
    .addColumn('corrects_id', 'text', (column) => column.references('task_event.id'))
    .execute()
  await db.schema.createIndex('task_event_of_task').on('task_event').columns(['task_id', 'happened_on', 'recorded_at']).execute()
  await db.schema.alterTable('extension').addColumn('file', 'text').execute()
}
