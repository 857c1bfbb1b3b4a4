import { sql, type Kysely, type RawBuilder, type SelectQueryBuilder } from 'kysely'
import { FileHash, type PlanId } from '#shared/domain/identifier.ts'
import type { PackRow, PackRows } from '#shared/domain/pack.ts'
import { digest } from '../digest.ts'
import { canonicalJson, fromJson } from '../json.ts'
import type { DomainTable, Readable } from '../schema.ts'
import { ownedTables, referredTables, selfReferences, standings, unhashedColumns, workspaceTables } from './standing.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const HASH = /[0-9a-f]{64}/g
/** How many values one question holds: SQLite takes 32,766, a server fewer. */
const AT_ONCE = 500

/** The tables are many and their columns differ; these are the ones by which their rows are found here. */
interface AnyColumns {
  readonly id: string
  readonly plan_id: string
  readonly wording_id: string
  readonly task_id: string
  readonly kind: string
}
type AnyTables = Pick<Kysely<Record<string, AnyColumns>>, 'selectFrom'>
const anyTables = (db: Readable): AnyTables => db
type Narrow = (
  query: SelectQueryBuilder<Record<string, AnyColumns>, string, object>,
) => SelectQueryBuilder<Record<string, AnyColumns>, string, object>

/** Rows of a table with all their columns, in the order of their ids: a database may order text by a language's rules, a hash may not. */
async function readRows(db: AnyTables, table: DomainTable, narrow: Narrow = (query) => query): Promise<readonly PackRow[]> {
  const query = db.selectFrom(table).selectAll() as unknown as SelectQueryBuilder<Record<string, AnyColumns>, string, object>
  return inOrder((await narrow(query).execute()) as readonly PackRow[])
}

function inOrder(rows: readonly PackRow[]): readonly PackRow[] {
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** A plan and the versions it replaces, the newest first: a foreign key leads from each to the next. Unknown ids are left out. */
export async function planWithReplaced(db: Readable, planId: PlanId): Promise<readonly PlanId[]> {
  const found: PlanId[] = []
  for (let next: string | null = planId; next !== null && !found.includes(next as PlanId);) {
    const row: { id: string; replaces_plan_id: string | null } | undefined = await db
      .selectFrom('plan')
      .select(['id', 'replaces_plan_id'])
      .where('id', '=', next)
      .executeTakeFirst()
    if (row === undefined) break
    found.push(row.id as PlanId)
    next = row.replaces_plan_id
  }
  return found
}

/** Every row that belongs to the plans, by table, in the order of their ids. */
export async function readPlanRows(db: Readable, planIds: readonly PlanId[]): Promise<PackRows> {
  const rows = new Map<string, readonly PackRow[]>()
  for (const table of ownedTables) rows.set(table, await readOwned(anyTables(db), table, planIds))
  return rows
}

async function readOwned(db: AnyTables, table: DomainTable, planIds: readonly PlanId[]): Promise<readonly PackRow[]> {
  const standing = standings[table]
  if (standing.kind !== 'column') return readRows(db, table, (all) => all.where('id', 'in', idsOf(table, planIds)))
  return readRows(db, table, (all) => all.where(sql.ref<string>(standing.column), 'in', idsOf(standing.of, planIds)))
}

/** The ids of a table's rows that belong to the plans: as they are for the plans, a question within the question for all else. */
function idsOf(table: DomainTable, planIds: readonly PlanId[]): readonly PlanId[] | RawBuilder<string> {
  const standing = standings[table]
  if (standing.kind === 'plan') return planIds
  const plans = sql.join(planIds)
  if (standing.kind !== 'column') return sql<string>`(select task_id from task_wording where plan_id in (${plans}))`
  const owners = idsOf(standing.of, planIds)
  return sql<string>`(select id from ${sql.table(table)} where ${sql.ref(standing.column)} in ${isList(owners) ? sql`(${plans})` : owners})`
}

function isList(ids: readonly PlanId[] | RawBuilder<string>): ids is readonly PlanId[] {
  return Array.isArray(ids)
}

/** Every row of a workspace but its hand-overs. */
export async function readWorkspaceRows(db: Readable): Promise<PackRows> {
  const rows = new Map<string, readonly PackRow[]>()
  for (const table of workspaceTables) rows.set(table, await readRows(anyTables(db), table))
  return rows
}

/**
 * What the rows name by id, and what that names in its turn: bodies, groups with the bodies of their kinds, fields, people, cited
 * documents; and the office, whose letterhead the papers bear.
 */
export async function readReferredRows(db: Readable, owned: PackRows): Promise<PackRows> {
  const tables = anyTables(db)
  const found = new Map<string, Map<string, PackRow>>(referredTables.map((table) => [table, new Map<string, PackRow>()]))
  const office = await readRows(tables, 'office')
  const asked = new Set<string>()
  let latest: readonly PackRow[] = [...[...owned.values()].flat(), ...office]
  while (latest.length > 0) {
    const ids = [...uuidsIn(latest)].filter((id) => !asked.has(id))
    for (const id of ids) asked.add(id)
    const kinds = latest.flatMap((row) => (typeof row['member_kinds'] === 'string' ? fromJson<readonly string[]>(row['member_kinds']) : []))
    const named: PackRow[] = []
    const take = (table: string, rows: readonly PackRow[]): void => {
      for (const row of rows) {
        if (found.get(table)?.has(row.id) !== false) continue
        found.get(table)?.set(row.id, row)
        named.push(row)
      }
    }
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = ids.slice(start, start + AT_ONCE)
      for (const table of referredTables) take(table, await readRows(tables, table, (all) => all.where('id', 'in', some)))
    }
    if (kinds.length > 0) take('agency', await readRows(tables, 'agency', (all) => all.where('kind', 'in', [...new Set(kinds)])))
    latest = named
  }
  const rows = new Map<string, readonly PackRow[]>([...found].map(([table, byId]) => [table, inOrder([...byId.values()])]))
  return rows.set('office', office)
}

/** Every id that rows name, in whatever column, their own among them. */
export function uuidsIn(rows: readonly PackRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => JSON.stringify(row).match(UUID) ?? []))
}

/** Hashes that rows name: of frozen texts and of stored files. */
export function hashesIn(rows: PackRows): readonly FileHash[] {
  const found = [...rows.values()].flat().flatMap((row) => JSON.stringify(row).match(HASH) ?? [])
  return [...new Set(found)].toSorted() as FileHash[]
}

/** Those of the hashes that are frozen texts, and those that are stored files. */
export async function readNamedTexts(
  db: Readable,
  hashes: readonly FileHash[],
): Promise<{
  readonly texts: readonly { readonly hash: string; readonly text: string }[]
  readonly files: readonly { readonly hash: FileHash; readonly name: string; readonly stored_at: string; readonly bytes: number }[]
}> {
  const texts: { hash: string; text: string }[] = []
  const files: { hash: string; name: string; stored_at: string; bytes: number }[] = []
  for (let start = 0; start < hashes.length; start += AT_ONCE) {
    const some = hashes.slice(start, start + AT_ONCE)
    texts.push(...(await db.selectFrom('frozen_text').selectAll().where('hash', 'in', some).execute()))
    files.push(...(await db.selectFrom('stored_file').selectAll().where('hash', 'in', some).execute()))
  }
  return { texts, files: files.map((file) => ({ ...file, hash: FileHash.parse(file.hash) })) }
}

/**
 * What makes two copies the same: SHA-256 of the rows of the tables, in the order of tables and ids, without versions (an undo and a
 * redo raise them), without empty columns (a later program may have added some) and without `unhashedColumns`.
 */
export function contentHash(rows: PackRows, tables: readonly DomainTable[]): FileHash {
  const lines = tables.toSorted().flatMap((table) =>
    inOrder(rows.get(table) ?? []).map((row) => {
      const said = Object.entries(row).filter(
        ([column, value]) => column !== 'version' && column !== unhashedColumns[table] && value !== null,
      )
      return `${table} ${canonicalJson(Object.fromEntries(said))}`
    }),
  )
  return FileHash.parse(digest(lines.join('\n')))
}

/** Rows of one table so that each comes after the one of its own table it leads to. */
export function parentsFirst(table: DomainTable, rows: readonly PackRow[]): readonly PackRow[] {
  const column = selfReferences[table]
  if (column === undefined) return rows
  const byId = new Map(rows.map((row) => [row.id, row]))
  const placed = new Set<string>()
  const ordered: PackRow[] = []
  const place = (row: PackRow): void => {
    if (placed.has(row.id)) return
    placed.add(row.id)
    const parent = byId.get(String(row[column] ?? ''))
    if (parent !== undefined) place(parent)
    ordered.push(row)
  }
  for (const row of rows) place(row)
  return ordered
}
