import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { listBackups } from '#main/store/backup.ts'
import { openFile } from '#main/store/connection.ts'
import { register, type Register } from '#main/store/migrations/register.ts'
import { openWorkspace, openWorkspaceToRead, restoreWorkspace, type Workspace } from '#main/store/workspace.ts'
import { openTestWorkspace, temporaryFolder } from '../../helpers/workspace.ts'

const now = (): Date => new Date('2026-11-24T03:00:00.000Z')
const opened = new Set<Workspace>()
afterEach(async () => {
  for (const workspace of opened) await workspace.close()
  opened.clear()
})
async function open(folder: string, migrations: Register = register): Promise<Workspace> {
  const workspace = await openWorkspace(folder, { now, migrations })
  opened.add(workspace)
  return workspace
}
async function close(workspace: Workspace): Promise<void> {
  opened.delete(workspace)
  await workspace.close()
}

/** What the next version of the program might bring. */
const tomorrow: Register = [
  ...register,
  { name: '9001-colours', up: async (db, kit) => kit.table(db, 'colour').addColumn('name', 'text').execute() },
]
const broken: Register = [
  ...tomorrow,
  { name: '9002-broken', up: async (db) => db.schema.alterTable('no_such_table').addColumn('name', 'text').execute() },
]
const tableNames = async (workspace: Workspace): Promise<readonly string[]> =>
  (await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(workspace.connection.db)).rows.map(
    ({ name }) => name,
  )

test('the tables of a new workspace are those on record: a frozen migration that changes is seen', async () => {
  const { connection } = await openTestWorkspace()
  const { rows } = await sql<{ sql: string }>`select sql from sqlite_schema where sql is not null and name not like 'kysely_%'
    and name not like 'search_words_%' and name not like 'said_words_%' order by type, name`.execute(connection.db)
  await expect(`${rows.map((row) => row.sql).join(';\n')};\n`).toMatchFileSnapshot('schema.sql')
})

test('the register only grows: names rise, and none is used twice', () => {
  const names = register.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)].toSorted())
  for (const name of names) expect(name).toMatch(/^\d{4}-[a-z-]+$/)
})

describe('a newer program', () => {
  test('backs the file up before it changes it, once', async () => {
    const folder = temporaryFolder()
    await close(await open(folder))
    expect(await listBackups(folder)).toEqual([])
    const workspace = await open(folder, tomorrow)
    expect(await tableNames(workspace)).toContain('colour')
    await close(workspace)
    await close(await open(folder, tomorrow))
    const backups = await listBackups(folder)
    expect(backups.map(({ reason }) => reason)).toEqual(['before-migration'])
    // The backup is the file of the older program.
    await restoreWorkspace(folder, backups[0]!.file, { now, migrations: tomorrow })
    expect(await tableNames(await open(folder))).not.toContain('colour')
  })

  test('whose migration fails leaves the file as the older one knows it', async () => {
    const folder = temporaryFolder()
    await close(await open(folder))
    await expect(open(folder, broken)).rejects.toThrow('no_such_table')
    const workspace = await open(folder)
    expect(await tableNames(workspace)).not.toContain('colour')
  })

  test('brings a file up to date even for one who only reads', async () => {
    const folder = temporaryFolder()
    await close(await open(folder))
    const reader = await openWorkspaceToRead(folder, { now, migrations: tomorrow })
    opened.add(reader)
    expect(await tableNames(reader)).toContain('colour')
  })

  test('and the older one refuses what the newer one changed', async () => {
    const folder = temporaryFolder()
    await close(await open(folder, tomorrow))
    await expect(open(folder)).rejects.toMatchObject({ code: 'workspace-from-newer-program', details: { found: '9001-colours' } })
  })
})

test('another program’s database is not taken for a workspace', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'workspace.sqlite')
  const foreign = openFile(file, 'write')
  await sql`create table something (else_ text)`.execute(foreign.db)
  await sql`pragma application_id = 0`.execute(foreign.db)
  await foreign.close()
  await expect(open(folder)).rejects.toMatchObject({ code: 'workspace-damaged' })
})
