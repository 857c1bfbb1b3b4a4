import { z } from 'zod'
import { GivenTask, GivenTaskSource, GivingDocument } from '../domain/given-task.ts'
import { Day, TaskId, Version } from '../domain/identifier.ts'
import { TaskClosure } from '../domain/task-closure.ts'
import { call } from './call.ts'

const nothing = z.object({})

/** What a person enters of one task; the deadline is its phrase, read by the office in the document's year. */
export const GivenTaskWords = GivenTask.pick({ product: true, leads: true, coordinating: true, fieldId: true, note: true }).extend({
  content: z.string().trim().min(1),
  deadline: z.string(),
})
export type GivenTaskWords = z.infer<typeof GivenTaskWords>

/** Days from which on the office is warned. */
export const Thresholds = z.object({ dueSoonDays: z.number().int().min(1).max(365), staleDays: z.number().int().min(1).max(365) })

/** Tasks given by documents other than plans, and when the office wants to be warned. */
export const givenTaskContract = {
  /** One given task, its closing, and whether anything was said or decided of it: then it is changed no more. */
  'given-task.get': call(
    z.object({ taskId: TaskId }),
    z.object({ given: GivenTask, closure: TaskClosure.nullable(), spokenOf: z.boolean() }),
  ),
  /** What cells pasted from a spreadsheet mean, in columns: task, leads, helpers, product, deadline, note. Nothing is written. */
  'given-task.read-cells': call(
    z.object({ rows: z.array(z.array(z.string())).max(500), issuedOn: Day }),
    z.array(GivenTaskWords.extend({ content: z.string() })).readonly(),
  ),
  /** Gives tasks out to their agencies as of the document's day. */
  'given-task.add': call(
    z.object({ source: GivenTaskSource, document: GivingDocument, tasks: z.array(GivenTaskWords).min(1).max(500) }),
    z.array(GivenTask).readonly(),
  ),
  'given-task.change': call(
    GivenTaskWords.extend({ taskId: TaskId, version: Version, source: GivenTaskSource, document: GivingDocument }),
    GivenTask,
  ),
  'given-task.remove': call(z.object({ taskId: TaskId, version: Version }), nothing),
  'given-task.close': call(z.object({ taskId: TaskId, closedOn: Day, note: z.string() }), TaskClosure),
  'given-task.reopen': call(z.object({ taskId: TaskId }), nothing),
  /** Version 0: the usual ones, before the office set its own. */
  'light-threshold.get': call(nothing, Thresholds.extend({ version: z.number().int().nonnegative() })),
  'light-threshold.set': call(Thresholds.extend({ version: z.number().int().nonnegative() }), nothing),
}
