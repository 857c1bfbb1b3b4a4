import { z } from 'zod'
import { AgencyGroupId, AgencyId, AssignmentId, Day, FieldId, PlanId, TaskId, TaskWordingId } from './identifier.ts'
import { Light } from './light.ts'
import { BasisDocument, ProgressState } from './progress.ts'
import { TaskSource } from './task.ts'
import { DoneRule } from './task-state.ts'

/** What stands for one thing owed: the light, why, and the facts that a screen shows beside it. */
export const RegisterDue = z.object({
  key: z.string(),
  label: z.string().nullable(),
  /** "Quý II/2023" of a recurring duty, or null. */
  period: z.string().nullable(),
  firstDue: Day.nullable(),
  due: Day.nullable(),
  light: Light,
  explanation: z.string(),
  daysLate: z.number().int().nonnegative(),
  keptFirstDue: z.boolean().nullable(),
  stale: z.boolean(),
  state: ProgressState,
  percent: z.number().int().nullable(),
  updatedOn: Day.nullable(),
})
export type RegisterDue = z.infer<typeof RegisterDue>

/** One agency's share in a task (lượt phân công). */
export const RegisterShare = z.object({
  /** Null while the plan is not issued: what the share would be. */
  assignmentId: AssignmentId.nullable(),
  role: z.enum(['lead', 'coordinating']),
  agencyId: AgencyId,
  throughGroupId: AgencyGroupId.nullable(),
  waiting: z.boolean(),
  light: Light,
  explanation: z.string(),
  stale: z.boolean(),
  dues: z.array(RegisterDue).readonly(),
})
export type RegisterShare = z.infer<typeof RegisterShare>

/** A task as it is followed: one row of the register. One STT is one task in all counts. */
export const RegisterTask = z.object({
  taskId: TaskId,
  /** The row of the appendix; null for a task that another document gave. */
  wordingId: TaskWordingId.nullable(),
  /** The plan it stands in, null for a task that another document gave. */
  planId: PlanId.nullable(),
  /** The year of its paper: earlier than the register's for a task that goes on from an older year. */
  paperYear: z.number().int(),
  source: TaskSource,
  /** The conclusion, directive or inspection that gave it; null for a task of a plan. */
  sourceDocument: BasisDocument.nullable(),
  fieldId: FieldId.nullable(),
  /** As its paper prints it; of tasks from older years, and of those that other documents gave, the place among these. */
  stt: z.number().int().positive(),
  content: z.string(),
  product: z.string(),
  phrase: z.string(),
  closedOn: Day.nullable(),
  doneRule: DoneRule,
  light: Light,
  /** The most urgent day among what its leads still owe; null where nothing open has a day. */
  nextDue: Day.nullable(),
  /** The day of the last word about any share; null before the first. */
  updatedOn: Day.nullable(),
  /** Leads that are done, late, silent, and all of them. */
  done: z.number().int(),
  overdue: z.number().int(),
  stale: z.number().int(),
  total: z.number().int(),
  shares: z.array(RegisterShare).readonly(),
})
export type RegisterTask = z.infer<typeof RegisterTask>

/** A year's tasks as they stand on a day. */
export const Register = z.object({
  /** The day everything is judged on. */
  today: Day,
  tasks: z.array(RegisterTask).readonly(),
  /** The days of warning that it was judged by. */
  thresholds: z.object({ dueSoonDays: z.number().int(), staleDays: z.number().int() }),
  /** By task and by share: "44 nhiệm vụ, n lượt phân công". */
  totals: z.object({ tasks: z.number().int(), shares: z.number().int() }),
})
export type Register = z.infer<typeof Register>
