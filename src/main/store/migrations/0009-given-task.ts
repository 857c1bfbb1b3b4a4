import { sql } from 'kysely'
import { type AnyStore, type TableKit } from './table-kit.ts'

/** Tasks given by documents other than plans, and the days from which on the office wants to be warned. */
export async function createGivenTask(db: AnyStore, kit: TableKit): Promise<void> {
  await kit
    .table(db, 'given_task')
    .addColumn('id', 'text', (column) => column.primaryKey().references('task.id'))
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('symbol', 'text', (column) => column.notNull().check(sql`symbol <> ''`))
    .addColumn('issued_on', 'text', (column) => column.notNull())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('field_id', 'text', (column) => column.references('field.id'))
    .addColumn('content', 'text', (column) => column.notNull().check(sql`content <> ''`))
    .addColumn('product', 'text', (column) => column.notNull())
    .addColumn('leads', 'text', (column) => column.notNull())
    .addColumn('coordinating', 'text', (column) => column.notNull())
    .addColumn('deadline', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('given_task_of_day').on('given_task').columns(['issued_on', 'id']).execute()
  await kit
    .table(db, 'light_threshold')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().check(sql`version > 0`))
    .addColumn('due_soon_days', 'integer', (column) => column.notNull().check(sql`due_soon_days between 1 and 365`))
    .addColumn('stale_days', 'integer', (column) => column.notNull().check(sql`stale_days between 1 and 365`))
    .execute()
  await db.schema.alterTable('search_entry').addColumn('task_id', 'text').execute()
  // What a year's lights are judged by is read from the index alone: of 50,000 answers in a third of the time.
  await db.schema.dropIndex('progress_of_assignment').execute()
  await db.schema
    .createIndex('progress_of_share')
    .on('progress')
    .columns(['assignment_id', 'due', 'happened_on', 'recorded_at', 'id', 'state', 'percent'])
    .execute()
  await db.schema.createIndex('progress_corrected').on('progress').column('corrects_id').where('corrects_id', 'is not', null).execute()
  if (kit.dialect === 'sqlite') await indexWhatIsSaid(db)
}

/**
 * Words of progress and evidence get an index of their own: a hundred thousand of them would make every search for a common word wait. The triggers
 * of the first index leave them out.
 */
async function indexWhatIsSaid(db: AnyStore): Promise<void> {
  for (const name of ['search_entry_added', 'search_entry_gone', 'search_entry_edited']) await sql`drop trigger ${sql.id(name)}`.execute(db)
  await sql`drop table search_words`.execute(db)
  for (const index of ['search_words', 'said_words']) {
    // A word is looked for as it is typed. Without beginnings of their own two letters cost 20 ms among 120,000 entries, with them less than one; they
    // take 150 bytes an entry.
    await sql`create virtual table ${sql.id(index)} using fts5(folded, content='search_entry', content_rowid='number', tokenize='unicode61', prefix='1 2 3')`.execute(
      db,
    )
  }
  await sql`insert into search_words (rowid, folded) select number, folded from search_entry`.execute(db)
  for (const [index, trigger, nouns] of [
    ['search_words', 'search_entry', sql`not in ('progress', 'evidence')`],
    ['said_words', 'said_entry', sql`in ('progress', 'evidence')`],
  ] as const) {
    const words = sql.id(index)
    const add = sql`insert into ${words} (rowid, folded) values (new.number, new.folded)`
    const drop = sql`insert into ${words} (${words}, rowid, folded) values ('delete', old.number, old.folded)`
    await sql`create trigger ${sql.id(`${trigger}_added`)} after insert on search_entry when new.noun ${nouns} begin ${add}; end`.execute(
      db,
    )
    await sql`create trigger ${sql.id(`${trigger}_gone`)} after delete on search_entry when old.noun ${nouns} begin ${drop}; end`.execute(
      db,
    )
    await sql`create trigger ${sql.id(`${trigger}_edited`)} after update of folded on search_entry when new.noun ${nouns} begin ${drop}; ${add}; end`.execute(
      db,
    )
  }
}
