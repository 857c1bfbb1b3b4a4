import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { EventPayload } from '#shared/ipc/contract.ts'
import { WorkspaceStatus } from '#shared/ipc/workspace-contract.ts'
import { resourceFile } from '#main/files/resources.ts'
import { runCommand } from '#main/services/command.ts'
import { createOffice } from '#main/services/office.ts'
import { createAgency } from '#main/services/organisation.ts'
import { readOrganisationSeed } from '#main/services/organisation-seed.ts'
import { createWorkspaces, type Workspaces, type WorkspacesSetting } from '#main/services/workspace.ts'
import { listAgencies } from '#main/store/repositories/agency.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

const running = new Set<Workspaces>()
afterEach(async () => {
  for (const workspaces of running) await workspaces.close()
  running.clear()
})

/** The program started on a folder of the user's data. */
function start(userDataFolder: string, patch: Partial<WorkspacesSetting> = {}): Workspaces {
  const workspaces = createWorkspaces({
    userDataFolder,
    programVersion: '0.0.0-test',
    sampleOrganisation: resourceFile('sample', 'organisation.json'),
    fillSample: async () => {},
    emit: () => {},
    now: () => new Date('2026-11-24T03:00:00.000Z'),
    remember: true,
    ...patch,
  })
  running.add(workspaces)
  return workspaces
}
async function stop(workspaces: Workspaces): Promise<void> {
  running.delete(workspaces)
  await workspaces.close()
}

const officeInput = {
  provinceName: 'tỉnh Mẫu',
  letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH MẪU'], place: 'Mẫu' },
  issuerInSentence: 'UBND tỉnh Mẫu',
  planSymbol: 'KH-UBND',
  decisionSymbol: 'QĐ-UBND',
  draftingSymbol: 'NC',
  signatures: [],
  recipients: [],
  sizeSet: 'larger',
} as const
const usual = () => readOrganisationSeed(resourceFile('defaults', 'organisation.json'))
const anAgencyInput = (name: string) =>
  ({
    name,
    shortName: null,
    aliases: [],
    kind: 'department',
    parentId: null,
    activeFrom: null,
    activeTo: null,
    successorIds: [],
    legalBasis: null,
  }) as const

describe('the first start', () => {
  test('shows no workspace, and then the sample under its own name with a secretary at the keyboard', async () => {
    const workspaces = start(temporaryFolder())
    await workspaces.openAtStart({ workspace: null, sample: false })
    expect(await workspaces.status()).toMatchObject({ kind: 'none', folder: null, office: null })
    expect(() => workspaces.session()).toThrow(expect.objectContaining({ code: 'workspace-not-set-up' }))
    const status = WorkspaceStatus.parse(await workspaces.openSample())
    expect(status).toMatchObject({ kind: 'sample', office: { isSample: true }, profile: { role: 'secretariat' }, undo: null, redo: null })
    // What filled the sample is no work of the person, and cannot be taken back.
    expect(status.profiles).toHaveLength(1)
  })

  test('a sample that was cut short while it was made is made anew', async () => {
    const folder = temporaryFolder()
    const broken = start(folder, { fillSample: async () => Promise.reject(new Error('cut short')) })
    await expect(broken.openSample()).rejects.toThrow('cut short')
    expect((await start(folder).openSample()).kind).toBe('sample')
    expect(readdirSync(folder)).not.toContain('sample.part')
  })

  test('“Tạo đơn vị của tôi” begins with the usual fields and groups, once', async () => {
    const workspaces = start(temporaryFolder())
    await workspaces.openOwn(null)
    const { context, actor } = workspaces.session()
    const office = await createOffice(context, actor, officeInput, await usual())
    expect(office).toEqual({ ...officeInput, standingAgencyId: null, isSample: false, version: 1 })
    expect(await workspaces.status()).toMatchObject({ kind: 'office', office: { provinceName: 'tỉnh Mẫu' } })
    await expect(createOffice(context, actor, officeInput, await usual())).rejects.toMatchObject({ code: 'record-in-use' })
  })
})

describe('sample and own data', () => {
  test('are never mixed, and the next start opens what was open last, with the person who was there', async () => {
    const folder = temporaryFolder()
    const first = start(folder)
    await first.openSample()
    await first.openOwn(null)
    const colleague = await first.saveProfile({ id: null, name: 'Chuyên viên (mẫu)', role: 'secretariat' })
    await first.chooseProfile(colleague.id)
    const { context, actor } = first.session()
    await createAgency(context, actor, anAgencyInput('Sở của tôi (mẫu)'))
    await stop(first)

    const second = start(folder)
    await second.openAtStart({ workspace: null, sample: false })
    expect(await second.status()).toMatchObject({ kind: 'office', profile: { name: 'Chuyên viên (mẫu)' }, undo: 'agency.create' })
    await second.openSample()
    const names = new Set((await listAgencies(second.session().context.db)).map(({ name }) => name))
    expect([names.has('Sở của tôi (mẫu)'), names.has('Sở Nội vụ')]).toEqual([false, true])
  })

  test('a folder full of other things gets one folder of ours, and is found again', async () => {
    const folder = temporaryFolder()
    const documents = temporaryFolder()
    writeFileSync(join(documents, 'Báo cáo.docx'), '')
    const workspaces = start(folder)
    const status = await workspaces.openOwn(documents)
    expect(status.folder).toBe(join(documents, 'ban-lam-viec-cchc'))
    await stop(workspaces)
    const next = start(folder)
    await next.openAtStart({ workspace: null, sample: false })
    expect((await next.status()).folder).toBe(status.folder)
  })

  test('the command line leaves no trace in what the window remembers', async () => {
    const [folder, other] = [temporaryFolder(), temporaryFolder()]
    const window = start(folder)
    const own = await window.openOwn(null)
    await stop(window)
    const line = start(folder, { remember: false })
    await line.openOwn(other)
    await stop(line)
    expect((await start(folder).openOwn(null)).folder).toBe(own.folder)
  })
})

describe('a workspace that cannot be opened', () => {
  test('leaves the person where they were', async () => {
    const workspaces = start(temporaryFolder())
    await workspaces.openSample()
    const synced = join(temporaryFolder(), 'OneDrive', 'CCHC')
    await expect(workspaces.openOwn(synced)).rejects.toMatchObject({ code: 'workspace-in-synced-folder' })
    expect((await workspaces.status()).kind).toBe('sample')
  })

  test('at the start is told by the status, and “Chép về máy” and another folder are ways out', async () => {
    const folder = temporaryFolder()
    const synced = join(temporaryFolder(), 'CCHC')
    const before = start(temporaryFolder())
    await before.openOwn(synced)
    const { context, actor } = before.session()
    await createAgency(context, actor, anAgencyInput('Sở số 1 (mẫu)'))
    await stop(before)
    mkdirSync(join(synced, '..', '.stfolder'))

    const workspaces = start(folder)
    await workspaces.openAtStart({ workspace: synced, sample: false })
    await expect(workspaces.status()).rejects.toMatchObject({ code: 'workspace-in-synced-folder', details: { service: 'Syncthing' } })
    const status = await workspaces.copyToThisMachine(synced)
    expect(status.folder).toBe(join(folder, 'workspace'))
    expect((await listAgencies(workspaces.session().context.db)).map(({ name }) => name)).toEqual(['Sở số 1 (mẫu)'])
  })

  test('and is damaged is restored from a backup of its own', async () => {
    const folder = temporaryFolder()
    const before = start(folder)
    await before.openOwn(null)
    await createAgency(before.session().context, before.session().actor, anAgencyInput('Sở số 1 (mẫu)'))
    expect((await before.backUpDaily())?.reason).toBe('daily')
    expect(await before.backUpDaily()).toBe(null)
    await stop(before)
    writeFileSync(join(folder, 'workspace', 'workspace.sqlite'), 'hỏng'.repeat(3000))

    const workspaces = start(folder)
    await workspaces.openAtStart({ workspace: null, sample: false })
    await expect(workspaces.status()).rejects.toMatchObject({ code: 'workspace-damaged' })
    const [backup] = await workspaces.backups()
    expect(await workspaces.restore(backup!.file)).toMatchObject({ kind: 'office', folder: join(folder, 'workspace') })
    expect((await listAgencies(workspaces.session().context.db)).map(({ name }) => name)).toEqual(['Sở số 1 (mẫu)'])
  })
})

describe('backing up by hand', () => {
  test('and restoring take the office to that moment; the windows are told to ask anew; a refused backup changes nothing', async () => {
    const told: EventPayload<'data.changed'>[] = []
    const workspaces = start(temporaryFolder(), {
      emit: (event, payload) => void (event === 'data.changed' && told.push(payload as EventPayload<'data.changed'>)),
    })
    await workspaces.openOwn(null)
    const { context, actor } = workspaces.session()
    await createAgency(context, actor, anAgencyInput('Sở số 1 (mẫu)'))
    const backup = await workspaces.backUp()
    await createAgency(context, actor, anAgencyInput('Sở số 2 (mẫu)'))
    expect((await workspaces.status()).lastBackupAt).toBe('2026-11-24T03:00:00.000Z')
    await expect(workspaces.restore('không-có.sqlite')).rejects.toMatchObject({ code: 'backup-not-valid' })
    expect(await listAgencies(workspaces.session().context.db)).toHaveLength(2)
    await workspaces.restore(backup.file)
    expect((await listAgencies(workspaces.session().context.db)).map(({ name }) => name)).toEqual(['Sở số 1 (mẫu)'])
    expect(told.at(-1)?.nouns).toContain('plan')
  })

  test('is not for a reader', async () => {
    const workspaces = start(temporaryFolder())
    await workspaces.openOwn(null)
    const backup = await workspaces.backUp()
    const reader = await workspaces.saveProfile({ id: null, name: 'Người xem (mẫu)', role: 'reader' })
    await workspaces.chooseProfile(reader.id)
    await expect(workspaces.restore(backup.file)).rejects.toMatchObject({ code: 'not-allowed' })
    const { context, actor } = workspaces.session()
    await expect(runCommand(context, actor, { command: 'agency.create', undoable: true }, async () => {})).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})

test('while one program writes, another one may read and only read', async () => {
  const folder = temporaryFolder()
  const window = start(folder)
  await window.openOwn(null)
  await createAgency(window.session().context, window.session().actor, anAgencyInput('Sở số 1 (mẫu)'))
  const line = start(folder, { remember: false })
  await expect(line.openOwn(null)).rejects.toMatchObject({ code: 'workspace-locked' })
  const { context, actor } = await line.openToRead(null)
  expect((await listAgencies(context.db)).map(({ name }) => name)).toEqual(['Sở số 1 (mẫu)'])
  await expect(createAgency(context, actor, anAgencyInput('Sở số 2 (mẫu)'))).rejects.toMatchObject({ code: 'not-allowed' })
})
