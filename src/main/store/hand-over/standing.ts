import type { DomainTable } from '../schema.ts'

/**
 * How a table stands to a plan that is handed over.
 * - `plan`: the plan itself. `column`: its rows name, in that column, the row of `of` they belong to.
 * - `worded`: a task, which belongs to every plan that words it.
 * - `referred`: rows that a plan's rows name by their id; they go along and are only added where they are missing.
 * - `office`: goes along, added where no office is set up yet.
 * - `home`: never leaves with a plan.
 */
export type Standing =
  | { readonly kind: 'plan' | 'worded' | 'referred' | 'office' | 'home' }
  | { readonly kind: 'column'; readonly column: string; readonly of: DomainTable }

const referred = { kind: 'referred' } as const
const ofPlan = { kind: 'column', column: 'plan_id', of: 'plan' } as const
const ofWording = { kind: 'column', column: 'wording_id', of: 'task_wording' } as const
const home = { kind: 'home' } as const

/**
 * Every domain table, in an order in which rows can be added: what a foreign key leads to comes first. A new table does not compile
 * until it stands here; a test holds the list against the real foreign keys and against every `plan_id`.
 */
export const standings: { readonly [T in DomainTable]: Standing } = {
  agency: referred,
  agency_group: referred,
  field: referred,
  member: referred,
  programme: referred,
  programme_goal: referred,
  office: { kind: 'office' },
  profile: home,
  cited_document: referred,
  evidence: referred,
  document_record: ofPlan,
  plan: { kind: 'plan' },
  provision: ofPlan,
  appendix: ofPlan,
  task: { kind: 'worded' },
  task_wording: ofPlan,
  task_party: ofWording,
  task_provision: ofWording,
  assignment: { kind: 'column', column: 'task_id', of: 'task' },
  progress: { kind: 'column', column: 'assignment_id', of: 'assignment' },
  extension: { kind: 'column', column: 'task_id', of: 'task' },
  task_event: { kind: 'column', column: 'task_id', of: 'task' },
  draft_round: ofPlan,
  frozen_document: ofPlan,
  carried_from: ofPlan,
  leftover: ofPlan,
  served_goal: ofPlan,
  plan_template: home,
  phrase: home,
  saved_view: home,
  agency_form: home,
  urging_letter: home,
  urging_line: home,
  hand_over: home,
  agency_change: home,
  given_task: home,
  light_threshold: home,
}

/** The tables in the order in which rows can be added. */
export const tablesInOrder = Object.keys(standings) as readonly DomainTable[]

/** Rows of these belong to a plan. */
export const ownedTables = tablesInOrder.filter((table) => ['plan', 'column', 'worded'].includes(standings[table].kind))
/** Rows of these go along with a plan where they are named. */
export const referredTables = tablesInOrder.filter((table) => standings[table].kind === 'referred')
/** What a whole workspace takes along: everything but the hand-overs of the machine itself. */
export const workspaceTables = tablesInOrder.filter((table) => table !== 'hand_over')
/** The people at a machine are no part of what the office wrote. */
export const hashedTables = workspaceTables.filter((table) => table !== 'profile')

/**
 * Columns that no content hash is of. The records frozen beside a paper carry the versions of rows and the machine's whole list of bodies, which
 * differ from one copy to the next; the paper itself, frozen beside them, does not.
 */
export const unhashedColumns: { readonly [T in DomainTable]?: string } = { draft_round: 'content_hash', frozen_document: 'content_hash' }

/** A column that leads to a row of the same table: that row must be added first. */
export const selfReferences: { readonly [T in DomainTable]?: string } = {
  agency: 'parent_id',
  plan: 'replaces_plan_id',
  assignment: 'successor_id',
  progress: 'corrects_id',
  task_event: 'corrects_id',
}

/** Rows that no foreign key leads to: they may go before others come. */
export const leafTables: readonly DomainTable[] = [
  'task_party',
  'task_provision',
  'draft_round',
  'frozen_document',
  'carried_from',
  'leftover',
  'served_goal',
]
