import { sql } from 'kysely'
import { oneOf, type AnyStore, type TableKit } from './table-kit.ts'

/** Letters that urge agencies, with what each names: share and due. */
export async function createUrgingLetter(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'urging_letter')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(oneOf('status', ['draft', 'sent', 'withdrawn'])))
    .addColumn('paper', 'text', (column) => column.notNull())
    .addColumn('number', 'text')
    .addColumn('sent_on', 'text')
    .addColumn('document_record_id', 'text', (column) => column.references('document_record.id'))
    .addColumn('document_hash', 'text', (column) => column.references('frozen_text.hash'))
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('withdrawn_because', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('urging_letter_of_year').on('urging_letter').columns(['year', 'made_at']).execute()
  await kit
    .table(db, 'urging_line')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('letter_id', 'text', (column) => column.notNull().references('urging_letter.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('task_id', 'text', (column) => column.notNull().references('task.id'))
    .addColumn('assignment_id', 'text', (column) => column.notNull().references('assignment.id'))
    .addColumn('due', 'text', (column) => column.notNull())
    .addColumn('agency_id', 'text', (column) => column.notNull().references('agency.id'))
    .addColumn('times', 'integer', (column) => column.notNull().check(sql`times > 0`))
    .execute()
  await db.schema.createIndex('urging_line_of_letter').on('urging_line').columns(['letter_id', 'ordinal']).execute()
  await db.schema.createIndex('urging_line_of_task').on('urging_line').columns(['task_id']).execute()
  await db.schema.createIndex('urging_line_of_share').on('urging_line').columns(['assignment_id', 'due']).execute()
}
