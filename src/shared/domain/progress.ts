import { z } from 'zod'
import {
  AgencyGroupId,
  AgencyId,
  AssignmentId,
  Day,
  EvidenceId,
  ExtensionId,
  KeptFile,
  Moment,
  ProgressId,
  TaskId,
  Version,
} from './identifier.ts'

/** Why an assignment ended before its task did. */
export const AssignmentEnd = z.enum(['reassigned', 'agency-ended', 'task-closed'])
export type AssignmentEnd = z.infer<typeof AssignmentEnd>

/**
 * Assignment (lượt phân công): one task given to one agency in one role. A group is expanded as of a day, and the assignment keeps through
 * which one it came.
 */
export const Assignment = z.object({
  id: AssignmentId,
  taskId: TaskId,
  role: z.enum(['lead', 'coordinating']),
  agencyId: AgencyId,
  throughGroupId: AgencyGroupId.nullable(),
  /** The day groups were expanded and names taken: the issue of the plan. */
  asOf: Day,
  /** Place among those of its role, as the paper names them. */
  ordinal: z.number().int().nonnegative(),
  /** Held by the standing agency until a person chooses who goes on. */
  waiting: z.boolean(),
  endedOn: Day.nullable(),
  endedBecause: AssignmentEnd.nullable(),
  /** The assignment that goes on with it, or null. */
  successorId: AssignmentId.nullable(),
  version: Version,
})
export type Assignment = z.infer<typeof Assignment>

/** Entered state: chưa triển khai, đang thực hiện, hoàn thành, tạm dừng, không thực hiện. */
export const ProgressState = z.enum(['not-started', 'in-progress', 'done', 'paused', 'not-doing'])
export type ProgressState = z.infer<typeof ProgressState>

/** How a report reached us: the agency's own entry, a letter, a call, a meeting, a filled form. */
export const ProgressChannel = z.enum(['agency', 'letter', 'call', 'meeting', 'form'])
export type ProgressChannel = z.infer<typeof ProgressChannel>

/** A document that something rests on: "1234/SNV-CCHC" of a day. */
export const BasisDocument = z.object({ symbol: z.string(), issuedOn: Day.nullable(), issuer: z.string(), title: z.string() })
export type BasisDocument = z.infer<typeof BasisDocument>

/** Evidence (tài liệu kiểm chứng): a document that proves, with its file where there is one. */
export const Evidence = z.object({
  id: EvidenceId,
  ...BasisDocument.shape,
  file: KeptFile.nullable(),
  version: Version,
})
export type Evidence = z.infer<typeof Evidence>

/**
 * Progress (tiến độ) of an assignment, append-only: a correction is a new entry that names the one it corrects. `due` is the key of what it
 * speaks of (`FollowedDue`), null for the task as a whole. Verified by the secretariat it is locked.
 */
export const Progress = z.object({
  id: ProgressId,
  assignmentId: AssignmentId,
  due: z.string().nullable(),
  happenedOn: Day,
  recordedAt: Moment,
  recordedBy: z.string(),
  state: ProgressState,
  percent: z.number().int().min(0).max(100).nullable(),
  result: z.string(),
  product: z.string(),
  difficulty: z.string(),
  proposal: z.string(),
  /** Why "hoàn thành" stands without evidence. */
  explanation: z.string(),
  evidenceIds: z.array(EvidenceId).readonly(),
  channel: ProgressChannel,
  basis: BasisDocument.nullable(),
  verifiedAt: Moment.nullable(),
  verifiedBy: z.string().nullable(),
  correctsId: ProgressId.nullable(),
  version: Version,
})
export type Progress = z.infer<typeof Progress>

/** What a light is judged by of an answer; its words are read where they are shown. */
export type ProgressFacts = Pick<Progress, 'id' | 'assignmentId' | 'due' | 'happenedOn' | 'state' | 'percent' | 'correctsId'>

/** Extension (gia hạn): the first day is never lost. For one assignment, or for all of the task. */
export const Extension = z.object({
  id: ExtensionId,
  taskId: TaskId,
  assignmentId: AssignmentId.nullable(),
  due: z.string(),
  oldDue: Day,
  newDue: Day,
  decidedOn: Day,
  reason: z.string().min(1),
  basis: BasisDocument,
  /** The scanned document, or null. */
  file: KeptFile.nullable(),
  version: Version,
})
export type Extension = z.infer<typeof Extension>
