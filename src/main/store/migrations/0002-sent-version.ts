import type { AnyStore, TableKit } from './table-kit.ts'

/**
 * What left the office as a Word file: the records it was made of, by the hash that the file carries. No record of the office's own and
 * not in the log: a plan that is removed and brought back still knows what it sent.
 */
export async function createSentVersion(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'sent_version')
    .addColumn('plan_id', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull().references('frozen_text.hash'))
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sent_version_key', ['plan_id', 'content_hash'])
    .execute()
}
