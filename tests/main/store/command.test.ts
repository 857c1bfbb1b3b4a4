import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { runCommand } from '#main/services/command.ts'
import { getAgency, insertAgency, listAgencies, updateAgency } from '#main/store/repositories/agency.ts'
import { findBrokenLink, listChanges } from '#main/store/repositories/change.ts'
import { openWorkspace } from '#main/store/workspace.ts'
import { findEntries } from '#main/store/search/find-entries.ts'
import { anAgency, id } from '../../helpers/records.ts'
import { anActor, contextOn, openTestWorkspace, temporaryFolder } from '../../helpers/workspace.ts'

const SO_NOI_VU = id<AgencyId>(1)

test('a command leaves its records, one line in the log and one word to the windows', async () => {
  const { context, told } = await openTestWorkspace()
  const agency = anAgency({ id: SO_NOI_VU, name: 'Sở Nội vụ' })
  await runCommand(context, anActor(), { command: 'agency.create', undoable: true }, (trace) => insertAgency(trace, agency))
  expect(await listAgencies(context.db)).toEqual([agency])
  expect(told).toEqual([{ nouns: ['agency'], command: 'agency.create' }])
  const [change] = await listChanges(context.db, null, 10)
  expect(change).toMatchObject({
    sequence: 1,
    command: 'agency.create',
    profileName: 'Thư ký (mẫu)',
    items: [{ noun: 'agency', before: null }],
  })
  expect(await findBrokenLink(context.db)).toBe(null)
  expect(await findEntries(context.db, 'sqlite', 'noi so', 10)).toEqual([
    { noun: 'agency', id: SO_NOI_VU, planId: null, taskId: null, title: 'Sở Nội vụ', context: '' },
  ])
})

test('the second of two people who edit the same version is told who was first, and writes nothing', async () => {
  const { context } = await openTestWorkspace()
  const agency = anAgency({ id: SO_NOI_VU, name: 'Sở Nội vụ' })
  await runCommand(context, anActor(), { command: 'agency.create', undoable: true }, (trace) => insertAgency(trace, agency))
  const edit = (name: string, shortName: string) =>
    runCommand(context, anActor({ name }), { command: 'agency.update', undoable: true }, (trace) =>
      updateAgency(trace, { ...agency, shortName }),
    )
  await edit('Chuyên viên A (mẫu)', 'SNV')
  await expect(edit('Chuyên viên B (mẫu)', 'Sở NV')).rejects.toMatchObject({
    code: 'record-changed-meanwhile',
    details: { noun: 'agency', id: SO_NOI_VU, by: 'Chuyên viên A (mẫu)' },
  })
  expect(await getAgency(context.db, SO_NOI_VU)).toEqual({ ...agency, shortName: 'SNV', version: 2 })
})

test('a full disk is told as a full disk, and the command leaves nothing behind', async () => {
  const { context, folder, told } = await openTestWorkspace()
  // SQLite's own limit stands in for the disk's: the failure is the same.
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(context.db)
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 0}`).execute(context.db)
  const long = anAgency({ id: SO_NOI_VU, name: 'Sở Nội vụ', legalBasis: 'x'.repeat(100_000) })
  await expect(
    runCommand(context, anActor(), { command: 'agency.create', undoable: true }, (trace) => insertAgency(trace, long)),
  ).rejects.toMatchObject({ code: 'disk-full', details: { folder } })
  expect([await listAgencies(context.db), await listChanges(context.db, null, 1), told]).toEqual([[], [], []])
  const short = anAgency({ id: SO_NOI_VU, name: 'Sở Nội vụ' })
  await runCommand(context, anActor(), { command: 'agency.create', undoable: true }, (trace) => insertAgency(trace, short))
})

test('commands given at the same time come one after the other, each with its line', async () => {
  const { context } = await openTestWorkspace()
  const add = (number: number) =>
    runCommand(context, anActor(), { command: 'agency.create', undoable: true }, async (trace) => {
      const { length } = await listAgencies(trace.trx)
      return insertAgency(trace, anAgency({ id: id<AgencyId>(0x100 + number), name: `Sở số ${number} (mẫu)`, position: length }))
    })
  await Promise.all(Array.from({ length: 20 }, (_, number) => add(number)))
  // Each saw what the one before had written: no position twice.
  expect((await listAgencies(context.db)).map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, position) => position))
  expect([(await listChanges(context.db, null, 100)).length, await findBrokenLink(context.db)]).toEqual([20, null])
})

/** Another program that writes one command after the other and says so, until it is killed. */
const WRITE_ON = `
  const root = new URL('./', process.argv[2]).href
  const { openWorkspace } = await import(root + 'src/main/store/workspace.ts')
  const { createContext } = await import(root + 'src/main/services/context.ts')
  const { runCommand } = await import(root + 'src/main/services/command.ts')
  const workspace = await openWorkspace(process.argv[1], { now: () => new Date() })
  const parts = { dialect: 'sqlite', files: workspace.files, now: () => new Date(), newId: () => crypto.randomUUID(), emit: () => {} }
  const context = createContext(parts, workspace.connection.db)
  const actor = { profileId: crypto.randomUUID(), name: 'Thư ký (mẫu)', role: 'secretariat' }
  for (let count = 1; ; count += 1) {
    await runCommand(context, actor, { command: 'profile.save', undoable: true }, async (trace) => {
      for (let row = 0; row < 3; row += 1) await trace.insert('profile', { id: crypto.randomUUID(), name: 'Người ' + count, role: 'reader' })
    })
    console.log(count)
  }
`

test('a program that is killed while it writes leaves whole commands, a chain that holds, and no lock', async () => {
  const folder = temporaryFolder()
  const root = new URL('../../../', import.meta.url).href
  const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITE_ON, folder, root], { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = 0
  writer.stdout.on('data', (text: Buffer) => {
    told = Number(text.toString().trim().split('\n').at(-1))
    if (told >= 20) writer.kill('SIGKILL')
  })
  await once(writer, 'exit')
  const workspace = await openWorkspace(folder, { now: () => new Date() })
  try {
    const { context } = contextOn(workspace.connection, folder)
    const lines = await listChanges(context.db, null, 500)
    const profiles = await context.db.selectFrom('profile').select('id').execute()
    // What was told as saved is saved; the one under way is there whole or not at all.
    expect(lines.length).toBeGreaterThanOrEqual(told)
    expect([profiles.length, await findBrokenLink(context.db)]).toEqual([lines.length * 3, null])
  } finally {
    await workspace.close()
  }
})
