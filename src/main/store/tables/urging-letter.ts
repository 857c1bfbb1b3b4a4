import type { Row } from './row.ts'

/** A letter that urges (công văn đôn đốc). */
export interface UrgingLetterTable extends Row {
  year: number
  status: string
  /** JSON of `UrgingPaper`: all that it says. */
  paper: string
  number: string | null
  sent_on: string | null
  document_record_id: string | null
  /** Blocks as they were when it was sent, in `frozen_text`; null before. */
  document_hash: string | null
  made_at: string
  made_by: string
  withdrawn_because: string
}

/** What a letter names, once a thing owed, so that letters are counted by share and due. */
export interface UrgingLineTable extends Row {
  letter_id: string
  ordinal: number
  task_id: string
  assignment_id: string
  due: string
  agency_id: string
  times: number
}
