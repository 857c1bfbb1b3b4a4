import { sql } from 'kysely'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { DialectName } from '../migrations/table-kit.ts'
import type { Readable, Store } from '../schema.ts'
import { searchWords } from './index-entries.ts'

/** A record that holds all the words looked for. */
export interface FoundEntry {
  readonly noun: 'programme' | 'goal' | 'plan' | 'provision' | 'task' | 'agency' | 'member' | 'document' | 'cited-document'
  readonly id: string
  readonly planId: PlanId | null
  readonly title: string
  readonly context: string
}

/**
 * Records that hold every word of the text, each as the beginning of a word, without accents, case or order ("so noi" finds
 * "Sở Nội vụ"). Records that say the words in a row come first; among them agencies, members, plans and documents come before sentences and tasks; a text without a word finds nothing.
 */
export async function findEntries(db: Store, dialect: DialectName, text: string, limit: number): Promise<readonly FoundEntry[]> {
  const words = searchWords(text)
  if (words.length === 0) return []
  const rows = await matching(db, dialect, words)
    .select(['noun', 'record_id', 'plan_id', 'title', 'context'])
    .orderBy(sql`case when ' ' || folded like ${`% ${words.join(' ')}%`} then 0 else 1 end`)
    .orderBy(
      sql`case noun when 'agency' then 0 when 'member' then 1 when 'plan' then 2 when 'programme' then 2 when 'document' then 3 when 'cited-document' then 4 when 'task' then 5 else 6 end`,
    )
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    noun: row.noun as FoundEntry['noun'],
    id: row.record_id,
    planId: row.plan_id as PlanId | null,
    title: row.title,
    context: row.context,
  }))
}

/** Where the dialects differ: SQLite has a full-text index beside the table; a server reads the folded column itself. */
function matching(db: Readable, dialect: DialectName, words: readonly string[]) {
  const entries = db.selectFrom('search_entry')
  if (dialect === 'sqlite') {
    // Words are letters and digits only, so quoting is all a query needs.
    const query = words.map((word) => `"${word}"*`).join(' AND ')
    return entries.where('number', 'in', sql<number>`(select rowid from search_words where search_words match ${query})`)
  }
  return words.reduce((query, word) => query.where(sql<boolean>`' ' || folded like ${`% ${word}%`}`), entries)
}
