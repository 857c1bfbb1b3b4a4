import { afterAll, describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import type { AgencyChangeRequest } from '#shared/domain/agency-change.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { makeAgencyChange, previewAgencyChange } from '#main/services/agency-change.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { undo } from '#main/services/history.ts'
import { addExtension, addProgress } from '#main/services/progress.ts'
import { giveWaiting, readReassignment } from '#main/services/reassignment.ts'
import { listAgencies } from '#main/store/repositories/agency.ts'
import { listAgencyChanges } from '#main/store/repositories/agency-change.ts'
import { listChanges } from '#main/store/repositories/change.ts'
import { findOffice } from '#main/store/repositories/office.ts'
import { listAssignments } from '#main/store/repositories/progress.ts'
import { issued, on, one, report, row, shareOf } from '../../helpers/issued-task.ts'
import { finance, homeAffairs, justice } from '../../helpers/plan-workspace.ts'
import { snapshot } from '../../helpers/snapshot.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()
afterAll(closeWorkerPool)

const TODAY = '2023-09-01'
const request = (patch: Partial<AgencyChangeRequest>): AgencyChangeRequest => ({
  kind: 'merge',
  effectiveOn: '2023-08-01',
  basis: { symbol: '09/NQ-HĐND', issuedOn: '2023-07-20', issuer: 'HĐND tỉnh', title: 'Nghị quyết' },
  fromIds: [justice.id],
  toIds: [finance.id],
  founded: [],
  groupPairs: null,
  ...patch,
})
const founded = (name: string): AgencyChangeRequest['founded'][number] => ({ name, shortName: null, kind: 'department' })

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )

/** The shares of the only task on a day: who, in which role, how it stands, and whether it waits. */
async function sharesOn(context: ServiceContext, day: string): Promise<unknown> {
  const names = new Map((await listAgencies(context.db)).map(({ id, name }) => [id, name]))
  return (await row(context, day)).shares.map(({ agencyId, role, light, waiting }) => [names.get(agencyId), role, light, waiting])
}

describe('when agencies merge', () => {
  test('what one of them reported is not lost, and the share is done only once both parts were', async () => {
    const context = await issued('Quý II/2023', [one(justice), one(finance)])
    const before = await row(context, '2023-06-30')
    await addProgress(on(context, '2023-06-21'), actor, report(shareOf(before, justice)))
    const merged = request({ fromIds: [justice.id, finance.id], toIds: [], founded: [founded('Sở Mới')] })
    // What is done keeps the name of the one that did it; what is open moves.
    const { counts } = await makeAgencyChange(on(context, TODAY), actor, merged)
    expect(counts).toEqual({ tasks: 1, moved: 1, joined: 0, waiting: 0, covered: 0, fresh: 0, staying: 1 })
    expect([await sharesOn(context, '2023-07-31'), await sharesOn(context, TODAY)]).toEqual([
      [
        ['Sở Tư pháp', 'lead', 'done-on-time', false],
        ['Sở Tài chính', 'lead', 'overdue', false],
      ],
      [
        ['Sở Tư pháp', 'lead', 'done-on-time', false],
        ['Sở Mới', 'lead', 'overdue', false],
      ],
    ])
  })

  test('of quarters reported before, those that both reported are done, and a day moved for one of them holds for the one that goes on', async () => {
    const context = await issued('Báo cáo hằng quý', [one(justice), one(finance)])
    const before = await row(context, '2023-04-30')
    for (const agency of [justice, finance])
      await addProgress(on(context, '2023-03-30'), actor, report(shareOf(before, agency), { due: 'm1:2023-Q1', happenedOn: '2023-03-25' }))
    await addProgress(on(context, '2023-06-30'), actor, report(shareOf(before, justice), { due: 'm1:2023-Q2', happenedOn: '2023-06-25' }))
    await addExtension(on(context, '2023-06-30'), actor, {
      taskId: before.taskId,
      assignmentId: shareOf(before, finance),
      due: 'm1:2023-Q2',
      newDue: '2023-09-15',
      decidedOn: '2023-06-29',
      reason: 'Chờ số liệu',
      basis: { symbol: '77/UBND', issuedOn: '2023-06-29', issuer: 'UBND tỉnh', title: 'Công văn' },
    })
    await makeAgencyChange(on(context, TODAY), actor, request({}))
    const [share, ...more] = (await row(context, TODAY)).shares
    expect([share?.dues.map(({ key, light, due }) => [key, light, due]), more]).toEqual([
      [
        ['m1:2023-Q1', 'done-on-time', share?.dues[0]?.due],
        ['m1:2023-Q2', 'due-soon', '2023-09-15'],
        ['m1:2023-Q3', 'not-due', share?.dues[2]?.due],
        ['m1:2023-Q4', 'not-due', share?.dues[3]?.due],
      ],
      [],
    ])
    // A word said since then speaks for all of it.
    const joined = shareOf(await row(context, TODAY), finance)
    await addProgress(on(context, '2023-09-02'), actor, report(joined, { due: 'm1:2023-Q2', happenedOn: '2023-09-02' }))
    expect((await row(context, '2023-09-03')).shares[0]?.dues[1]?.light).toBe('done-on-time')
  })

  test('one that had done its own part has done it on every day before the other came to it, and owes the other’s part from then on', async () => {
    const context = await issued('Quý II/2023', [one(justice), one(finance)])
    await addProgress(on(context, '2023-06-21'), actor, report(shareOf(await row(context, '2023-06-30'), finance)))
    const before = await row(context, '2023-07-31')
    await makeAgencyChange(on(context, TODAY), actor, request({}))
    expect(await row(context, '2023-07-31')).toEqual(before)
    expect(await sharesOn(context, TODAY)).toEqual([['Sở Tài chính', 'lead', 'overdue', false]])
  })

  test('an agency that helped leads where the one that came to it led: one share, and its history reachable', async () => {
    const context = await issued('Quý IV/2023', [one(justice)], [one(finance)])
    await makeAgencyChange(on(context, TODAY), actor, request({}))
    const { taskId } = await row(context, TODAY)
    const all = await listAssignments(context.db, [taskId])
    const living = all.find(({ endedOn }) => endedOn === null)
    expect([await sharesOn(context, TODAY), all.filter(({ successorId }) => successorId === living?.id).map(({ role }) => role)]).toEqual([
      [['Sở Tài chính', 'lead', 'not-due', false]],
      ['lead', 'coordinating'],
    ])
  })

  test('the standing agency’s own merger moves the office’s, and it is one line in the log with the document', async () => {
    const context = await issued('Quý IV/2023', [one(homeAffairs)])
    await makeAgencyChange(on(context, TODAY), actor, request({ fromIds: [homeAffairs.id] }))
    const [line] = await listChanges(context.db, null, 1)
    expect([
      (await findOffice(context.db))?.standingAgencyId,
      line?.command,
      line?.note,
      (await listAgencyChanges(context.db)).length,
    ]).toEqual([finance.id, 'agency-change.make', 'Nghị quyết số 09/NQ-HĐND ngày 20/07/2023 của HĐND tỉnh', 1])
  })
})

describe('a new name by a decision', () => {
  test('is a new body that follows the old one; the old name stays on what is dated earlier', async () => {
    const context = await issued('Quý IV/2023', [one(justice)])
    await makeAgencyChange(on(context, TODAY), actor, request({ kind: 'rename', toIds: [], founded: [founded('Sở Tư pháp và Pháp chế')] }))
    const [old, next] = (await listAgencies(context.db)).filter(({ name }) => name.startsWith('Sở Tư pháp'))
    expect([
      old?.activeTo,
      old?.successorIds,
      next?.activeFrom,
      await sharesOn(context, '2023-07-31'),
      await sharesOn(context, TODAY),
    ]).toEqual([
      '2023-07-31',
      [next?.id],
      '2023-08-01',
      [['Sở Tư pháp', 'lead', 'not-due', false]],
      [['Sở Tư pháp và Pháp chế', 'lead', 'not-due', false]],
    ])
  })
})

describe('what has no single heir', () => {
  const split = request({ kind: 'split', toIds: [finance.id], founded: [founded('Sở Mới')] })

  test('waits with the standing agency, the heir that is in the task is offered first, and is given as a person says', async () => {
    const context = await issued('Quý IV/2023', [one(justice)], [one(finance)])
    await makeAgencyChange(on(context, TODAY), actor, split)
    const { waiting } = await readReassignment(on(context, TODAY))
    const [share] = waiting
    expect([await sharesOn(context, TODAY), waiting.length, share?.formerId, share?.offers.map(({ because }) => because)]).toEqual([
      [
        ['Sở Nội vụ', 'lead', 'not-due', true],
        ['Sở Tài chính', 'coordinating', 'not-due', false],
      ],
      1,
      justice.id,
      ['in-task', 'successor'],
    ])
    const gift = { assignmentId: share?.assignmentId ?? ('' as never), version: share?.version ?? 0, agencyId: finance.id }
    await giveWaiting(on(context, TODAY), actor, { gifts: [gift], on: '2023-08-15', note: '' })
    expect([await sharesOn(context, '2023-08-10'), await sharesOn(context, TODAY)]).toEqual([
      [
        ['Sở Nội vụ', 'lead', 'not-due', true],
        ['Sở Tài chính', 'coordinating', 'not-due', false],
      ],
      [['Sở Tài chính', 'lead', 'not-due', false]],
    ])
  })

  test('is given to nobody only for a reason, not before it waited, not twice, and not to a body that is gone', async () => {
    const context = on(await issued('Quý IV/2023', [one(justice)]), TODAY)
    await makeAgencyChange(context, actor, request({ kind: 'dissolve', toIds: [] }))
    const [share] = (await readReassignment(context)).waiting
    const gift = { assignmentId: share?.assignmentId ?? ('' as never), version: share?.version ?? 0 }
    const give = async (agencyId: AgencyId | null, day: string, note = ''): Promise<unknown> =>
      failure(giveWaiting(context, actor, { gifts: [{ ...gift, agencyId }], on: day, note }))
    expect([
      await give(null, TODAY),
      await give(finance.id, '2023-07-01'),
      await give(justice.id, TODAY),
      await give(finance.id, '2023-12-01'),
      await give(null, TODAY, 'Theo Công văn số 12/UBND-NC'),
      await give(finance.id, TODAY),
    ]).toEqual([
      'reassignment-needs-reason',
      'reassignment-too-early',
      'agency-not-there',
      'agency-change-in-future',
      'no failure',
      'share-not-waiting',
    ])
  })
})

describe('a change', () => {
  test('is told before it is made, writes nothing then, and is taken back whole until something builds on it', async () => {
    const context = on(await issued('Quý IV/2023', [one(justice), one(finance)]), TODAY)
    const before = await snapshot(context)
    const told = await previewAgencyChange(context, request({}))
    expect(await snapshot(context)).toEqual(before)
    const { counts } = await makeAgencyChange(context, actor, request({}))
    expect(told.counts).toEqual(counts)
    await undo(context, actor)
    expect(await snapshot(context)).toEqual(before)

    await makeAgencyChange(context, actor, request({ toIds: [], kind: 'rename', founded: [founded('Sở Mới')] }))
    const heir = (await listAgencies(context.db)).find(({ name }) => name === 'Sở Mới')
    if (heir === undefined) throw new Error('no heir')
    const colleague = anActor({ profileId: '018f0000-0000-7000-8000-00000000bbbb' as never, name: 'Người khác (mẫu)' })
    await addProgress(
      context,
      colleague,
      report(shareOf(await row(context, TODAY), heir), { state: 'in-progress', happenedOn: '2023-08-20' }),
    )
    expect(await failure(undo(context, actor))).toBe('undo-blocked')
  })

  test('that cannot be is refused: a day to come, numbers of another kind, a body not there that day, no document, nobody to hold what waits', async () => {
    const context = on(await issued('Quý IV/2023', [one(justice)]), TODAY)
    const tries = [
      request({ effectiveOn: '2024-01-01' }),
      request({ kind: 'split' }),
      request({ kind: 'merge', toIds: [] }),
      request({ kind: 'dissolve' }),
      request({ toIds: [justice.id] }),
      request({ basis: { symbol: ' ', issuedOn: null, issuer: '', title: '' } }),
      request({ kind: 'dissolve', fromIds: [justice.id, homeAffairs.id], toIds: [] }),
    ]
    const refused: unknown[] = []
    for (const input of tries) refused.push(await failure(makeAgencyChange(context, actor, input)))
    await makeAgencyChange(context, actor, request({}))
    refused.push(await failure(makeAgencyChange(context, actor, request({ effectiveOn: '2023-08-20' }))))
    expect(refused).toEqual([
      'agency-change-in-future',
      'agency-change-numbers',
      'agency-change-numbers',
      'agency-change-numbers',
      'agency-change-numbers',
      'agency-change-needs-document',
      'standing-agency-missing',
      'agency-not-there',
    ])
  })
})
