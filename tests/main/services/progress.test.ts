import { afterAll, describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import { FileHash } from '#shared/domain/identifier.ts'
import type { ChosenFile } from '#shared/ipc/progress-contract.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { readFollowUp } from '#main/services/follow-up.ts'
import { undo } from '#main/services/history.ts'
import { addExtension, addProgress, readProgress, verifyEntries } from '#main/services/progress.ts'
import { readRegister } from '#main/services/register.ts'
import { group, issued, on, one, report, row, shareOf } from '../../helpers/issued-task.ts'
import { departments, finance, justice } from '../../helpers/plan-workspace.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()
afterAll(closeWorkerPool)

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )
const pdf = Buffer.from('%PDF-1.7 bản quét')

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

  test('before seven in the morning in Vietnam what happened today is no future', async () => {
    const context = await issued('Quý II/2023', [one(justice)])
    const id = shareOf(await row(context, '2023-06-21'), justice)
    const zone = process.env['TZ']
    process.env['TZ'] = 'Asia/Ho_Chi_Minh'
    try {
      const early = { ...context, now: () => new Date('2023-06-20T23:30:00.000Z') }
      expect([
        await failure(addProgress(early, actor, report(id, { happenedOn: '2023-06-21' }))),
        (await readRegister(early, { year: 2023, asOf: null })).today,
      ]).toEqual(['no failure', '2023-06-21'])
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
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

  test('proves only with files that the office has: a window that makes up a hash, or calls a program a paper, is refused', async () => {
    const context = on(await issued('Quý II/2023', [one(justice)]), '2023-06-21')
    const id = shareOf(await row(context, '2023-06-21'), justice)
    const kept = await context.files.keep(pdf)
    const program = await context.files.keep(Buffer.from('MZ…'))
    const paper = { symbol: '12/BC-STP', issuedOn: null, issuer: '', title: '' }
    const withFile = (file: ChosenFile) => report(id, { evidence: [{ ...paper, file }] })
    const made = await addProgress(context, actor, withFile({ hash: kept.hash, name: '../../Báo cáo.pdf', bytes: 1 }))
    expect([
      await failure(addProgress(context, actor, withFile({ hash: FileHash.parse('ab'.repeat(32)), name: 'a.pdf', bytes: 9 }))),
      await failure(addProgress(context, actor, withFile({ hash: kept.hash, name: 'a.exe', bytes: 9 }))),
      await failure(addProgress(context, actor, withFile({ hash: program.hash, name: 'a.pdf', bytes: 9 }))),
      (await readFollowUp(context, { taskId: (await row(context, '2023-06-21')).taskId })).evidence.map(({ id: evidence, file }) => [
        evidence,
        file,
      ]),
    ]).toEqual([
      'file-not-found',
      'file-not-what-it-says',
      'file-not-what-it-says',
      [[made.evidenceIds[0], { hash: kept.hash, name: 'Báo cáo.pdf', bytes: pdf.byteLength }]],
    ])
  })

  test('once verified is not taken back, only corrected', async () => {
    const context = on(await issued('Quý II/2023', [one(justice)]), '2023-06-21')
    const entry = await addProgress(context, actor, report(shareOf(await row(context, '2023-06-21'), justice)))
    await verifyEntries(context, actor, { entries: [{ id: entry.id, version: entry.version }] })
    expect(await failure(undo(context, actor))).toBe('undo-barrier')
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
