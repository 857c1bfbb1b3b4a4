import { sql, type CreateTableBuilder } from 'kysely'
import { isFlag, oneOf, type AnyStore, type TableKit } from './table-kit.ts'

// Frozen: what a workspace of the first version looks like. The lists are literal on purpose; today's code may know more.

const AGENCY_KINDS = [
  'provincial-committee',
  'department',
  'provincial-office',
  'district-committee',
  'commune-committee',
  'public-unit',
  'media',
  'party',
  'front',
  'central-local',
  'central',
  'other',
]
const PROVISION_KINDS = [
  'legal-basis',
  'opening',
  'part',
  'section',
  'heading',
  'subheading',
  'point',
  'bullet',
  'sub-bullet',
  'paragraph',
  'appendix-reference',
  'closing',
  'article',
  'clause',
]
const PLAN_STATUSES = ['drafting', 'opinion-round', 'submitted', 'returned', 'signed-awaiting-number', 'issued', 'superseded', 'closed']

export async function createPlanAndOrganisation(db: AnyStore, kit: TableKit): Promise<void> {
  await createOrganisation(db, kit)
  await createPlans(db, kit)
  await createTasks(db, kit)
  await createDocuments(db, kit)
  await createLog(db, kit)
  await createSearch(db, kit)
}

/** An editable row: its id and its optimistic version. */
function record(db: AnyStore, kit: TableKit, name: string): CreateTableBuilder<string> {
  return kit
    .table(db, name)
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
}

async function createOrganisation(db: AnyStore, kit: TableKit): Promise<void> {
  await record(db, kit, 'profile')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull().check(oneOf('role', ['secretariat', 'member', 'reader', 'administrator'])))
    .execute()
  await record(db, kit, 'agency')
    .addColumn('name', 'text', (column) => column.notNull().check(sql`name <> ''`))
    .addColumn('short_name', 'text')
    .addColumn('aliases', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', AGENCY_KINDS)))
    .addColumn('parent_id', 'text', (column) => column.references('agency.id'))
    .addColumn('active_from', 'text')
    .addColumn('active_to', 'text')
    .addColumn('successor_ids', 'text', (column) => column.notNull())
    .addColumn('legal_basis', 'text')
    .addColumn('position', 'integer', (column) => column.notNull())
    .addCheckConstraint('agency_life', sql`active_from is null or active_to is null or active_from <= active_to`)
    .execute()
  await record(db, kit, 'agency_group')
    .addColumn('name', 'text', (column) => column.notNull().check(sql`name <> ''`))
    .addColumn('aliases', 'text', (column) => column.notNull())
    .addColumn('unspecified', 'integer', (column) => column.notNull().check(isFlag('unspecified')))
    .addColumn('member_kinds', 'text', (column) => column.notNull())
    .addColumn('member_ids', 'text', (column) => column.notNull())
    .addColumn('excluded_ids', 'text', (column) => column.notNull())
    .addColumn('active_from', 'text')
    .addColumn('active_to', 'text')
    .addColumn('position', 'integer', (column) => column.notNull())
    .execute()
  await record(db, kit, 'field')
    .addColumn('name', 'text', (column) => column.notNull().check(sql`name <> ''`))
    .addColumn('aliases', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('in_plan', 'integer', (column) => column.notNull().check(isFlag('in_plan')))
    .addColumn('in_report', 'integer', (column) => column.notNull().check(isFlag('in_report')))
    .addColumn('in_index', 'integer', (column) => column.notNull().check(isFlag('in_index')))
    .addColumn('usual_lead_ids', 'text', (column) => column.notNull())
    .addColumn('active_from', 'text')
    .addColumn('active_to', 'text')
    .execute()
  await record(db, kit, 'member')
    .addColumn('name', 'text', (column) => column.notNull().check(sql`name <> ''`))
    .addColumn('post', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) =>
      column.notNull().check(oneOf('role', ['head', 'deputy-head', 'standing-member', 'member', 'secretariat'])),
    )
    .addColumn('agency_id', 'text', (column) => column.references('agency.id'))
    .addColumn('field_ids', 'text', (column) => column.notNull())
    .addColumn('followed_agency_ids', 'text', (column) => column.notNull())
    .addColumn('active_from', 'text')
    .addColumn('active_to', 'text')
    .addColumn('position', 'integer', (column) => column.notNull())
    .execute()
  await record(db, kit, 'office')
    .addColumn('province_name', 'text', (column) => column.notNull())
    .addColumn('letterhead', 'text', (column) => column.notNull())
    .addColumn('issuer_in_sentence', 'text', (column) => column.notNull())
    .addColumn('plan_symbol', 'text', (column) => column.notNull())
    .addColumn('decision_symbol', 'text', (column) => column.notNull())
    .addColumn('drafting_symbol', 'text', (column) => column.notNull())
    .addColumn('standing_agency_id', 'text', (column) => column.references('agency.id'))
    .addColumn('signatures', 'text', (column) => column.notNull())
    .addColumn('recipients', 'text', (column) => column.notNull())
    .addColumn('size_set', 'text', (column) => column.notNull().check(oneOf('size_set', ['smaller', 'larger'])))
    .addColumn('is_sample', 'integer', (column) => column.notNull().check(isFlag('is_sample')))
    .addCheckConstraint('office_single', sql`id = 'office'`)
    .execute()
}

async function createPlans(db: AnyStore, kit: TableKit): Promise<void> {
  await record(db, kit, 'document_record')
    .addColumn('type', 'text', (column) => column.notNull().check(sql`type <> ''`))
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('symbol', 'text', (column) => column.notNull())
    .addColumn('issued_on', 'text')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('signer', 'text', (column) => column.notNull())
    // No foreign key: plan and record point at each other, and the plan holds the key.
    .addColumn('plan_id', 'text')
    .addColumn('our_file', 'text')
    .addColumn('signed_file', 'text')
    .execute()
  await db.schema.createIndex('document_record_number').on('document_record').columns(['symbol', 'number']).execute()
  await record(db, kit, 'plan')
    .addColumn('year', 'integer', (column) => column.notNull().check(sql`year between 1990 and 2200`))
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('legal_form', 'text', (column) => column.notNull().check(oneOf('legal_form', ['plan', 'decision'])))
    .addColumn('status', 'text', (column) => column.notNull().check(oneOf('status', PLAN_STATUSES)))
    .addColumn('letterhead', 'text', (column) => column.notNull())
    .addColumn('symbol', 'text', (column) => column.notNull())
    .addColumn('number', 'text')
    .addColumn('issued_on', 'text')
    .addColumn('recipients', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addColumn('size_set', 'text', (column) => column.notNull().check(oneOf('size_set', ['smaller', 'larger'])))
    .addColumn('agencies_as_of', 'text', (column) => column.notNull())
    .addColumn('replaces_plan_id', 'text', (column) => column.references('plan.id'))
    .addColumn('document_record_id', 'text', (column) => column.references('document_record.id'))
    .addCheckConstraint(
      'plan_issue',
      sql`status not in ('issued', 'superseded', 'closed') or (number is not null and issued_on is not null)`,
    )
    .execute()
  await record(db, kit, 'provision')
    .addColumn('plan_id', 'text', (column) => column.notNull().references('plan.id'))
    .addColumn('area', 'text', (column) => column.notNull().check(oneOf('area', ['decision', 'body'])))
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', PROVISION_KINDS)))
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('position', 'text', kit.orderKey)
    .execute()
  await db.schema.createIndex('provision_of_plan').on('provision').columns(['plan_id', 'position']).execute()
  await record(db, kit, 'appendix')
    .addColumn('plan_id', 'text', (column) => column.notNull().references('plan.id'))
    .addColumn('position', 'text', kit.orderKey)
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('orientation', 'text', (column) => column.notNull().check(oneOf('orientation', ['portrait', 'landscape'])))
    .addColumn('columns', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('appendix_of_plan').on('appendix').columns(['plan_id', 'position']).execute()
  await kit
    .table(db, 'unsaved_text')
    .addColumn('plan_id', 'text', (column) => column.primaryKey().references('plan.id').onDelete('cascade'))
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .addColumn('provisions', 'text', (column) => column.notNull())
    .execute()
}

async function createTasks(db: AnyStore, kit: TableKit): Promise<void> {
  await record(db, kit, 'task')
    .addColumn('source', 'text', (column) =>
      column.notNull().check(oneOf('source', ['plan', 'conclusion', 'directive', 'inspection', 'other'])),
    )
    .addColumn('origin', 'text')
    .execute()
  await record(db, kit, 'task_wording')
    .addColumn('task_id', 'text', (column) => column.notNull().references('task.id'))
    .addColumn('plan_id', 'text', (column) => column.notNull().references('plan.id'))
    .addColumn('appendix_id', 'text', (column) => column.notNull().references('appendix.id'))
    .addColumn('field_id', 'text', (column) => column.references('field.id'))
    .addColumn('subgroup', 'text')
    .addColumn('position', 'text', kit.orderKey)
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('product', 'text', (column) => column.notNull())
    .addColumn('deadline', 'text', (column) => column.notNull())
    .addColumn('extra', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('task_wording_of_plan').on('task_wording').columns(['plan_id', 'position']).execute()
  await db.schema.createIndex('task_wording_of_task').on('task_wording').column('task_id').execute()
  await db.schema.createIndex('task_wording_of_appendix').on('task_wording').column('appendix_id').execute()
  await db.schema.createIndex('task_wording_of_field').on('task_wording').column('field_id').execute()
  await record(db, kit, 'task_party')
    .addColumn('wording_id', 'text', (column) => column.notNull().references('task_wording.id'))
    .addColumn('role', 'text', (column) => column.notNull().check(oneOf('role', ['lead', 'coordinating'])))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('agency_id', 'text', (column) => column.references('agency.id'))
    .addColumn('group_id', 'text', (column) => column.references('agency_group.id'))
    .addColumn('words', 'text')
    .addColumn('qualifier', 'text')
    .addColumn('written', 'text')
    .addCheckConstraint(
      'task_party_kind',
      sql`(kind = 'agency' and agency_id is not null and group_id is null and words is null)
        or (kind = 'group' and group_id is not null and agency_id is null and words is null)
        or (kind = 'words' and words is not null and agency_id is null and group_id is null)`,
    )
    .execute()
  await db.schema.createIndex('task_party_of_wording').on('task_party').columns(['wording_id', 'role', 'ordinal']).execute()
  await db.schema.createIndex('task_party_of_agency').on('task_party').column('agency_id').execute()
  await db.schema.createIndex('task_party_of_group').on('task_party').column('group_id').execute()
  await record(db, kit, 'task_provision')
    .addColumn('wording_id', 'text', (column) => column.notNull().references('task_wording.id'))
    .addColumn('provision_id', 'text', (column) => column.notNull().references('provision.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('task_provision_of_wording').on('task_provision').columns(['wording_id', 'ordinal']).execute()
  await db.schema.createIndex('task_provision_of_provision').on('task_provision').column('provision_id').execute()
}

async function createDocuments(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'frozen_text')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute()
  await kit
    .table(db, 'stored_file')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('stored_at', 'text', (column) => column.notNull())
    .execute()
  await record(db, kit, 'draft_round')
    .addColumn('plan_id', 'text', (column) => column.notNull().references('plan.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull().check(sql`ordinal > 0`))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .addColumn('saved_by', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull().references('frozen_text.hash'))
    .addColumn('document_hash', 'text', (column) => column.notNull().references('frozen_text.hash'))
    .execute()
  await db.schema.createIndex('draft_round_of_plan').on('draft_round').columns(['plan_id', 'ordinal']).unique().execute()
  await record(db, kit, 'frozen_document')
    .addColumn('plan_id', 'text', (column) => column.notNull().references('plan.id'))
    .addColumn('copy', 'text', (column) => column.notNull().check(oneOf('copy', ['paper', 'electronic'])))
    .addColumn('document_hash', 'text', (column) => column.notNull().references('frozen_text.hash'))
    .addColumn('content_hash', 'text', (column) => column.notNull().references('frozen_text.hash'))
    .addColumn('docx_hash', 'text', (column) => column.notNull().references('stored_file.hash'))
    .addColumn('docx_name', 'text', (column) => column.notNull())
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('frozen_document_of_plan').on('frozen_document').columns(['plan_id', 'copy']).unique().execute()
}

async function createLog(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'change')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('sequence', 'integer', (column) => column.notNull().unique())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('profile_id', 'text', (column) => column.notNull())
    .addColumn('profile_name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', ['command', 'undo', 'redo'])))
    .addColumn('undoing', 'text', (column) => column.notNull().check(oneOf('undoing', ['undoable', 'barrier', 'apart'])))
    .addColumn('undoes', 'text', (column) => column.references('change.id'))
    .addColumn('note', 'text')
    .addColumn('previous_hash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('change_of_profile').on('change').columns(['profile_id', 'sequence']).execute()
  await kit
    .table(db, 'change_item')
    .addColumn('change_id', 'text', (column) => column.notNull().references('change.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('table_name', 'text', (column) => column.notNull())
    .addColumn('record_id', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('salt', 'text')
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('purged_at', 'text')
    .addPrimaryKeyConstraint('change_item_key', ['change_id', 'ordinal'])
    .execute()
  await db.schema.createIndex('change_item_of_record').on('change_item').column('record_id').execute()
  await kit
    .table(db, 'change_head')
    .addColumn('id', 'text', (column) => column.primaryKey().check(sql`id = 'head'`))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await sql`insert into change_head (id, sequence, hash) values ('head', 0, '')`.execute(db)
}

async function createSearch(db: AnyStore, kit: TableKit): Promise<void> {
  const begun = kit.table(db, 'search_entry')
  await (
    kit.dialect === 'sqlite'
      ? begun.addColumn('number', 'integer', (column) => column.primaryKey())
      : begun.addColumn('number', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
  )
    .addColumn('record_id', 'text', (column) => column.notNull().unique())
    .addColumn('noun', 'text', (column) => column.notNull())
    .addColumn('plan_id', 'text')
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('context', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .execute()
  if (kit.dialect === 'postgres') return
  // An index over the table's own words: nothing is stored twice, and triggers keep it true whoever writes.
  await sql`create virtual table search_words using fts5(folded, content='search_entry', content_rowid='number', tokenize='unicode61')`.execute(
    db,
  )
  await sql`create trigger search_entry_added after insert on search_entry begin
      insert into search_words (rowid, folded) values (new.number, new.folded);
    end`.execute(db)
  await sql`create trigger search_entry_gone after delete on search_entry begin
      insert into search_words (search_words, rowid, folded) values ('delete', old.number, old.folded);
    end`.execute(db)
  await sql`create trigger search_entry_edited after update on search_entry begin
      insert into search_words (search_words, rowid, folded) values ('delete', old.number, old.folded);
      insert into search_words (rowid, folded) values (new.number, new.folded);
    end`.execute(db)
}
