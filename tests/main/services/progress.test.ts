import { afterAll, describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { AssignmentId } from '#shared/domain/identifier.ts'
import type { Party } from '#shared/domain/agency.ts'
import type { RegisterTask } from '#shared/domain/register.ts'
import type { ProgressInput } from '#shared/ipc/progress-contract.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { createAppendix } from '#main/services/appendix.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { undo } from '#main/services/history.ts'
import { issuePlan } from '#main/services/issue.ts'
import { movePlan } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { addExtension, addProgress, readProgress, verifyEntries } from '#main/services/progress.ts'
import { readRegister } from '#main/services/register.ts'
import { createTask } from '#main/services/task.ts'
import { departments, finance, institutions, justice, openPlanWorkspace, planId } from '../../helpers/plan-workspace.ts'
import { aProvision } from '../../helpers/records.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()
afterAll(closeWorkerPool)

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )
const group: Party = { kind: 'group', groupId: departments.id }
const one = (agency: typeof justice): Party => ({ kind: 'agency', agencyId: agency.id })

/** A plan of 2023 with one row, issued on 05/01/2023; the machine's day is `today`. */
async function issued(phrase: string, leads: readonly Party[], coordinating: readonly Party[] = []): Promise<ServiceContext> {
  const { context, plan } = await openPlanWorkspace()
  await savePlanText(context, actor, { planId, provisions: [aProvision(1, 'section', 'NHIỆM VỤ'), aProvision(2, 'bullet', 'Rà soát')] })
  const appendix = await createAppendix(context, actor, { planId, title: 'Nhiệm vụ' })
  await createTask(context, actor, {
    appendixId: appendix.id,
    afterId: null,
    task: {
      content: 'Rà soát',
      fieldId: institutions.id,
      product: 'Báo cáo',
      leads,
      coordinating,
      deadline: readDeadline(phrase, { planYear: 2023 }),
    },
  })
  let now = plan
  for (const status of ['submitted', 'signed-awaiting-number'] as const)
    now = await movePlan(context, actor, { planId, version: now.version, status, reason: '' })
  await issuePlan(context, actor, {
    planId,
    version: now.version,
    number: '05',
    issuedOn: '2023-01-05',
    signerName: 'Trần Thị Mẫu',
    acceptDuplicate: false,
  })
  return context
}
const on = (context: ServiceContext, day: string): ServiceContext => ({
  ...context,
  db: context.db,
  now: () => new Date(`${day}T03:00:00Z`),
})
const row = async (context: ServiceContext, day: string): Promise<RegisterTask> => {
  const [task] = (await readRegister(on(context, day), { year: 2023 })).tasks
  if (task === undefined) throw new Error('no task')
  return task
}
const shareOf = (task: RegisterTask, agency: typeof justice): AssignmentId => {
  const id = task.shares.find(({ agencyId }) => agencyId === agency.id)?.assignmentId
  if (id === undefined || id === null) throw new Error(`no share of ${agency.name}`)
  return id
}
const report = (assignmentId: AssignmentId, patch: Partial<ProgressInput> = {}): ProgressInput => ({
  assignmentId,
  due: null,
  happenedOn: '2023-06-20',
  state: 'done',
  percent: null,
  result: 'Đã rà soát',
  product: 'Báo cáo',
  difficulty: '',
  proposal: '',
  explanation: '',
  evidence: [{ symbol: '12/BC-STP', issuedOn: '2023-06-20', issuer: 'Sở Tư pháp', title: 'Báo cáo', file: null }],
  channel: 'agency',
  basis: null,
  correctsId: null,
  ...patch,
})

describe('when a plan is issued', () => {
  test('its tasks are given to the agencies of that day, groups expanded, an agency once, leading before helping', async () => {
    const context = await issued('Quý II/2023', [one(justice)], [group])
    const { tasks, totals } = await readRegister(on(context, '2023-03-01'), { year: 2023 })
    expect([totals, tasks[0]?.shares.map(({ role, agencyId, throughGroupId }) => [role, agencyId, throughGroupId])]).toEqual([
      { tasks: 1, shares: 3 },
      [
        ['lead', justice.id, null],
        ['coordinating', tasks[0]?.shares[1]?.agencyId, departments.id],
        ['coordinating', finance.id, departments.id],
      ],
    ])
  })
})

describe('progress', () => {
  test('of one of several leads shows in the task and says why, and the paper’s day is included', async () => {
    const context = await issued('Quý II/2023', [one(justice), one(finance)])
    const before = await row(context, '2023-06-30')
    await addProgress(on(context, '2023-06-21'), actor, report(shareOf(before, justice)))
    const soon = await row(context, '2023-06-30')
    const late = await row(context, '2023-07-01')
    expect([
      [before.light, before.done, before.total],
      [soon.light, soon.done, soon.shares.map(({ light }) => light)],
      [late.light, late.overdue, late.shares[1]?.explanation],
    ]).toEqual([
      ['due-soon', 0, 2],
      ['due-soon', 1, ['done-on-time', 'due-soon']],
      [
        'overdue',
        1,
        'Quá hạn (quy tắc 8): trạng thái “Chưa triển khai”; hạn 30/06/2023, chậm 1 ngày; tính đến 01/07/2023; chưa cập nhật từ 05/01/2023, quá 30 ngày.',
      ],
    ])
  })

  test('“hoàn thành” wants evidence or a word why, a pause or a stop wants its document, and nothing happens tomorrow', async () => {
    const context = on(await issued('Quý II/2023', [one(justice)]), '2023-06-21')
    const id = shareOf(await row(context, '2023-06-21'), justice)
    expect([
      await failure(addProgress(context, actor, report(id, { evidence: [] }))),
      await failure(addProgress(context, actor, report(id, { evidence: [], explanation: 'Kết quả thể hiện trên Cổng' }))),
      await failure(addProgress(context, actor, report(id, { state: 'paused' }))),
      await failure(addProgress(context, actor, report(id, { happenedOn: '2023-06-22' }))),
      await failure(addProgress(context, actor, report(id, { due: 'm7' }))),
    ]).toEqual(['progress-needs-evidence', 'no failure', 'progress-needs-document', 'progress-in-future', 'bad-input'])
  })

  test('a correction is a new entry; the old one stays readable and counts no more; a verified one is only corrected', async () => {
    const context = on(await issued('Quý II/2023', [one(justice)]), '2023-07-10')
    const id = shareOf(await row(context, '2023-07-10'), justice)
    const wrong = await addProgress(context, actor, report(id))
    const [verified] = await verifyEntries(context, actor, { entries: [{ id: wrong.id, version: wrong.version }] })
    await addProgress(context, actor, report(id, { happenedOn: '2023-07-05', correctsId: wrong.id }))
    const { progress } = await readProgress(context, { taskId: (await row(context, '2023-07-10')).taskId })
    expect([
      verified?.verifiedBy,
      (await row(context, '2023-07-10')).light,
      progress.map(({ happenedOn, correctsId }) => [happenedOn, correctsId]),
      await failure(addProgress(context, actor, report(id, { correctsId: wrong.id }))),
    ]).toEqual([
      actor.name,
      'done-late',
      [
        ['2023-06-20', null],
        ['2023-07-05', wrong.id],
      ],
      'progress-corrects-another',
    ])
  })

  test('a quarterly duty is followed quarter by quarter', async () => {
    const context = await issued('Thường xuyên, định kỳ báo cáo theo Quý', [one(justice)])
    const id = shareOf(await row(context, '2023-04-05'), justice)
    await addProgress(on(context, '2023-04-05'), actor, report(id, { due: 'm2:2023-Q1', happenedOn: '2023-03-30' }))
    const [share] = (await row(context, '2023-07-02')).shares
    expect(share?.dues.map(({ period, light }) => [period, light])).toEqual([
      [null, 'continuous'],
      ['Quý I/2023', 'done-on-time'],
      ['Quý II/2023', 'overdue'],
      ['Quý III/2023', 'not-due'],
      ['Quý IV/2023', 'not-due'],
    ])
  })

  test('is taken back with its evidence', async () => {
    const context = on(await issued('Quý II/2023', [one(justice)]), '2023-06-21')
    const task = await row(context, '2023-06-21')
    await addProgress(context, actor, report(shareOf(task, justice)))
    await undo(context, actor)
    expect([await readProgress(context, { taskId: task.taskId }), await context.db.selectFrom('evidence').selectAll().execute()]).toEqual([
      { progress: [], extensions: [] },
      [],
    ])
  })
})

test('an extension keeps the first day, moves the light, and is never backwards', async () => {
  const context = on(await issued('Quý II/2023', [one(justice), one(finance)]), '2023-07-03')
  const task = await row(context, '2023-07-03')
  const moved = {
    taskId: task.taskId,
    assignmentId: shareOf(task, justice),
    due: 'm1',
    newDue: '2023-09-30',
    decidedOn: '2023-06-28',
    reason: 'Chờ hướng dẫn của Bộ',
    basis: { symbol: '77/UBND-NC', issuedOn: '2023-06-28', issuer: 'UBND tỉnh Mẫu', title: 'V/v gia hạn' },
  }
  await addExtension(context, actor, moved)
  const [first, second] = (await row(context, '2023-07-03')).shares
  expect([
    [first?.light, first?.dues[0]?.firstDue, first?.dues[0]?.due, first?.dues[0]?.keptFirstDue],
    second?.light,
    await failure(addExtension(context, actor, { ...moved, newDue: '2023-09-30' })),
    await failure(addExtension(context, actor, { ...moved, due: 'm9' })),
  ]).toEqual([['not-due', '2023-06-30', '2023-09-30', false], 'overdue', 'extension-not-later', 'bad-input'])
})
