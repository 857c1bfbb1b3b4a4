import { z } from 'zod'
import { DueKind } from '../domain/due-list.ts'
import { AgencyId, AssignmentId, Day, Moment, UrgingLetterId, Version } from '../domain/identifier.ts'
import { Letterhead, Signature, SizeSet } from '../domain/plan.ts'
import { UrgingIssuerKind, UrgingLetter, UrgingLine, UrgingStatus, UrgingWords } from '../domain/urging-letter.ts'
import { call } from './call.ts'
import { exchangeContract } from './exchange-contract.ts'

const judged = { year: z.number().int(), asOf: Day.nullable().default(null) }

/** What letters are to be made of: things owed, and the words around them. */
export const UrgingRequest = z.object({
  ...judged,
  /** One letter to all, or one to each agency. */
  joint: z.boolean(),
  chosen: z.array(z.object({ assignmentId: AssignmentId, due: z.string() })).min(1),
  words: UrgingWords,
})
export type UrgingRequest = z.infer<typeof UrgingRequest>

/** A letter not made yet (`index` among those of a request), or one that was. */
export const UrgingSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), request: UrgingRequest, index: z.number().int().nonnegative() }),
  z.object({ kind: z.literal('letter'), id: UrgingLetterId }),
])
export type UrgingSource = z.infer<typeof UrgingSource>

/** The overdue list with reasons, or with what is due soon and silent too. */
export const DueListRequest = z.object({
  ...judged,
  kinds: z.array(DueKind).min(1),
  role: z.enum(['lead', 'coordinating']).nullable(),
})
export type DueListRequest = z.infer<typeof DueListRequest>

const Saved = z.object({ file: z.string(), notices: z.array(z.string()).readonly() })
const job = { jobId: z.uuid() }

export const urgingContract = {
  /** Everything that letters of a year can be made of on a day, and what they usually begin with. */
  'urging.start': call(
    z.object(judged),
    z.object({
      today: Day,
      /** Each thing owed that is late, nearly due or silent, under its agency. */
      lines: z.array(UrgingLine).readonly(),
      /** Shares that wait for a new holder: nobody can be urged. */
      waiting: z.number().int().nonnegative(),
      issuers: z
        .array(
          z.object({
            kind: UrgingIssuerKind,
            name: z.string(),
            letterhead: Letterhead,
            symbol: z.string(),
            signatures: z.array(Signature).readonly(),
          }),
        )
        .readonly(),
      recipients: z.array(z.string()).readonly(),
      basis: z.string(),
      answerTo: z.string(),
      answerBy: Day,
      sizeSet: SizeSet,
    }),
  ),
  /** A year's letters, the newest first. */
  'urging.list': call(z.object({ year: z.number().int() }), z.array(UrgingLetter).readonly()),
  /** Letters that named a task, the first first. */
  'urging.of-task': call(
    z.object({ taskId: UrgingLine.shape.taskId }),
    z
      .array(
        z.object({
          letterId: UrgingLetterId,
          status: UrgingStatus,
          number: z.string().nullable(),
          symbol: z.string(),
          sentOn: Day.nullable(),
          madeAt: Moment,
          assignmentId: AssignmentId,
          agencyId: AgencyId,
          due: z.string(),
          times: z.number().int(),
        }),
      )
      .readonly(),
  ),
  /** Lays out a letter; only the visible pages come back. */
  'urging.preview': call(
    z.object({
      source: UrgingSource,
      generation: z.number().int(),
      firstPage: z.number().int().nonnegative(),
      lastPage: z.number().int().nonnegative(),
    }),
    exchangeContract['preview.render'].output,
  ),
  /** Keeps letters as drafts. What they say does not follow the records any more. */
  'urging.make': call(UrgingRequest, z.array(UrgingLetter).readonly()),
  /** Takes a draft away. */
  'urging.remove': call(z.object({ id: UrgingLetterId, version: Version }), z.object({})),
  /** The letter went out with this number: it is frozen, stands among the documents, and counts. A barrier. */
  'urging.mark-sent': call(
    z.object({
      id: UrgingLetterId,
      version: Version,
      number: z.string().min(1),
      sentOn: Day,
      signerName: z.string().min(1),
      acceptDuplicate: z.boolean(),
    }),
    UrgingLetter,
  ),
  /** A letter that was sent counts no more, for a reason: what a mark made by mistake is answered with. */
  'urging.withdraw': call(z.object({ id: UrgingLetterId, version: Version, reason: z.string().min(1) }), UrgingLetter),
  /** Saves a letter to a file chosen with the system's dialog; null when cancelled. */
  'urging.save': call(z.object({ ...job, id: UrgingLetterId, format: z.enum(['docx', 'pdf']) }), Saved.nullable()),
  /** Asks for a folder and writes these letters into it; null when cancelled. */
  'urging.save-all': call(
    z.object({ ...job, ids: z.array(UrgingLetterId).min(1), format: z.enum(['docx', 'pdf']) }),
    z.object({ folder: z.string(), files: z.array(z.string()).readonly() }).nullable(),
  ),
  /** Makes the PDF and opens it in the office's own reader, to be printed there. */
  'urging.print': call(z.object({ ...job, id: UrgingLetterId }), z.object({ file: z.string() })),
  /** Saves the list of what is owed, with reasons; null when cancelled. */
  'urging.save-list': call(z.object({ ...job, request: DueListRequest, format: z.enum(['docx', 'pdf', 'xlsx']) }), Saved.nullable()),
}
