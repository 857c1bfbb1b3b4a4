import { z } from 'zod'
import { Leftover } from './leftover.ts'
import { deadlineDue, deadlineKind } from './deadline.ts'
import { type FootnoteId, PlanId, ProvisionId, TaskId, TaskWordingId, Version } from './identifier.ts'
import { sameContent } from './inline-text.ts'
import { type ProvisionContent, ProvisionKind } from './provision.ts'
import { TaskClosure } from './task-closure.ts'
import type { Task } from './task.ts'

export const CarriedNoun = z.enum(['plan', 'provision', 'appendix', 'task'])
export type CarriedNoun = z.infer<typeof CarriedNoun>

/** A record of a plan that was made from a record of an older plan. For tasks both ids are wordings: the rows of the two appendices. */
export const CarriedFrom = z.object({
  id: z.string(),
  planId: PlanId,
  noun: CarriedNoun,
  recordId: z.string(),
  fromId: z.string(),
  /** A person looked at it and keeps it as it is. */
  seen: z.boolean(),
  version: Version,
})
export type CarriedFrom = z.infer<typeof CarriedFrom>

/** What became of a sentence or a row: giữ (the same words), cập nhật (changed), bỏ (no longer there), mới (there was none). */
export const CarryVerdict = z.enum(['kept', 'changed', 'dropped', 'new'])
export type CarryVerdict = z.infer<typeof CarryVerdict>

/**
 * What a task asks of the one who carries it over: `closed` it was finished; `running` it recurs, goes on, or is due in the new year or later;
 * `due` its deadline lay in the old year and nobody closed it; `unknown` its deadline tells nothing.
 */
export const CarryQuestion = z.enum(['closed', 'running', 'due', 'unknown'])
export type CarryQuestion = z.infer<typeof CarryQuestion>

/** A sentence in both plans. */
export const CarriedSentence = z.object({
  verdict: CarryVerdict,
  provisionId: ProvisionId.nullable(),
  fromId: ProvisionId.nullable(),
  kind: ProvisionKind,
  address: z.string(),
  before: z.string(),
  after: z.string(),
  seen: z.boolean(),
})
export type CarriedSentence = z.infer<typeof CarriedSentence>

/** How an older plan worded a task. */
export const TaskPast = z.object({ planId: PlanId, year: z.number(), content: z.string(), deadline: z.string() })
export type TaskPast = z.infer<typeof TaskPast>

/** A row in both appendices. */
export const CarriedTask = z.object({
  verdict: CarryVerdict,
  question: CarryQuestion,
  wordingId: TaskWordingId.nullable(),
  fromId: TaskWordingId.nullable(),
  taskId: TaskId,
  content: z.string(),
  product: z.string(),
  deadline: z.string(),
  leads: z.string(),
  closure: TaskClosure.nullable(),
  /** The new row is the old task: what happens to it is one history. */
  sameTask: z.boolean(),
  history: z.array(TaskPast).readonly(),
  seen: z.boolean(),
})
export type CarriedTask = z.infer<typeof CarriedTask>

/** Where a leftover stands in its life. */
export const LeftoverState = z.enum(['open', 'done', 'kept'])
export type LeftoverState = z.infer<typeof LeftoverState>

/** A leftover on the list that was fixed when the plan was made, or one that came in later (`late`). */
export const ListedLeftover = z.object({ leftover: Leftover, state: LeftoverState, reason: z.string().nullable(), late: z.boolean() })
export type ListedLeftover = z.infer<typeof ListedLeftover>

/** Whether the words and their marks of a sentence are the same; ids of footnotes do not count, since a copy has its own. */
export function sameSentence(one: Pick<ProvisionContent, 'kind' | 'content'>, other: Pick<ProvisionContent, 'kind' | 'content'>): boolean {
  return one.kind === other.kind && sameContent(withoutIds(one.content), withoutIds(other.content))
}

function withoutIds(content: ProvisionContent['content']): ProvisionContent['content'] {
  return content.map((inline) => (inline.kind === 'footnote' ? { ...inline, id: '' as FootnoteId } : inline))
}

/** Whether two rows ask the same of the same bodies by the same day. */
export function sameRow(one: Task, other: Task): boolean {
  return toldBy(one) === toldBy(other)
}

function toldBy({ content, product, leads, coordinating, deadline, extra }: Task): string {
  return JSON.stringify([
    content,
    product,
    leads,
    coordinating,
    deadline.phrase,
    Object.entries(extra).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ])
}

/** What the carrying over of a task asks; `newYear` is the year of the plan it goes into. */
export function carryQuestion(task: Pick<Task, 'deadline'>, closure: TaskClosure | null, newYear: number): CarryQuestion {
  if (closure !== null) return 'closed'
  const kind = deadlineKind(task.deadline)
  if (kind === 'recurring' || kind === 'continuous' || task.deadline.milestones.some(({ openEnded }) => openEnded)) return 'running'
  const due = deadlineDue(task.deadline)
  if (due === null) return 'unknown'
  return Number(due.slice(0, 4)) >= newYear ? 'running' : 'due'
}
