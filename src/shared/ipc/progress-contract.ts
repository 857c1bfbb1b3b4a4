import { z } from 'zod'
import { AssignmentId, Day, FileHash, ProgressId, TaskId, Version } from '../domain/identifier.ts'
import { BasisDocument, Extension, Progress, ProgressChannel, ProgressState } from '../domain/progress.ts'
import { Register } from '../domain/register.ts'
import { call } from './call.ts'

/** A file that the office's store has, as a form names it. */
export const ChosenFile = z.object({ hash: FileHash, name: z.string().min(1).max(255), bytes: z.number().int() })
export type ChosenFile = z.infer<typeof ChosenFile>

/** Evidence as it is reported: a document, and its file where one was chosen. */
export const EvidenceInput = BasisDocument.extend({ file: ChosenFile.nullable() })

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

export const ExtensionInput = z.object({
  taskId: TaskId,
  assignmentId: AssignmentId.nullable(),
  due: z.string(),
  newDue: Day,
  decidedOn: Day,
  reason: z.string().min(1),
  basis: BasisDocument,
  file: ChosenFile.nullable().default(null),
})
export type ExtensionInput = z.input<typeof ExtensionInput>

export const progressContract = {
  /** The tasks of a year as they stand today, or on another day. */
  'register.list': call(
    z.object({
      year: z.number().int(),
      /** Judged as of this day instead of today; what happened later is left out. */
      asOf: Day.nullable().default(null),
    }),
    Register,
  ),
  /** Everything that was said and decided of one task, the first first. */
  'progress.list': call(
    z.object({ taskId: TaskId }),
    z.object({ progress: z.array(Progress).readonly(), extensions: z.array(Extension).readonly() }),
  ),
  'progress.add': call(ProgressInput, Progress),
  /** Many reports as one act: all of them, or none. */
  'progress.add-many': call(z.object({ reports: z.array(ProgressInput).min(1).max(2000) }), z.array(Progress).readonly()),
  /** What was reported of these shares, still counts and was not verified, the first first. */
  'progress.unverified': call(z.object({ assignmentIds: z.array(AssignmentId).max(20_000) }), z.array(Progress).readonly()),
  /** The secretariat looked at these entries; from then on they are corrected by new ones only. */
  'progress.verify': call(
    z.object({ entries: z.array(z.object({ id: ProgressId, version: Version })).min(1) }),
    z.array(Progress).readonly(),
  ),
  /** Moves a day by a dated document, for one share or for all of the task. */
  'extension.add': call(ExtensionInput, Extension),
  /** Many days moved by one document as one act: all of them, or none. */
  'extension.add-many': call(z.object({ extensions: z.array(ExtensionInput).min(1).max(2000) }), z.array(Extension).readonly()),
}
