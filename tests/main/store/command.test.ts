import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { runCommand } from '#main/services/command.ts'
import { getAgency, insertAgency, listAgencies, updateAgency } from '#main/store/repositories/agency.ts'
import { findBrokenLink, listChanges } from '#main/store/repositories/change.ts'
import { findEntries } from '#main/store/search/find-entries.ts'
import { anAgency, id } from '../../helpers/records.ts'
import { anActor, openTestWorkspace } from '../../helpers/workspace.ts'

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
    { noun: 'agency', id: SO_NOI_VU, planId: null, title: 'Sở Nội vụ', context: '' },
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
