import { describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import type { AppendixId, ProvisionId } from '#shared/domain/identifier.ts'
import type { Task, TaskPatch } from '#shared/domain/task.ts'
import { createAppendix, removeAppendix } from '#main/services/appendix.ts'
import { readCells, readGivenToAgency, readGivenToMember } from '#main/services/assignment.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { readCoverage } from '#main/services/coverage.ts'
import { undo } from '#main/services/history.ts'
import { createPlan } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { readLeadSuggestions, readProvisionSuggestions } from '#main/services/suggestion.ts'
import { createTasksFromPlan } from '#main/services/task-from-plan.ts'
import {
  changeTask,
  changeTasks,
  createTask,
  duplicateTask,
  linkProvision,
  moveTasks,
  pasteTasks,
  readTasks,
  removeTasks,
} from '#main/services/task.ts'
import {
  departments,
  deputyHead,
  finance,
  homeAffairs,
  institutions,
  investment,
  justice,
  openPlanWorkspace,
  planId,
  procedures,
} from '../../helpers/plan-workspace.ts'
import { listChanges } from '../../helpers/change-log.ts'
import { aProvision, id } from '../../helpers/records.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()
const agency = (record: {
  readonly id: (typeof justice)['id']
}): { readonly kind: 'agency'; readonly agencyId: (typeof justice)['id'] } => ({ kind: 'agency', agencyId: record.id })
const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AppError ? [error.code, error.details] : error),
  )

async function withRows(
  ...rows: readonly TaskPatch[]
): Promise<{ context: ServiceContext; appendixId: AppendixId; tasks: readonly Task[] }> {
  const { context } = await openPlanWorkspace()
  const appendix = await createAppendix(context, actor, { planId, title: '' })
  const tasks =
    rows.length === 0 ? [] : await pasteTasks(context, actor, { appendixId: appendix.id, updates: [], afterId: null, tasks: [...rows] })
  return { context, appendixId: appendix.id, tasks }
}
const contents = async (context: ServiceContext): Promise<readonly string[]> =>
  (await readTasks(context, { planId })).map((task) => task.content)
const at = (tasks: readonly Task[], index: number): Task => {
  const task = tasks[index]
  if (task === undefined) throw new Error(`no task ${index}`)
  return task
}

describe('rows', () => {
  test('a new row stands behind the one it was added under, in its field and subgroup', async () => {
    const { context, appendixId, tasks } = await withRows(
      { content: 'một', fieldId: institutions.id, subgroup: 'Văn bản' },
      { content: 'hai' },
    )
    const added = await createTask(context, actor, { appendixId, afterId: at(tasks, 0).id, task: { content: 'mới'.normalize('NFD') } })
    const elsewhere = await createTask(context, actor, {
      appendixId,
      afterId: at(tasks, 0).id,
      task: { content: 'khác', fieldId: procedures.id },
    })
    expect([await contents(context), added.fieldId, added.subgroup, elsewhere.subgroup]).toEqual([
      ['một', 'khác', 'mới', 'hai'],
      institutions.id,
      'Văn bản',
      null,
    ])
  })

  test('rows dragged together land in the order given, in the new field, and nobody else is written', async () => {
    const { context, tasks } = await withRows(
      { content: 'a' },
      { content: 'b' },
      { content: 'c', fieldId: institutions.id },
      { content: 'd', fieldId: institutions.id },
    )
    await moveTasks(context, actor, { ids: [at(tasks, 1).id, at(tasks, 0).id], fieldId: institutions.id, afterId: at(tasks, 2).id })
    const moved = await readTasks(context, { planId })
    expect([moved.map((task) => task.content), moved.every((task) => task.fieldId === institutions.id)]).toEqual([
      ['c', 'b', 'a', 'd'],
      true,
    ])
    expect((await listChanges(context.db)).at(-1)?.items).toHaveLength(2)
    await moveTasks(context, actor, { ids: [at(tasks, 3).id], fieldId: institutions.id, afterId: null })
    expect(await contents(context)).toEqual(['d', 'c', 'b', 'a'])
  })

  test('a row edited meanwhile by somebody else stops the whole block of edits', async () => {
    const { context, tasks } = await withRows({ content: 'a' }, { content: 'b' })
    const [a, b] = [at(tasks, 0), at(tasks, 1)]
    await changeTask(context, actor, { id: b.id, version: b.version, patch: { leads: [agency(justice)] } })
    expect(
      await failure(
        changeTasks(context, actor, {
          updates: [
            { id: a.id, version: a.version, patch: { content: 'x' } },
            { id: b.id, version: b.version, patch: { content: 'y' } },
          ],
        }),
      ),
    ).toEqual(['record-changed-meanwhile', { noun: 'task', id: b.id, by: actor.name }])
    expect(await contents(context)).toEqual(['a', 'b'])
  })

  test('a pasted block that writes over rows and adds some is one step, taken back as one', async () => {
    const { context, appendixId, tasks } = await withRows({ content: 'a' }, { content: 'b' })
    const b = at(tasks, 1)
    const pasted = await pasteTasks(context, actor, {
      appendixId,
      updates: [{ id: b.id, version: b.version, patch: { content: 'B' } }],
      afterId: b.id,
      tasks: [{ content: 'c' }, { content: 'd' }],
    })
    expect([pasted.map((task) => task.content), await contents(context)]).toEqual([
      ['c', 'd'],
      ['a', 'B', 'c', 'd'],
    ])
    await undo(context, actor)
    expect(await contents(context)).toEqual(['a', 'b'])
  })

  test('a body dissolved before the plan’s day takes no new task, and its successor is named', async () => {
    const { context, tasks } = await withRows({ content: 'a' })
    expect(await failure(changeTask(context, actor, { id: at(tasks, 0).id, version: 1, patch: { leads: [agency(investment)] } }))).toEqual([
      'agency-not-active',
      { name: investment.name, on: '01/01/2023', successor: finance.name },
    ])
  })

  test('a copy is a task of its own; removing and taking back leaves the list as it was', async () => {
    const { context, tasks } = await withRows({ content: 'a', leads: [agency(justice)] }, { content: 'b' })
    const copy = await duplicateTask(context, actor, { id: at(tasks, 0).id })
    expect([copy.taskId === at(tasks, 0).taskId, copy.leads, await contents(context)]).toEqual([false, [agency(justice)], ['a', 'a', 'b']])
    await removeTasks(context, actor, { ids: [at(tasks, 0).id, copy.id] })
    expect(await contents(context)).toEqual(['b'])
    await undo(context, actor)
    expect(await contents(context)).toEqual(['a', 'a', 'b'])
  })

  test('an appendix goes with its rows', async () => {
    const { context, appendixId } = await withRows({ content: 'a' })
    await removeAppendix(context, actor, { id: appendixId, version: 1 })
    expect(await contents(context)).toEqual([])
  })
})

test('cells of a spreadsheet are understood by their columns', async () => {
  const { context } = await withRows()
  const { patches } = await readCells(context, {
    planId,
    columns: ['stt', 'task', 'lead', 'coordinating', 'deadline', 'extra:Kinh phí'],
    rows: [
      ['1', 'Rà soát', 'Sở Tư pháp; các sở, ban, ngành', 'Sở Nội vụ', 'Quý II/2023', '10 triệu'],
      ['2', 'Ngắn'],
    ],
  })
  expect(patches.map(({ deadline, ...patch }) => ({ ...patch, due: deadline?.milestones[0]?.due }))).toEqual([
    {
      content: 'Rà soát',
      leads: [agency(justice), expect.objectContaining({ kind: 'group', groupId: departments.id })],
      coordinating: [agency(homeAffairs)],
      due: '2023-06-30',
      extra: { 'extra:Kinh phí': '10 triệu' },
    },
    { content: 'Ngắn', due: undefined },
  ])
})

const plan = [
  aProvision(1, 'section', 'MỤC ĐÍCH'),
  aProvision(2, 'section', 'NHIỆM VỤ, GIẢI PHÁP'),
  aProvision(3, 'heading', 'Cải cách thể chế'),
  aProvision(4, 'bullet', 'Rà soát văn bản quy phạm pháp luật.'),
  aProvision(5, 'bullet', 'Theo dõi thi hành pháp luật;'),
  aProvision(6, 'heading', 'Cải cách TTHC'),
  aProvision(7, 'bullet', 'Sở Tài chính công bố thủ tục hành chính.'),
  aProvision(8, 'section', 'TỔ CHỨC THỰC HIỆN'),
  aProvision(9, 'heading', 'Sở Nội vụ'),
]

describe('from sentences to tasks', () => {
  test('every sentence without a task becomes one: its words, its field, its place; again makes none', async () => {
    const { context, appendixId } = await withRows()
    await savePlanText(context, actor, { planId, provisions: plan })
    await createTask(context, actor, {
      appendixId,
      afterId: null,
      task: { content: 'đã có', fieldId: institutions.id, provisionIds: [id<ProvisionId>(5)] },
    })
    const { created } = await createTasksFromPlan(context, actor, { planId, provisionIds: null })
    expect(created.map(({ content, fieldId, provisionIds }) => [content, fieldId, provisionIds])).toEqual([
      ['Rà soát văn bản quy phạm pháp luật', institutions.id, [id(4)]],
      ['Sở Tài chính công bố thủ tục hành chính', procedures.id, [id(7)]],
    ])
    expect(await contents(context)).toEqual(['Rà soát văn bản quy phạm pháp luật', 'đã có', 'Sở Tài chính công bố thủ tục hành chính'])
    expect(await createTasksFromPlan(context, actor, { planId, provisionIds: null })).toEqual({ created: [] })
  })

  test('a task joins a second sentence in the plan’s order, leaves one, and never one of another plan', async () => {
    const { context, tasks } = await withRows({ content: 'a' })
    await savePlanText(context, actor, { planId, provisions: plan })
    const taskId = at(tasks, 0).id
    await linkProvision(context, actor, { id: taskId, provisionId: id<ProvisionId>(7), linked: true })
    expect((await linkProvision(context, actor, { id: taskId, provisionId: id<ProvisionId>(4), linked: true })).provisionIds).toEqual([
      id(4),
      id(7),
    ])
    expect((await linkProvision(context, actor, { id: taskId, provisionId: id<ProvisionId>(7), linked: false })).provisionIds).toEqual([
      id(4),
    ])
    expect(await failure(linkProvision(context, actor, { id: taskId, provisionId: id<ProvisionId>(77), linked: true }))).toEqual([
      'record-not-found',
      { noun: 'provision', id: id(77) },
    ])
  })

  test('coverage, suggestions and portfolios speak of the same records', async () => {
    const { context, appendixId } = await withRows()
    await savePlanText(context, actor, { planId, provisions: plan })
    const before = await createPlan(context, actor, { year: 2022, subject: null, outline: 'empty' })
    const lastYear = await createAppendix(context, actor, { planId: before.id, title: '' })
    await createTask(context, actor, {
      appendixId: lastYear.id,
      afterId: null,
      task: { content: 'Rà soát văn bản quy phạm pháp luật năm 2022', leads: [agency(finance)] },
    })
    const [review, publish] = await pasteTasks(context, actor, {
      appendixId,
      updates: [],
      afterId: null,
      tasks: [
        { content: 'Rà soát văn bản quy phạm pháp luật năm 2023', fieldId: institutions.id },
        {
          content: 'Công bố thủ tục',
          fieldId: procedures.id,
          leads: [{ kind: 'group', groupId: departments.id }],
          provisionIds: [id<ProvisionId>(7)],
        },
      ],
    })
    if (review === undefined || publish === undefined) throw new Error('two tasks')
    const coverage = await readCoverage(context, { planId })
    const leads = await readLeadSuggestions(context, { planId })
    const sentences = await readProvisionSuggestions(context, { planId })
    expect({
      provisionsWithoutTask: coverage.provisionsWithoutTask.map(({ address }) => address),
      tasksWithoutLead: coverage.tasksWithoutLead,
      agenciesWithoutTask: coverage.agenciesWithoutTask,
      leads: leads.map(({ taskId, suggestions }) => [
        taskId,
        suggestions.map(({ party, because }) => [party.kind === 'agency' ? party.agencyId : '', because]),
      ]),
      sentences: sentences.map(({ taskId, suggestions }) => [taskId, suggestions[0]?.address]),
      finance: await readGivenToAgency(context, { planId, agencyId: finance.id }),
      member: await readGivenToMember(context, { planId, memberId: deputyHead.id }),
    }).toEqual({
      provisionsWithoutTask: ['II.1.1', 'II.1.2'],
      tasksWithoutLead: [review.id],
      agenciesWithoutTask: [],
      leads: [
        [
          review.id,
          [
            [finance.id, 'last-year'],
            [justice.id, 'field'],
          ],
        ],
      ],
      sentences: [[review.id, 'II.1.1']],
      finance: [{ taskId: publish.id, role: 'lead', through: 'Các sở, ban, ngành' }],
      member: [{ taskId: publish.id, role: 'lead', through: 'Các sở, ban, ngành' }],
    })
  })
})
