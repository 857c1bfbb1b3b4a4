import { sql } from 'kysely'
import { oneOf, type AnyStore, type TableKit } from './table-kit.ts'

/** A plan or the workspace given to another person as a pack, or received from one: what makes a copy read-only while the other is the living one. */
export async function createHandOver(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'hand_over')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['given', 'returned', 'reclaimed', 'received', 'sent-back', 'closed'])),
    )
    .addColumn('scope', 'text', (column) => column.notNull().check(oneOf('scope', ['workspace', 'plan'])))
    .addColumn('plan_ids', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('other_name', 'text', (column) => column.notNull())
    .addColumn('other_key', 'text')
    .addColumn('pack_id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('return_pack_id', 'text')
    .addColumn('returned_at', 'text')
    .addColumn('return_hash', 'text')
    .addColumn('reason', 'text')
    .addColumn('log_hash', 'text')
    .addCheckConstraint('hand_over_scope', sql`(scope = 'plan') = (plan_ids <> '[]')`)
    .execute()
  await db.schema.createIndex('hand_over_of_state').on('hand_over').column('state').execute()
}
