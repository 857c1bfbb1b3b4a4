import { z } from 'zod'
import { DocumentRecord } from '../domain/document-record.ts'
import {
  Day,
  DocumentRecordId,
  DraftRoundId,
  FootnoteId,
  Moment,
  PlanId,
  PlanTemplateId,
  ProvisionId,
  TaskWordingId,
  Version,
} from '../domain/identifier.ts'
import { Plan, PlanPatch, PlanStatus } from '../domain/plan.ts'
import { Provision, ProvisionContent } from '../domain/provision.ts'
import { Appendix } from '../domain/task.ts'
import { call } from './call.ts'

const nothing = z.object({})

/** A plan as listed: with counts for the card. */
export const PlanSummary = z.object({ plan: Plan, provisionCount: z.number(), taskCount: z.number(), updatedAt: Moment.nullable() })
export type PlanSummary = z.infer<typeof PlanSummary>

/** Everything the plan screen needs at once. `unsaved` is the text of the last `draft` row, left by a crash or an idle editor. */
export const PlanDetail = z.object({
  plan: Plan,
  provisions: z.array(Provision).readonly(),
  appendices: z.array(Appendix).readonly(),
  unsaved: z.object({ savedAt: Moment, provisions: z.array(ProvisionContent).readonly() }).nullable(),
})
export type PlanDetail = z.infer<typeof PlanDetail>

export const DraftRound = z.object({
  id: DraftRoundId,
  planId: PlanId,
  ordinal: z.number().int().positive(),
  name: z.string(),
  savedAt: Moment,
  savedBy: z.string(),
})
export type DraftRound = z.infer<typeof DraftRound>

/** A place found in the plan's subject, its text, its footnotes or its appendix; offsets count UTF-16 units of that text. */
export const FoundPlace = z.object({
  where: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('subject') }),
    z.object({ kind: z.literal('provision'), provisionId: ProvisionId }),
    z.object({ kind: z.literal('footnote'), provisionId: ProvisionId, footnoteId: FootnoteId }),
    z.object({ kind: z.literal('task'), taskId: TaskWordingId, column: z.string() }),
  ]),
  start: z.number().int().nonnegative(),
  length: z.number().int().positive(),
  before: z.string(),
  match: z.string(),
  after: z.string(),
})
export type FoundPlace = z.infer<typeof FoundPlace>

export const FindQuery = z.object({
  planId: PlanId,
  text: z.string().min(1),
  /** đ ≠ d and tones count when true; otherwise folded. */
  exactAccents: z.boolean(),
  matchCase: z.boolean(),
  wholeWords: z.boolean(),
})
export type FindQuery = z.infer<typeof FindQuery>

export const planContract = {
  'plan.list': call(nothing, z.array(PlanSummary).readonly()),
  'plan.get': call(z.object({ planId: PlanId }), PlanDetail),
  /** A plan from the office's settings: with the usual three parts, empty, or of a template, which brings its own form too. */
  'plan.create': call(
    z.object({
      year: Plan.shape.year,
      subject: z.string().nullable(),
      outline: z.union([z.enum(['usual', 'empty']), z.object({ templateId: PlanTemplateId })]),
    }),
    Plan,
  ),
  'plan.update': call(z.object({ planId: PlanId, version: Version, patch: PlanPatch }), Plan),
  'plan.remove': call(z.object({ planId: PlanId, version: Version }), nothing),
  /** Typing: the unsaved text, within a second; no log entry. */
  'plan.keep-unsaved': call(z.object({ planId: PlanId, provisions: z.array(ProvisionContent) }), z.object({ savedAt: Moment })),
  'plan.drop-unsaved': call(z.object({ planId: PlanId }), nothing),
  /**
   * Leaving a block, 5 s idle, or Ctrl+S: the whole text in order; the service writes only what differs, as one command.
   * `base`: the text as the window last heard of it; what was changed since by something else (an undo, a replacement) is not overwritten.
   * `joins`: sentences that vanished because their words were joined into another one; their tasks move to it.
   */
  'plan.save-text': call(
    z.object({
      planId: PlanId,
      provisions: z.array(ProvisionContent),
      base: z.array(ProvisionContent).optional(),
      joins: z.array(z.object({ from: ProvisionId, into: ProvisionId })).optional(),
    }),
    z.object({ provisions: z.array(Provision).readonly(), savedAt: Moment }),
  ),
  'plan.find': call(FindQuery, z.array(FoundPlace).readonly()),
  'plan.replace': call(
    FindQuery.extend({ replacement: z.string(), places: z.array(FoundPlace) }),
    z.object({ replaced: z.number().int() }),
  ),
  'plan.set-status': call(z.object({ planId: PlanId, version: Version, status: PlanStatus, reason: z.string() }), Plan),
  /** What stands in the way of issuing, and what issuing will do. */
  'plan.check-issue': call(
    z.object({ planId: PlanId }),
    z.object({
      problems: z
        .array(
          z.object({
            code: z.string(),
            blocking: z.boolean(),
            text: z.string(),
            taskId: TaskWordingId.nullable(),
            provisionId: ProvisionId.nullable(),
          }),
        )
        .readonly(),
    }),
  ),
  'plan.issue': call(
    z.object({
      planId: PlanId,
      version: Version,
      number: z.string().min(1),
      issuedOn: Day,
      signerName: z.string().min(1),
      acceptDuplicate: z.boolean(),
      /** Why it is issued although words of the plan it was made from still stand: kept in the log. */
      leftoverReason: z.string().optional(),
    }),
    z.object({ plan: Plan, record: DocumentRecord }),
  ),
  /** A new version that replaces an issued plan, tasks living on. */
  'plan.amend': call(z.object({ planId: PlanId }), Plan),
  'draft-round.save': call(z.object({ planId: PlanId, name: z.string().nullable() }), DraftRound),
  'draft-round.list': call(z.object({ planId: PlanId }), z.array(DraftRound).readonly()),
  'draft-round.restore': call(z.object({ id: DraftRoundId }), Plan),
  'document.list': call(nothing, z.array(DocumentRecord).readonly()),
  /** Asks for the signed file with the system's dialog, stores it content-addressed; null when cancelled. */
  'document.attach-signed': call(z.object({ id: DocumentRecordId, version: Version }), DocumentRecord.nullable()),
  'document.open-file': call(z.object({ id: DocumentRecordId, which: z.enum(['our', 'signed']) }), nothing),
}
