import { type AgencyRegistry } from '#shared/domain/agency.ts'
import type { CitedDocument } from '#shared/domain/cited-document.ts'
import type { Change, ChangeItem } from '#shared/domain/change.ts'
import type { Field } from '#shared/domain/field.ts'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import { columnNames, legalFormNames, orientationNames, partyRoles, recordNames } from '#shared/text/vi/change-words.ts'
import { officeText } from '#shared/text/vi/office.ts'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { settingsText } from '#shared/text/vi/settings.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { showDay, showMoment } from '../../lib/dates.ts'

/** What identifiers in the log are called today. */
export interface KnownNames {
  readonly registry: AgencyRegistry
  readonly fields: readonly Field[]
  readonly citedDocuments: readonly Pick<CitedDocument, 'id' | 'type' | 'symbol'>[]
}

/** One fact of a record as it was and as it became; null = there was no record. */
export interface ChangedFact {
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

/** What a change did to one record, in a person's words. */
export interface ChangedRecord {
  readonly recordId: string
  readonly noun: string
  /** Words by which a person knows it: a name, the beginning of a sentence. */
  readonly title: string
  readonly did: 'made' | 'removed' | 'changed'
  readonly facts: readonly ChangedFact[]
}

type Row = Readonly<Record<string, unknown>>

const lists = new Set(['parents', 'aliases', 'recipients'])
const agencyLists = new Set(['successor_ids', 'member_ids', 'excluded_ids', 'followed_agency_ids', 'usual_lead_ids'])
const days = new Set(['active_from', 'active_to', 'issued_on', 'agencies_as_of', 'valid_from', 'expired_from', 'checked_on', 'closed_on'])
const truths = new Set(['unspecified', 'in_plan', 'in_report', 'in_index', 'seen', 'kept'])

/** A record of the log keeps a task's parties and links beside the task: they are told with it. */
function ownerOf({ noun, recordId }: ChangeItem): string {
  return noun === 'task_party' || noun === 'task_provision' ? (recordId.split(':')[0] ?? recordId) : recordId
}

/**
 * What a change did, record by record. Takes the log's items (rows as they stand in the store, or null) and today's names. Columns without a name
 * for people are left out; a record whose place alone changed says so.
 */
export function describeChange(change: Pick<Change, 'items'>, names: KnownNames): readonly ChangedRecord[] {
  const groups = Map.groupBy(change.items.filter(isTold), ownerOf)
  return [...groups].flatMap(([recordId, items]): readonly ChangedRecord[] => {
    const main =
      items.find((item) => item.recordId === recordId && item.noun !== 'task') ??
      items.find((item) => item.recordId === recordId) ??
      items[0]
    // A task's identity says nothing beside its wording.
    if (main === undefined || (main.noun === 'task' && change.items.some(({ noun }) => noun === 'task_wording'))) return []
    // Closing a task changes its identity's record alone.
    const own = main.noun === 'task' ? items : items.filter(({ noun }) => noun !== 'task')
    const did =
      main.recordId !== recordId || (main.before !== null && main.after !== null) ? 'changed' : main.before === null ? 'made' : 'removed'
    return [
      {
        recordId,
        noun: recordNames[main.noun] ?? main.noun,
        title: titleOf(main, names),
        did,
        facts: own.flatMap((item) => factsOf(item, names)),
      },
    ]
  })
}

/** Where a copied record came from, and the list of what is to be looked through, come with the copy: only what a person then decides is told. */
function isTold({ noun, before, after }: ChangeItem): boolean {
  if (noun === 'carried_from') return before !== null && after !== null
  return noun !== 'leftover' || asRow(before ?? null)?.['kept'] === 1 || asRow(after ?? null)?.['kept'] === 1
}

function asRow(image: unknown): Row | null {
  return typeof image === 'object' && image !== null ? (image as Row) : null
}

function titleOf(item: ChangeItem, names: KnownNames): string {
  const row = asRow(item.after) ?? asRow(item.before)
  if (row === null) return ''
  if (item.noun === 'leftover') return ['before', 'match', 'after'].map((part) => wordsOf(partOf(parsed(row['image']), part))).join('')
  if (item.noun === 'cited_document') return `${wordsOf(row['type'])} ${wordsOf(row['symbol'])}`.trim()
  const words = ['name', 'content', 'subject', 'title', 'province_name']
    .map((column) => showValue(item.noun, column, row[column], names))
    .find((text) => text !== '')
  return words ?? ''
}

function factsOf(item: ChangeItem, names: KnownNames): readonly ChangedFact[] {
  const before = asRow(item.before)
  const after = asRow(item.after)
  if (item.noun === 'task_party') {
    const role = wordsOf((after ?? before)?.['role'])
    return [
      {
        label: partyRoles[role] ?? role,
        before: before === null ? null : partyOf(before, names),
        after: after === null ? null : partyOf(after, names),
      },
    ]
  }
  if (item.noun === 'task_provision')
    return [
      {
        label: recordNames[item.noun] ?? item.noun,
        before: before === null ? null : settingsText.yes,
        after: after === null ? null : settingsText.yes,
      },
    ]
  const facts = Object.entries(columnNames[item.noun] ?? {}).flatMap(([column, label]): readonly ChangedFact[] => {
    const was = before === null ? null : showValue(item.noun, column, before[column], names)
    const is = after === null ? null : showValue(item.noun, column, after[column], names)
    return was === is || ((was ?? '') === '' && (is ?? '') === '') ? [] : [{ label, before: was, after: is }]
  })
  const movedOnly = facts.length === 0 && before !== null && after !== null && before['position'] !== after['position']
  return movedOnly ? [{ label: settingsText.moved, before: null, after: null }] : facts
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')
const listOf = (value: unknown): readonly unknown[] => {
  const list = parsed(value)
  return Array.isArray(list) ? list : []
}
const partOf = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined)

function agencyName(id: unknown, { registry }: KnownNames): string {
  return registry.agencies.find((agency) => agency.id === id)?.name ?? wordsOf(id)
}

function partyOf(row: Row, names: KnownNames): string {
  const name =
    row['kind'] === 'agency'
      ? agencyName(row['agency_id'], names)
      : row['kind'] === 'group'
        ? wordsOf(row['written']) || (names.registry.groups.find(({ id }) => id === row['group_id'])?.name ?? '')
        : wordsOf(row['words'])
  return [name, wordsOf(row['qualifier'])].filter((part) => part !== '').join(' ')
}

/** The literal words of a sentence with its footnotes where they stand. */
function contentOf(value: unknown): string {
  return listOf(value)
    .map((inline) =>
      partOf(inline, 'kind') === 'footnote'
        ? ` ${settingsText.footnote(contentOf(partOf(inline, 'content')))} `
        : partOf(inline, 'kind') === 'line-break'
          ? '\n'
          : wordsOf(partOf(inline, 'text')),
    )
    .join('')
    .trim()
}

function signatureOf(value: unknown): string {
  const signature = parsed(value)
  return [...listOf(partOf(signature, 'authority')).map(wordsOf), wordsOf(partOf(signature, 'title')), wordsOf(partOf(signature, 'name'))]
    .filter((part) => part !== '')
    .join(' / ')
}

function letterheadOf(value: unknown): string {
  const letterhead = parsed(value)
  return [...listOf(partOf(letterhead, 'superior')), ...listOf(partOf(letterhead, 'issuer')), partOf(letterhead, 'place')]
    .map(wordsOf)
    .filter((part) => part !== '')
    .join(' / ')
}

const named = (map: Readonly<Record<string, string>>, value: unknown): string => map[wordsOf(value)] ?? wordsOf(value)

/** A value of a column as a person reads it; empty for what is not there. */
function showValue(noun: string, column: string, value: unknown, names: KnownNames): string {
  if (value === null || value === undefined) return ''
  if (days.has(column)) return showDay(wordsOf(value))
  if (truths.has(column)) return value === 1 || value === true ? settingsText.yes : settingsText.no
  if (lists.has(column)) return listOf(value).map(wordsOf).join('\n')
  if (agencyLists.has(column))
    return listOf(value)
      .map((id) => agencyName(id, names))
      .join('\n')
  switch (column) {
    case 'replaced_by':
      return listOf(value)
        .map((id) => names.citedDocuments.find((document) => document.id === id))
        .map((document) => (document === undefined ? '' : `${document.type} ${document.symbol}`))
        .join('\n')
    case 'targets':
      return Object.entries(parsed(value) ?? {})
        .map(([year, target]) => `${year}: ${wordsOf(partOf(target, 'words'))}`)
        .join('\n')
    case 'provision_ids':
    case 'task_ids':
      return String(listOf(value).length)
    case 'blocks':
      return listOf(value)
        .map((block) => contentOf(partOf(block, 'content')))
        .filter((words) => words !== '')
        .join('\n')
    case 'appendices':
      return listOf(value)
        .map((each) => wordsOf(partOf(each, 'title')))
        .join('\n')
    case 'parent_id':
    case 'agency_id':
    case 'standing_agency_id':
      return agencyName(value, names)
    case 'field_id':
      return names.fields.find(({ id }) => id === value)?.name ?? wordsOf(value)
    case 'field_ids':
      return listOf(value)
        .map((id) => names.fields.find((field) => field.id === id)?.name ?? wordsOf(id))
        .join('\n')
    case 'member_kinds':
      return listOf(value)
        .map((kind) => named(organisationText.kinds, kind))
        .join('\n')
    case 'letterhead':
      return letterheadOf(value)
    case 'signature':
      return signatureOf(value)
    case 'signatures':
      return listOf(value).map(signatureOf).join('\n')
    case 'deadline':
      return wordsOf(partOf(parsed(value), 'phrase'))
    case 'extra':
      return Object.entries(parsed(value) ?? {})
        .map(([key, text]) => `${key.replace(/^extra:/, '')}: ${wordsOf(text)}`)
        .join('\n')
    case 'columns':
      return listOf(value)
        .map((each) => wordsOf(partOf(each, 'title')))
        .join(' · ')
    case 'orientation':
      return named(orientationNames, value)
    case 'legal_form':
      return named(legalFormNames, value)
    case 'size_set':
      return named(officeText.sizeSets, value)
    case 'status':
      return named(planText.status, value)
    case 'saved_at':
      return showMoment(wordsOf(value))
    case 'kind':
      return named(noun === 'provision' ? bringInText.kinds : organisationText.kinds, value)
    case 'role':
      return named(noun === 'profile' ? shell.roles : organisationText.roles, value)
    case 'content':
      return noun === 'provision' || noun === 'phrase' ? contentOf(value) : wordsOf(value)
    default:
      return wordsOf(value)
  }
}

/** Ids of the changes that were taken back and not done again since. `changes` are the log's lines, the newest first. */
export function undoneChanges(changes: readonly Pick<Change, 'id' | 'command' | 'undoes'>[]): ReadonlySet<string> {
  const undone = new Set<string>()
  const takenBack = new Set<string>()
  for (const { id, undoes } of changes) {
    if (undoes === null) continue
    // An undo that a redo took back counts for nothing.
    if (takenBack.has(id)) continue
    takenBack.add(undoes)
    undone.add(undoes)
  }
  return undone
}
