import { z } from 'zod'
import { Party } from './agency.ts'
import { Deadline } from './deadline.ts'
import { Day } from './identifier.ts'
import { LineBreakInline, TextInline } from './inline.ts'
import { LegalForm, Letterhead, Signature } from './plan.ts'
import { ProvisionArea, ProvisionKind } from './provision.ts'
import { AppendixColumnKey } from './task.ts'

/**
 * What a reader makes of a file: plain values and doubts, no ids. It goes to the review screen, is corrected there,
 * and only "Nhận vào" (import.accept-…) turns it into records.
 */

/** Every doubt a reader may raise; `shared/text/vi/import.ts` has a sentence and a way out for each. */
export const DraftWarningCode = z.enum([
  'line-not-placed', // a line that fits no block
  'heading-numbering-jump', // I, III or 1, 3
  'footnote-without-anchor',
  'anchor-without-footnote',
  'citation-without-date-word', // "15/2022/NQ-HĐND 13/07/2022": no "ngày"
  'letterhead-not-found',
  'recipients-not-found',
  'signature-not-found',
  'tracked-changes-accepted', // deletions dropped, insertions kept
  'comments-dropped',
  'text-repaired', // NFD, stray controls, faulty UTF-8
  'hidden-text-dropped', // words that Word hides and does not print
  'paragraph-break-guessed', // a full line that ends a sentence: the next one may go on with it
  'paragraph-join-guessed', // the same, taken as one paragraph
  'running-head-dropped', // a line repeated at the edges of pages
  'hyphen-at-line-end', // "2021-" / "2030": the paper does not say whether a space belongs there
  'heading-without-number', // placed by its style or its capitals
  'level-renamed', // Chương, Mục, A., 1.1.1.: printed with the number of the nearest level of ours
  'agency-not-recognised',
  'agency-not-active', // dissolved or not yet founded on the plan's date
  'agency-ambiguous',
  'agency-spelling', // matched although misspelt
  'deadline-not-understood',
  'deadline-doubtful',
  'column-guessed',
  'column-missing',
  'column-kept-as-extra',
  'table-not-read', // a table that is none of tasks, beside one that is
  'footnote-in-cell', // put in brackets behind the words it explains
  'row-not-understood',
  'row-without-lead',
  'field-not-recognised',
  'numbering-repeated', // the same STT twice in a field
  'cells-merged', // read as standing for both columns or rows
  'table-joined', // a table cut in two was put together
  'hidden-cells-skipped', // hidden sheets, rows or columns of a workbook
])
export type DraftWarningCode = z.infer<typeof DraftWarningCode>

export const DraftWarning = z.object({
  code: DraftWarningCode,
  /** 1-based line of the source text, or null (a cell: see `at`). */
  line: z.number().int().positive().nullable(),
  /** The words in doubt. */
  excerpt: z.string(),
  /** Where it stands in the draft: index of the block, or of appendix and row (and its column). */
  at: z.union([
    z.object({ block: z.number().int().nonnegative() }),
    z.object({ appendix: z.number().int().nonnegative(), row: z.number().int().nonnegative(), column: AppendixColumnKey.nullable() }),
    z.null(),
  ]),
})
export type DraftWarning = z.infer<typeof DraftWarning>

export const DraftFootnote = z.object({ kind: z.literal('footnote'), content: z.array(TextInline).readonly() })
export const DraftInline = z.discriminatedUnion('kind', [TextInline, DraftFootnote, LineBreakInline])
export type DraftInline = z.infer<typeof DraftInline>

export const DraftBlock = z.object({
  area: ProvisionArea,
  kind: ProvisionKind,
  content: z.array(DraftInline).readonly(),
  /** First and last line of the source, 1-based; null when made by hand on the review screen. */
  lines: z.object({ from: z.number().int().positive(), to: z.number().int().positive() }).nullable(),
})
export type DraftBlock = z.infer<typeof DraftBlock>

export const DraftColumn = z.object({
  key: AppendixColumnKey,
  title: z.string().min(1),
  weight: z.number().positive(),
  guessed: z.boolean(),
})
export type DraftColumn = z.infer<typeof DraftColumn>

export const DraftRow = z.object({
  /** Title of the field's row above it, without its number; null before the first one. */
  fieldTitle: z.string().nullable(),
  subgroup: z.string().nullable(),
  /** STT as typed, or empty. */
  stt: z.string(),
  content: z.string(),
  product: z.string(),
  leads: z.array(Party).readonly(),
  coordinating: z.array(Party).readonly(),
  deadline: Deadline,
  extra: z.record(z.string(), z.string()),
  /** Cells as they stood, by column, for the review screen: word for word, a line end inside a cell as "\n". */
  cells: z.record(z.string(), z.string()),
  /** 1-based row in the file's table or sheet, for messages. */
  sourceRow: z.number().int().positive().nullable(),
})
export type DraftRow = z.infer<typeof DraftRow>

export const AppendixDraft = z.object({
  title: z.string(),
  orientation: z.enum(['portrait', 'landscape']),
  columns: z.array(DraftColumn).readonly(),
  rows: z.array(DraftRow).readonly(),
})
export type AppendixDraft = z.infer<typeof AppendixDraft>

export const SourceFormat = z.enum(['txt', 'docx', 'xlsx', 'pasted-text', 'pasted-html', 'pasted-cells'])
export type SourceFormat = z.infer<typeof SourceFormat>

export const DraftSource = z.object({
  name: z.string(),
  format: SourceFormat,
  /** The source as lines of text, for the right side of the review screen. */
  lines: z.array(z.string()).readonly(),
})
export type DraftSource = z.infer<typeof DraftSource>

export const PlanDraft = z.object({
  source: DraftSource,
  legalForm: LegalForm,
  year: z.number().int().nullable(),
  letterhead: Letterhead.nullable(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  issuedOn: Day.nullable(),
  subject: z.string().nullable(),
  blocks: z.array(DraftBlock).readonly(),
  recipients: z.array(z.string().min(1)).readonly(),
  signature: Signature.nullable(),
  appendices: z.array(AppendixDraft).readonly(),
  warnings: z.array(DraftWarning).readonly(),
})
export type PlanDraft = z.infer<typeof PlanDraft>

/** The appendix alone, read from a file or pasted cells: one or more tables. */
export const AppendixFileDraft = z.object({
  source: DraftSource,
  appendices: z.array(AppendixDraft).readonly(),
  warnings: z.array(DraftWarning).readonly(),
})
export type AppendixFileDraft = z.infer<typeof AppendixFileDraft>
