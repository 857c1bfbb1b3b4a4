import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { leafTables, selfReferences, standings, tablesInOrder, unhashedColumns } from '#main/store/hand-over/standing.ts'
import type { DomainTable } from '#main/store/schema.ts'
import { openTestWorkspace } from '../../../helpers/workspace.ts'

interface Key {
  readonly from: string
  readonly column: string
  readonly to: string
}

async function readSchema(): Promise<{ readonly columns: ReadonlyMap<string, readonly string[]>; readonly keys: readonly Key[] }> {
  const { connection } = await openTestWorkspace()
  const columns = new Map<string, readonly string[]>()
  const keys: Key[] = []
  for (const table of tablesInOrder) {
    const known = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(connection.db)
    columns.set(
      table,
      known.rows.map(({ name }) => name),
    )
    const led = await sql<{ from: string; table: string }>`select "from", "table" from pragma_foreign_key_list(${table})`.execute(
      connection.db,
    )
    keys.push(...led.rows.map((key) => ({ from: table, column: key.from, to: key.table })))
  }
  return { columns, keys }
}

const isDomain = (table: string): table is DomainTable => Object.hasOwn(standings, table)

test('every table with an id and a version that the database has stands on the list of what a hand-over takes along', async () => {
  const { connection } = await openTestWorkspace()
  const tables = await sql<{ name: string }>`select m.name from sqlite_schema m where m.type = 'table'
    and exists (select 1 from pragma_table_info(m.name) where name = 'id')
    and exists (select 1 from pragma_table_info(m.name) where name = 'version')`.execute(connection.db)
  expect(tables.rows.map(({ name }) => name).toSorted()).toEqual(tablesInOrder.toSorted())
})

test('whatever names its plan belongs to it, by the very column', async () => {
  const { columns } = await readSchema()
  const naming = [...columns].filter(([, names]) => names.includes('plan_id')).map(([table]) => table)
  expect(naming.map((table) => [table, standings[table as DomainTable]])).toEqual(
    naming.map((table) => [table, { kind: 'column', column: 'plan_id', of: 'plan' }]),
  )
})

test('rows can be added in the order of the list: a foreign key leads to a table before, or to a row of its own that goes first', async () => {
  const { keys } = await readSchema()
  const wrong = keys.filter(({ from, column, to }) => {
    if (!isDomain(to)) return false
    if (from === to) return selfReferences[to] !== column
    return tablesInOrder.indexOf(to) > tablesInOrder.indexOf(from as DomainTable)
  })
  expect(wrong).toEqual([])
})

test('what belongs to a plan leads to nothing that stays at home', async () => {
  const { keys } = await readSchema()
  const taken = new Set(tablesInOrder.filter((table) => standings[table].kind !== 'home'))
  expect(keys.filter(({ from, to }) => taken.has(from as DomainTable) && isDomain(to) && !taken.has(to))).toEqual([])
})

test('the rows that go first when room is made are those that no key leads to', async () => {
  const { keys } = await readSchema()
  expect(leafTables.filter((table) => keys.some(({ to }) => to === table))).toEqual([])
})

test('a plan’s rows that hold a place of their own alone can make room before others come', async () => {
  const { connection } = await openTestWorkspace()
  const single: DomainTable[] = []
  for (const table of tablesInOrder) {
    if (standings[table].kind !== 'column') continue
    const unique = await sql<{ name: string }>`select name from pragma_index_list(${table}) where "unique" = 1 and origin = 'c'`.execute(
      connection.db,
    )
    if (unique.rows.length > 0) single.push(table)
  }
  expect(single.filter((table) => !leafTables.includes(table))).toEqual([])
})

test('the columns that no hash is of are there', async () => {
  const { columns } = await readSchema()
  for (const [table, column] of Object.entries(unhashedColumns)) expect(columns.get(table)).toContain(column)
})
