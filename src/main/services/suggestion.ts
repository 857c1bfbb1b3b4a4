import type { Plan } from '#shared/domain/plan.ts'
import { rankByLikeness } from '#shared/domain/suggestion.ts'
import type { Task } from '#shared/domain/task.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { listPlans } from '#main/store/repositories/plan.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import type { Readable } from '#main/store/schema.ts'
import type { ServiceContext } from './context.ts'
import { suggestLeads } from './lead-suggestions.ts'
import { readPlanSources } from './plan-sources.ts'
import { sentencesWithFields } from './task-from-plan.ts'

/** Who might lead the tasks that have no lead yet. A person accepts. */
export async function readLeadSuggestions(
  { db }: ServiceContext,
  { planId }: Input<'task.suggest-leads'>,
): Promise<Output<'task.suggest-leads'>> {
  const { plan, provisions, tasks, registry, find } = await readPlanSources(db, planId)
  const lastYear = await tasksOfYearBefore(db, plan)
  const fields = await listFields(db)
  return tasks
    .filter((task) => task.leads.length === 0)
    .map((task) => ({
      taskId: task.id,
      suggestions: suggestLeads(task, { provisions, lastYear, fields, registry, on: plan.agenciesAsOf, find }),
    }))
}

/** The tasks of the year before: of its issued plan if it has one, else of its latest. */
async function tasksOfYearBefore(db: Readable, plan: Plan): Promise<readonly Task[]> {
  const before = (await listPlans(db)).filter((other) => other.year === plan.year - 1)
  const chosen = before.findLast((other) => other.status === 'issued') ?? before.at(-1)
  return chosen === undefined ? [] : listTasks(db, chosen.id)
}

/** A candidate counts from here on: below, the sample's wrong candidates outnumber the right ones. */
const LEAST_SCORE = 0.15
const CANDIDATES = 3

/** Which sentences of its field a task without one may come from, the best three. A person accepts; nothing is linked by itself. */
export async function readProvisionSuggestions(
  { db }: ServiceContext,
  { planId }: Input<'task.suggest-provisions'>,
): Promise<Output<'task.suggest-provisions'>> {
  const { provisions, tasks } = await readPlanSources(db, planId)
  const sentences = await sentencesWithFields(db, provisions)
  return tasks
    .filter((task) => task.provisionIds.length === 0 && task.content.trim() !== '')
    .map((task) => {
      const ofField = sentences.filter((sentence) => task.fieldId === null || sentence.fieldId === task.fieldId)
      const ranked = rankByLikeness(task.content, ofField.length === 0 ? sentences : ofField, ({ text }) => text)
      return {
        taskId: task.id,
        suggestions: ranked
          .filter(({ score }) => score >= LEAST_SCORE)
          .slice(0, CANDIDATES)
          .map(({ item, score }) => ({ provisionId: item.block.id, address: item.address, text: item.text, score })),
      }
    })
}
