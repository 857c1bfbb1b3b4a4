import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { refuseUnsafeFolder, type FolderProbes } from '#main/files/folder-kind.ts'
import { isDailyBackupDue, listBackups, makeBackup } from '#main/store/backup.ts'
import { noteStoredFile } from '#main/store/repositories/stored-file.ts'
import { insertAgency, listAgencies } from '#main/store/repositories/agency.ts'
import { createTrace } from '#main/store/trace.ts'
import { copyWorkspace, openWorkspace, openWorkspaceToRead, restoreWorkspace, type Workspace } from '#main/store/workspace.ts'
import { anAgency, id } from '../../helpers/records.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

let now = new Date('2026-11-24T03:00:00.000Z')
const machine = { now: () => now }
const opened = new Set<Workspace>()

async function open(folder: string): Promise<Workspace> {
  const workspace = await openWorkspace(folder, machine)
  opened.add(workspace)
  return workspace
}
async function close(workspace: Workspace): Promise<void> {
  opened.delete(workspace)
  await workspace.close()
}
afterEach(async () => {
  for (const workspace of opened) await close(workspace)
  now = new Date('2026-11-24T03:00:00.000Z')
})

const addAgency = ({ connection }: Workspace, number: number) =>
  connection.db
    .transaction()
    .execute((trx) => insertAgency(createTrace(trx), anAgency({ id: id<AgencyId>(number), name: `Sở số ${number} (mẫu)` })))
const agencyNames = async ({ connection }: Workspace): Promise<readonly string[]> =>
  (await listAgencies(connection.db)).map(({ name }) => name)

describe('a workspace’s folder', () => {
  test('holds one database with the durable settings, and its records after a restart', async () => {
    const folder = join(temporaryFolder(), 'Dữ liệu CCHC')
    const first = await open(folder)
    await addAgency(first, 1)
    const pragma = async (name: string): Promise<unknown> =>
      (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(first.connection.db)).rows[0]
    expect([await pragma('journal_mode'), await pragma('synchronous'), await pragma('foreign_keys')]).toEqual([
      { journal_mode: 'wal' },
      { synchronous: 2 },
      { foreign_keys: 1 },
    ])
    const tables = await sql<{ name: string; strict: number }>`pragma table_list`.execute(first.connection.db)
    const loose = tables.rows.filter(({ name, strict }) => strict === 0 && !/^(sqlite_|kysely_|search_words|said_words)/.test(name))
    expect(loose).toEqual([])
    await close(first)
    const second = await open(folder)
    expect(await agencyNames(second)).toEqual(['Sở số 1 (mẫu)'])
  })

  test('is refused to a second writer while a reader may still look, and is free again afterwards', async () => {
    const folder = temporaryFolder()
    const writer = await open(folder)
    await addAgency(writer, 1)
    // Another process, as the command line is.
    const other = spawn(process.execPath, ['--input-type=module', '-e', OPEN_TO_WRITE, folder], {
      cwd: process.cwd(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = (await once(other.stdout, 'data')) as [Buffer]
    expect(said.toString().trim()).toBe('workspace-locked')
    const reader = await openWorkspaceToRead(folder, machine)
    expect(await agencyNames(reader)).toEqual(['Sở số 1 (mẫu)'])
    await expect(addAgency(reader, 2)).rejects.toThrow('readonly')
    await reader.close()
    await close(writer)
    await close(await open(folder))
  })

  test('of a newer program is left as it is', async () => {
    const folder = temporaryFolder()
    const workspace = await open(folder)
    await sql`insert into kysely_migration (name, timestamp) values ('9999-of-the-future', '2031-01-01T00:00:00.000Z')`.execute(
      workspace.connection.db,
    )
    await close(workspace)
    await expect(open(folder)).rejects.toMatchObject({
      code: 'workspace-from-newer-program',
      details: { folder, found: '9999-of-the-future' },
    })
  })

  test.each([
    ['not a database at all', 'đây không phải cơ sở dữ liệu, chỉ là chữ'.repeat(200)],
    ['cut short', ''.padEnd(100, 'x')],
  ])('with a file that is %s is called damaged', async (_, text) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'workspace.sqlite'), text)
    await expect(open(folder)).rejects.toMatchObject({ code: 'workspace-damaged', details: { folder } })
  })

  test('that is no folder is called not writable', async () => {
    const file = join(temporaryFolder(), 'tệp')
    writeFileSync(file, '')
    await expect(open(file)).rejects.toMatchObject({ code: 'workspace-not-writable' })
  })

  test('that is missing is not made by one who only wants to read', async () => {
    const folder = join(temporaryFolder(), 'nhầm')
    await expect(openWorkspaceToRead(folder, machine)).rejects.toMatchObject({ code: 'workspace-not-found', details: { folder } })
    expect(existsSync(folder)).toBe(false)
  })
})

const OPEN_TO_WRITE = `
  const { openWorkspace } = await import('${new URL('../../../src/main/store/workspace.ts', import.meta.url).href}')
  await openWorkspace(process.argv[1], { now: () => new Date() }).then(() => console.log('opened'), (error) => console.log(error.code ?? error))
`

const linux = (patch: Partial<FolderProbes>): FolderProbes => ({
  platform: 'linux',
  truePath: (folder) => folder,
  mounts: () => '',
  names: () => [],
  ...patch,
})

describe('a folder where a database comes to harm', () => {
  const mounts = [
    'rootfs / ext4 rw 0 0',
    '//may-chu/cchc /mnt/o\\040mang cifs rw 0 0',
    'so@noi.vu: /home/a/xa fuse.sshfs rw 0 0',
    '/dev/sdb1 /mnt/o\\040mang/cuc\\040bo ext4 rw 0 0',
  ].join('\n')
  test.each([
    ['/mnt/o mang/CCHC', 'workspace-on-network-drive'],
    ['/home/a/xa/CCHC', 'workspace-on-network-drive'],
    ['/mnt/o mang/cuc bo/CCHC', 'opened'],
    ['/home/a/CCHC', 'opened'],
    ['/home/a/OneDrive - Sở Nội vụ/CCHC', 'workspace-in-synced-folder'],
    ['/home/a/Google Drive/CCHC', 'workspace-in-synced-folder'],
    ['/home/a/Drive của tôi/CCHC', 'workspace-in-synced-folder'],
    ['/home/a/Dropbox/CCHC', 'workspace-in-synced-folder'],
    ['/Users/a/Library/Mobile Documents/CCHC', 'workspace-in-synced-folder'],
    ['/home/a/Zalo Received Files/CCHC', 'workspace-in-synced-folder'],
    ['/home/a/Hộp thư/CCHC', 'opened'],
  ])('%s → %s', (folder, outcome) => {
    const probes = linux({ mounts: () => mounts })
    // Asked without opening, for the folders are other machines'.
    const said = (): string => {
      try {
        refuseUnsafeFolder(folder, probes)
        return 'opened'
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    expect(said()).toBe(outcome)
  })

  test('a mapped letter is seen through, and so is a mark that a service leaves in a renamed folder', async () => {
    const windows: FolderProbes = { platform: 'win32', truePath: () => '\\\\may-chu\\cchc', mounts: () => null, names: () => [] }
    expect(() => refuseUnsafeFolder('Z:\\CCHC', windows)).toThrow(expect.objectContaining({ code: 'workspace-on-network-drive' }))
    expect(() => refuseUnsafeFolder('C:\\CCHC', { ...windows, truePath: (folder) => folder })).not.toThrow()
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'chung', 'CCHC'), { recursive: true })
    mkdirSync(join(folder, 'chung', '.dropbox.cache'))
    await expect(open(join(folder, 'chung', 'CCHC'))).rejects.toMatchObject({
      code: 'workspace-in-synced-folder',
      details: { service: 'Dropbox' },
    })
  })

  test('“Chép về máy” takes records, files and backups along, and opens', async () => {
    const [from, to] = [temporaryFolder(), join(temporaryFolder(), 'máy này')]
    const old = await open(from)
    await addAgency(old, 1)
    const kept = await old.files.keep(Buffer.from('bản ký'))
    await makeBackup(old, 'daily', now)
    // Copied while the other machine still has it open: what was written last stands beside the file.
    await copyWorkspace(from, to)
    const copy = await open(to)
    expect([await agencyNames(copy), await copy.files.verify(kept.hash), (await listBackups(to)).length]).toEqual([
      ['Sở số 1 (mẫu)'],
      'sound',
      1,
    ])
    await expect(copyWorkspace(from, to)).rejects.toMatchObject({ code: 'file-exists' })
  })
})

describe('backing up and restoring', () => {
  test('a backup made by hand brings back records and files even into an emptied folder', async () => {
    const folder = temporaryFolder()
    const workspace = await open(folder)
    await addAgency(workspace, 1)
    const kept = await workspace.files.keep(Buffer.from('bản ký'))
    await noteStoredFile(workspace.connection.db, { ...kept, name: 'ký.pdf', storedAt: now.toISOString() })
    const backup = await makeBackup(workspace, 'manual', now)
    await addAgency(workspace, 2)
    await close(workspace)

    const elsewhere = temporaryFolder()
    mkdirSync(join(elsewhere, 'backups'))
    copyFileSync(join(folder, 'backups', backup.file), join(elsewhere, 'backups', backup.file))
    await restoreWorkspace(elsewhere, backup.file, machine)
    const restored = await open(elsewhere)
    expect(await agencyNames(restored)).toEqual(['Sở số 1 (mẫu)'])
    expect(Buffer.from(await restored.files.read(kept.hash)).toString()).toBe('bản ký')
  })

  test('restoring keeps a backup of what it replaces, so that it can be taken back', async () => {
    const folder = temporaryFolder()
    const workspace = await open(folder)
    await addAgency(workspace, 1)
    const backup = await makeBackup(workspace, 'daily', now)
    await addAgency(workspace, 2)
    await close(workspace)
    now = new Date('2026-11-24T04:00:00.000Z')
    await restoreWorkspace(folder, backup.file, machine)
    const restored = await open(folder)
    expect(await agencyNames(restored)).toEqual(['Sở số 1 (mẫu)'])
    await close(restored)
    const [latest] = await listBackups(folder)
    expect(latest).toMatchObject({ reason: 'before-restore', at: '2026-11-24T04:00:00.000Z' })
    await restoreWorkspace(folder, latest!.file, machine)
    expect(await agencyNames(await open(folder))).toEqual(['Sở số 1 (mẫu)', 'Sở số 2 (mẫu)'])
  })

  test('a damaged workspace is laid aside, not thrown away, when a backup takes its place', async () => {
    const folder = temporaryFolder()
    const workspace = await open(folder)
    await addAgency(workspace, 1)
    const backup = await makeBackup(workspace, 'daily', now)
    await close(workspace)
    writeFileSync(join(folder, 'workspace.sqlite'), 'hỏng'.repeat(2000))
    await restoreWorkspace(folder, backup.file, machine)
    expect(await agencyNames(await open(folder))).toEqual(['Sở số 1 (mẫu)'])
    expect(readdirSync(join(folder, 'backups')).some((name) => name.endsWith('_damaged.sqlite'))).toBe(true)
  })

  test('a file that is no backup, or lies elsewhere, is refused and the workspace stays', async () => {
    const folder = temporaryFolder()
    await close(await open(folder))
    mkdirSync(join(folder, 'backups'))
    const name = '2026-11-24T03-00-00-000Z_daily.sqlite'
    writeFileSync(join(folder, 'backups', name), 'không phải bản sao lưu'.repeat(100))
    for (const file of [name, '../workspace.sqlite', '/etc/passwd', '2020-01-01T03-00-00-000Z_daily.sqlite'])
      await expect(restoreWorkspace(folder, file, machine)).rejects.toMatchObject({ code: 'backup-not-valid', details: { file } })
    await open(folder)
  })

  test('thirty daily backups stay, those made by hand are never dropped', async () => {
    const folder = temporaryFolder()
    const workspace = await open(folder)
    await makeBackup(workspace, 'manual', new Date('2026-01-01T03:00:00.000Z'))
    for (let day = 1; day <= 32; day += 1) await makeBackup(workspace, 'daily', new Date(Date.UTC(2026, 1, day, 3)))
    const backups = await listBackups(folder)
    expect(backups.filter(({ reason }) => reason === 'daily').map(({ at }) => at.slice(0, 10))).toEqual(
      Array.from({ length: 30 }, (_, index) => new Date(Date.UTC(2026, 1, 32 - index, 3)).toISOString().slice(0, 10)),
    )
    expect(backups.filter(({ reason }) => reason === 'manual')).toHaveLength(1)
    expect([
      await isDailyBackupDue(folder, new Date(Date.UTC(2026, 1, 32, 4))),
      await isDailyBackupDue(folder, new Date(Date.UTC(2026, 1, 34, 4))),
    ]).toEqual([false, true])
  })
})
