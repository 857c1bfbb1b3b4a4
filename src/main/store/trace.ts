import type { Transaction } from 'kysely'
import { AppError } from '#shared/app-error.ts'
import { digest } from './digest.ts'
import { canonicalJson } from './json.ts'
import { inNfc } from './nfc.ts'
import { removeSearchEntry, writeSearchEntry } from './search/index-entries.ts'
import type { DomainTable, NewRowOf, RowOf, Writable } from './schema.ts'

/** One write: the row before and after, as it stands in its table. `null` before = made, `null` after = removed. */
export interface TracedItem {
  readonly table: DomainTable
  readonly id: string
  readonly before: object | null
  readonly after: object | null
}

type Changes<T extends DomainTable> = Partial<Omit<RowOf<T>, 'id' | 'version'>>

/**
 * The only way to write domain tables: each write is kept as before and after for the log, the search index follows, and text is
 * stored in NFC.
 */
export interface Trace {
  /** The command's transaction: read through it, never through the store. */
  readonly trx: Writable
  readonly items: readonly TracedItem[]
  /** A row as it stands now, or null. */
  readonly read: (table: DomainTable, id: string) => Promise<object | null>
  /** Adds a row with version 1. */
  readonly insert: <T extends DomainTable>(table: T, row: NewRowOf<T>) => Promise<RowOf<T>>
  /**
   * Changes a row and raises its version; a row that would stay as it is is left alone. With `version` the row must still have it.
   * Throws `record-not-found`, `record-changed-meanwhile`.
   */
  readonly update: <T extends DomainTable>(table: T, id: string, changes: Changes<T>, version?: number) => Promise<RowOf<T>>
  /** Raises a row's version because a row that belongs to it changed. */
  readonly touch: <T extends DomainTable>(table: T, id: string) => Promise<RowOf<T>>
  /** Removes a row. Throws `record-not-found`, `record-changed-meanwhile`. */
  readonly remove: (table: DomainTable, id: string, version?: number) => Promise<void>
  /** Puts a row back as an image of the log says, with a version higher than any it had; null takes it away. For undo and redo. */
  readonly restore: (table: DomainTable, id: string, image: object | null) => Promise<void>
  /** Keeps long text once under its hash, and gives the hash. Never changed, never removed, so the log need not repeat it. */
  readonly freeze: (text: string) => Promise<string>
}

interface AnyRow {
  readonly id: string
  readonly version: number
}

/** Looked up before each write; throws where the row may not be written now. */
export type RowGuard = (table: DomainTable, before: object | null, after: object | null) => Promise<void>

/** Makes the trace of one command in its transaction. `guard` is what a hand-over puts before every row. */
export function createTrace(trx: Writable, guard: RowGuard | null = null): Trace {
  const items: TracedItem[] = []
  // The tables are many and their columns differ; what the trace needs of each is the same two columns.
  const rows = trx as unknown as Transaction<Record<DomainTable, AnyRow>>

  const read = async (table: DomainTable, id: string): Promise<AnyRow | undefined> =>
    rows.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst()

  const expect = async (table: DomainTable, id: string, version: number | undefined): Promise<AnyRow> => {
    const row = await read(table, id)
    if (row === undefined) throw new AppError('record-not-found', { noun: nounOf(table), id })
    if (version !== undefined && row.version !== version) {
      throw new AppError('record-changed-meanwhile', { noun: nounOf(table), id, by: (await lastWriter(trx, id)) ?? '' })
    }
    return row
  }

  const write = async (table: DomainTable, id: string, before: AnyRow | null, after: AnyRow | null): Promise<void> => {
    await guard?.(table, before, after)
    if (before === null && after !== null) await rows.insertInto(table).values(after).execute()
    else if (after !== null) await rows.updateTable(table).set(after).where('id', '=', id).execute()
    else await rows.deleteFrom(table).where('id', '=', id).execute()
    items.push({ table, id, before, after })
    await (after === null ? removeSearchEntry(trx, table, id) : writeSearchEntry(trx, table, after))
  }

  return {
    trx,
    items,
    read: async (table, id) => (await read(table, id)) ?? null,
    insert: async (table, row) => {
      const after = { ...inNfc(row), version: 1 } as unknown as AnyRow & RowOf<typeof table>
      await write(table, after.id, null, after)
      return after
    },
    update: async (table, id, changes, version) => {
      const before = await expect(table, id, version)
      const after = { ...before, ...inNfc(changes), id, version: before.version + 1 } as AnyRow & RowOf<typeof table>
      if (sameRow(before, after)) return before as AnyRow & RowOf<typeof table>
      await write(table, id, before, after)
      return after
    },
    touch: async (table, id) => {
      const before = await expect(table, id, undefined)
      const after = { ...before, version: before.version + 1 } as AnyRow & RowOf<typeof table>
      await write(table, id, before, after)
      return after
    },
    remove: async (table, id, version) => {
      const before = await expect(table, id, version)
      await write(table, id, before, null)
    },
    restore: async (table, id, image) => {
      const before = (await read(table, id)) ?? null
      const wanted = image as AnyRow | null
      if (before === null && wanted === null) return
      const after = wanted === null ? null : { ...wanted, version: Math.max(before?.version ?? 0, wanted.version) + 1 }
      await write(table, id, before, after)
    },
    freeze: async (text) => {
      const hash = digest(text)
      await trx
        .insertInto('frozen_text')
        .values({ hash, text })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return hash
    },
  }
}

/** Whether two images of a row say the same; versions do not count. */
export function sameRow(one: object | null, other: object | null): boolean {
  return textOf(one) === textOf(other)
}

function textOf(row: object | null): string {
  if (row === null) return ''
  // A column that a later migration added is null in the rows that were there: an image of before it does not know the column.
  const known = Object.entries(row).filter(([, value]) => value !== null)
  return canonicalJson({ ...Object.fromEntries(known), version: 0 })
}

/** Who wrote a record last, by name, or null when the log does not know it. */
export async function lastWriter(trx: Writable, recordId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('change_item')
    .innerJoin('change', 'change.id', 'change_item.change_id')
    .select('change.profile_name')
    .where('change_item.record_id', '=', recordId)
    .orderBy('change.sequence', 'desc')
    .executeTakeFirst()
  return row?.profile_name ?? null
}

/** The noun a table belongs to, as screens and failures call it: a task's four tables are one noun. */
export function nounOf(table: DomainTable): string {
  switch (table) {
    case 'task_wording':
    case 'task_party':
    case 'task_provision':
      return 'task'
    case 'programme_goal':
      return 'goal'
    case 'served_goal':
      return 'served-goal'
    case 'urging_letter':
    case 'urging_line':
      return 'urging-letter'
    case 'saved_view':
      return 'saved-view'
    case 'plan_template':
      return 'plan-template'
    case 'frozen_document':
    case 'document_record':
      return 'document'
    case 'agency_group':
      return 'agency-group'
    case 'draft_round':
      return 'draft-round'
    case 'cited_document':
      return 'cited-document'
    case 'carried_from':
      return 'carry-over'
    case 'hand_over':
      return 'hand-over'
    case 'agency_change':
      return 'agency-change'
    case 'given_task':
      return 'given-task'
    case 'light_threshold':
      return 'light-threshold'
    case 'agency_form':
      return 'agency-form'
    case 'task_event':
      return 'task-event'
    case 'office':
    case 'profile':
    case 'agency':
    case 'member':
    case 'field':
    case 'plan':
    case 'provision':
    case 'appendix':
    case 'task':
    case 'programme':
    case 'phrase':
    case 'leftover':
    case 'assignment':
    case 'evidence':
    case 'progress':
    case 'extension':
      return table
    default:
      return table satisfies never
  }
}
