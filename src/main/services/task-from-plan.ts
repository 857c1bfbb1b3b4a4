import type { Actor } from '#shared/domain/actor.ts'
import type { FieldId, PlanId, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import { plainText } from '#shared/domain/inline.ts'
import { fieldHeadings, fieldsOfTitles, outlinePlan, taskSentences, type TaskSentence } from '#shared/domain/provision-tree.ts'
import type { Provision } from '#shared/domain/provision.ts'
import type { Task } from '#shared/domain/task.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { insertTask, listTasks } from '#main/store/repositories/task.ts'
import type { Readable } from '#main/store/schema.ts'
import { ensureAppendix } from './appendix.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { positionsFor } from './order.ts'
import { editablePlan } from './plan-guard.ts'

/** The sentences of a plan that ask for a task, each with the field of its heading. */
export async function sentencesWithFields(
  db: Readable,
  provisions: readonly Provision[],
): Promise<readonly (TaskSentence<Provision> & { readonly fieldId: FieldId | null })[]> {
  const outline = outlinePlan(provisions)
  const headings = fieldHeadings(outline)
  const fields = (await listFields(db)).filter((field) => field.inPlan)
  const matched = fieldsOfTitles(
    headings.map((index) => plainText(outline.blocks[index]?.content ?? [])),
    fields,
  )
  const fieldOf = new Map(headings.map((heading, index) => [heading, matched[index] ?? null]))
  return taskSentences(outline).map((sentence) => ({
    ...sentence,
    fieldId: sentence.heading === null ? null : (fieldOf.get(sentence.heading) ?? null),
  }))
}

/**
 * "Lập nhiệm vụ từ kế hoạch": every sentence of the task section without a task (or those of `provisionIds` without one) becomes a task:
 * its words, the field of its heading, the link. Within its field it stands behind the task of the sentence before it, so that the
 * appendix follows the text. Makes the appendix when there is none.
 */
export async function createTasksFromPlan(
  context: ServiceContext,
  actor: Actor,
  { planId, provisionIds }: Input<'task.create-from-plan'>,
): Promise<Output<'task.create-from-plan'>> {
  return runCommand(context, actor, { command: 'task.create-from-plan', undoable: true }, async (trace) => {
    const plan = await editablePlan(trace.trx, planId)
    const sentences = await sentencesWithFields(trace.trx, await listProvisions(trace.trx, planId))
    const tasks = await listTasks(trace.trx, planId)
    const linked = new Set(tasks.flatMap((task) => task.provisionIds))
    const wanted = sentences.filter(
      ({ block, text }) => !linked.has(block.id) && text.trim() !== '' && (provisionIds?.includes(block.id) ?? true),
    )
    if (wanted.length === 0) return { created: [] }

    const appendix = await ensureAppendix(context, trace, planId, plan.year)
    const created = wanted.map((sentence) => taskOf(sentence, planId, appendix.id, context))
    const order = placed(
      tasks.filter((task) => task.appendixId === appendix.id),
      created,
      sentences.map(({ block }) => block.id),
    )
    const positions = positionsFor(
      tasks.filter((task) => task.appendixId === appendix.id),
      order.map((task) => task.id),
    )
    const written: Task[] = []
    for (const task of created) written.push(await insertTask(trace, { ...task, position: positions.get(task.id) ?? '' }))
    return { created: written }
  })
}

function taskOf(
  sentence: TaskSentence<Provision> & { readonly fieldId: FieldId | null },
  planId: PlanId,
  appendixId: Task['appendixId'],
  context: ServiceContext,
): Task {
  return {
    id: context.newId<TaskWordingId>(),
    taskId: context.newId<TaskId>(),
    planId,
    appendixId,
    source: 'plan',
    fieldId: sentence.fieldId,
    subgroup: null,
    position: '',
    // A row of a table ends without the sentence's full stop.
    content: sentence.text.trim().replace(/[.;,]+$/u, ''),
    product: '',
    leads: [],
    coordinating: [],
    deadline: { phrase: '', milestones: [] },
    provisionIds: [sentence.block.id],
    extra: {},
    version: 1,
  }
}

/** The rows of an appendix with the new ones put where their sentences stand. Old rows keep their order. */
function placed(old: readonly Task[], created: readonly Task[], sentenceIds: readonly Provision['id'][]): readonly Task[] {
  const order = new Map(sentenceIds.map((id, index) => [id, index]))
  const rank = (task: Task): number => Math.min(...task.provisionIds.map((id) => order.get(id) ?? Infinity), Infinity)
  const result = [...old]
  for (const task of created) {
    const before = result.findLastIndex((other) => other.fieldId === task.fieldId && rank(other) < rank(task))
    const first = result.findIndex((other) => other.fieldId === task.fieldId)
    // Before the first row of its field that belongs to a later sentence; else at the end of the appendix.
    const at = before !== -1 ? before + 1 : first !== -1 ? first : result.length
    result.splice(at, 0, task)
  }
  return result
}
