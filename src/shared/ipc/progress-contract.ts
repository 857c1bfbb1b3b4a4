import { z } from 'zod'
import {
  AgencyGroupId,
  AgencyId,
  AssignmentId,
  Day,
  FieldId,
  FileHash,
  PlanId,
  ProgressId,
  TaskId,
  TaskWordingId,
  Version,
} from '../domain/identifier.ts'
import { Light } from '../domain/light.ts'
import { BasisDocument, Extension, Progress, ProgressChannel, ProgressState } from '../domain/progress.ts'
import { TaskSource } from '../domain/task.ts'
import { call } from './call.ts'

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
  wordingId: TaskWordingId,
  planId: PlanId,
  source: TaskSource,
  fieldId: FieldId.nullable(),
  stt: z.number().int().positive(),
  content: z.string(),
  product: z.string(),
  phrase: z.string(),
  closedOn: Day.nullable(),
  light: Light,
  /** Leads that are done, late, silent, and all of them. */
  done: z.number().int(),
  overdue: z.number().int(),
  stale: z.number().int(),
  total: z.number().int(),
  shares: z.array(RegisterShare).readonly(),
})
export type RegisterTask = z.infer<typeof RegisterTask>

/** Evidence as it is reported: a document, and the hash of its file where one was chosen. */
export const EvidenceInput = BasisDocument.extend({
  file: z.object({ hash: FileHash, name: z.string().min(1), bytes: z.number().int() }).nullable(),
})

export const ProgressInput = z.object({
  assignmentId: AssignmentId,
  /** Key of the due it speaks of, null for all of the task. */
  due: z.string().nullable(),
  happenedOn: Day,
  state: ProgressState,
  percent: z.number().int().min(0).max(100).nullable(),
  result: z.string(),
  product: z.string(),
  difficulty: z.string(),
  proposal: z.string(),
  explanation: z.string(),
  evidence: z.array(EvidenceInput),
  channel: ProgressChannel,
  basis: BasisDocument.nullable(),
  correctsId: ProgressId.nullable(),
})
export type ProgressInput = z.infer<typeof ProgressInput>

export const progressContract = {
  /** The tasks of a year's plans as they stand today. */
  'register.list': call(
    z.object({ year: z.number().int() }),
    z.object({
      today: Day,
      tasks: z.array(RegisterTask).readonly(),
      /** By task and by share: "44 nhiệm vụ, n lượt phân công". */
      totals: z.object({ tasks: z.number().int(), shares: z.number().int() }),
    }),
  ),
  /** Everything that was said and decided of one task, the first first. */
  'progress.list': call(
    z.object({ taskId: TaskId }),
    z.object({ progress: z.array(Progress).readonly(), extensions: z.array(Extension).readonly() }),
  ),
  'progress.add': call(ProgressInput, Progress),
  /** The secretariat looked at these entries; from then on they are corrected by new ones only. */
  'progress.verify': call(
    z.object({ entries: z.array(z.object({ id: ProgressId, version: Version })).min(1) }),
    z.array(Progress).readonly(),
  ),
  /** Moves a day by a dated document, for one share or for all of the task. */
  'extension.add': call(
    z.object({
      taskId: TaskId,
      assignmentId: AssignmentId.nullable(),
      due: z.string(),
      newDue: Day,
      decidedOn: Day,
      reason: z.string().min(1),
      basis: BasisDocument,
    }),
    Extension,
  ),
}
