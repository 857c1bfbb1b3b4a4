import type { Generated, Insertable, Kysely, QueryCreator, Selectable, Transaction } from 'kysely'

/**
 * The tables of a workspace, one a noun. Ids are UUIDv7 text, days `YYYY-MM-DD`, moments ISO UTC text, booleans 0/1.
 * A column that holds a value of the domain with parts of its own (a signature, a deadline) is JSON text; `store/json.ts` maps it.
 * Every table of `DomainTables` is written through `store/trace.ts` only.
 */

interface Row {
  id: string
  /** Optimistic version, from 1; the trace raises it. */
  version: number
}

interface OfficeTable extends Row {
  province_name: string
  letterhead: string
  issuer_in_sentence: string
  plan_symbol: string
  decision_symbol: string
  drafting_symbol: string
  standing_agency_id: string | null
  signatures: string
  recipients: string
  size_set: string
  is_sample: number
}

interface ProfileTable extends Row {
  name: string
  role: string
}

interface AgencyTable extends Row {
  name: string
  short_name: string | null
  aliases: string
  kind: string
  parent_id: string | null
  active_from: string | null
  active_to: string | null
  successor_ids: string
  legal_basis: string | null
  position: number
}

interface AgencyGroupTable extends Row {
  name: string
  aliases: string
  unspecified: number
  member_kinds: string
  member_ids: string
  excluded_ids: string
  active_from: string | null
  active_to: string | null
  position: number
}

interface MemberTable extends Row {
  name: string
  post: string
  role: string
  agency_id: string | null
  field_ids: string
  followed_agency_ids: string
  active_from: string | null
  active_to: string | null
  position: number
}

interface FieldTable extends Row {
  name: string
  aliases: string
  position: number
  in_plan: number
  in_report: number
  in_index: number
  usual_lead_ids: string
  active_from: string | null
  active_to: string | null
}

interface PlanTable extends Row {
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

interface ProvisionTable extends Row {
  plan_id: string
  area: string
  kind: string
  content: string
  /** Order key, compared byte by byte. */
  position: string
}

interface AppendixTable extends Row {
  plan_id: string
  position: string
  title: string
  orientation: string
  columns: string
}

/** A task's identity, living on across versions of a plan and years. */
interface TaskTable extends Row {
  source: string
  /** Document it comes from when that is no plan, as typed. */
  origin: string | null
  /** Day on which a person closed it, and what was said then; null while it lives. */
  closed_on: string | null
  closed_note: string | null
  /** JSON of `DoneRule`; null wants all leads. */
  done_rule: string | null
}

/** One agency's share in a task, living on across plans. */
interface AssignmentTable extends Row {
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

interface EvidenceTable extends Row {
  symbol: string
  issued_on: string | null
  issuer: string
  title: string
  /** Hash, name and size, JSON, or null. */
  file: string | null
}

/** One word about a share; never changed but to be verified. */
interface ProgressTable extends Row {
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

interface ExtensionTable extends Row {
  task_id: string
  assignment_id: string | null
  due: string
  old_due: string
  new_due: string
  decided_on: string
  reason: string
  basis: string
}

/** A record of a plan and the record of an older plan it was made from. The id is `record:from`. */
interface CarriedFromTable extends Row {
  plan_id: string
  noun: string
  record_id: string
  from_id: string
  /** A person looked at it and keeps it as it is. */
  seen: number
}

/** What was left of the old plan when a plan was made from it, and what a person decided to keep of it. */
interface LeftoverTable extends Row {
  plan_id: string
  key: string
  position: number
  /** The leftover as it was found, JSON: shown when its words are gone. */
  image: string
  kept: number
  reason: string | null
}

/** How one version of a plan words a task: the row of its appendix. */
interface TaskWordingTable extends Row {
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
interface TaskPartyTable extends Row {
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
interface TaskProvisionTable extends Row {
  wording_id: string
  provision_id: string
  ordinal: number
}

interface DraftRoundTable extends Row {
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
interface FrozenDocumentTable extends Row {
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

interface DocumentRecordTable extends Row {
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
interface CitedDocumentTable extends Row {
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
interface HandOverTable extends Row {
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

interface ProgrammeTable extends Row {
  name: string
  document: string
  period_from: number
  period_to: number
  /** Documents above it as cited, JSON. */
  parents: string
}

interface ProgrammeGoalTable extends Row {
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
interface ServedGoalTable extends Row {
  plan_id: string
  goal_id: string
  provision_ids: string
  task_ids: string
}

interface PlanTemplateTable extends Row {
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

interface PhraseTable extends Row {
  key: string
  group_name: string
  /** Literal text with its marks, JSON. */
  content: string
}

/** The tables that hold what the office wrote: each write leaves a line in the log and can be taken back. */
export interface DomainTables {
  office: OfficeTable
  profile: ProfileTable
  agency: AgencyTable
  agency_group: AgencyGroupTable
  member: MemberTable
  field: FieldTable
  document_record: DocumentRecordTable
  cited_document: CitedDocumentTable
  plan: PlanTable
  provision: ProvisionTable
  appendix: AppendixTable
  task: TaskTable
  task_wording: TaskWordingTable
  task_party: TaskPartyTable
  task_provision: TaskProvisionTable
  assignment: AssignmentTable
  evidence: EvidenceTable
  progress: ProgressTable
  extension: ExtensionTable
  draft_round: DraftRoundTable
  frozen_document: FrozenDocumentTable
  programme: ProgrammeTable
  programme_goal: ProgrammeGoalTable
  served_goal: ServedGoalTable
  plan_template: PlanTemplateTable
  phrase: PhraseTable
  carried_from: CarriedFromTable
  leftover: LeftoverTable
  hand_over: HandOverTable
}
export type DomainTable = keyof DomainTables

/** A row as it stands in a domain table. */
export type RowOf<T extends DomainTable> = Selectable<DomainTables[T]>
/** A row to be inserted: the trace gives it version 1. */
export type NewRowOf<T extends DomainTable> = Omit<Insertable<DomainTables[T]>, 'version'>

/** Text being typed, kept against a crash; no log, no undo. */
interface UnsavedTextTable {
  plan_id: string
  saved_at: string
  provisions: string
}

interface ChangeTable {
  id: string
  sequence: number
  at: string
  profile_id: string
  profile_name: string
  role: string
  command: string
  /** `command`, `undo` or `redo`. */
  kind: string
  /** What Ctrl+Z does with it: `undoable`, `barrier`, or `apart` (passed over). */
  undoing: string
  undoes: string | null
  /** Why, in the person's own words, where a command asks for it. */
  note: string | null
  previous_hash: string
  hash: string
}

interface ChangeItemTable {
  change_id: string
  ordinal: number
  table_name: string
  record_id: string
  /** Row images, canonical JSON; emptied by a purge. */
  before: string | null
  after: string | null
  /** Random text hashed with the images, so that a purged text cannot be guessed from its hash; emptied by a purge. */
  salt: string | null
  hash: string
  purged_at: string | null
}

/** One row: the end of the chain. Raising it is also what makes two commands wait for each other on a server. */
interface ChangeHeadTable {
  id: string
  sequence: number
  hash: string
}

/** A file kept in `files/` under its hash. */
interface StoredFileTable {
  hash: string
  bytes: number
  name: string
  stored_at: string
}

/** Long text that never changes, kept once under its hash, so that the log need not repeat it. */
interface FrozenTextTable {
  hash: string
  text: string
}

/** What left the office as a Word file: the records it was made of, in `frozen_text`. */
interface SentVersionTable {
  plan_id: string
  content_hash: string
  sent_at: string
}

/** What can be found: one line a record, its words folded. On SQLite a full-text index follows this table. */
interface SearchEntryTable {
  number: Generated<number>
  record_id: string
  noun: string
  plan_id: string | null
  title: string
  context: string
  folded: string
}

export interface Database extends DomainTables {
  unsaved_text: UnsavedTextTable
  change: ChangeTable
  change_item: ChangeItemTable
  change_head: ChangeHeadTable
  stored_file: StoredFileTable
  frozen_text: FrozenTextTable
  sent_version: SentVersionTable
  search_entry: SearchEntryTable
}

/** A database to read from: the store's, or a transaction's. Inside a transaction use only that one (the other would wait for ever). */
export type Readable = Pick<QueryCreator<Database>, 'selectFrom'>
/** A transaction in the hand: what writing needs. */
export type Writable = Transaction<Database>
export type Store = Kysely<Database>
