import type { ServiceContext } from '#main/services/context.ts'
import type { DomainTable } from '#main/store/schema.ts'

const TABLES: readonly DomainTable[] = [
  'office',
  'profile',
  'agency',
  'agency_group',
  'member',
  'field',
  'document_record',
  'cited_document',
  'plan',
  'provision',
  'appendix',
  'task',
  'task_wording',
  'hand_over',
  'task_party',
  'task_provision',
  'assignment',
  'evidence',
  'progress',
  'extension',
  'agency_form',
  'task_event',
  'draft_round',
  'frozen_document',
  'programme',
  'programme_goal',
  'served_goal',
  'plan_template',
  'phrase',
  'saved_view',
  'urging_letter',
  'urging_line',
  'carried_from',
  'leftover',
  'agency_change',
  'given_task',
  'light_threshold',
]

/** Everything the office wrote, without versions; and what search would find, which must follow it. */
export async function snapshot({ db }: ServiceContext): Promise<unknown> {
  const tables: Record<string, unknown> = {}
  for (const table of TABLES) {
    const rows = await db.selectFrom(table).selectAll().orderBy('id').execute()
    tables[table] = rows.map((row) => ({ ...row, version: 0 }))
  }
  const search = await db.selectFrom('search_entry').selectAll().orderBy('record_id').execute()
  return { ...tables, search: search.map((entry) => ({ ...entry, number: 0 })) }
}
