import type { Row } from './row.ts'

/** A form made for an agency to report by. */
export interface AgencyFormTable extends Row {
  agency_id: string
  year: number
  as_of: string
  made_at: string
  made_by: string
  file: string
  /** Signs the rows of the file; never leaves the workspace. */
  signing_key: string
  /** JSON of its rows as they were sent, with what came back in each. */
  form_rows: string
  answered_at: string | null
}
