import { afterAll, describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import type { RegisterTask } from '#shared/domain/register.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { readFollowUp } from '#main/services/follow-up.ts'
import { undo } from '#main/services/history.ts'
import { addExtension, addProgress } from '#main/services/progress.ts'
import { addTaskEvent, setDoneRule } from '#main/services/task-event.ts'
import { issued, on, one, report, row, shareOf } from '../../helpers/issued-task.ts'
import { finance, homeAffairs, justice } from '../../helpers/plan-workspace.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()
afterAll(closeWorkerPool)

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )
const letter = (symbol: string) => ({ symbol, issuedOn: '2023-05-01', issuer: 'UBND tỉnh Mẫu', title: 'V/v tạm dừng' })
const lights = ({ light, shares }: RegisterTask): unknown => [light, ...shares.map((share) => share.light)]

const said = ({ shares }: RegisterTask): unknown =>
  shares.map(({ agencyId, role, light, dues }) => [agencyId, role, light, dues[0]?.due, dues[0]?.percent])

/** Records an event of the only task. */
async function event(context: ServiceContext, task: RegisterTask, patch: Partial<Input<'task-event.add'>>) {
  return addTaskEvent(context, actor, {
    taskId: task.taskId,
    assignmentId: null,
    kind: 'suspended',
    happenedOn: '2023-06-01',
    agencyId: null,
    reason: 'Chờ Nghị định mới',
    basis: letter('40/UBND-NC'),
    file: null,
    correctsId: null,
    ...patch,
  })
}

describe('a task that is suspended', () => {
  test('rests from that day, says by which document, goes on from the day it is taken up again, and is then silent from that day', async () => {
    const context = on(await issued('Quý II/2023', [one(justice), one(finance)]), '2023-09-15')
    const task = await row(context, '2023-05-31')
    await event(context, task, {})
    await event(context, task, { kind: 'resumed', happenedOn: '2023-09-01', basis: letter('77/UBND-NC') })
    const resting = await row(context, '2023-08-01')
    const again = await row(context, '2023-09-15')
    expect([lights(task), lights(resting), resting.shares[0]?.explanation, lights(again), again.shares[0]?.explanation]).toEqual([
      ['not-due', 'not-due', 'not-due'],
      ['paused', 'paused', 'paused'],
      'Tạm dừng (quy tắc 5): trạng thái “Chưa triển khai”; tạm dừng theo văn bản “40/UBND-NC” từ 01/06/2023; hạn 30/06/2023; tính đến 01/08/2023.',
      ['overdue', 'overdue', 'overdue'],
      'Quá hạn (quy tắc 8): trạng thái “Chưa triển khai”; hạn 30/06/2023, chậm 77 ngày; tính đến 15/09/2023.',
    ])
  })

  test('for one agency leaves the others as they are, and going on as a whole does not take that one up', async () => {
    const context = on(await issued('Quý II/2023', [one(justice), one(finance)]), '2023-07-10')
    const task = await row(context, '2023-07-10')
    await event(context, task, { assignmentId: shareOf(task, justice) })
    await event(context, task, { happenedOn: '2023-06-05' })
    await event(context, task, { kind: 'resumed', happenedOn: '2023-07-01' })
    expect(lights(await row(context, '2023-07-10'))).toEqual(['overdue', 'paused', 'overdue'])
  })

  test('wants a document, and is taken up only where it rests', async () => {
    const context = on(await issued('Quý II/2023', [one(justice)]), '2023-07-10')
    const task = await row(context, '2023-07-10')
    expect([
      await failure(event(context, task, { basis: letter(' ') })),
      await failure(event(context, task, { kind: 'resumed' })),
      await failure(event(context, task, { kind: 'withdrawn' })),
    ]).toEqual(['event-needs-document', 'event-nothing-to-resume', 'event-corrects-another'])
  })
})

describe('an event entered wrongly', () => {
  test('is withdrawn by a new one: it stays readable, counts no more, and is not withdrawn twice', async () => {
    const context = on(await issued('Quý II/2023', [one(justice)]), '2023-07-10')
    const task = await row(context, '2023-07-10')
    const wrong = await event(context, task, {})
    const withdrawn = { kind: 'withdrawn', correctsId: wrong.id, basis: letter(''), reason: 'Ghi nhầm nhiệm vụ' } as const
    await event(context, task, withdrawn)
    const { events } = await readFollowUp(context, { taskId: task.taskId })
    expect([
      lights(await row(context, '2023-07-10')),
      events.map(({ kind }) => kind),
      await failure(event(context, task, withdrawn)),
    ]).toEqual([['overdue', 'overdue'], ['suspended', 'withdrawn'], 'event-corrects-another'])
  })
})

describe('a task that is stopped', () => {
  test('is not done any more, what was done stays done, and the year after is not asked to take it over until it goes on', async () => {
    const context = on(await issued('Quý II/2023', [one(justice), one(finance)]), '2023-07-10')
    const task = await row(context, '2023-07-10')
    await addProgress(context, actor, report(shareOf(task, finance)))
    await event(context, task, { kind: 'stopped' })
    const stopped = await row(context, '2023-07-10')
    await event(context, task, { kind: 'resumed', happenedOn: '2023-07-05' })
    const again = await row(context, '2023-07-10')
    expect([lights(stopped), stopped.closedOn, lights(again), again.closedOn]).toEqual([
      ['done-on-time', 'not-doing', 'done-on-time'],
      '2023-06-01',
      ['overdue', 'overdue', 'done-on-time'],
      null,
    ])
  })

  test('is open again once the stop is taken back', async () => {
    const context = on(await issued('Quý II/2023', [one(justice)]), '2023-07-10')
    const task = await row(context, '2023-07-10')
    await event(context, task, { kind: 'stopped' })
    await undo(context, actor)
    const again = await row(context, '2023-07-10')
    expect([again.light, again.closedOn]).toEqual(['overdue', null])
  })
})

describe('another lead', () => {
  test('goes on with what was said and moved, from its day; before that day the old one leads', async () => {
    const context = on(await issued('Quý II/2023', [one(justice)], [one(finance)]), '2023-07-10')
    const task = await row(context, '2023-07-10')
    const old = shareOf(task, justice)
    await addProgress(context, actor, report(old, { state: 'in-progress', percent: 40, happenedOn: '2023-05-02' }))
    await addExtension(context, actor, {
      taskId: task.taskId,
      assignmentId: old,
      due: 'm1',
      newDue: '2023-09-30',
      decidedOn: '2023-06-01',
      reason: 'Chờ hướng dẫn',
      basis: letter('50/UBND-NC'),
    })
    await event(context, task, { kind: 'lead-changed', assignmentId: old, agencyId: finance.id, happenedOn: '2023-06-15' })
    const before = await row(context, '2023-06-10')
    const after = await row(context, '2023-07-10')
    expect([
      said(before),
      said(after),
      await failure(event(context, after, { kind: 'lead-changed', assignmentId: shareOf(after, finance), agencyId: finance.id })),
      await failure(event(context, after, { kind: 'lead-changed', assignmentId: old, agencyId: homeAffairs.id })),
    ]).toEqual([
      [
        [justice.id, 'lead', 'not-due', '2023-09-30', 40],
        [finance.id, 'coordinating', 'not-due', '2023-06-30', null],
      ],
      [[finance.id, 'lead', 'not-due', '2023-09-30', 40]],
      'lead-already',
      'assignment-ended',
    ])
  })
})

test('when a task counts as done is said by a person and taken back like any command', async () => {
  const context = on(await issued('Quý II/2023', [one(justice), one(finance)]), '2023-07-10')
  const task = await row(context, '2023-07-10')
  await addProgress(context, actor, report(shareOf(task, finance)))
  await setDoneRule(context, actor, { taskId: task.taskId, rule: { kind: 'some', atLeast: 1 } })
  const some = await row(context, '2023-07-10')
  await undo(context, actor)
  expect([task.light, some.light, some.doneRule, (await row(context, '2023-07-10')).light]).toEqual([
    'overdue',
    'done-on-time',
    { kind: 'some', atLeast: 1 },
    'overdue',
  ])
})
