import type { Generated, Insertable, Kysely, QueryCreator, Selectable, Transaction } from 'kysely'
import type { AssignmentTable, EvidenceTable, ProgressTable, ExtensionTable, TaskEventTable } from './tables/following.ts'
import type { AgencyChangeTable, LastLookTable } from './tables/agency-change.ts'
import type { GivenTaskTable, LightThresholdTable } from './tables/given-task.ts'
import type { SavedViewTable } from './tables/saved-view.ts'
import type { UrgingLetterTable, UrgingLineTable } from './tables/urging-letter.ts'
import type { AgencyFormTable } from './tables/agency-form.ts'
import type { OfficeTable, ProfileTable, AgencyTable, AgencyGroupTable, MemberTable, FieldTable } from './tables/organisation.ts'
import type {
  PlanTable,
  ProvisionTable,
  AppendixTable,
  TaskTable,
  CarriedFromTable,
  LeftoverTable,
  TaskWordingTable,
  TaskPartyTable,
  TaskProvisionTable,
  DraftRoundTable,
  FrozenDocumentTable,
  DocumentRecordTable,
  CitedDocumentTable,
  HandOverTable,
  ProgrammeTable,
  ProgrammeGoalTable,
  ServedGoalTable,
  PlanTemplateTable,
  PhraseTable,
} from './tables/papers.ts'

/**
 * The tables of a workspace, one a noun. Ids are UUIDv7 text, days `YYYY-MM-DD`, moments ISO UTC text, booleans 0/1.
 * A column that holds a value of the domain with parts of its own (a signature, a deadline) is JSON text; `store/json.ts` maps it.
 * Every table of `DomainTables` is written through `store/trace.ts` only.
 */

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
  agency_form: AgencyFormTable
  task_event: TaskEventTable
  given_task: GivenTaskTable
  light_threshold: LightThresholdTable
  draft_round: DraftRoundTable
  frozen_document: FrozenDocumentTable
  programme: ProgrammeTable
  programme_goal: ProgrammeGoalTable
  served_goal: ServedGoalTable
  plan_template: PlanTemplateTable
  phrase: PhraseTable
  saved_view: SavedViewTable
  urging_letter: UrgingLetterTable
  urging_line: UrgingLineTable
  carried_from: CarriedFromTable
  leftover: LeftoverTable
  hand_over: HandOverTable
  agency_change: AgencyChangeTable
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
  /** The task that it is said of. */
  task_id: string | null
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
  last_look: LastLookTable
  search_entry: SearchEntryTable
}

/** A database to read from: the store's, or a transaction's. Inside a transaction use only that one (the other would wait for ever). */
export type Readable = Pick<QueryCreator<Database>, 'selectFrom'>
/** A transaction in the hand: what writing needs. */
export type Writable = Transaction<Database>
export type Store = Kysely<Database>
