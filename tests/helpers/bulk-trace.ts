import { inNfc } from '#main/store/nfc.ts'
import type { DomainTable, Writable } from '#main/store/schema.ts'
import { writeSearchEntry } from '#main/store/search/index-entries.ts'
import type { Trace, TracedItem } from '#main/store/trace.ts'

/** Fewer values than SQLite takes in one statement, and few different statements. */
const VALUES_AT_ONCE = 4_000

interface AnyRow {
  readonly id: string
}

function refuse(): never {
  throw new Error('a store is filled by inserting only')
}

/** A trace that repositories insert through as through any other, and that writes many rows in one statement. */
export interface BulkTrace {
  readonly trace: Trace
  /** Writes what was inserted since the last time; gives the items for the log. */
  readonly flush: () => Promise<readonly TracedItem[]>
}

/**
 * Makes a trace for filling a store: what the program's own gives (version 1, NFC, an item for the log, an entry for the search) without a
 * statement a row. It only inserts, and what it inserted can be read once it was flushed.
 */
export function createBulkTrace(trx: Writable): BulkTrace {
  const waiting = new Map<DomainTable, AnyRow[]>()
  const trace: Trace = {
    trx,
    items: [],
    insert: async (table, row) => {
      const after = { ...inNfc(row), version: 1 } as never
      const rows = waiting.get(table) ?? []
      rows.push(after)
      waiting.set(table, rows)
      return after
    },
    read: refuse,
    update: refuse,
    touch: refuse,
    remove: refuse,
    restore: refuse,
    freeze: refuse,
  }
  return {
    trace,
    flush: async () => {
      const items: TracedItem[] = []
      // In the order in which tables were first written: a row never comes before the one it refers to.
      for (const [table, rows] of waiting) {
        const columns = Object.keys(rows[0] ?? {}).length
        const chunk = Math.max(1, Math.floor(VALUES_AT_ONCE / Math.max(columns, 1)))
        for (let at = 0; at < rows.length; at += chunk) {
          await trx
            .insertInto(table)
            .values(rows.slice(at, at + chunk) as never)
            .execute()
        }
        for (const row of rows) {
          await writeSearchEntry(trx, table, row)
          items.push({ table, id: row.id, before: null, after: row })
        }
        rows.length = 0
      }
      return items
    },
  }
}
