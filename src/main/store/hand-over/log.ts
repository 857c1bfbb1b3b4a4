import type { HandOverId, PlanId } from '#shared/domain/identifier.ts'
import type { PackLogLine } from '#shared/domain/pack.ts'
import { findBrokenLink } from '../repositories/change.ts'
import type { DomainTable, Readable, Store } from '../schema.ts'
import { ownedTables, standings } from './standing.ts'

type Items = PackLogLine['items']

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
 */
export function logOfPlans(log: readonly PackLogLine[], planIds: readonly PlanId[]): readonly PackLogLine[] {
  const plans = new Set<string>(planIds)
  const images = log.flatMap((line) => line.items.map((item) => ({ item, image: imageOf(item) })))
  const wordings = new Set<string>()
  const tasks = new Set<string>()
  for (const { item, image } of images) {
    if (item.table_name !== 'task_wording' || !plans.has(String(image['plan_id']))) continue
    wordings.add(item.record_id)
    tasks.add(String(image['task_id']))
  }
  const belongs = (item: Items[number]): boolean => {
    const table = item.table_name as DomainTable
    if (!ownedTables.includes(table)) return false
    const standing = standings[table]
    if (standing.kind === 'plan') return plans.has(item.record_id)
    if (standing.kind === 'worded') return tasks.has(item.record_id)
    if (standing.kind !== 'column') return false
    const owner = String(imageOf(item)[standing.column])
    return standing.of === 'plan' ? plans.has(owner) : wordings.has(owner)
  }
  return log.flatMap((line) => {
    const items = line.items.filter(belongs)
    return items.length === 0 ? [] : [{ ...line, items }]
  })
}

function imageOf({ after, before }: Items[number]): Readonly<Record<string, unknown>> {
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
