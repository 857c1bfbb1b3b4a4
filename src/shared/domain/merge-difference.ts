import { z } from 'zod'
import { ProvisionId, TaskWordingId, type AppendixId, type FieldId, type FootnoteId } from './identifier.ts'
import type { ProvisionArea, ProvisionKind } from './provision.ts'
import type { AppendixColumnKey } from './task.ts'
import { Piece } from './text-difference.ts'

/** What a person did to the Word file at one place. */
export const MergeKind = z.enum([
  'edited', // other words
  'level', // "-" became "+"
  'added',
  'removed',
  'moved',
  'split',
  'joined',
  'cell',
  'row-added',
  'row-removed',
  'row-moved',
  'table-added',
  'table-removed',
])
export type MergeKind = z.infer<typeof MergeKind>

export const MergePlace = z.object({
  what: z.enum(['sentence', 'footnote', 'subject', 'recipients', 'signature', 'appendix-title', 'column-title', 'row', 'table']),
  /** "II.3.6", "I.2"; empty where there is none. */
  address: z.string(),
  /** Title of the column of a cell; `''` for the subgroup. */
  column: z.string().nullable(),
  provisionId: ProvisionId.nullable(),
  taskId: TaskWordingId.nullable(),
})
export type MergePlace = z.infer<typeof MergePlace>

/** One difference between the draft and the file that came back, to be taken or left as a whole. */
export const MergeDifference = z.object({
  /** The same difference has the same id however often the file is read. */
  id: z.string(),
  kind: MergeKind,
  place: MergePlace,
  /** The draft's words now, and what taking the difference makes of them; null where there is nothing. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  pieces: z.array(Piece).readonly(),
  /** Both the draft and the file changed this since it left. */
  conflict: z.boolean(),
  /** How it left the office, where both changed it. */
  sent: z.string().nullable(),
  /** Of something moved: what it follows now, and would follow. Empty: nothing. */
  follows: z.object({ before: z.string(), after: z.string() }).nullable(),
  authors: z.array(z.string()).readonly(),
  /** Indices in the reading's comments. */
  comments: z.array(z.number().int().nonnegative()).readonly(),
})
export type MergeDifference = z.infer<typeof MergeDifference>

/** A piece of text that came back without a record of its own. */
export interface NewSentence {
  readonly key: string
  readonly kind: ProvisionKind
  readonly area: ProvisionArea
  readonly text: string
  /** Footnotes anchored in it: those of the plan by their id, new ones without. */
  readonly notes: readonly { readonly id: FootnoteId | null; readonly at: number; readonly text: string }[]
}

/** Where a footnote of the plan is anchored in the file's line. */
export interface PlacedNote {
  readonly id: FootnoteId
  readonly at: number
}

/** Place in the file's order of sentences or rows: what stands before it there. */
export type MergeAnchor = number

/** What taking a difference writes. Texts are as printed; `applyMerge` puts them into the records' own form. */
export type MergeEffect =
  | { readonly kind: 'text'; readonly id: ProvisionId; readonly text: string; readonly notes: readonly PlacedNote[] }
  | { readonly kind: 'level'; readonly id: ProvisionId; readonly level: ProvisionKind }
  | { readonly kind: 'add'; readonly sentence: NewSentence; readonly at: MergeAnchor }
  | { readonly kind: 'restore'; readonly id: ProvisionId; readonly text: string; readonly at: MergeAnchor }
  | { readonly kind: 'remove'; readonly id: ProvisionId }
  | { readonly kind: 'move'; readonly ids: readonly ProvisionId[]; readonly at: MergeAnchor }
  | { readonly kind: 'split'; readonly id: ProvisionId; readonly parts: readonly (NewSentence | string)[]; readonly at: MergeAnchor }
  | { readonly kind: 'join'; readonly into: ProvisionId; readonly from: readonly ProvisionId[]; readonly text: string }
  | { readonly kind: 'note-text'; readonly id: FootnoteId; readonly text: string }
  | { readonly kind: 'note-remove'; readonly id: FootnoteId }
  | { readonly kind: 'note-add'; readonly provisionId: ProvisionId; readonly at: number; readonly text: string }
  | { readonly kind: 'note-move'; readonly id: FootnoteId; readonly provisionId: ProvisionId; readonly at: number }
  | { readonly kind: 'subject'; readonly text: string }
  | { readonly kind: 'recipients'; readonly lines: readonly string[] }
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  | { readonly kind: 'appendix-title'; readonly id: AppendixId; readonly text: string }
  | { readonly kind: 'column-title'; readonly id: AppendixId; readonly key: AppendixColumnKey; readonly text: string }
  | { readonly kind: 'cell'; readonly id: TaskWordingId; readonly key: AppendixColumnKey; readonly text: string }
  | { readonly kind: 'row-add'; readonly row: NewRow; readonly at: MergeAnchor }
  | { readonly kind: 'row-remove'; readonly id: TaskWordingId }
  | {
      readonly kind: 'row-move'
      readonly id: TaskWordingId
      readonly appendixId: AppendixId
      readonly fieldId: FieldId | null
      readonly at: MergeAnchor
    }
  | { readonly kind: 'table-add'; readonly table: number }
  | { readonly kind: 'table-remove'; readonly id: AppendixId }

export interface NewRow {
  readonly key: string
  readonly appendixId: AppendixId
  readonly fieldId: FieldId | null
  readonly subgroup: string | null
  readonly cells: ReadonlyMap<AppendixColumnKey, string>
}

/** A difference with what taking it writes. */
export interface Found {
  readonly difference: MergeDifference
  readonly effect: MergeEffect
}

/** Something in the file that is told and not merged. */
export const MergeRemark = z.object({
  code: z.enum(['end-missing', 'head-changed', 'line-not-placed', 'field-renamed', 'column-added', 'column-missing', 'table-not-read']),
  text: z.string(),
})
export type MergeRemark = z.infer<typeof MergeRemark>
