import { z } from 'zod'
import { AgencyFormId, AgencyId, AssignmentId, Day, Moment, ProgressId, Version } from './identifier.ts'

/** Columns of a "Phiếu cập nhật tiến độ" in their order: what the agency is told, what it fills in, and what its rows are known by. */
export const shownColumns = ['stt', 'content', 'role', 'due', 'last'] as const
export const inputColumns = [
  'state',
  'percent',
  'happenedOn',
  'result',
  'product',
  'difficulty',
  'proposal',
  'documentSymbol',
  'documentDay',
  'documentTitle',
  'explanation',
] as const
export const idColumns = ['formId', 'assignmentId', 'dueKey', 'check'] as const
export const formColumns = [...shownColumns, ...inputColumns, ...idColumns] as const
export type InputColumn = (typeof inputColumns)[number]
export type FormColumn = (typeof formColumns)[number]

/** A row of a form as it was sent: one due of one share. */
export const AgencyFormRow = z.object({
  assignmentId: AssignmentId,
  due: z.string(),
  stt: z.string(),
  content: z.string(),
  /** What the due is called on the sheet: "Quý II/2023, hạn 30/06/2023". */
  dueWords: z.string(),
  /**
   * What came back in this row and was taken in, the last one last: a digest of the words, and the entry they became. The same words again change
   * nothing, even after other words came.
   */
  answers: z.array(z.object({ digest: z.string(), progressId: ProgressId, at: Moment })).readonly(),
})
export type AgencyFormRow = z.infer<typeof AgencyFormRow>

/** A form (phiếu cập nhật tiến độ) that was made for an agency: what its file may bring back. */
export const AgencyForm = z.object({
  id: AgencyFormId,
  agencyId: AgencyId,
  year: z.number().int(),
  /** The day its dues were judged on. */
  asOf: Day,
  madeAt: Moment,
  madeBy: z.string(),
  file: z.string(),
  /** Signs its rows; it never leaves the workspace. */
  key: z.string(),
  rows: z.array(AgencyFormRow).readonly(),
  /** When rows of it were first and last taken in. */
  answeredAt: Moment.nullable(),
  version: Version,
})
export type AgencyForm = z.infer<typeof AgencyForm>

/** What is written on a form's sheet: words only. */
export interface AgencyFormSheet {
  readonly formId: AgencyFormId
  readonly year: number
  readonly agencyName: string
  readonly madeOn: Day
  readonly asOf: Day
  readonly rows: readonly AgencyFormSheetRow[]
}

export interface AgencyFormSheetRow extends Pick<AgencyFormRow, 'assignmentId' | 'due' | 'stt' | 'content' | 'dueWords'> {
  readonly role: string
  /** What was last said about it, in words; empty where nothing was. */
  readonly last: string
  readonly check: string
}

/** A cell of a form as it came back: where it stands now, and what is in it. */
export interface FormCell {
  readonly at: string
  readonly text: string
  readonly meaning:
    | { readonly kind: 'text' }
    | { readonly kind: 'figure'; readonly value: number; readonly percent: boolean }
    | { readonly kind: 'day'; readonly day: Day }
    | { readonly kind: 'error' }
}

/** A remark on a cell, worded by `text/vi/agency-form.ts`: `at` is where a person finds it, "F12"; null where it is about the file. */
export interface FormRemark<Code extends string> {
  readonly at: string | null
  readonly code: Code
  /** Whatever the sentence names: the words found, a column, a day. */
  readonly says: string
}

/** Why a form, or a row of it, is not taken. */
export type FormProblemCode =
  | 'not-a-form'
  | 'other-year'
  | 'unknown-form'
  | 'column-missing'
  | 'column-twice'
  | 'merged'
  | 'id-missing'
  | 'id-edited'
  | 'row-of-other-form'
  | 'row-without-id'
  | 'row-twice'
  | 'content-edited'
  | 'share-ended'
  | 'formula-error'
  | 'state-missing'
  | 'state-unknown'
  | 'percent-unclear'
  | 'percent-range'
  | 'day-missing'
  | 'day-in-future'
  | 'day-serial'
  | `day-${'no-day' | 'no-year' | 'month-first' | 'two-digit-year' | 'no-such-day' | 'not-understood'}`
  | 'evidence-missing'
  | 'document-missing'
  | 'document-nameless'

/** What was understood though it was not quite as asked, or is worth a look. */
export type FormNoteCode =
  | 'column-moved'
  | 'column-hidden'
  | 'column-added'
  | 'row-hidden'
  | 'row-gone'
  | 'row-repeated'
  | 'day-from-text'
  | 'day-from-serial'
  | 'state-from-words'
  | 'day-before-year'
  | 'older-than-known'
  | 'replaces-answer'
  | 'older-answer'
  | 'percent-of-done'
  | 'document-undated'

export type FormProblem = FormRemark<FormProblemCode>
export type FormNote = FormRemark<FormNoteCode>
