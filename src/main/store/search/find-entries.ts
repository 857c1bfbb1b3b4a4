import { sql } from 'kysely'
import type { PlanId, TaskId } from '#shared/domain/identifier.ts'
import type { DialectName } from '../migrations/table-kit.ts'
import type { Readable, Store } from '../schema.ts'
import { saidNouns, type FoundNoun } from './found-noun.ts'
import { searchWords } from './index-entries.ts'

/** A record that holds all the words looked for. */
export interface FoundEntry {
  readonly noun: FoundNoun
  readonly id: string
  readonly planId: PlanId | null
  /** The task that it is, or is said of, where it is followed; else null. */
  readonly taskId: TaskId | null
  readonly title: string
  readonly context: string
}

/** Of what is many (tasks, sentences, what was said of them) only the newest that fits is looked at: a common word is in half of it. */
const NEWEST = 300

/** Tables of what an office has hundreds of, not thousands: looked through as they are, and never hidden by the many. */
const FEW = ['agency', 'member', 'plan', 'programme', 'programme_goal', 'document_record', 'cited_document'] as const

/**
 * Records that hold every word of the text, each as the beginning of a word, without accents, case or order ("so noi" finds
 * "Sở Nội vụ"). Records that say the words in a row come first; among them agencies, members, plans and documents come before sentences and tasks; what
 * was said of tasks and proved comes after them, the newest first, in a third of the places; a text without a word finds nothing.
 */
export async function findEntries(db: Store, dialect: DialectName, text: string, limit: number): Promise<readonly FoundEntry[]> {
  const words = searchWords(text)
  if (words.length === 0) return []
  const columns = ['noun', 'record_id', 'plan_id', 'task_id', 'title', 'context'] as const
  const inARow = sql`case when ' ' || folded like ${`% ${words.join(' ')}%`} then 0 else 1 end`
  const said = await matchingSaid(db, dialect, words)
    .select(columns)
    .orderBy(inARow)
    .orderBy('number', 'desc')
    .limit(Math.ceil(limit / 3))
    .execute()
  const named = await matchingNames(db, dialect, words)
    .select(columns)
    .orderBy(inARow)
    .orderBy(
      sql`case noun when 'agency' then 0 when 'member' then 1 when 'plan' then 2 when 'programme' then 2 when 'document' then 3 when 'cited-document' then 4 when 'task' then 5 when 'given-task' then 5 else 6 end`,
    )
    .orderBy('number')
    .limit(limit - said.length)
    .execute()
  return [...named, ...said].map((row) => ({
    noun: row.noun as FoundNoun,
    id: row.record_id,
    planId: row.plan_id as PlanId | null,
    taskId: row.task_id as TaskId | null,
    title: row.title,
    context: row.context,
  }))
}

// Where the dialects differ: SQLite has full-text indexes beside the table; a server reads the folded column itself.

function matchingNames(db: Readable, dialect: DialectName, words: readonly string[]) {
  const entries = db.selectFrom('search_entry')
  if (dialect !== 'sqlite') return entries.where('noun', 'not in', [...saidNouns]).where(containing(words))
  const few = sql.join(
    FEW.map((table) => sql`select id from ${sql.table(table)}`),
    sql` union all `,
  )
  // What says the words in a row is looked for by itself: it would be lost among the newest that only hold them.
  const many = [...(words.length > 1 ? [inARowQueryOf(words)] : []), queryOf(words)].map(
    (query) =>
      sql`select rowid from (select rowid from search_words where search_words match ${query} order by rowid desc limit ${NEWEST})`,
  )
  return entries.where(
    'number',
    'in',
    sql<number>`(select number from search_entry where record_id in (${few}) and ${containing(words)} union ${sql.join(many, sql` union `)})`,
  )
}

function matchingSaid(db: Readable, dialect: DialectName, words: readonly string[]) {
  const entries = db.selectFrom('search_entry')
  if (dialect !== 'sqlite') return entries.where('noun', 'in', [...saidNouns]).where(containing(words))
  const newest = sql<number>`(select rowid from said_words where said_words match ${queryOf(words)} order by rowid desc limit ${NEWEST})`
  return entries.where('number', 'in', newest)
}

/** The words one behind the other, the last of them perhaps only begun. */
function inARowQueryOf(words: readonly string[]): string {
  return `"${words.join(' ')}" *`
}

/** Words are letters and digits only, so quoting is all a query needs. */
function queryOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(' AND ')
}

function containing(words: readonly string[]) {
  return sql<boolean>`${sql.join(
    words.map((word) => sql`' ' || folded like ${`% ${word}%`}`),
    sql` and `,
  )}`
}
