import { z } from 'zod'
import { GoalId, PlanId, ProgrammeId, ProvisionId, TaskId, TaskWordingId, type FieldId } from './identifier.ts'
import { PlanStatus, type Plan } from './plan.ts'
import { Goal, GoalTarget, Programme, yearsOf, type ServedGoal } from './programme.ts'
import { outlinePlan, taskSentences, type TaskSentence } from './provision-tree.ts'
import { rankByLikeness } from './suggestion.ts'
import type { Provision, ProvisionContent } from './provision.ts'
import type { Task } from './task.ts'
import { numberProvisions } from './numbering.ts'
import { plainText } from './inline.ts'

const Sentence = z.object({ provisionId: ProvisionId, address: z.string(), text: z.string() })
const NamedTask = z.object({ taskId: TaskId, wordingId: TaskWordingId, content: z.string() })

/** One goal as a yearly plan meets it. */
export const GoalOfPlan = z.object({
  goal: Goal,
  /** What the plan's year should reach. */
  target: GoalTarget.nullable(),
  served: z.boolean(),
  sentences: z.array(Sentence).readonly(),
  /** Tasks named themselves; those of the sentences are not repeated here. */
  tasks: z.array(NamedTask).readonly(),
})
export type GoalOfPlan = z.infer<typeof GoalOfPlan>

/** Which goals a plan serves, and what of it serves none. */
export const PlanGoals = z.object({
  programmes: z.array(z.object({ programme: Programme, goals: z.array(GoalOfPlan).readonly() })).readonly(),
  /** Sentences that ask for a task and serve no goal, neither themselves nor through their tasks; empty when no goal is there to serve. */
  sentencesWithoutGoal: z.array(Sentence).readonly(),
  tasksWithoutGoal: z.array(NamedTask).readonly(),
})
export type PlanGoals = z.infer<typeof PlanGoals>

/** Which plans serve each goal of a programme, year by year. */
export const ProgrammeCoverage = z.object({
  programmeId: ProgrammeId,
  years: z
    .array(
      z.object({
        year: z.number().int(),
        plans: z.array(z.object({ id: PlanId, subject: z.string(), status: PlanStatus })).readonly(),
      }),
    )
    .readonly(),
  rows: z
    .array(
      z.object({
        goalId: GoalId,
        cells: z
          .array(
            z.object({
              year: z.number().int(),
              target: GoalTarget.nullable(),
              /** `no-plan`: the year has none yet; `gap`: it has, and none serves the goal. */
              state: z.enum(['served', 'gap', 'no-plan']),
              /** Plans that serve it, with how many sentences and tasks do (the tasks of those sentences among them). */
              plans: z.array(z.object({ id: PlanId, sentences: z.number().int(), tasks: z.number().int() })).readonly(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
})
export type ProgrammeCoverage = z.infer<typeof ProgrammeCoverage>

/** A programme with its goals in order. */
export interface ProgrammeWithGoals {
  readonly programme: Programme
  readonly goals: readonly Goal[]
}

const namedTask = ({ taskId, id, content }: Task): z.infer<typeof NamedTask> => ({ taskId, wordingId: id, content })

/** What a plan's records say of the goals of the programmes that cover its year. Links to sentences and tasks that are not there are passed over. */
export function goalsOfPlan(
  plan: Pick<Plan, 'year'>,
  provisions: readonly ProvisionContent[],
  tasks: readonly Task[],
  programmes: readonly ProgrammeWithGoals[],
  served: readonly ServedGoal[],
): PlanGoals {
  const numbers = numberProvisions(provisions)
  const servedBy = new Map(served.map((one) => [one.goalId, one]))
  const covering = programmes.filter(({ programme }) => programme.periodFrom <= plan.year && plan.year <= programme.periodTo)
  const goalOfPlan = (goal: Goal): GoalOfPlan => {
    const link = servedBy.get(goal.id)
    const sentences = new Set(link?.provisionIds ?? [])
    const named = new Set(link?.taskIds ?? [])
    return {
      goal,
      target: goal.targets[String(plan.year)] ?? null,
      served: link !== undefined,
      sentences: provisions.flatMap((block, index) =>
        sentences.has(block.id) ? [{ provisionId: block.id, address: numbers[index]?.address ?? '', text: plainText(block.content) }] : [],
      ),
      tasks: tasks.filter(({ taskId }) => named.has(taskId)).map(namedTask),
    }
  }
  const shown = covering.map(({ programme, goals }) => ({ programme, goals: goals.map(goalOfPlan) }))
  const all = shown.flatMap(({ goals }) => goals)
  if (all.length === 0) return { programmes: shown, sentencesWithoutGoal: [], tasksWithoutGoal: [] }

  const servingSentences = new Set(all.flatMap(({ sentences }) => sentences.map(({ provisionId }) => provisionId)))
  const servingTasks = new Set(all.flatMap((one) => one.tasks.map(({ taskId }) => taskId)))
  const taskServes = (task: Task): boolean => servingTasks.has(task.taskId) || task.provisionIds.some((id) => servingSentences.has(id))
  const sentencesOfServingTasks = new Set(tasks.filter(({ taskId }) => servingTasks.has(taskId)).flatMap((task) => task.provisionIds))
  return {
    programmes: shown,
    sentencesWithoutGoal: taskSentences(outlinePlan(provisions))
      .filter(({ block, text }) => text.trim() !== '' && !servingSentences.has(block.id) && !sentencesOfServingTasks.has(block.id))
      .map(({ block, address, text }) => ({ provisionId: block.id, address, text })),
    tasksWithoutGoal: tasks.filter((task) => !taskServes(task)).map(namedTask),
  }
}

/** What coverage needs to know of a plan. */
export interface ServingPlan {
  readonly plan: Pick<Plan, 'id' | 'year' | 'subject' | 'status'>
  readonly served: readonly ServedGoal[]
  /** Ids of the sentences that are there. */
  readonly provisionIds: ReadonlySet<Provision['id']>
  readonly tasks: readonly Pick<Task, 'taskId' | 'provisionIds'>[]
}

/** Goal by year: who serves it. A plan that another one took the place of counts no more. */
export function coverageOfProgramme({ programme, goals }: ProgrammeWithGoals, plans: readonly ServingPlan[]): ProgrammeCoverage {
  const alive = plans.filter(({ plan }) => plan.status !== 'superseded')
  const years = yearsOf(programme)
  const ofYear = Map.groupBy(alive, ({ plan }) => plan.year)
  return {
    programmeId: programme.id,
    years: years.map((year) => ({
      year,
      plans: (ofYear.get(year) ?? []).map(({ plan: { id, subject, status } }) => ({ id, subject, status })),
    })),
    rows: goals.map((goal) => ({
      goalId: goal.id,
      cells: years.map((year) => {
        const ofThisYear = ofYear.get(year) ?? []
        const serving = ofThisYear.flatMap((one) => {
          const link = one.served.find(({ goalId }) => goalId === goal.id)
          if (link === undefined) return []
          const sentences = new Set(link.provisionIds.filter((id) => one.provisionIds.has(id)))
          const named = new Set(link.taskIds)
          const tasks = one.tasks.filter(({ taskId, provisionIds }) => named.has(taskId) || provisionIds.some((id) => sentences.has(id)))
          return [{ id: one.plan.id, sentences: sentences.size, tasks: tasks.length }]
        })
        const state = ofThisYear.length === 0 ? 'no-plan' : serving.length === 0 ? 'gap' : 'served'
        return { year, target: goal.targets[String(year)] ?? null, state, plans: serving } as const
      }),
    })),
  }
}

/** A sentence that may serve a goal; a person accepts. */
export interface GoalSuggestion {
  readonly goalId: GoalId
  readonly suggestions: readonly {
    readonly provisionId: Provision['id']
    readonly address: string
    readonly text: string
    readonly score: number
  }[]
}

/** A candidate counts from here on, as for a task's sentences: below, wrong candidates outnumber the right ones. */
const LEAST_SCORE = 0.15
const CANDIDATES = 3

/**
 * For each goal the sentences most like it in words, best first, those that serve it already left out. A goal with a field looks in that field
 * first; where none of its sentences fits, in all.
 */
export function suggestSentences(
  goals: readonly GoalOfPlan[],
  sentences: readonly (TaskSentence & { readonly fieldId: FieldId | null })[],
): readonly GoalSuggestion[] {
  return goals.flatMap(({ goal, sentences: taken }) => {
    if (goal.content.trim() === '') return []
    const free = sentences.filter(({ block }) => !taken.some(({ provisionId }) => provisionId === block.id))
    const best = (candidates: typeof free): GoalSuggestion['suggestions'] =>
      rankByLikeness(goal.content, candidates, ({ text }) => text)
        .filter(({ score }) => score >= LEAST_SCORE)
        .slice(0, CANDIDATES)
        .map(({ item, score }) => ({ provisionId: item.block.id, address: item.address, text: item.text, score }))
    const ofField = goal.fieldId === null ? [] : best(free.filter(({ fieldId }) => fieldId === goal.fieldId))
    const suggestions = ofField.length > 0 ? ofField : best(free)
    return suggestions.length === 0 ? [] : [{ goalId: goal.id, suggestions }]
  })
}
