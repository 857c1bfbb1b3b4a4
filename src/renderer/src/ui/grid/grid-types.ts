/** A line of the grid: a row of data, or a full-width group line (a field, a subgroup). */
export type GridLine<Row> = GridGroupLine | { readonly kind: 'row'; readonly key: string; readonly head: string; readonly row: Row }

export interface GridGroupLine {
  readonly kind: 'group'
  readonly key: string
  readonly level: 1 | 2
  readonly title: string
  readonly note: string
}

export type HintTone = 'quiet' | 'doubt'

export interface Hint {
  readonly text: string
  readonly tone: HintTone
}

export interface GridColumn<Row> {
  readonly key: string
  readonly title: string
  /** Share of the width left over after the minimum widths. */
  readonly weight: number
  /** In CSS pixels. */
  readonly minWidth: number
  readonly text: (row: Row) => string
  /** What the words mean, on a small second line: the day of a deadline, a name not recognised. */
  readonly hint?: (row: Row) => Hint | null
  /** What words being typed would mean, told below the box. */
  readonly explain?: (text: string) => Hint | null
  /** Names that fit what is being typed; absent for plain text. */
  readonly complete?: (text: string, caret: number) => Completion
}

export interface Completion {
  /** The stretch of the text that an option replaces. */
  readonly from: number
  readonly to: number
  readonly options: readonly CompletionOption[]
  /** Whether Enter and Tab take the first option at once; not when the stretch is a whole name already. */
  readonly takesFirst: boolean
}

export interface CompletionOption {
  readonly key: string
  readonly label: string
  readonly detail: string
  /** Put in place of the stretch, ready for the next name. */
  readonly insert: string
}

/** New words for one cell; the grid never changes rows itself. */
export interface CellChange {
  readonly rowKey: string
  readonly columnKey: string
  readonly text: string
}
