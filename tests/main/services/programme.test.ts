import { describe, expect, test } from 'vitest'
import type { Goal, Programme } from '#shared/domain/programme.ts'
import type { TaskId } from '#shared/domain/identifier.ts'
import type { Task } from '#shared/domain/task.ts'
import { amendPlan } from '#main/services/amendment.ts'
import { createAppendix } from '#main/services/appendix.ts'
import { undo } from '#main/services/history.ts'
import { removeField } from '#main/services/organisation.ts'
import { createPlan, removePlan } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import {
  changeGoals,
  changeProgramme,
  createGoals,
  createProgramme,
  describeProgramme,
  moveGoals,
  readGoalSuggestions,
  readPlanGoals,
  readProgrammeCoverage,
  removeGoals,
  removeProgramme,
  summariseProgrammes,
} from '#main/services/programme.ts'
import { linkGoals, serveGoal } from '#main/services/served-goal.ts'
import { createTasksFromPlan } from '#main/services/task-from-plan.ts'
import { createTask, readTasks, removeTasks } from '#main/services/task.ts'
import { getPlan, updatePlan } from '#main/store/repositories/plan.ts'
import { runCommand } from '#main/services/command.ts'
import { findEntries } from '#main/store/search/find-entries.ts'
import { openPlanWorkspace, planId, procedures, type PlanWorkspace } from '../../helpers/plan-workspace.ts'
import { goalsOfMinistry, programmeInput, targets } from '../../helpers/programme.ts'
import { aProvision, id } from '../../helpers/records.ts'
import { snapshot } from '../../helpers/snapshot.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()
const text = [
  aProvision(1, 'section', 'Mục đích, yêu cầu'),
  aProvision(2, 'section', 'Nhiệm vụ, giải pháp'),
  aProvision(3, 'heading', 'Cải cách thủ tục hành chính'),
  aProvision(4, 'bullet', 'Cắt giảm thời gian, chi phí thực hiện thủ tục hành chính.'),
  aProvision(5, 'bullet', 'Khảo sát mức độ hài lòng của người dân, doanh nghiệp.'),
  aProvision(6, 'bullet', 'Tập huấn nghiệp vụ cho công chức Bộ phận một cửa.'),
]
const [, , , cut, survey, training] = text.map((block) => block.id)

interface Story extends PlanWorkspace {
  readonly programme: Programme
  readonly goals: readonly Goal[]
  readonly tasks: readonly Task[]
}

/** A plan of 2023 with three sentences, each a task, under a programme of 2021–2025 with four goals. */
async function openStory(): Promise<Story> {
  const workspace = await openPlanWorkspace()
  const { context } = workspace
  await savePlanText(context, actor, { planId, provisions: text })
  await createTasksFromPlan(context, actor, { planId, provisionIds: null })
  const programme = await createProgramme(context, actor, programmeInput)
  const goals = await createGoals(context, actor, { programmeId: programme.id, afterId: null, goals: [...goalsOfMinistry] })
  return { ...workspace, programme, goals, tasks: await readTasks(context, { planId }) }
}

const contents = async ({ context, programme }: Story): Promise<readonly string[]> =>
  (await describeProgramme(context, { id: programme.id })).goals.map((goal) => goal.content.slice(0, 12))

describe('a programme and its goals', () => {
  test('are kept as a table of goals by year, in the order of the paper, found again by search', async () => {
    const story = await openStory()
    const { context, dialect } = { ...story, dialect: story.context.dialect }
    expect(await summariseProgrammes(context)).toEqual([{ programme: story.programme, goalIds: story.goals.map((goal) => goal.id) }])
    expect(story.goals[0]?.targets).toEqual({
      2023: { words: '≥ 20', hundredths: 2000 },
      2024: { words: '≥ 25', hundredths: 2500 },
      2025: { words: '≥ 30', hundredths: 3000 },
    })
    const found = await findEntries(context.db, dialect, 'hai long cua nguoi dan', 5)
    expect(found.filter(({ noun }) => noun === 'goal').map(({ id: goalId }) => goalId)).toEqual([story.goals[3]?.id])
    expect((await findEntries(context.db, dialect, '249/kh-ubnd', 5)).map(({ noun }) => noun)).toEqual(['programme'])
  })

  test('move as rows of a table do, and one put between two others moves no other', async () => {
    const story = await openStory()
    const { context, goals } = story
    await moveGoals(context, actor, { ids: [goals[3]!.id], afterId: goals[0]!.id })
    expect(await contents(story)).toEqual(['Tỷ lệ cắt gi', 'Mức độ hài l', 'Tỷ lệ luân c', 'Tỷ lệ thủ tụ'])
    await moveGoals(context, actor, { ids: [goals[0]!.id, goals[1]!.id], afterId: null })
    await createGoals(context, actor, { programmeId: story.programme.id, afterId: goals[0]!.id, goals: [{ content: 'Mục tiêu mới' }] })
    expect(await contents(story)).toEqual(['Tỷ lệ cắt gi', 'Mục tiêu mới', 'Tỷ lệ luân c', 'Mức độ hài l', 'Tỷ lệ thủ tụ'])
    // The row to stand behind is one of those that move: the nearest above that stays is meant.
    await moveGoals(context, actor, { ids: [goals[1]!.id, goals[3]!.id], afterId: goals[3]!.id })
    expect(await contents(story)).toEqual(['Tỷ lệ cắt gi', 'Mục tiêu mới', 'Tỷ lệ luân c', 'Mức độ hài l', 'Tỷ lệ thủ tụ'])
  })

  test('cannot end before they begin; a shorter period keeps the targets of the years that fall out', async () => {
    const { context, programme, goals } = await openStory()
    const change = (patch: Partial<typeof programmeInput>) =>
      changeProgramme(context, actor, { id: programme.id, version: programme.version, patch })
    await expect(change({ periodTo: 2020 })).rejects.toMatchObject({ code: 'bad-input' })
    await change({ periodTo: 2024 })
    expect((await describeProgramme(context, { id: programme.id })).goals[0]?.targets).toEqual(goals[0]?.targets)
  })

  test('two people who edit one goal do not overwrite each other', async () => {
    const { context, goals } = await openStory()
    const [first] = goals
    await changeGoals(context, actor, { updates: [{ id: first!.id, version: first!.version, patch: { note: 'một' } }] })
    await expect(
      changeGoals(context, actor, { updates: [{ id: first!.id, version: first!.version, patch: { note: 'hai' } }] }),
    ).rejects.toMatchObject({ code: 'record-changed-meanwhile' })
  })

  test('a field that a goal belongs to cannot be removed unseen', async () => {
    const { context, goals } = await openStory()
    const [first] = goals
    await changeGoals(context, actor, { updates: [{ id: first!.id, version: first!.version, patch: { fieldId: procedures.id } }] })
    await removeTasks(context, actor, { ids: (await readTasks(context, { planId })).map((task) => task.id) })
    await expect(removeField(context, actor, { id: procedures.id, version: procedures.version })).rejects.toMatchObject({
      code: 'record-in-use',
      details: { usedBy: expect.stringContaining('1 mục tiêu') as string },
    })
  })
})

describe('a yearly plan says which goals it serves', () => {
  test('by its sentences and tasks; a sentence’s tasks serve with it, and what serves none is listed', async () => {
    const { context, goals, tasks } = await openStory()
    const taskOf = (provisionId: typeof cut): Task => tasks.find((task) => task.provisionIds.includes(provisionId!))!
    await linkGoals(context, actor, {
      planId,
      linked: true,
      links: [
        { goalId: goals[0]!.id, through: { kind: 'provision', id: cut! } },
        { goalId: goals[3]!.id, through: { kind: 'task', id: taskOf(survey).taskId } },
      ],
    })
    const seen = await readPlanGoals(context, { planId })
    expect(
      seen.programmes[0]?.goals.map(({ served, target, sentences, tasks: named }) => [
        served,
        target?.words ?? null,
        sentences.map(({ address }) => address),
        named.map(({ content }) => content),
      ]),
    ).toEqual([
      [true, '≥ 20', ['II.1.1'], []],
      [false, '70', [], []],
      [false, null, [], []],
      [true, '≥ 92', [], ['Khảo sát mức độ hài lòng của người dân, doanh nghiệp']],
    ])
    expect([seen.sentencesWithoutGoal.map(({ address }) => address), seen.tasksWithoutGoal.map(({ taskId }) => taskId)]).toEqual([
      ['II.1.3'],
      [taskOf(training).taskId],
    ])
  })

  test('nothing is said to serve no goal while there is no goal for its year', async () => {
    const { context, programme } = await openStory()
    await changeProgramme(context, actor, { id: programme.id, version: programme.version, patch: { periodFrom: 2024 } })
    expect(await readPlanGoals(context, { planId })).toEqual({ programmes: [], sentencesWithoutGoal: [], tasksWithoutGoal: [] })
  })

  test('as a whole too, and takes it back with its links; a link taken off leaves the goal served', async () => {
    const { context, goals } = await openStory()
    const goalId = goals[0]!.id
    const state = async () => {
      const goal = (await readPlanGoals(context, { planId })).programmes[0]?.goals[0]
      return [goal?.served, goal?.sentences.length]
    }
    const link = (linked: boolean) =>
      linkGoals(context, actor, { planId, linked, links: [{ goalId, through: { kind: 'provision', id: cut! } }] })
    await serveGoal(context, actor, { planId, goalId, served: true })
    expect(await state()).toEqual([true, 0])
    await link(true)
    await link(false)
    expect(await state()).toEqual([true, 0])
    await serveGoal(context, actor, { planId, goalId, served: false })
    await link(false)
    expect(await state()).toEqual([false, 0])
  })

  test('the words in common suggest a sentence for a goal; those that serve it already are not offered again', async () => {
    const { context, goals } = await openStory()
    const best = async (): Promise<readonly (readonly [string, string | undefined])[]> =>
      (await readGoalSuggestions(context, { planId })).map(({ goalId, suggestions }) => [goalId, suggestions[0]?.provisionId])
    expect(await best()).toEqual(
      expect.arrayContaining([
        [goals[0]!.id, cut],
        [goals[3]!.id, survey],
      ]),
    )
    await linkGoals(context, actor, {
      planId,
      linked: true,
      links: [{ goalId: goals[3]!.id, through: { kind: 'provision', id: survey! } }],
    })
    expect((await best()).find(([goalId]) => goalId === goals[3]!.id)?.[1]).not.toBe(survey)
  })

  test('a sentence joined into another takes its goals along; one that goes and comes back by undo is linked again', async () => {
    const { context, goals } = await openStory()
    await linkGoals(context, actor, { planId, linked: true, links: [{ goalId: goals[0]!.id, through: { kind: 'provision', id: cut! } }] })
    const linked = async () => (await readPlanGoals(context, { planId })).programmes[0]?.goals[0]?.sentences.map(({ address }) => address)
    const without = text.filter((block) => block.id !== cut)
    await savePlanText(context, actor, { planId, provisions: without, joins: [{ from: cut!, into: survey! }] })
    expect(await linked()).toEqual(['II.1.1'])
    await undo(context, actor)
    await savePlanText(context, actor, { planId, provisions: without })
    expect(await linked()).toEqual([])
    await undo(context, actor)
    expect(await linked()).toEqual(['II.1.1'])
  })
})

describe('coverage of a programme', () => {
  test('shows each goal in each year: served, a gap, or a year without a plan', async () => {
    const { context, programme, goals, tasks } = await openStory()
    await createPlan(context, actor, { year: 2024, subject: null, outline: 'empty' })
    await linkGoals(context, actor, {
      planId,
      linked: true,
      links: [
        { goalId: goals[0]!.id, through: { kind: 'provision', id: cut! } },
        { goalId: goals[0]!.id, through: { kind: 'task', id: tasks[2]!.taskId } },
      ],
    })
    const coverage = await readProgrammeCoverage(context, { id: programme.id })
    expect(coverage.rows[0]?.cells.map(({ year, state, target, plans }) => [year, state, target?.words ?? '', plans])).toEqual([
      [2021, 'no-plan', '', []],
      [2022, 'no-plan', '', []],
      [2023, 'served', '≥ 20', [{ id: planId, sentences: 1, tasks: 2 }]],
      [2024, 'gap', '≥ 25', []],
      [2025, 'no-plan', '≥ 30', []],
    ])
    expect(coverage.rows[1]?.cells.map(({ state }) => state)).toEqual(['no-plan', 'no-plan', 'gap', 'gap', 'no-plan'])
  })

  test('an amendment serves what the plan served, by its own sentences; the plan it replaced counts no more', async () => {
    const { context, programme, goals, tasks } = await openStory()
    await linkGoals(context, actor, {
      planId,
      linked: true,
      links: [
        { goalId: goals[0]!.id, through: { kind: 'provision', id: cut! } },
        { goalId: goals[0]!.id, through: { kind: 'task', id: tasks[2]!.taskId } },
      ],
    })
    const status = (value: 'issued' | 'superseded') =>
      runCommand(context, actor, { command: 'test.status', undoable: true }, async (trace) => {
        const plan = await getPlan(trace.trx, planId)
        await updatePlan(trace, { ...plan, status: value, number: '01', issuedOn: '2023-01-09' })
      })
    await status('issued')
    const amended = await amendPlan(context, actor, { planId })
    await status('superseded')
    const cell = (await readProgrammeCoverage(context, { id: programme.id })).rows[0]?.cells[2]
    expect(cell?.plans).toEqual([{ id: amended.id, sentences: 1, tasks: 2 }])
  })

  test('a plan, a task or a goal that goes leaves nothing dangling to be seen, and undo brings all of it back', async () => {
    const { context, programme, goals } = await openStory()
    const { id: appendixId } = await createAppendix(context, actor, { planId, title: '' })
    const task = await createTask(context, actor, { appendixId, afterId: null, task: { content: 'Riêng' } })
    await linkGoals(context, actor, { planId, linked: true, links: [{ goalId: goals[1]!.id, through: { kind: 'task', id: task.taskId } }] })
    const before = await snapshot(context)
    await removeTasks(context, actor, { ids: [task.id] })
    expect((await readPlanGoals(context, { planId })).programmes[0]?.goals[1]).toMatchObject({ served: true, tasks: [] })
    await undo(context, actor)
    await removeGoals(context, actor, { ids: [goals[1]!.id] })
    await undo(context, actor)
    await removeProgramme(context, actor, { id: programme.id, version: programme.version })
    expect(await readPlanGoals(context, { planId })).toMatchObject({ programmes: [] })
    await undo(context, actor)
    await removePlan(context, actor, { planId, version: (await getPlan(context.db, planId)).version })
    expect((await readProgrammeCoverage(context, { id: programme.id })).rows[1]?.cells[2]?.state).toBe('no-plan')
    await undo(context, actor)
    expect(await snapshot(context)).toEqual(before)
  })

  test('a link to what the plan does not have is passed over', async () => {
    const { context, goals } = await openStory()
    await linkGoals(context, actor, {
      planId,
      linked: true,
      links: [{ goalId: goals[0]!.id, through: { kind: 'task', id: id<TaskId>(0x9999) } }],
    })
    expect((await readPlanGoals(context, { planId })).programmes[0]?.goals[0]).toMatchObject({ served: true, tasks: [] })
  })
})

test('targets typed as in a spreadsheet mean what they say', () => {
  expect(targets({ 2023: '92,5', 2024: 'Nhóm khá' })).toEqual({
    2023: { words: '92,5', hundredths: 9250 },
    2024: { words: 'Nhóm khá', hundredths: null },
  })
})
