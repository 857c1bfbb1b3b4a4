import { z } from 'zod'
import { CarriedSentence, CarriedTask, ListedLeftover } from '../domain/carry-over.ts'
import { Day, PlanId, TaskId, TaskWordingId } from '../domain/identifier.ts'
import { Plan } from '../domain/plan.ts'
import { TaskClosure } from '../domain/task-closure.ts'
import { call } from './call.ts'

const nothing = z.object({})

/** The plan that a plan was made from. */
const PreviousPlan = Plan.pick({ id: true, year: true, subject: true, number: true, symbol: true, issuedOn: true })
export type PreviousPlan = z.infer<typeof PreviousPlan>

const keys = z.array(z.string()).min(1)

export const carryOverContract = {
  /** "Lập kế hoạch năm sau": a draft for a later year with copies of text, appendices and tasks, and the list of what is left of the old year. */
  'plan.clone': call(z.object({ fromPlanId: PlanId, toYear: Plan.shape.year }), Plan),
  /** What is left of the plan it was made from: the fixed list with what is settled, and what came in since. */
  'leftover.list': call(
    z.object({ planId: PlanId }),
    z.object({ previous: PreviousPlan.nullable(), items: z.array(ListedLeftover).readonly() }),
  ),
  /** Keeps leftovers as they are; a red one needs a reason. */
  'leftover.keep': call(z.object({ planId: PlanId, keys, reason: z.string() }), nothing),
  /** Takes that decision back. */
  'leftover.reopen': call(z.object({ planId: PlanId, keys }), nothing),
  /** Puts the offered words or bodies in their places, as one command. `offer` counts from 0. A place whose words changed meanwhile is left alone. */
  'leftover.settle': call(
    z.object({ planId: PlanId, settle: z.array(z.object({ key: z.string(), offer: z.number().int().nonnegative() })).min(1) }),
    z.object({ settled: z.number().int() }),
  ),
  /** Every sentence and row of both plans: kept, changed, dropped, new. */
  'carry-over.list': call(
    z.object({ planId: PlanId }),
    z.object({
      previous: PreviousPlan.nullable(),
      sentences: z.array(CarriedSentence).readonly(),
      tasks: z.array(CarriedTask).readonly(),
    }),
  ),
  /** "Giữ, đã xem": a person looked at these sentences or rows (of the new plan) and keeps them. */
  'carry-over.mark-seen': call(z.object({ planId: PlanId, recordIds: keys, seen: z.boolean() }), nothing),
  /** Puts rows of the old plan that were dropped back into the new one. */
  'carry-over.bring-back': call(z.object({ planId: PlanId, fromIds: z.array(TaskWordingId).min(1) }), nothing),
  /** Makes rows tasks of their own: what is done again this year from its beginning. */
  'carry-over.renew': call(z.object({ ids: z.array(TaskWordingId).min(1) }), nothing),
  /** Closes the tasks of these rows: finished, or given up; the note says which. Until progress is kept, this is what tells next year's plan. */
  'task.close': call(z.object({ ids: z.array(TaskWordingId).min(1), closedOn: Day, note: z.string() }), z.array(TaskClosure).readonly()),
  'task.reopen': call(z.object({ ids: z.array(TaskId).min(1) }), nothing),
  'task.closures': call(z.object({ planId: PlanId }), z.array(TaskClosure).readonly()),
}
