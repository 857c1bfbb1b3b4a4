import { AppError } from '#shared/app-error.ts'
import type { PackRow, PackRows } from '#shared/domain/pack.ts'
import type { DomainTable } from '../schema.ts'
import { sameRow, type Trace } from '../trace.ts'
import { parentsFirst } from './rows.ts'
import { leafTables, ownedTables, referredTables, standings } from './standing.ts'

/** How many rows of each table were added. */
export type Added = Readonly<Record<string, number>>

/** Adds what a plan refers to and this workspace lacks; what it has stays as it is. */
export async function addMissing(trace: Trace, referred: PackRows): Promise<Added> {
  const added: Record<string, number> = {}
  const put = async (table: DomainTable): Promise<void> => {
    for (const row of parentsFirst(table, referred.get(table) ?? [])) {
      if ((await trace.read(table, row.id)) !== null) continue
      await insert(trace, table, row)
      added[table] = (added[table] ?? 0) + 1
    }
  }
  for (const table of referredTables) await put(table)
  await put('office')
  return added
}

/**
 * Makes the rows of the tables what the pack says: adds, changes, removes. `standing` are the rows of the same scope as they are now.
 * Throws `pack-not-valid` where a row's id is taken by a row outside the scope.
 */
export async function replaceRows(
  trace: Trace,
  wanted: PackRows,
  standing: PackRows,
  tables: readonly DomainTable[],
  file: string,
): Promise<void> {
  const gone = (table: DomainTable): readonly PackRow[] => {
    const kept = new Set((wanted.get(table) ?? []).map((row) => row.id))
    return parentsFirst(table, standing.get(table) ?? []).filter((row) => !kept.has(row.id))
  }
  // Nothing leads to these rows, and some hold a place that only one may have: they make room first.
  for (const table of tables) if (leafTables.includes(table)) for (const row of gone(table)) await trace.remove(table, row.id)
  for (const table of tables) {
    const own = new Set((standing.get(table) ?? []).map((row) => row.id))
    for (const row of parentsFirst(table, wanted.get(table) ?? [])) {
      const now = await trace.read(table, row.id)
      if (now === null) await insert(trace, table, row)
      else if (!own.has(row.id) && standings[table].kind !== 'worded') throw new AppError('pack-not-valid', { file, problem: 'ids' })
      else if (!sameRow(now, row)) await trace.update(table, row.id, withoutKeys(row))
    }
  }
  for (const table of tables.toReversed()) {
    if (leafTables.includes(table)) continue
    for (const row of gone(table).toReversed()) {
      if (standings[table].kind === 'worded' && ownedTables === tables && (await isWordedElsewhere(trace, row.id))) continue
      await trace.remove(table, row.id)
    }
  }
}

async function isWordedElsewhere(trace: Trace, taskId: string): Promise<boolean> {
  return (await trace.trx.selectFrom('task_wording').select('id').where('task_id', '=', taskId).executeTakeFirst()) !== undefined
}

async function insert(trace: Trace, table: DomainTable, row: PackRow): Promise<void> {
  const { version: _version, ...columns } = row
  // The row came out of a database with the same tables: its columns are the table's own.
  await trace.insert(table, columns)
}

function withoutKeys(row: PackRow): object {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'id' && column !== 'version'))
}
