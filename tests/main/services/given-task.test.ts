import { afterAll, describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import type { Party } from '#shared/domain/agency.ts'
import type { Day } from '#shared/domain/identifier.ts'
import type { RegisterTask } from '#shared/domain/register.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import type { ServiceContext } from '#main/services/context.ts'
import {
  addGivenTasks,
  changeGivenTask,
  closeGivenTask,
  dropGivenTask,
  readGivenCells,
  readGivenTask,
  reopenGivenTask,
} from '#main/services/given-task.ts'
import { redo, undo } from '#main/services/history.ts'
import { readLightThresholds, setLightThresholds } from '#main/services/light-threshold.ts'
import { addExtension, addProgress } from '#main/services/progress.ts'
import { readRegister } from '#main/services/register.ts'
import { searchEverything } from '#main/services/search.ts'
import { closeTasks } from '#main/services/task-closure.ts'
import { group, issued, on, one, report, shareOf } from '../../helpers/issued-task.ts'
import { departments, finance, homeAffairs, institutions, investment, justice } from '../../helpers/plan-workspace.ts'
import { snapshot } from '../../helpers/snapshot.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()
afterAll(closeWorkerPool)

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AppError ? { code: error.code, ...error.details } : error),
  )

const conclusion = { symbol: ' 45/TB-UBND ', issuedOn: '2023-03-15', issuer: 'UBND tỉnh Mẫu', title: 'Kết luận cuộc họp quý I' }
function given(content: string, deadline: string, leads: readonly Party[] = [one(justice)]): Input<'given-task.add'>['tasks'][number] {
  return { content, product: 'Báo cáo', leads: [...leads], coordinating: [], deadline, fieldId: institutions.id, note: '' }
}
const add = async (context: ServiceContext, tasks: Input<'given-task.add'>['tasks'], source: 'conclusion' | 'inspection' = 'conclusion') =>
  addGivenTasks(on(context, '2023-03-20'), actor, { source, document: conclusion, tasks })
const rowsOf = async (context: ServiceContext, year: number, asOf: Day): Promise<readonly RegisterTask[]> =>
  (await readRegister(on(context, asOf), { year })).tasks

describe('tasks that a conclusion gave', () => {
  test('stand after the plan’s rows with their own numbers and their document, given to the bodies of its day, and not before it', async () => {
    const context = await issued('Quý II/2023', [one(justice)])
    await add(context, [given('Rà soát kinh phí', 'trước 15/6', [group]), given('Chấn chỉnh giờ làm', 'Thường xuyên')])
    const shown = (await rowsOf(context, 2023, '2023-04-01')).map((task) => ({
      stt: task.stt,
      source: task.source,
      document: task.sourceDocument,
      field: task.fieldId,
      paper: [task.planId !== null, task.wordingId !== null, task.paperYear],
      light: task.light,
      nextDue: task.nextDue,
      shares: task.shares.map(({ agencyId, throughGroupId, assignmentId }) => [agencyId, throughGroupId, assignmentId !== null]),
    }))
    const document = { ...conclusion, symbol: '45/TB-UBND' }
    expect([shown, (await rowsOf(context, 2023, '2023-03-14')).length]).toEqual([
      [
        expect.objectContaining({ stt: 1, source: 'plan', document: null, paper: [true, true, 2023] }),
        {
          stt: 1,
          source: 'conclusion',
          document,
          field: institutions.id,
          paper: [false, false, 2023],
          light: 'not-due',
          nextDue: '2023-06-15',
          shares: [
            [homeAffairs.id, departments.id, true],
            [justice.id, departments.id, true],
            [finance.id, departments.id, true],
          ],
        },
        expect.objectContaining({ stt: 2, source: 'conclusion', light: 'continuous', shares: [[justice.id, null, true]] }),
      ],
      1,
    ])
  })

  test('are changed and taken away until something was said of them, then only closed', async () => {
    const context = await issued('Quý II/2023', [one(justice)])
    const [first, second] = await add(context, [given('Việc một', 'Quý II'), given('Việc hai', 'Quý II')])
    if (first === undefined || second === undefined) throw new Error('two tasks')
    const today = on(context, '2023-03-21')
    const changed = await changeGivenTask(today, actor, {
      ...given('Việc một, sửa', 'Quý III', [one(finance)]),
      taskId: first.taskId,
      version: first.version,
      source: 'inspection',
      document: { ...conclusion, issuedOn: '2023-03-10' },
    })
    const [, one1] = await rowsOf(context, 2023, '2023-03-12')
    await dropGivenTask(today, actor, { taskId: second.taskId, version: second.version })
    const [, task, none] = await rowsOf(context, 2023, '2023-04-01')
    if (task === undefined) throw new Error('no task')
    await addProgress(on(context, '2023-06-25'), actor, report(shareOf(task, finance)))
    const change = changeGivenTask(today, actor, {
      ...given('Việc khác', 'Quý III'),
      taskId: first.taskId,
      version: changed.version,
      source: 'other',
      document: conclusion,
    })
    expect([
      [task.content, task.source, task.phrase, task.shares.map(({ agencyId }) => agencyId), none, one1?.taskId],
      await failure(change),
      await failure(dropGivenTask(today, actor, { taskId: first.taskId, version: changed.version })),
      (await readGivenTask(context, { taskId: first.taskId })).spokenOf,
      (await rowsOf(context, 2023, '2023-07-01')).at(-1)?.light,
    ]).toEqual([
      ['Việc một, sửa', 'inspection', 'Quý III', [finance.id], undefined, first.taskId],
      { code: 'given-task-spoken-of' },
      { code: 'given-task-spoken-of' },
      true,
      'done-on-time',
    ])
  })

  test('want a lead that lives on the document’s day, and a document that is not of a day to come', async () => {
    const context = await issued('Quý II/2023', [one(justice)])
    const later = { ...conclusion, issuedOn: '2023-03-21' }
    expect([
      await failure(add(context, [given('Việc', 'Quý II', [one(investment)])])),
      await failure(add(context, [given('Việc', 'Quý II', [{ kind: 'words', words: 'Sở Mây' }])])),
      await failure(addGivenTasks(on(context, '2023-03-20'), actor, { source: 'other', document: later, tasks: [given('Việc', '')] })),
    ]).toEqual([
      { code: 'agency-not-active', name: investment.name, on: '2023-03-15', successor: finance.name },
      { code: 'task-without-lead', count: 1 },
      { code: 'progress-in-future', on: '2023-03-21' },
    ])
  })

  test('are taken back and brought again with their shares and what they are found by', async () => {
    const context = await issued('Quý II/2023', [one(justice)])
    const before = await snapshot(context)
    await add(context, [given('Rà soát kinh phí', 'Quý II', [group])])
    const after = await snapshot(context)
    await undo(context, actor)
    const back = await snapshot(context)
    await redo(context, actor)
    expect([back, await snapshot(context)]).toEqual([before, after])
  })

  test('stand in every year until they are done or closed', async () => {
    const context = await issued('Quý II/2023', [one(justice)])
    const [done, open] = await add(context, [given('Xong trong năm', 'Quý II'), given('Còn dở', 'Quý II')])
    if (done === undefined || open === undefined) throw new Error('two tasks')
    const [, task] = await rowsOf(context, 2023, '2023-04-01')
    if (task === undefined) throw new Error('no task')
    await addProgress(on(context, '2023-12-30'), actor, report(shareOf(task, justice)))
    const contents = async (year: number): Promise<readonly string[]> =>
      (await rowsOf(context, year, `${year}-06-01`)).filter(({ planId }) => planId === null).map(({ content }) => content)
    const before = [await contents(2024), await contents(2025)]
    await closeGivenTask(on(context, '2024-08-01'), actor, { taskId: open.taskId, closedOn: '2024-07-31', note: 'Không còn cần' })
    const after = [await contents(2024), await contents(2025)]
    await reopenGivenTask(context, actor, { taskId: open.taskId })
    expect([before, after, await contents(2025)]).toEqual([[['Còn dở'], ['Còn dở']], [['Còn dở'], []], ['Còn dở']])
  })

  test('get their days moved like any other', async () => {
    const context = await issued('Quý II/2023', [one(justice)])
    const [task] = await add(context, [given('Việc', 'trước 15/6')])
    if (task === undefined) throw new Error('no task')
    await addExtension(on(context, '2023-06-01'), actor, {
      taskId: task.taskId,
      assignmentId: null,
      due: 'm1',
      newDue: '2023-07-15',
      decidedOn: '2023-06-01',
      reason: 'Chờ hướng dẫn',
      basis: { symbol: '9/UBND', issuedOn: null, issuer: '', title: '' },
    })
    expect((await rowsOf(context, 2023, '2023-07-01')).at(-1)).toMatchObject({ nextDue: '2023-07-15', light: 'due-soon' })
  })
})

test('rows pasted from a spreadsheet are read: who leads, who helps, what is not known stays words', async () => {
  const context = await issued('Quý II/2023', [one(justice)])
  const rows = [['Rà soát', 'Sở Tư pháp', 'Sở Tài chính; Ban Mây', 'Báo cáo', 'Quý II', ''], ['', 'Sở Tư pháp'], ['Chỉ có việc']]
  expect(await readGivenCells(context, { rows, issuedOn: '2023-03-15' })).toEqual([
    {
      content: 'Rà soát',
      leads: [one(justice)],
      coordinating: [one(finance), { kind: 'words', words: 'Ban Mây' }],
      product: 'Báo cáo',
      deadline: 'Quý II',
      note: '',
      fieldId: null,
    },
    { content: 'Chỉ có việc', leads: [], coordinating: [], product: '', deadline: '', note: '', fieldId: null },
  ])
})

describe('a row of a plan written for later years', () => {
  test('stands in each of them once, until it is closed or was done before the year', async () => {
    const context = await issued('2023 - 2025', [one(justice)])
    const [task] = await rowsOf(context, 2023, '2023-04-01')
    if (task === undefined || task.wordingId === null) throw new Error('no task')
    const years = async (): Promise<readonly (readonly [number, number | undefined, number | undefined])[]> =>
      Promise.all(
        [2023, 2024, 2025, 2026].map(async (year) => {
          const rows = await rowsOf(context, year, '2026-06-01')
          return [year, rows.length, rows[0]?.paperYear] as const
        }),
      )
    const open = await years()
    await addProgress(on(context, '2024-05-01'), actor, report(shareOf(task, justice), { happenedOn: '2024-05-01' }))
    const done = await years()
    await undo(context, actor)
    await closeTasks(context, actor, { ids: [task.wordingId], closedOn: '2025-02-01', note: '' })
    const all = [2023, 1, 2023] as const
    expect([open, done, await years()]).toEqual([
      [all, [2024, 1, 2023], [2025, 1, 2023], [2026, 1, 2023]],
      [all, [2024, 1, 2023], [2025, 0, undefined], [2026, 0, undefined]],
      [all, [2024, 1, 2023], [2025, 1, 2023], [2026, 0, undefined]],
    ])
  })
})

describe('the days of warning', () => {
  test('are the office’s own: every light is judged by them, says so, and they are taken back like any command', async () => {
    const context = await issued('Quý II/2023', [one(justice)])
    const today = on(context, '2023-06-20')
    const lights = async (): Promise<unknown> => {
      const { tasks, thresholds } = await readRegister(today, { year: 2023 })
      return [thresholds, tasks[0]?.light, tasks[0]?.stale, tasks[0]?.shares[0]?.explanation.includes('báo trước 5 ngày')]
    }
    const before = await lights()
    await setLightThresholds(today, actor, { dueSoonDays: 5, staleDays: 200, version: 0 })
    const after = await lights()
    const old = await failure(setLightThresholds(today, actor, { dueSoonDays: 6, staleDays: 200, version: 7 }))
    await undo(today, actor)
    expect([before, after, old, await lights(), await readLightThresholds(today)]).toEqual([
      [{ dueSoonDays: 15, staleDays: 30 }, 'due-soon', 1, false],
      [{ dueSoonDays: 5, staleDays: 200 }, 'not-due', 0, true],
      expect.objectContaining({ code: 'record-changed-meanwhile' }),
      [{ dueSoonDays: 15, staleDays: 30 }, 'due-soon', 1, false],
      { dueSoonDays: 15, staleDays: 30, version: 0 },
    ])
  })
})

describe('search', () => {
  test('finds a task by the words it has now, not by those it had', async () => {
    const context = on(await issued('Quý II/2023', [one(justice)]), '2023-04-01')
    const [task] = await add(context, [given('Chấn chỉnh giờ làm việc', 'Thường xuyên')])
    if (task === undefined) throw new Error('no task')
    const { taskId, version } = task
    const words = given('Chấn chỉnh giờ làm việc tại một cửa', 'Thường xuyên')
    await changeGivenTask(context, actor, {
      ...words,
      taskId,
      version,
      source: 'conclusion',
      document: { ...conclusion, title: 'Thông báo' },
    })
    const found = async (text: string): Promise<readonly string[]> =>
      (await searchEverything(context, { text, limit: 12 })).map(({ title }) => title)
    expect([await found('mot cua chan chinh gio'), await found('cuoc hop quy')]).toEqual([['Chấn chỉnh giờ làm việc tại một cửa'], []])
  })

  test('finds what was said, what proves it and what documents gave, without accents, and leads to the task in its year', async () => {
    const context = await issued('Quý II/2023', [one(justice)])
    const [task] = await add(context, [given('Chấn chỉnh giờ làm việc', 'Thường xuyên')])
    const [row] = await rowsOf(context, 2023, '2023-04-01')
    if (row === undefined || task === undefined) throw new Error('two tasks')
    await addProgress(
      on(context, '2023-06-21'),
      actor,
      report(shareOf(row, justice), { result: 'Đã ban hành hướng dẫn', difficulty: 'Thiếu biên chế', proposal: 'Bổ sung kinh phí' }),
    )
    const found = async (text: string): Promise<readonly unknown[]> =>
      (await searchEverything(context, { text, limit: 12 })).map(({ noun, title, context: about, task: of }) => [noun, title, about, of])
    const plan = { taskId: row.taskId, year: 2023 }
    const said = ['progress', 'Đã ban hành hướng dẫn · Thiếu biên chế · Bổ sung kinh phí · Báo cáo', '20/06/2023 · Rà soát', plan]
    const all = [await found('thieu bien che'), await found('bo sung kinh'), await found('12 bc stp'), await found('cuoc hop quy i')]
    await undo(context, actor)
    const gone = [await found('thieu bien che'), await found('12 bc stp')]
    await redo(context, actor)
    expect([all, gone, await found('12/BC-STP')]).toEqual([
      [
        [said],
        [said],
        [['evidence', '12/BC-STP · Báo cáo', 'Sở Tư pháp · 20/06/2023 · Rà soát', plan]],
        [['given-task', 'Chấn chỉnh giờ làm việc', '45/TB-UBND · Kết luận cuộc họp quý I', { taskId: task.taskId, year: 2023 }]],
      ],
      [[], []],
      [['evidence', '12/BC-STP · Báo cáo', 'Sở Tư pháp · 20/06/2023 · Rà soát', plan]],
    ])
  })
})
