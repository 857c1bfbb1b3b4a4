import type { HandOverId } from '#shared/domain/identifier.ts'
import type { PackLogLine, PackRows } from '#shared/domain/pack.ts'
import { findBrokenLink } from '../repositories/change.ts'
import type { Readable, Store } from '../schema.ts'
import { ownedTables, standings } from './standing.ts'

/** The log from the line after a hand-over was received (`since`), or all of it. */
export async function readLog(db: Readable, since: HandOverId | null): Promise<readonly PackLogLine[]> {
  const start = since === null ? 0 : await sequenceOf(db, since)
  const lines = await db.selectFrom('change').selectAll().where('sequence', '>', start).orderBy('sequence').execute()
  const items = await db
    .selectFrom('change_item')
    .innerJoin('change', 'change.id', 'change_item.change_id')
    .selectAll('change_item')
    .where('change.sequence', '>', start)
    .orderBy('change_item.ordinal')
    .execute()
  const itemsOf = Map.groupBy(items, (item) => item.change_id)
  return lines.map((line) => ({
    ...(line as Omit<PackLogLine, 'items'>),
    items: (itemsOf.get(line.id) ?? []).map(({ change_id: _of, ...item }) => item),
  }))
}

/** The line that first wrote the record; 0 where none did. */
async function sequenceOf(db: Readable, recordId: string): Promise<number> {
  const row = await db
    .selectFrom('change_item')
    .innerJoin('change', 'change.id', 'change_item.change_id')
    .select('change.sequence')
    .where('change_item.record_id', '=', recordId)
    .orderBy('change.sequence')
    .executeTakeFirst()
  return row?.sequence ?? 0
}

/**
 * The lines that wrote on the plans, with the items that did: what else the receiver did on his own machine is no business of the giver.
 * `rows` are those of the plans as they are now; what was removed since is found by what it belonged to.
 */
export function logOfPlans(log: readonly PackLogLine[], rows: PackRows): readonly PackLogLine[] {
  const items = log.flatMap((line) => line.items)
  const own = new Map(ownedTables.map((table) => [table as string, new Set((rows.get(table) ?? []).map(({ id }) => id))]))
  // Owners come before what they own, so that one walk finds everything; a task is named by its wording, which comes after it.
  for (const { table_name: table, ...images } of items) {
    const image = imageOf(images)
    if (table === 'task_wording' && own.get('plan')?.has(String(image['plan_id'])) === true) own.get('task')?.add(String(image['task_id']))
  }
  for (const table of ownedTables) {
    const standing = standings[table]
    if (standing.kind !== 'column') continue
    for (const item of items) {
      const owner = String(imageOf(item)[standing.column])
      if (item.table_name === table && own.get(standing.of)?.has(owner) === true) own.get(table)?.add(item.record_id)
    }
  }
  return log.flatMap((line) => {
    const written = line.items.filter((item) => own.get(item.table_name)?.has(item.record_id) === true)
    return written.length === 0 ? [] : [{ ...line, items: written }]
  })
}

function imageOf({ after, before }: Pick<PackLogLine['items'][number], 'after' | 'before'>): Readonly<Record<string, unknown>> {
  const text = after ?? before
  return text === null ? {} : (JSON.parse(text) as Readonly<Record<string, unknown>>)
}

/** Puts a whole log into a workspace that has none, before its first command. Gives whether its chain holds. */
export async function restoreLog(db: Store, log: readonly PackLogLine[]): Promise<boolean> {
  await db.transaction().execute(async (trx) => {
    for (const { items, ...line } of log) {
      await trx.insertInto('change').values(line).execute()
      for (const item of items)
        await trx
          .insertInto('change_item')
          .values({ ...item, change_id: line.id })
          .execute()
    }
    const last = log.at(-1)
    if (last !== undefined) await trx.updateTable('change_head').set({ sequence: last.sequence, hash: last.hash }).execute()
  })
  return (await findBrokenLink(db)) === null
}
