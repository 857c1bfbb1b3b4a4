import type { Row } from './row.ts'

/** What a document other than a plan says of a task; its id is the task's. */
export interface GivenTaskTable extends Row {
  symbol: string
  issued_on: string
  issuer: string
  title: string
  field_id: string | null
  content: string
  product: string
  /** JSON of the parties. */
  leads: string
  coordinating: string
  deadline: string
  note: string
}

/** One row: from how many days on the office is warned. */
export interface LightThresholdTable extends Row {
  due_soon_days: number
  stale_days: number
}
