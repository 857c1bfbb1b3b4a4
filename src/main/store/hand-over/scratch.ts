import type { Kysely } from 'kysely'
import type { PackContent, PackRow, PackRows } from '#shared/domain/pack.ts'
import { openFile, type FileConnection } from '../connection.ts'
import { migrate } from '../migrations/register.ts'
import { parentsFirst } from './rows.ts'
import { tablesInOrder } from './standing.ts'

const AT_ONCE = 50

/**
 * A pack's content in an empty database of its own, in memory: keys, types and constraints are tried where nothing can be harmed, and
 * rows come out with the columns that today's tables have. The caller closes it. Throws what the database throws.
 */
export async function openScratch(content: PackContent): Promise<FileConnection> {
  const connection = openFile(':memory:', 'write')
  try {
    await migrate(connection.db, connection.dialect)
    await fill(connection, content)
    return connection
  } catch (error) {
    await connection.close()
    throw error
  }
}

async function fill({ db }: FileConnection, { rows, referred, texts, files, sent }: PackContent): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const text of texts) await trx.insertInto('frozen_text').values(text).execute()
    for (const { hash, name, bytes, stored_at } of files)
      await trx.insertInto('stored_file').values({ hash, name, bytes, stored_at }).execute()
    for (const version of sent) await trx.insertInto('sent_version').values(version).execute()
    const tables = trx as unknown as Kysely<Record<string, PackRow>>
    for (const table of tablesInOrder) {
      const all = parentsFirst(table, [...(referred.get(table) ?? []), ...(rows.get(table) ?? [])])
      for (let start = 0; start < all.length; start += AT_ONCE)
        await tables
          .insertInto(table)
          .values(all.slice(start, start + AT_ONCE).map((row) => ({ ...row, version: 1 })))
          .execute()
    }
  })
}

/** Names of tables in a pack's rows that are none of `allowed`. */
export function foreignTables(rows: PackRows, allowed: readonly string[]): readonly string[] {
  return [...rows.keys()].filter((table) => !allowed.includes(table))
}
