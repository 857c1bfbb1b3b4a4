import { z } from 'zod'
import { DraftRoundId, Moment, PlanId } from '../domain/identifier.ts'
import { MergeDifference, MergeRemark } from '../domain/merge-difference.ts'
import { call } from './call.ts'

/** What the file is compared with: the version it was made of, a round that a person chose, or nothing known. */
export const MergeBase = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sent'), sentAt: Moment.nullable() }),
  z.object({ kind: z.literal('round'), name: z.string() }),
  z.object({ kind: z.literal('none') }),
])
export type MergeBase = z.infer<typeof MergeBase>

/** A Word file that came back, compared with the draft. It is kept under its id until it is applied or another is read. */
export const MergeReading = z.object({
  id: z.uuid(),
  /** Name of the file. */
  file: z.string(),
  path: z.string(),
  paper: z.enum(['plan', 'appendix']),
  base: MergeBase,
  differences: z.array(MergeDifference).readonly(),
  comments: z.array(z.object({ author: z.string(), text: z.string(), at: z.string() })).readonly(),
  remarks: z.array(MergeRemark).readonly(),
})
export type MergeReading = z.infer<typeof MergeReading>

/** Which version to compare with: what the file says, a round, or none. */
const wantedBase = z.union([z.literal('of-file'), z.literal('none'), DraftRoundId])

export const mergeContract = {
  /** Asks for a Word file with the system's dialog and compares it with the draft; null when cancelled. Nothing is written. */
  'merge.choose': call(z.object({ jobId: z.uuid(), planId: PlanId }), MergeReading.nullable()),
  'merge.read': call(z.object({ jobId: z.uuid(), planId: PlanId, path: z.string(), base: wantedBase }), MergeReading),
  /** Takes the chosen differences into the draft, as one command. */
  'merge.apply': call(
    z.object({ planId: PlanId, readingId: z.uuid(), differences: z.array(z.string()) }),
    z.object({ applied: z.number().int().nonnegative() }),
  ),
}
