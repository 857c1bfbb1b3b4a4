import { z } from 'zod'
import { AgencyFormId, AgencyId, AssignmentId, Day, Moment } from '../domain/identifier.ts'
import { ProgressState } from '../domain/progress.ts'
import { call } from './call.ts'

const job = { jobId: z.uuid() }
const year = z.number().int()

/** An agency that owes reports in a year, and the forms made for it. */
export const FormAgency = z.object({
  agencyId: AgencyId,
  name: z.string(),
  /** Dues that a form made now would hold: all, and those of shares it leads. */
  open: z.number().int().nonnegative(),
  openAsLead: z.number().int().nonnegative(),
  /** The newest form, or null. */
  form: z
    .object({
      id: AgencyFormId,
      madeAt: Moment,
      madeBy: z.string(),
      file: z.string(),
      rows: z.number().int(),
      /** Rows of it that came back. */
      answeredRows: z.number().int(),
      answeredAt: Moment.nullable(),
    })
    .nullable(),
  /** How many were made for it in the year. */
  made: z.number().int().nonnegative(),
})
export type FormAgency = z.infer<typeof FormAgency>

/** What was said of a due, as the preview shows it. */
const Said = z.object({
  state: ProgressState,
  percent: z.number().int().nullable(),
  happenedOn: Day,
  result: z.string(),
  product: z.string(),
  difficulty: z.string(),
  proposal: z.string(),
  explanation: z.string(),
  /** "123/BC-STP ngày 20/06/2023: Báo cáo…", or empty. */
  document: z.string(),
})
export type Said = z.infer<typeof Said>

/** A row that would be written. */
export const FormChange = z.object({
  row: z.number().int(),
  assignmentId: AssignmentId,
  due: z.string(),
  stt: z.string(),
  content: z.string(),
  dueWords: z.string(),
  /** The last word until now, or null. */
  before: Said.nullable(),
  after: Said,
  notes: z.array(z.string()).readonly(),
})
export type FormChange = z.infer<typeof FormChange>

/** A returned form as it was read; nothing of it is written yet. */
export const FormPreview = z.object({
  /** Names the reading to `agency-form.accept`. */
  id: z.uuid(),
  file: z.string(),
  agencyName: z.string().nullable(),
  status: z.enum(['ready', 'nothing-new', 'refused']),
  changes: z.array(FormChange).readonly(),
  /** Rows that came before with the same words, and rows left empty. */
  same: z.number().int().nonnegative(),
  blank: z.number().int().nonnegative(),
  /** Cell by cell, with what to do; where there is one, nothing of the form is taken. */
  problems: z.array(z.object({ at: z.string().nullable(), code: z.string(), says: z.string(), wayOut: z.string() })).readonly(),
  notes: z.array(z.string()).readonly(),
})
export type FormPreview = z.infer<typeof FormPreview>

export const agencyFormContract = {
  /** The agencies that a year's open dues lie with, and what came back from them. */
  'agency-form.list': call(
    z.object({ year, asOf: Day.nullable() }),
    z.object({ agencies: z.array(FormAgency).readonly(), sent: z.number().int(), back: z.number().int() }),
  ),
  /** Asks for a folder and writes one form an agency; null when cancelled. */
  'agency-form.make': call(
    z.object({ ...job, year, asOf: Day.nullable(), agencyIds: z.array(AgencyId).min(1), leadOnly: z.boolean() }),
    z.object({ folder: z.string(), files: z.array(z.string()).readonly() }).nullable(),
  ),
  /** Asks for returned forms, several at once; empty when cancelled. */
  'agency-form.choose': call(z.object({}), z.object({ paths: z.array(z.string()).readonly() })),
  /** Reads one returned form and tells what it would change. Nothing is written. */
  'agency-form.read': call(z.object({ ...job, year, path: z.string() }), FormPreview),
  /** Takes a form that was read, as one command. */
  'agency-form.accept': call(z.object({ id: z.uuid() }), z.object({ applied: z.number().int() })),
}
