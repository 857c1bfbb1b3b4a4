import type { Row } from './row.ts'

// Plans and what belongs to them, and what plans are made from.

export interface PlanTable extends Row {
  year: number
  subject: string
  legal_form: string
  status: string
  letterhead: string
  symbol: string
  number: string | null
  issued_on: string | null
  recipients: string
  signature: string
  size_set: string
  agencies_as_of: string
  replaces_plan_id: string | null
  document_record_id: string | null
}

export interface ProvisionTable extends Row {
  plan_id: string
  area: string
  kind: string
  content: string
  /** Order key, compared byte by byte. */
  position: string
}

export interface AppendixTable extends Row {
  plan_id: string
  position: string
  title: string
  orientation: string
  columns: string
}

/** A task's identity, living on across versions of a plan and years. */
export interface TaskTable extends Row {
  source: string
  /** Document it comes from when that is no plan, as typed. */
  origin: string | null
  /** Day on which a person closed it, and what was said then; null while it lives. */
  closed_on: string | null
  closed_note: string | null
  /** JSON of `DoneRule`; null wants all leads. */
  done_rule: string | null
}

/** A record of a plan and the record of an older plan it was made from. The id is `record:from`. */
export interface CarriedFromTable extends Row {
  plan_id: string
  noun: string
  record_id: string
  from_id: string
  /** A person looked at it and keeps it as it is. */
  seen: number
}

/** What was left of the old plan when a plan was made from it, and what a person decided to keep of it. */
export interface LeftoverTable extends Row {
  plan_id: string
  key: string
  position: number
  /** The leftover as it was found, JSON: shown when its words are gone. */
  image: string
  kept: number
  reason: string | null
}

/** How one version of a plan words a task: the row of its appendix. */
export interface TaskWordingTable extends Row {
  task_id: string
  plan_id: string
  appendix_id: string
  field_id: string | null
  subgroup: string | null
  position: string
  content: string
  product: string
  deadline: string
  extra: string
}

/** One lead or helper of a wording, in order. The id is `wording:role:ordinal`, so that a changed lead is one changed row. */
export interface TaskPartyTable extends Row {
  wording_id: string
  role: string
  ordinal: number
  kind: string
  agency_id: string | null
  group_id: string | null
  words: string | null
  qualifier: string | null
  written: string | null
}

/** A sentence that a wording comes from. The id is `wording:provision`. */
export interface TaskProvisionTable extends Row {
  wording_id: string
  provision_id: string
  ordinal: number
}

export interface DraftRoundTable extends Row {
  plan_id: string
  ordinal: number
  name: string
  saved_at: string
  saved_by: string
  /** Records as they were, JSON, in `frozen_text`. */
  content_hash: string
  /** The `OfficialDocument` as it was, JSON, in `frozen_text`. */
  document_hash: string
}

/** One copy of an issued document, for ever the same. */
export interface FrozenDocumentTable extends Row {
  plan_id: string
  copy: string
  /** The `OfficialDocument`, JSON, in `frozen_text`. */
  document_hash: string
  /** Records, names and expansions of groups as of the issue, JSON, in `frozen_text`. */
  content_hash: string
  docx_hash: string
  docx_name: string
  issued_at: string
}

export interface DocumentRecordTable extends Row {
  type: string
  number: string
  symbol: string
  issued_on: string | null
  issuer: string
  subject: string
  signer: string
  plan_id: string | null
  our_file: string | null
  signed_file: string | null
}

/** A document that plans cite, as the office knows it. */
export interface CitedDocumentTable extends Row {
  type: string
  /** Normalised number and symbol; empty for a law known by its name. */
  symbol: string
  issued_on: string | null
  issuer: string
  title: string
  valid_from: string | null
  expired_from: string | null
  /** Ids, JSON. */
  replaced_by: string
  note: string
  checked_on: string | null
}

/** A plan or the workspace given to another person, or received from one. */
export interface HandOverTable extends Row {
  state: string
  scope: string
  /** Ids, JSON. */
  plan_ids: string
  title: string
  other_name: string
  other_key: string | null
  pack_id: string
  at: string
  content_hash: string
  return_pack_id: string | null
  returned_at: string | null
  return_hash: string | null
  reason: string | null
  log_hash: string | null
}

export interface ProgrammeTable extends Row {
  name: string
  document: string
  period_from: number
  period_to: number
  /** Documents above it as cited, JSON. */
  parents: string
}

export interface ProgrammeGoalTable extends Row {
  programme_id: string
  position: string
  content: string
  unit: string
  baseline: string
  /** Year → target, JSON. */
  targets: string
  field_id: string | null
  note: string
}

/** That a plan serves a goal. The id is `plan:goal`; sentences and tasks are JSON lists of ids that may be gone. */
export interface ServedGoalTable extends Row {
  plan_id: string
  goal_id: string
  provision_ids: string
  task_ids: string
}

export interface PlanTemplateTable extends Row {
  name: string
  note: string
  legal_form: string
  subject: string
  symbol: string
  letterhead: string
  recipients: string
  signature: string
  size_set: string
  /** Blocks without ids, JSON. */
  blocks: string
  /** Titles, orientations and columns of its appendices, JSON. */
  appendices: string
}

export interface PhraseTable extends Row {
  key: string
  group_name: string
  /** Literal text with its marks, JSON. */
  content: string
}
