import { stat } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import type { AgencyId, HandOverId } from '#shared/domain/identifier.ts'
import { compareVietnamese } from '#shared/language/fold.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { runCommand } from '#main/services/command.ts'
import { saveDraftRound } from '#main/services/draft-round.ts'
import { acceptPack, keepPackAsRound } from '#main/services/hand-over-accept.ts'
import { hashOfScope } from '#main/services/hand-over-content.ts'
import { verdictOf } from '#main/services/hand-over-open.ts'
import { previewPack } from '#main/services/hand-over-preview.ts'
import { giveHandOver, packAgain, readHandOverLog, readHandOvers, reclaimHandOver } from '#main/services/hand-over.ts'
import { redo, undo } from '#main/services/history.ts'
import { changeAgency } from '#main/services/organisation.ts'
import { changePlan, createPlan, dropUnsaved, keepUnsaved, movePlan, removePlan } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { changeTask, createTask, removeTasks } from '#main/services/task.ts'
import { getAgency, insertAgency, listAgencies } from '#main/store/repositories/agency.ts'
import { findBrokenLink } from '#main/store/repositories/change.ts'
import { listDraftRounds } from '#main/store/repositories/frozen.ts'
import { getPlan, listPlans } from '#main/store/repositories/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import { homeAffairs, justice, planId } from '../../helpers/plan-workspace.ts'
import {
  accept,
  APPENDIX,
  back,
  editPlan,
  give,
  openGiver,
  opened,
  openReceiver,
  packFile,
  passphrase,
  unwatched,
  type Side,
} from '../../helpers/hand-over.ts'
import { anAgency, aProvision, id as idOf } from '../../helpers/records.ts'
import { snapshot } from '../../helpers/snapshot.ts'

afterAll(closeWorkerPool)

const thePlan = { scope: 'plan', planIds: [planId] } as const
const hashOf = ({ context }: Side) => hashOfScope(context.db, thePlan)
const token = '018f0000-0000-7000-8000-00000000cccc'

async function changeSubject({ context, actor }: Side, subject = 'Cải cách hành chính tỉnh Mẫu'): Promise<void> {
  const { version } = await getPlan(context.db, planId)
  await changePlan(context, actor, { planId, version, patch: { subject } })
}

test('a plan that went out and came back says what it would say had the same work been done in place, and the log says who did it', async () => {
  const [giver, receiver, inPlace] = [await openGiver(), await openReceiver(), await openGiver()]
  const before = await hashOf(giver)
  const given = await give(giver)
  const received = await accept(receiver, given.file)
  expect([received.state, await hashOf(receiver)]).toEqual(['received', before])

  await editPlan(receiver)
  const returned = await back(receiver, received.id)
  const pack = await opened(returned.file)
  const preview = await previewPack(giver.context.db, pack, token, unwatched)
  const taken = await acceptPack(giver.context, giver.actor, pack)
  // The same person at the giver's own machine.
  await editPlan({ ...inPlace, actor: receiver.actor })

  expect(preview).toMatchObject({ verdict: 'take-back', fromName: 'Người nhận (mẫu)', signer: 'new', planId, counts: { rounds: 2 } })
  expect(preview.comparisons.map(({ comparison }) => comparison.counts)).toMatchObject([{ all: { edited: 2, added: 2, removed: 1 } }])
  expect([taken.state, await hashOf(giver), await hashOf(receiver)]).toEqual(['returned', await hashOf(inPlace), await hashOf(inPlace)])
  expect(await hashOf(giver)).not.toBe(before)
  expect((await readHandOverLog(giver.context, { id: taken.id })).map(({ name, command }) => [name, command])).toEqual([
    ['Người nhận (mẫu)', 'draft-round.save'],
    ['Người nhận (mẫu)', 'task.create'],
    ['Người nhận (mẫu)', 'task.update'],
    ['Người nhận (mẫu)', 'plan.save-text'],
  ])
  expect([await findBrokenLink(giver.context.db), await findBrokenLink(receiver.context.db)]).toEqual([null, null])
  // Work goes on where it came back; what the pack did is no step that Ctrl+Z takes.
  await expect(undo(giver.context, giver.actor)).rejects.toMatchObject({ code: 'undo-barrier' })
  await changeSubject(giver)
})

test('while a plan is with a colleague nothing can be written on it here, and everything beside it can', async () => {
  const giver = await openGiver()
  const { context, actor } = giver
  await changeSubject(giver, 'Trước khi giao')
  await undo(context, actor)
  await give(giver)
  const before = await snapshot(context)
  const { version } = await getPlan(context.db, planId)
  const [row] = await listTasks(context.db, planId)
  const provisions = await listProvisions(context.db, planId)
  const rowId = row!.id
  const tries = {
    text: () => savePlanText(context, actor, { planId, provisions: provisions.slice(1) }),
    typing: () => keepUnsaved(context, { planId, provisions: [aProvision(0x501, 'bullet', 'gõ dở')] }),
    form: () => changeSubject(giver),
    status: () => movePlan(context, actor, { planId, version, status: 'submitted', reason: '' }),
    removing: () => removePlan(context, actor, { planId, version }),
    row: () => changeTask(context, actor, { id: rowId, version: row!.version, patch: { product: 'Khác' } }),
    newRow: () => createTask(context, actor, { appendixId: APPENDIX, afterId: null, task: { content: 'Thêm' } }),
    rows: () => removeTasks(context, actor, { ids: [rowId] }),
    round: () => saveDraftRound(context, actor, { planId, name: null }),
    givenTwice: () => giveHandOver(context, actor, { planId, toName: 'Người khác', passphrase }, giving(giver)),
    givenWhole: () => giveHandOver(context, actor, { planId: null, toName: 'Người khác', passphrase }, giving(giver)),
  }
  const refusals: Record<string, unknown> = {}
  for (const [name, act] of Object.entries(tries)) {
    refusals[name] = await act().then(
      () => 'written',
      (error: { code: string; details: unknown }) => [error.code, error.details],
    )
  }
  const away = ['handed-over', { title: 'Cải cách hành chính tỉnh Mẫu năm 2023', to: 'Người nhận (mẫu)', on: '2023-01-03' }]
  expect(refusals).toEqual(Object.fromEntries(Object.keys(tries).map((name) => [name, away])))
  // Ctrl+Z meets the hand-over itself; Ctrl+Y would write on the plan.
  await expect(undo(context, actor)).rejects.toMatchObject({ code: 'undo-barrier' })
  await expect(redo(context, actor)).rejects.toMatchObject({ code: 'nothing-to-redo' })
  expect(await snapshot(context)).toEqual(before)

  const agency = await getAgency(context.db, justice.id)
  await changeAgency(context, actor, { id: agency.id, version: agency.version, patch: { shortName: 'STP' } })
  const other = await createPlan(context, actor, { year: 2024, subject: null, outline: 'usual' })
  expect((await listPlans(context.db)).map(({ id: one }) => one)).toContain(other.id)
})

function giving(side: Side) {
  return { tools: side.tools, choosePlace: async () => packFile('khac'), control: unwatched }
}

test('somebody else’s undo cannot reach the plan either', async () => {
  const giver = await openGiver()
  await changeSubject(giver, 'Sửa trước khi giao')
  const colleague = { ...giver.actor, profileId: '018f0000-0000-7000-8000-00000000dddd' as typeof giver.actor.profileId }
  await giveHandOver(giver.context, colleague, { planId, toName: 'Người nhận (mẫu)', passphrase }, giving(giver))
  await expect(undo(giver.context, giver.actor)).rejects.toMatchObject({ code: 'handed-over' })
})

test('what was sent back is read-only with the receiver, until it is taken back before use or comes anew', async () => {
  const [giver, receiver] = [await openGiver(), await openReceiver()]
  const received = await accept(receiver, (await give(giver)).file)
  const { handOver } = await back(receiver, received.id)
  await expect(changeSubject(receiver)).rejects.toMatchObject({ code: 'sent-back', details: { to: 'Người giao (mẫu)' } })
  await reclaimHandOver(receiver.context, receiver.actor, { id: handOver.id, version: handOver.version, reason: 'Còn thiếu một câu' })
  await changeSubject(receiver)
  const again = await back(receiver, received.id)
  await accept(giver, again.file)
  await changeSubject(giver, 'Sửa sau khi nhận lại')

  // The plan goes out a second time: the copy that went back is brought up to date and may be written again.
  const second = await accept(receiver, (await give(giver)).file)
  expect((await readHandOvers(receiver.context)).map(({ id, state }) => [id, state])).toEqual([
    [second.id, 'received'],
    [received.id, 'closed'],
  ])
  expect(await hashOf(receiver)).toBe(await hashOf(giver))
  await changeSubject(receiver, 'Sửa lần hai')
})

test('a pack that comes back after it was reclaimed is looked at and kept as a round, never put over newer work', async () => {
  const [giver, receiver] = [await openGiver(), await openReceiver()]
  const given = await give(giver)
  const received = await accept(receiver, given.file)
  await editPlan(receiver)
  const returned = await back(receiver, received.id)
  await reclaimHandOver(giver.context, giver.actor, { id: given.handOver.id, version: 1, reason: 'Người nhận đi công tác' })
  await changeSubject(giver)
  const hash = await hashOf(giver)

  const pack = await opened(returned.file)
  expect(await previewPack(giver.context.db, pack, token, unwatched)).toMatchObject({ verdict: 'late', mayKeepAsRound: true })
  await expect(acceptPack(giver.context, giver.actor, pack)).rejects.toMatchObject({
    code: 'pack-not-usable',
    details: { verdict: 'late' },
  })
  expect(await hashOf(giver)).toBe(hash)
  const round = await keepPackAsRound(giver.context, giver.actor, pack)
  expect(await keepPackAsRound(giver.context, giver.actor, pack)).toEqual(round)
  expect((await listDraftRounds(giver.context.db, planId)).map(({ name }) => name)).toEqual([
    'Dự thảo lần 1',
    'Bản của Người nhận (mẫu), gửi ngày 03/01/2023',
  ])
  const log = await giver.context.db.selectFrom('change').select('note').where('command', '=', 'hand-over.reclaim').execute()
  expect(log).toEqual([{ note: 'Người nhận đi công tác' }])
})

test('the same pack opened twice is done once, on both sides', async () => {
  const [giver, receiver] = [await openGiver(), await openReceiver()]
  const given = await give(giver)
  const received = await accept(receiver, given.file)
  await editPlan(receiver)
  const worked = await snapshot(receiver.context)
  expect(await verdictOf(receiver.context.db, await opened(given.file))).toBe('already-received')
  expect(await accept(receiver, given.file)).toEqual(received)
  expect(await snapshot(receiver.context)).toEqual(worked)

  const returned = await back(receiver, received.id)
  const once = await packAgain(receiver.context, receiver.actor, { id: received.id, passphrase }, giving(receiver))
  const taken = await accept(giver, returned.file)
  await changeSubject(giver)
  const after = await snapshot(giver.context)
  expect(await accept(giver, returned.file)).toEqual(taken)
  expect(await accept(giver, once!.file)).toEqual(taken)
  expect(await snapshot(giver.context)).toEqual(after)
})

test('a pack is for the other person: who gave it, and who has another plan of that id, can only look', async () => {
  const [giver, other] = [await openGiver(), await openGiver()]
  const given = await give(giver)
  expect(await verdictOf(giver.context.db, await opened(given.file))).toBe('own')
  await changeSubject(other, 'Nội dung khác')
  const pack = await opened(given.file)
  expect(await previewPack(other.context.db, pack, token, unwatched)).toMatchObject({ verdict: 'plan-exists', mayKeepAsRound: true })
  await expect(acceptPack(other.context, other.actor, pack)).rejects.toMatchObject({ code: 'pack-not-usable' })
})

test('bodies the receiver lacks come along, and those he has stay as he wrote them', async () => {
  const [giver, receiver] = [await openGiver(), await openReceiver()]
  const first = await give(giver)
  const preview = await previewPack(receiver.context.db, await opened(first.file), token, unwatched)
  // Sở Tài chính and the body it succeeded belong to the group "Các sở, ban, ngành".
  expect(preview.missing).toEqual({ agency: 4, agency_group: 1, field: 1 })
  const received = await accept(receiver, first.file)
  const agency = await getAgency(receiver.context.db, homeAffairs.id)
  await changeAgency(receiver.context, receiver.actor, { id: agency.id, version: agency.version, patch: { shortName: 'SNV' } })
  await accept(giver, (await back(receiver, received.id)).file)
  await accept(receiver, (await give(giver)).file)
  expect((await listAgencies(receiver.context.db)).map(({ name, shortName }) => [name, shortName])).toContainEqual(['Sở Nội vụ', 'SNV'])
  expect((await getAgency(giver.context.db, homeAffairs.id)).shortName).toBe(null)
})

test('a colleague who has bodies of his own gets only those the plan names, and the giver none of his when it comes back', async () => {
  const [giver, receiver] = [await openGiver(), await openReceiver()]
  await runCommand(receiver.context, receiver.actor, { command: 'test.seed', undoable: false }, async (trace) => {
    await insertAgency(trace, anAgency({ id: idOf<AgencyId>(0xe1), name: 'Sở Nội vụ' }))
    await insertAgency(trace, anAgency({ id: idOf<AgencyId>(0xe2), name: 'Sở Tài chính' }))
  })
  const given = await give(giver)
  const preview = await previewPack(receiver.context.db, await opened(given.file), token, unwatched)
  // "Các sở, ban, ngành" means his own departments; the two that the plan names come by name.
  expect(preview.missing).toEqual({ agency: 2, agency_group: 1, field: 1 })
  const received = await accept(receiver, given.file)
  expect((await listAgencies(receiver.context.db)).map(({ name }) => name).toSorted(compareVietnamese)).toEqual([
    'Sở Nội vụ',
    'Sở Nội vụ',
    'Sở Tài chính',
    'Sở Tư pháp',
  ])
  const returned = await back(receiver, received.id)
  expect((await previewPack(giver.context.db, await opened(returned.file), token, unwatched)).missing).toEqual({})
  const before = await listAgencies(giver.context.db)
  await accept(giver, returned.file)
  expect(await listAgencies(giver.context.db)).toEqual(before)
})

test('a plan with words that are not saved, or with a stamp of secrecy, does not leave', async () => {
  const giver = await openGiver()
  const { context, actor } = giver
  await keepUnsaved(context, { planId, provisions: [aProvision(0x501, 'bullet', 'gõ dở')] })
  await expect(give(giver)).rejects.toMatchObject({ code: 'plan-text-unsaved' })
  await dropUnsaved(context, { planId })
  await savePlanText(context, actor, { planId, provisions: [aProvision(0x501, 'paragraph', 'TỐI MẬT')] })
  await expect(give(giver)).rejects.toMatchObject({ code: 'plan-secret' })
  expect(await readHandOvers(context)).toEqual([])
})

test('a cancelled dialog gives nothing away, and a hand-over that could not be noted leaves no pack behind', async () => {
  const giver = await openGiver()
  const { context, actor } = giver
  const input = { planId, toName: 'Người nhận (mẫu)', passphrase }
  expect(await giveHandOver(context, actor, input, { ...giving(giver), choosePlace: async () => null })).toBe(null)
  const file = packFile('do-dang')
  const slow = {
    ...giving(giver),
    choosePlace: async () => file,
    // The plan is written on while it is sealed.
    control: { ...unwatched, tell: (done: number, total: number | null) => void (done === 0 && total === null && changeSubject(giver)) },
  }
  await expect(giveHandOver(context, actor, input, slow)).rejects.toMatchObject({ code: 'record-changed-meanwhile' })
  expect(await stat(file).catch(() => 'gone')).toBe('gone')
  expect(await readHandOvers(context)).toEqual([])
  await changeSubject(giver, 'Vẫn sửa được')
})

test('a key that changed under the same name is told', async () => {
  const [giver, receiver, impostor] = [await openGiver(), await openReceiver(), await openReceiver()]
  const received = await accept(receiver, (await give(giver)).file)
  await accept(giver, (await back(receiver, received.id)).file)
  const second = await give(giver)
  const again = await accept(impostor, second.file)
  expect(await previewPack(giver.context.db, await opened((await back(impostor, again.id)).file), token, unwatched)).toMatchObject({
    signer: 'changed',
  })
  const third = await accept(receiver, second.file)
  expect(await previewPack(giver.context.db, await opened((await back(receiver, third.id)).file), token, unwatched)).toMatchObject({
    signer: 'known',
  })
})

test('nobody can send back what he did not receive', async () => {
  const giver = await openGiver()
  await expect(back(giver, '018f0000-0000-7000-8000-00000000eeee' as HandOverId)).rejects.toMatchObject({ code: 'record-not-found' })
  const { handOver } = await give(giver)
  await expect(back(giver, handOver.id)).rejects.toMatchObject({ code: 'pack-not-usable' })
})
