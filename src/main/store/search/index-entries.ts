import { fold } from '#shared/language/fold.ts'
import { plainText, type Inline } from '#shared/domain/inline.ts'
import { fromJson } from '../json.ts'
import type { DomainTable, RowOf, Writable } from '../schema.ts'

/** What a record is found by. */
interface SearchEntry {
  readonly noun: 'programme' | 'goal' | 'plan' | 'provision' | 'task' | 'agency' | 'member' | 'document' | 'cited-document'
  readonly planId: string | null
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
    case 'saved_view':
    case 'carried_from':
    case 'leftover':
    case 'hand_over':
    case 'agency_change':
    case 'assignment':
    case 'evidence':
    case 'progress':
    case 'extension':
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
  if (entry === null) return
  const values = {
    noun: entry.noun,
    plan_id: entry.planId,
    title: entry.title,
    context: entry.context,
    folded: searchWords([entry.title, entry.context, ...entry.more].join(' ')).join(' '),
  }
  await trx
    .insertInto('search_entry')
    .values({ record_id: row.id, ...values })
    .onConflict((conflict) => conflict.column('record_id').doUpdateSet(values))
    .execute()
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
])
