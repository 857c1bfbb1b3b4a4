import type { Row } from './row.ts'

/** A view of the year's tasks under a name. */
export interface SavedViewTable extends Row {
  name: string
  /** JSON of `RegisterView`. */
  shown: string
  /** JSON of the keys of the columns shown. */
  columns: string
  is_default: number
}
