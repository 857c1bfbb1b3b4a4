import { z } from 'zod'
import { DueKind } from './due-list.ts'
import { AgencyId, AssignmentId, Day, DocumentRecordId, Moment, TaskId, UrgingLetterId, Version } from './identifier.ts'
import { Letterhead, Signature, SizeSet } from './plan.ts'

/** Who may sign a letter that urges: the province's committee, the standing agency, or the steering committee. */
export const UrgingIssuerKind = z.enum(['province', 'standing', 'committee'])
export type UrgingIssuerKind = z.infer<typeof UrgingIssuerKind>

/** One thing owed, as a letter or the overdue list says it: share and due, and what was known of it on the day it was judged. */
export const UrgingLine = z.object({
  assignmentId: AssignmentId,
  taskId: TaskId,
  /** Key of the due. */
  due: z.string(),
  agencyId: AgencyId,
  agencyName: z.string(),
  role: z.enum(['lead', 'coordinating']),
  content: z.string(),
  product: z.string(),
  /** Number and symbol of the document that gave it; null for a task of a plan. */
  givenBy: z.string().nullable(),
  /** The deadline's own words, and the name of the occurrence: "Quý II/2023". */
  phrase: z.string(),
  period: z.string().nullable(),
  firstDue: Day.nullable(),
  lastDay: Day.nullable(),
  kind: DueKind,
  /** Without a word for too long, whatever its kind. */
  silent: z.boolean(),
  daysLate: z.number().int().nonnegative(),
  /** The day of the last word about it, how far it was then, and the difficulty reported. */
  saidOn: Day.nullable(),
  percent: z.number().int().nullable(),
  difficulty: z.string(),
  /** The how-manieth letter names it: letters marked as sent before this one, and this one. */
  times: z.number().int().positive(),
})
export type UrgingLine = z.infer<typeof UrgingLine>

/** What a person chooses and words in a letter; the rest of it follows from its lines. */
export const UrgingWords = z.object({
  issuer: UrgingIssuerKind,
  letterhead: Letterhead,
  /** "SNV-CCHC". */
  symbol: z.string().min(1),
  /** The issuer inside a sentence: "UBND tỉnh Lạng Sơn". */
  issuerName: z.string().min(1),
  signature: Signature,
  recipients: z.array(z.string().min(1)).readonly(),
  /** Without "V/v"; and the opening sentence, and what is asked. An empty one is what is usual. */
  subject: z.string(),
  opening: z.string(),
  request: z.string(),
  /** Whom the answer goes to, and the day it is asked by. */
  answerTo: z.string(),
  answerBy: Day.nullable(),
})
export type UrgingWords = z.infer<typeof UrgingWords>

/** Everything that a letter says. Once made it does not follow the records: what was said stays. */
export const UrgingPaper = UrgingWords.extend({
  year: z.number().int(),
  judgedOn: Day,
  sizeSet: SizeSet,
  /** The paper cited first: "Kế hoạch số 05/KH-UBND ngày …"; empty where no plan gave the tasks. */
  basis: z.string(),
  /** Under their agencies, in the order that agencies have; under each the worst first. */
  lines: z.array(UrgingLine).min(1).readonly(),
})
export type UrgingPaper = z.infer<typeof UrgingPaper>

/** Draft → sent. A letter sent by mistake is withdrawn by a dated word of its own: it stays on the list and no longer counts. */
export const UrgingStatus = z.enum(['draft', 'sent', 'withdrawn'])
export type UrgingStatus = z.infer<typeof UrgingStatus>

/** A letter that urges (công văn đôn đốc). */
export const UrgingLetter = z.object({
  id: UrgingLetterId,
  status: UrgingStatus,
  paper: UrgingPaper,
  /** As received from the office's document system; null before it is sent. */
  number: z.string().nullable(),
  sentOn: Day.nullable(),
  documentRecordId: DocumentRecordId.nullable(),
  madeAt: Moment,
  madeBy: z.string(),
  withdrawnBecause: z.string(),
  version: Version,
})
export type UrgingLetter = z.infer<typeof UrgingLetter>

/** The how-manieth letter this is: that of the line urged most often. */
export function timesOf({ lines }: Pick<UrgingPaper, 'lines'>): number {
  return Math.max(...lines.map(({ times }) => times))
}

/** Lines under their agencies, each agency once, in the order of its first line. */
export function linesByAgency<Line extends Pick<UrgingLine, 'agencyId' | 'agencyName'>>(
  lines: readonly Line[],
): readonly { readonly agencyId: AgencyId; readonly name: string; readonly lines: readonly Line[] }[] {
  return [...Map.groupBy(lines, ({ agencyId }) => agencyId)].map(([agencyId, own]) => ({
    agencyId,
    name: own[0]?.agencyName ?? '',
    lines: own,
  }))
}

/** The lines of any of these kinds, of shares in a role (null: any). */
export function linesOfKinds(
  lines: readonly UrgingLine[],
  kinds: readonly DueKind[],
  role: UrgingLine['role'] | null,
): readonly UrgingLine[] {
  return lines.filter(
    (line) => (role === null || line.role === role) && (kinds.includes(line.kind) || (line.silent && kinds.includes('silent'))),
  )
}
