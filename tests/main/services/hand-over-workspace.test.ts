import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { hashOfScope } from '#main/services/hand-over-content.ts'
import { createPackDesk } from '#main/services/hand-over-desk.ts'
import { giveHandOver, readHandOverLog, reclaimHandOver, sendBack } from '#main/services/hand-over.ts'
import { changeAgency } from '#main/services/organisation.ts'
import { amendPlan } from '#main/services/amendment.ts'
import { attachSignedFile } from '#main/services/document-record.ts'
import { checkWorkspace } from '#main/services/health.ts'
import { issuePlan } from '#main/services/issue.ts'
import { changePlan, movePlan } from '#main/services/plan.ts'
import { createWorkspaces, type Workspaces } from '#main/services/workspace.ts'
import { listAgencies } from '#main/store/repositories/agency.ts'
import { findBrokenLink } from '#main/store/repositories/change.ts'
import { listHandOvers } from '#main/store/repositories/hand-over.ts'
import { getDocumentRecord } from '#main/store/repositories/document-record.ts'
import { findFrozenDocument } from '#main/store/repositories/frozen.ts'
import { getPlan, listPlans } from '#main/store/repositories/plan.ts'
import { accept, openGiver, openReceiver, packFile, passphrase, unwatched, type Side } from '../../helpers/hand-over.ts'
import { planId } from '../../helpers/plan-workspace.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

afterAll(closeWorkerPool)

const everything = { scope: 'workspace', planIds: [] } as const
const hashOf = (workspaces: Workspaces) => hashOfScope(workspaces.session().context.db, everything)

function emptyMachine(): Workspaces {
  const workspaces = createWorkspaces({
    userDataFolder: temporaryFolder(),
    programVersion: '0.0.0',
    sampleOrganisation: fileURLToPath(new URL('../../../resources/sample/organisation.json', import.meta.url)),
    fillSample: async () => undefined,
    emit: () => undefined,
    now: () => new Date('2023-02-01T01:00:00.000Z'),
    remember: false,
  })
  onTestFinished(() => workspaces.close())
  return workspaces
}

function giving(workspaces: Workspaces, file: string) {
  return { tools: { ...workspaces.packTools, workFactor: 10 }, choosePlace: async () => file, control: unwatched }
}

async function give(workspaces: Workspaces): Promise<{ readonly file: string; readonly id: string; readonly version: number }> {
  const { context, actor } = workspaces.session()
  const file = packFile('toan-bo')
  const given = await giveHandOver(context, actor, { planId: null, toName: 'Người nhận (mẫu)', passphrase }, giving(workspaces, file))
  return { file, id: given!.handOver.id, version: given!.handOver.version }
}

test('a whole workspace is opened on a machine that has none, with its log, worked on, and taken back', async () => {
  const { workspaces: giver } = await openSampleWorkspace()
  const receiver = emptyMachine()
  const desk = createPackDesk(receiver)
  onTestFinished(() => desk.close(''))
  const before = await hashOf(giver)
  const linesBefore = await giver.session().context.db.selectFrom('change').select('id').execute()
  const { file } = await give(giver)
  const refused = await changeFirst(giver).catch((error: { code: string }) => error.code)
  expect(refused).toBe('handed-over')

  const preview = await desk.open(file, passphrase, unwatched)
  expect(preview).toMatchObject({ verdict: 'receive-workspace', counts: { plans: 1, tasks: 44 } })
  const received = await desk.accept(preview.token)
  const { context, actor } = receiver.session()
  expect([received.state, await hashOf(receiver), await findBrokenLink(context.db)]).toEqual(['received', before, null])
  const lines = await context.db.selectFrom('change').select('id').orderBy('sequence').execute()
  expect(lines.length).toBe(linesBefore.length + 1)

  await changeFirst(receiver)
  const agency = (await listAgencies(context.db)).find(({ name }) => name === 'Sở Nội vụ')!
  await changeAgency(context, actor, { id: agency.id, version: agency.version, patch: { shortName: 'SNV (mẫu)' } })
  const back = packFile('tra-toan-bo')
  await sendBack(context, actor, { id: received.id, passphrase }, giving(receiver, back))
  expect(await changeFirst(receiver, 'Sau khi trả').catch((error: { code: string }) => error.code)).toBe('sent-back')

  const giversDesk = createPackDesk(giver)
  const returned = await giversDesk.open(back, passphrase, unwatched)
  expect(returned).toMatchObject({ verdict: 'take-back', comparisons: [{ title: 'Đổi trích yếu' }] })
  expect(returned.records).toEqual([
    { table: 'agency', added: 0, changed: 1, removed: 0 },
    { table: 'plan', added: 0, changed: 1, removed: 0 },
  ])
  const taken = await giversDesk.accept(returned.token)
  expect([taken.state, await hashOf(giver)]).toEqual(['returned', await hashOf(receiver)])
  expect((await readHandOverLog(giver.session().context, { id: taken.id })).map(({ command }) => command)).toEqual([
    'agency.update',
    'plan.update',
  ])
  await changeFirst(giver, 'Sửa tiếp')
})

test('a whole workspace that comes back too late is opened beside the living one', async () => {
  const { workspaces: giver } = await openSampleWorkspace()
  const receiver = emptyMachine()
  const desk = createPackDesk(receiver)
  const { file, id, version } = await give(giver)
  const received = await desk.accept((await desk.open(file, passphrase, unwatched)).token)
  await changeFirst(receiver)
  const back = packFile('tra-muon')
  await sendBack(receiver.session().context, receiver.session().actor, { id: received.id, passphrase }, giving(receiver, back))
  const { context, actor } = giver.session()
  await reclaimHandOver(context, actor, { id: id as typeof received.id, version, reason: 'Gấp' })
  const living = await hashOf(giver)

  const giversDesk = createPackDesk(giver)
  const preview = await giversDesk.open(back, passphrase, unwatched)
  expect([preview.verdict, preview.mayKeepAsRound]).toEqual(['late', false])
  await giversDesk.openBeside(preview.token)
  expect([await hashOf(giver), await listHandOvers(giver.session().context.db)]).toEqual([await hashOf(receiver), []])
  await changeFirst(giver, 'Bản mở bên cạnh sửa được')
  await giver.openSample()
  expect(await hashOf(giver)).toBe(living)
})

test('a version of an issued plan takes the issued one along with its frozen papers and signed file', async () => {
  const [giver, receiver] = [await openGiver(), await openReceiver()]
  const { context, actor } = giver
  await move(giver, 'submitted')
  await move(giver, 'signed-awaiting-number')
  const { record } = await issuePlan(context, actor, {
    planId,
    version: (await getPlan(context.db, planId)).version,
    number: '05',
    issuedOn: '2023-01-05',
    signerName: 'Trần Thị Mẫu',
    acceptDuplicate: false,
  })
  const scan = join(temporaryFolder(), 'bản ký.pdf')
  await writeFile(scan, '%PDF-1.7 bản quét (mẫu)')
  const signed = await attachSignedFile(context, actor, { id: record.id, version: record.version }, async () => scan)
  const version = await amendPlan(context, actor, { planId })

  const given = await giveHandOver(context, actor, { planId: version.id, toName: 'Người nhận (mẫu)', passphrase }, givingOf(giver))
  expect(given?.handOver.planIds).toEqual([version.id, planId])
  const received = await accept(receiver, given!.file)
  const { db, files } = receiver.context
  expect((await checkWorkspace(receiver.context, () => [])).problems).toEqual([])
  expect((await getDocumentRecord(db, record.id)).signedFile).toEqual(signed?.signedFile)
  expect(await files.verify(signed!.signedFile!.hash)).toBe('sound')
  expect((await findFrozenDocument(db, planId, 'paper'))?.document).toEqual(
    (await findFrozenDocument(context.db, planId, 'paper'))?.document,
  )
  // Both are away: the issued one too, for its successor will change its status.
  await expect(move(giver, 'closed')).rejects.toMatchObject({ code: 'handed-over' })

  const draft = await getPlan(db, version.id)
  await changePlan(receiver.context, receiver.actor, { planId: draft.id, version: draft.version, patch: { subject: 'Điều chỉnh (mẫu)' } })
  const back = await sendBack(receiver.context, receiver.actor, { id: received.id, passphrase }, givingOf(receiver))
  await accept(giver, back!.file)
  expect((await getPlan(context.db, version.id)).subject).toBe('Điều chỉnh (mẫu)')
  expect(await hashOfScope(context.db, received)).toBe(await hashOfScope(db, received))
})

async function move({ context, actor }: Side, status: 'submitted' | 'signed-awaiting-number' | 'closed'): Promise<void> {
  await movePlan(context, actor, { planId, version: (await getPlan(context.db, planId)).version, status, reason: '' })
}

function givingOf(side: Side) {
  return { tools: side.tools, choosePlace: async () => packFile('goi'), control: unwatched }
}

test('a backup of before a hand-over does not open the copy that is away', async () => {
  const { workspaces: giver } = await openSampleWorkspace()
  const backup = await giver.backUp()
  const { id } = await give(giver)
  await giver.restore(backup.file)
  const handOvers = await listHandOvers(giver.session().context.db)
  expect(handOvers.map((one) => [one.id, one.state])).toEqual([[id, 'given']])
  await expect(changeFirst(giver)).rejects.toMatchObject({ code: 'handed-over' })
  const { context, actor } = giver.session()
  await reclaimHandOver(context, actor, { id: handOvers[0]!.id, version: handOvers[0]!.version, reason: 'Đã khôi phục' })
  await changeFirst(giver)
})

async function changeFirst(workspaces: Workspaces, subject = 'Đổi trích yếu'): Promise<void> {
  const { context, actor } = workspaces.session()
  const [plan] = await listPlans(context.db)
  await changePlan(context, actor, { planId: plan!.id, version: plan!.version, patch: { subject } })
}
