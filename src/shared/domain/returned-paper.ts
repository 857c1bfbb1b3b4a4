/**
 * A paper as words, without layout: what a plan's records print (`PaperText`) and what a Word file that came back says (`ReturnedPaper`).
 * Merging compares the two, so that what printing adds (numbers, capitals, final signs) never looks like an edit.
 * Words are NFC with single spaces; a forced new line is "\n".
 */
import type { FieldId, FootnoteId, ProvisionId, TaskWordingId, AppendixId } from './identifier.ts'
import type { ProvisionArea, ProvisionKind } from './provision.ts'
import type { AppendixColumnKey } from './task.ts'

export interface PaperNote {
  readonly id: FootnoteId
  /** Place of its anchor in the line's text, in UTF-16 units. */
  readonly at: number
  readonly text: string
}

/** A line that the records print. `key` names it within the paper. */
export type PaperLine = { readonly key: string; readonly text: string } & (
  | {
      readonly role: 'provision'
      readonly id: ProvisionId
      readonly area: ProvisionArea
      readonly kind: ProvisionKind
      /** "II.3.6"; empty where there is none. */
      readonly address: string
      /** Address of what it stands under. */
      readonly place: string
      readonly notes: readonly PaperNote[]
    }
  | { readonly role: 'appendix-title'; readonly id: AppendixId }
  | { readonly role: 'subject' | 'recipient' | 'signature' }
  /** Head, marks, attachment lines: printed from the office's settings, never merged. */
  | { readonly role: 'furniture' }
)
export type ProvisionLine = Extract<PaperLine, { role: 'provision' }>

export interface PaperRow {
  readonly id: TaskWordingId
  readonly fieldId: FieldId | null
  readonly subgroup: string | null
  /** "I.2" */
  readonly address: string
  readonly cells: ReadonlyMap<AppendixColumnKey, string>
}

export interface PaperTable {
  readonly id: AppendixId
  readonly title: string
  readonly columns: readonly { readonly key: AppendixColumnKey; readonly title: string }[]
  readonly fields: readonly { readonly id: FieldId | null; readonly name: string }[]
  readonly rows: readonly PaperRow[]
}

export interface PaperText {
  readonly lines: readonly PaperLine[]
  readonly tables: readonly PaperTable[]
}

/** One of our marks: whose, and how many letters of the line it covers. */
export interface ReturnedMark {
  readonly id: string
  readonly letters: number
}

export interface ReturnedNote {
  /** Id of the footnote it was, by its mark; null where that is gone. */
  readonly id: string | null
  readonly at: number
  readonly text: string
}

interface Remarked {
  readonly marks: readonly ReturnedMark[]
  /** Who changed it under tracking. */
  readonly authors: readonly string[]
  /** Indices in the paper's list of comments. */
  readonly comments: readonly number[]
}

export interface ReturnedLine extends Remarked {
  readonly text: string
  /** Number that Word prints by itself: "-", "II."; null where there is none. */
  readonly label: string | null
  readonly notes: readonly ReturnedNote[]
  /** Cell of a table without lines (head, foot) in which it stands, or null. */
  readonly cell: string | null
}

export interface ReturnedCell {
  /** First grid column, from 0, and columns covered. */
  readonly column: number
  readonly span: number
  readonly text: string
}

export interface ReturnedRow extends Remarked {
  readonly cells: readonly ReturnedCell[]
}

export interface ReturnedTable {
  /** Lines that stand before it. */
  readonly after: number
  readonly rows: readonly ReturnedRow[]
}

export interface ReturnedPaper {
  readonly lines: readonly ReturnedLine[]
  readonly tables: readonly ReturnedTable[]
  readonly comments: readonly { readonly author: string; readonly text: string }[]
  /** Words deleted under tracking, by whom. */
  readonly deletions: readonly { readonly author: string; readonly text: string }[]
}
