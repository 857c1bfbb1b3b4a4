import { z } from 'zod'
import { PlanComparison } from '../domain/comparison.ts'
import { Day, DraftRoundId, Moment, PlanId } from '../domain/identifier.ts'
import { PlanStatus } from '../domain/plan.ts'
import { call } from './call.ts'

/** One side of a comparison: a draft round, or a plan as it is now; of an issued plan the text that was issued. */
export const CompareSide = z.object({ planId: PlanId, draftRoundId: DraftRoundId.nullable() })
export type CompareSide = z.infer<typeof CompareSide>

/** A side that may be chosen, with what names it. */
export const CompareChoice = CompareSide.extend({
  year: z.number().int(),
  subject: z.string(),
  status: PlanStatus,
  /** "05/KH-UBND" of an issued plan. */
  number: z.string().nullable(),
  issuedOn: Day.nullable(),
  /** Of a round: its number, name and moment. */
  round: z.object({ ordinal: z.number().int(), name: z.string(), savedAt: Moment }).nullable(),
  /** A round or the state of the plan asked for, another version of it (amending or amended), or the plan of another year or cause. */
  relation: z.enum(['own', 'version', 'other']),
})
export type CompareChoice = z.infer<typeof CompareChoice>

const sides = { left: CompareSide, right: CompareSide }

export const compareContract = {
  /** What a plan may be compared with: itself now, its rounds (the last first), its versions, and other plans (the newest year first). */
  'compare.choices': call(z.object({ planId: PlanId }), z.array(CompareChoice).readonly()),
  /** Words, cells and order that differ; `left` is the older one. */
  'compare.run': call(z.object(sides), PlanComparison),
  /** The comparison as a Word file with tracked changes, or as a PDF with the changes underlined and struck; null when cancelled. */
  'compare.save': call(
    z.object({ jobId: z.uuid(), ...sides, format: z.enum(['docx', 'pdf']) }),
    z.object({ file: z.string(), notices: z.array(z.string()).readonly() }).nullable(),
  ),
}
