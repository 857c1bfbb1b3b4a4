import { sql } from 'kysely'
import { oneOf, type AnyStore, type TableKit } from './table-kit.ts'

/** Bodies that merged, split, were renamed or dissolved, each with its day and document; and when somebody last looked at a member's portfolio. */
export async function createAgencyChange(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'agency_change')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', ['merge', 'split', 'rename', 'dissolve'])))
    .addColumn('effective_on', 'text', (column) => column.notNull())
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('from_ids', 'text', (column) => column.notNull())
    .addColumn('to_ids', 'text', (column) => column.notNull())
    .addColumn('group_pairs', 'text', (column) => column.notNull())
    .execute()
  await kit
    .table(db, 'last_look')
    .addColumn('profile_id', 'text', (column) => column.notNull().references('profile.id').onDelete('cascade'))
    .addColumn('member_id', 'text', (column) => column.notNull().references('member.id').onDelete('cascade'))
    .addColumn('looked_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('last_look_of_profile', ['profile_id', 'member_id'])
    .execute()
  await db.schema.createIndex('assignment_waiting').on('assignment').columns(['waiting', 'ended_on']).execute()
}
