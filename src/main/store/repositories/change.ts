import type { Actor } from '#shared/domain/actor.ts'
import type { Change } from '#shared/domain/change.ts'
import type { ChangeId } from '#shared/domain/identifier.ts'
import { digest } from '../digest.ts'
import { canonicalJson, fromJson } from '../json.ts'
import type { Database, DomainTable, Readable, Writable } from '../schema.ts'
import type { TracedItem } from '../trace.ts'
import type { Selectable } from 'kysely'

/** What Ctrl+Z does with a command: takes it back, stops at it, or passes over it. */
export type Undoing = 'undoable' | 'barrier' | 'apart'

/** A line to be added to the log. */
export interface NewChange {
  readonly id: ChangeId
  readonly at: string
  readonly actor: Actor
  readonly command: string
  readonly kind: 'command' | 'undo' | 'redo'
  readonly undoing: Undoing
  /** For an undo the command it takes back, for a redo the undo it takes back. */
  readonly undoes: ChangeId | null
  /** Why, in the person's own words, where the command asks for it. */
  readonly note?: string | null
}

/** A line of the log without its items. */
export interface ChangeLine extends NewChange {
  readonly sequence: number
  readonly previousHash: string
  readonly hash: string
}

function toLine(row: Selectable<Database['change']>): ChangeLine {
  return {
    id: row.id as ChangeId,
    sequence: row.sequence,
    at: row.at,
    actor: { profileId: row.profile_id as Actor['profileId'], name: row.profile_name, role: row.role as Actor['role'] },
    command: row.command,
    kind: row.kind as ChangeLine['kind'],
    undoing: row.undoing as Undoing,
    undoes: row.undoes as ChangeId | null,
    note: row.note,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}

/** Takes the end of the chain: from here on every other command waits for this transaction to end. */
export async function takeHead(trx: Writable): Promise<{ readonly sequence: number; readonly hash: string }> {
  // An update that changes nothing locks the row on a server, which a select would not.
  return trx
    .updateTable('change_head')
    .set((eb) => ({ sequence: eb.ref('sequence') }))
    .returning(['sequence', 'hash'])
    .executeTakeFirstOrThrow()
}

/** One statement an item made a command that writes many rows (an issue, a year's forms) wait for the log; far below what a statement may hold. */
const ITEMS_AT_ONCE = 200

/** Appends a line and its items to the chain. `salt` gives a new random text each time. */
export async function appendChange(
  trx: Writable,
  head: { readonly sequence: number; readonly hash: string },
  change: NewChange,
  items: readonly TracedItem[],
  salt: () => string,
): Promise<void> {
  const rows = items.map((item, ordinal) => {
    const images = { before: imageText(item.before), after: imageText(item.after), salt: salt() }
    return {
      change_id: change.id,
      ordinal,
      table_name: item.table,
      record_id: item.id,
      ...images,
      hash: hashItem({ table_name: item.table, record_id: item.id, ...images }),
      purged_at: null,
    }
  })
  const sequence = head.sequence + 1
  const line = { ...change, sequence, previousHash: head.hash }
  const hash = hashLine(
    line,
    rows.map((row) => row.hash),
  )
  await trx
    .insertInto('change')
    .values({
      id: change.id,
      sequence,
      at: change.at,
      profile_id: change.actor.profileId,
      profile_name: change.actor.name,
      role: change.actor.role,
      command: change.command,
      kind: change.kind,
      undoing: change.undoing,
      undoes: change.undoes,
      note: change.note ?? null,
      previous_hash: head.hash,
      hash,
    })
    .execute()
  for (let at = 0; at < rows.length; at += ITEMS_AT_ONCE) {
    await trx
      .insertInto('change_item')
      .values(rows.slice(at, at + ITEMS_AT_ONCE))
      .execute()
  }
  await trx.updateTable('change_head').set({ sequence, hash }).execute()
}

function imageText(image: object | null): string | null {
  return image === null ? null : canonicalJson(image)
}

function hashItem(item: {
  readonly table_name: string
  readonly record_id: string
  readonly before: string | null
  readonly after: string | null
  readonly salt: string | null
}): string {
  return digest(canonicalJson([item.table_name, item.record_id, item.before, item.after, item.salt]))
}

function hashLine(line: Omit<ChangeLine, 'hash'>, itemHashes: readonly string[]): string {
  const { id, sequence, at, actor, command, kind, undoing, undoes, note, previousHash } = line
  return digest(canonicalJson([id, sequence, at, actor, command, kind, undoing, undoes, note ?? null, previousHash, itemHashes]))
}

/** An item as it stands in the log; both images null when it was purged. */
export interface LoggedItem {
  readonly table: DomainTable
  readonly id: string
  readonly before: object | null
  readonly after: object | null
  readonly purged: boolean
}

/** A change's items in the order they were written. */
export async function listItems(db: Readable, changeId: ChangeId): Promise<readonly LoggedItem[]> {
  return readItems(db, [{ id: changeId }])
}

async function readItems(
  db: Readable,
  changes: readonly { readonly id: ChangeId }[],
): Promise<readonly (LoggedItem & { readonly changeId: string })[]> {
  const ids = changes.map(({ id }) => id)
  const rows = await db.selectFrom('change_item').selectAll().where('change_id', 'in', ids).orderBy('ordinal').execute()
  return rows.map((row) => ({
    changeId: row.change_id,
    table: row.table_name as DomainTable,
    id: row.record_id,
    before: row.before === null ? null : fromJson<object>(row.before),
    after: row.after === null ? null : fromJson<object>(row.after),
    purged: row.purged_at !== null,
  }))
}

/** Lines of one person from the newest, in pages, so that nobody reads a log of years to find the last command. */
export async function* walkBack(db: Readable, profileId: Actor['profileId']): AsyncGenerator<ChangeLine> {
  const page = 50
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const rows = await db
      .selectFrom('change')
      .selectAll()
      .where('profile_id', '=', profileId)
      .$if(before !== Number.MAX_SAFE_INTEGER, (query) => query.where('sequence', '<', before))
      .orderBy('sequence', 'desc')
      .limit(page)
      .execute()
    for (const row of rows) yield toLine(row)
    before = rows.at(-1)?.sequence ?? 0
    if (rows.length < page) return
  }
}

/** Who last wrote a record after a line of the log, and by which command; null when nobody did. */
export async function findLaterWriter(
  db: Readable,
  recordId: string,
  afterSequence: number,
): Promise<{ readonly by: string; readonly command: string } | null> {
  const row = await db
    .selectFrom('change_item')
    .innerJoin('change', 'change.id', 'change_item.change_id')
    .select(['change.profile_name', 'change.command'])
    .where('change_item.record_id', '=', recordId)
    .where('change.sequence', '>', afterSequence)
    .orderBy('change.sequence', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : { by: row.profile_name, command: row.command }
}

/** The log from its end, of one record or of all, with items whose noun is the table's name. */
export async function listChanges(db: Readable, recordId: string | null, limit: number): Promise<readonly Change[]> {
  let lines = db.selectFrom('change').selectAll()
  if (recordId !== null) {
    lines = lines.where('id', 'in', db.selectFrom('change_item').select('change_id').where('record_id', '=', recordId))
  }
  const found = (await lines.orderBy('sequence', 'desc').limit(limit).execute()).map(toLine)
  const items = found.length === 0 ? [] : await readItems(db, found)
  const itemsOf = Map.groupBy(items, (item) => item.changeId)
  return found.map((line) => ({
    id: line.id,
    sequence: line.sequence,
    at: line.at,
    profileName: line.actor.name,
    role: line.actor.role,
    command: line.command,
    undoes: line.undoes,
    note: line.note ?? null,
    items: (itemsOf.get(line.id) ?? []).map((item) => ({ noun: item.table, recordId: item.id, before: item.before, after: item.after })),
  }))
}

/** When the last command was written; null in a new workspace. */
export async function findLastChangeAt(db: Readable): Promise<string | null> {
  const row = await db.selectFrom('change').select('at').orderBy('sequence', 'desc').limit(1).executeTakeFirst()
  return row?.at ?? null
}

/** Empties the images of every item of a record; hashes stay, so the chain still holds. Gives how many items were emptied. */
export async function purgeItems(trx: Writable, recordId: string, at: string): Promise<number> {
  const result = await trx
    .updateTable('change_item')
    .set({ before: null, after: null, salt: null, purged_at: at })
    .where('record_id', '=', recordId)
    .where('purged_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Goes through the whole chain; gives the sequence of the first line that does not hold, or null when all do. */
export async function findBrokenLink(db: Readable): Promise<number | null> {
  const lines = await db.selectFrom('change').selectAll().orderBy('sequence').execute()
  const items = Map.groupBy(
    await db.selectFrom('change_item').selectAll().orderBy('change_id').orderBy('ordinal').execute(),
    (item) => item.change_id,
  )
  let previous = { sequence: 0, hash: '' }
  for (const line of lines.map(toLine)) {
    const own = items.get(line.id) ?? []
    const itemsHold = own.every((item) => item.purged_at !== null || item.hash === hashItem(item))
    const expected = hashLine(
      line,
      own.map((item) => item.hash),
    )
    const holds = itemsHold && line.sequence === previous.sequence + 1 && line.previousHash === previous.hash && line.hash === expected
    if (!holds) return line.sequence
    previous = line
  }
  const head = await db.selectFrom('change_head').selectAll().executeTakeFirstOrThrow()
  return head.hash === previous.hash && head.sequence === previous.sequence ? null : previous.sequence + 1
}
