import type { Row } from './row.ts'

// What an issued plan is followed by.

/** One agency's share in a task, living on across plans. */
export interface AssignmentTable extends Row {
  task_id: string
  role: string
  agency_id: string
  through_group_id: string | null
  as_of: string
  ordinal: number
  waiting: number
  ended_on: string | null
  ended_because: string | null
  successor_id: string | null
}

export interface EvidenceTable extends Row {
  symbol: string
  issued_on: string | null
  issuer: string
  title: string
  /** Hash, name and size, JSON, or null. */
  file: string | null
}

/** One word about a share; never changed but to be verified. */
export interface ProgressTable extends Row {
  assignment_id: string
  /** Key of the due it speaks of, or null for all of the task. */
  due: string | null
  happened_on: string
  recorded_at: string
  recorded_by: string
  state: string
  percent: number | null
  result: string
  product: string
  difficulty: string
  proposal: string
  explanation: string
  evidence_ids: string
  channel: string
  basis: string | null
  verified_at: string | null
  verified_by: string | null
  corrects_id: string | null
}

export interface ExtensionTable extends Row {
  task_id: string
  assignment_id: string | null
  due: string
  old_due: string
  new_due: string
  decided_on: string
  reason: string
  basis: string
  /** The scanned document: hash, name and size, JSON, or null. */
  file: string | null
}

/** A dated decision about a task after its issue; never changed. */
export interface TaskEventTable extends Row {
  task_id: string
  assignment_id: string | null
  kind: string
  happened_on: string
  recorded_at: string
  recorded_by: string
  agency_id: string | null
  reason: string
  basis: string
  /** The scanned document: hash, name and size, JSON, or null. */
  file: string | null
  corrects_id: string | null
}
