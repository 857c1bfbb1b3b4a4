import { fold } from '#shared/language/fold.ts'
import { plainText, type Inline } from '#shared/domain/inline.ts'
import { fromJson } from '../json.ts'
import type { DomainTable, RowOf, Writable } from '../schema.ts'
import type { FoundNoun } from './found-noun.ts'

/** What a record is found by. */
interface SearchEntry {
  readonly noun: FoundNoun
  readonly planId: string | null
  /** The task that it is said of, where that is known from the row alone. */
  readonly taskId?: string
  readonly title: string
  readonly context: string
  /** All the words it is found by, beside title and context. */
  readonly more: readonly string[]
}

/** Words as the index holds them: folded, everything but letters and digits a space, so that "76/NQ-CP" is found as "76 nq cp". */
export function searchWords(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** What a row of a domain table is found by; null for tables that are not searched. */
function entryOf(table: DomainTable, row: object): SearchEntry | null {
  switch (table) {
    case 'plan': {
      const plan = row as RowOf<'plan'>
      return {
        noun: 'plan',
        planId: plan.id,
        title: plan.subject,
        context: `${plan.number ?? ''}/${plan.symbol}`,
        more: [String(plan.year)],
      }
    }
    case 'provision': {
      const provision = row as RowOf<'provision'>
      const content = fromJson<readonly Inline[]>(provision.content)
      const notes = content.flatMap((inline) => (inline.kind === 'footnote' ? [plainText(inline.content)] : []))
      return {
        noun: 'provision',
        planId: provision.plan_id,
        title: plainText(content),
        context: '',
        more: notes,
      }
    }
    case 'task_wording': {
      const task = row as RowOf<'task_wording'>
      return { noun: 'task', planId: task.plan_id, title: task.content, context: task.product, more: [] }
    }
    case 'agency': {
      const agency = row as RowOf<'agency'>
      return {
        noun: 'agency',
        planId: null,
        title: agency.name,
        // Bodies of one name, before and after a merger, are told apart by their lives.
        context: [agency.short_name ?? '', life(agency)].filter((part) => part !== '').join(' · '),
        more: fromJson<readonly string[]>(agency.aliases),
      }
    }
    case 'member': {
      const member = row as RowOf<'member'>
      return { noun: 'member', planId: null, title: member.name, context: member.post, more: [] }
    }
    case 'document_record': {
      const document = row as RowOf<'document_record'>
      return {
        noun: 'document',
        planId: document.plan_id,
        title: document.subject,
        context: `${document.type} ${document.number}/${document.symbol}`,
        more: [document.issuer, document.signer],
      }
    }
    case 'cited_document': {
      const document = row as RowOf<'cited_document'>
      return {
        noun: 'cited-document',
        planId: null,
        title: `${document.type} ${document.symbol}`.trim(),
        context: [document.issuer, document.title].filter((part) => part !== '').join(' · '),
        more: [],
      }
    }
    case 'programme': {
      const programme = row as RowOf<'programme'>
      return {
        noun: 'programme',
        planId: null,
        title: programme.name,
        context: [programme.document, `${programme.period_from} – ${programme.period_to}`].filter((part) => part !== '').join(' · '),
        more: fromJson<readonly string[]>(programme.parents),
      }
    }
    case 'programme_goal': {
      const goal = row as RowOf<'programme_goal'>
      return { noun: 'goal', planId: null, title: goal.content, context: goal.unit, more: [goal.note] }
    }
    case 'given_task': {
      const given = row as RowOf<'given_task'>
      return {
        noun: 'given-task',
        planId: null,
        taskId: given.id,
        title: given.content,
        context: [given.symbol, given.title].filter((part) => part !== '').join(' · '),
        more: [given.product, given.issuer, given.note],
      }
    }
    case 'progress': {
      const progress = row as RowOf<'progress'>
      const { result, difficulty, proposal, explanation, product } = progress
      const title = [result, difficulty, proposal, explanation, product].filter((part) => part !== '').join(' · ')
      // A word that only ticks a state is found by nothing.
      return title === '' ? null : { noun: 'progress', planId: null, title, context: shownDay(progress.happened_on), more: [] }
    }
    case 'evidence': {
      const evidence = row as RowOf<'evidence'>
      return {
        noun: 'evidence',
        planId: null,
        title: [evidence.symbol, evidence.title].filter((part) => part !== '').join(' · '),
        context: [evidence.issuer, evidence.issued_on === null ? '' : shownDay(evidence.issued_on)]
          .filter((part) => part !== '')
          .join(' · '),
        more: [],
      }
    }
    case 'office':
    case 'profile':
    case 'agency_group':
    case 'field':
    case 'appendix':
    case 'task':
    case 'task_party':
    case 'task_provision':
    case 'draft_round':
    case 'frozen_document':
    case 'served_goal':
    case 'plan_template':
    case 'phrase':
    case 'urging_letter':
    case 'urging_line':
    case 'saved_view':
    case 'carried_from':
    case 'leftover':
    case 'hand_over':
    case 'agency_change':
    case 'assignment':
    case 'extension':
    case 'light_threshold':
    case 'agency_form':
    case 'task_event':
      return null
    default:
      return table satisfies never
  }
}

/** "01/03/2025 – …"; empty for a body whose ends are not known. */
function life({ active_from, active_to }: RowOf<'agency'>): string {
  if (active_from === null && active_to === null) return ''
  return `${shownDay(active_from)} – ${shownDay(active_to)}`
}

function shownDay(day: string | null): string {
  return day?.split('-').toReversed().join('/') ?? '…'
}

/** Makes the index say what the row says now. */
export async function writeSearchEntry(trx: Writable, table: DomainTable, row: { readonly id: string }): Promise<void> {
  const entry = entryOf(table, row)
  const taskId = table === 'progress' ? await taskOfProgress(trx, row as RowOf<'progress'>) : (entry?.taskId ?? null)
  if (entry === null) return
  const values = {
    noun: entry.noun,
    plan_id: entry.planId,
    title: entry.title,
    context: entry.context,
    folded: searchWords([entry.title, entry.context, ...entry.more].join(' ')).join(' '),
    // Evidence does not know what it proves: the word that names it says so.
    ...(table === 'evidence' ? {} : { task_id: taskId }),
  }
  await trx
    .insertInto('search_entry')
    .values({ record_id: row.id, ...values })
    .onConflict((conflict) => conflict.column('record_id').doUpdateSet(values))
    .execute()
}

/** The task that a word is about; the evidence that it names is found under the same. */
async function taskOfProgress(trx: Writable, { assignment_id, evidence_ids }: RowOf<'progress'>): Promise<string | null> {
  const share = await trx.selectFrom('assignment').select('task_id').where('id', '=', assignment_id).executeTakeFirst()
  const taskId = share?.task_id ?? null
  const evidence = fromJson<readonly string[]>(evidence_ids)
  if (evidence.length > 0) await trx.updateTable('search_entry').set({ task_id: taskId }).where('record_id', 'in', evidence).execute()
  return taskId
}

export async function removeSearchEntry(trx: Writable, table: DomainTable, id: string): Promise<void> {
  if (!SEARCHED.has(table)) return
  await trx.deleteFrom('search_entry').where('record_id', '=', id).execute()
}

const SEARCHED: ReadonlySet<DomainTable> = new Set([
  'programme',
  'programme_goal',
  'plan',
  'provision',
  'task_wording',
  'agency',
  'member',
  'document_record',
  'cited_document',
  'given_task',
  'progress',
  'evidence',
])
