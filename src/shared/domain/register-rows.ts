import { compareVietnamese, fold } from '../language/fold.ts'
import type { Agency, AgencyGroup } from './agency.ts'
import type { Field } from './field.ts'
import type { AgencyGroupId, AgencyId, Day, FieldId, MemberId } from './identifier.ts'
import { isOpen, type Light } from './light.ts'
import type { Member } from './member.ts'
import type { Register, RegisterShare, RegisterTask } from './register.ts'
import type { RegisterView } from './register-view.ts'

/** The records that names, order and portfolios are taken from, and the year that the register is of. */
export interface RegisterLookup {
  readonly year: number
  readonly fields: readonly Pick<Field, 'id' | 'name' | 'position'>[]
  readonly agencies: readonly Pick<Agency, 'id' | 'name' | 'shortName' | 'aliases' | 'position'>[]
  readonly groups: readonly Pick<AgencyGroup, 'id' | 'name' | 'position'>[]
  readonly members: readonly Pick<Member, 'id' | 'name' | 'position' | 'fieldIds' | 'followedAgencyIds'>[]
}

/** One row: a task, or one share of it. */
export interface RegisterRow {
  /** Unique in a register: the task's id, or what `shareKey` gives. */
  readonly key: string
  readonly task: RegisterTask
  /** Null where the row is the whole task. */
  readonly share: RegisterShare | null
  /** The shares the row stands for: its own; of a task those of the agency and role asked for, else all. */
  readonly shares: readonly RegisterShare[]
}

/** What a group of rows has in common. */
export type GroupSubject =
  | { readonly kind: 'none' }
  | { readonly kind: 'field'; readonly fieldId: FieldId | null }
  /** The agency that does it; of a task led by several the one named first, and the group's name where a group is named first. */
  | { readonly kind: 'agency'; readonly agencyId: AgencyId }
  | { readonly kind: 'agency-group'; readonly groupId: AgencyGroupId }
  | { readonly kind: 'no-lead' }
  /** Its agency ended and nobody was chosen yet: held by the standing agency, whose own it is not. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'member'; readonly memberId: MemberId | null }
  | { readonly kind: 'light'; readonly light: Light }
  /** "2023-06"; null where nothing open has a day. */
  | { readonly kind: 'month'; readonly month: string | null }

export interface RegisterRowGroup {
  readonly key: string
  readonly subject: GroupSubject
  readonly rows: readonly RegisterRow[]
}

/** The rows of a view; each stands in exactly one group, and no group is empty. */
export interface RegisterRows {
  readonly groups: readonly RegisterRowGroup[]
  /** Rows shown, the tasks they are of (one STT is one task), and the shares they stand for. */
  readonly counts: { readonly rows: number; readonly tasks: number; readonly shares: number }
}

/** Where somebody must act comes first, what needs nothing more comes last. */
export const lightOrder: readonly Light[] = [
  'overdue',
  'due-soon',
  'not-due',
  'no-deadline',
  'continuous',
  'paused',
  'done-late',
  'done-on-time',
  'not-doing',
]

/** The rows of a register that a view asks for, in its groups and order. Throws nothing: what a filter names and is gone finds no row. */
export function applyView(register: Pick<Register, 'tasks'>, view: RegisterView, lookup: RegisterLookup): RegisterRows {
  const order = placesIn(lookup)
  const rows = rowsOf(register.tasks, view).filter((row) => fits(row, view, lookup))
  const ordered = sorted(rows, view, order)
  const grouped = new Map<string, { subject: GroupSubject; rows: RegisterRow[] }>()
  for (const row of ordered) {
    const subject = subjectOf(row, view, lookup)
    const key = subjectKey(subject)
    const group = grouped.get(key)
    if (group === undefined) grouped.set(key, { subject, rows: [row] })
    else group.rows.push(row)
  }
  return {
    groups: [...grouped]
      .map(([key, group]) => ({ key, ...group }))
      .toSorted((one, other) => order.ofSubject(one.subject) - order.ofSubject(other.subject)),
    counts: {
      rows: rows.length,
      tasks: new Set(rows.map(({ task }) => task)).size,
      shares: rows.reduce((sum, { shares }) => sum + shares.length, 0),
    },
  }
}

/** Whether a member is in charge of it: of the task's field, or follows one of these agencies. */
export function isInPortfolio(
  { fieldIds, followedAgencyIds }: Pick<Member, 'fieldIds' | 'followedAgencyIds'>,
  { fieldId }: Pick<RegisterTask, 'fieldId'>,
  shares: readonly Pick<RegisterShare, 'agencyId'>[],
): boolean {
  return (fieldId !== null && fieldIds.includes(fieldId)) || shares.some(({ agencyId }) => followedAgencyIds.includes(agencyId))
}

/**
 * The shares by which a row is judged: its own; of a task those of the agency or role asked for, and its leads where the view asks for
 * neither, because helpers report and never decide.
 */
export function decidingShares({ share, shares }: RegisterRow, { agencyId, role }: RegisterView): readonly RegisterShare[] {
  return share !== null || agencyId !== null || role !== null ? shares : shares.filter((one) => one.role === 'lead')
}

/** The nearest day on which something still owed by these shares falls due, or null. */
export function nextDueOf(shares: readonly RegisterShare[]): Day | null {
  let next: Day | null = null
  for (const { dues } of shares)
    for (const one of dues) if (isOpen(one) && one.due !== null && (next === null || one.due < next)) next = one.due
  return next
}

/** Days by which the latest of what these shares still owe is overdue; 0 where nothing is. */
export function daysLateOf(shares: readonly RegisterShare[]): number {
  let days = 0
  for (const { dues } of shares) for (const { light, daysLate } of dues) if (light === 'overdue' && daysLate > days) days = daysLate
  return days
}

/** Whether one of these shares was not done, or is not yet done, by a day first given, whatever extensions it got. */
export function missesFirstDue(shares: readonly RegisterShare[]): boolean {
  return shares.some(({ dues }) => dues.some(({ keptFirstDue }) => keptFirstDue === false))
}

/** The day of the last word about a row, or null before the first. */
export function updatedOnOf({ task, share }: RegisterRow): Day | null {
  if (share === null) return task.updatedOn
  let last: Day | null = null
  for (const { updatedOn } of share.dues) if (updatedOn !== null && (last === null || updatedOn > last)) last = updatedOn
  return last
}

export function lightOfRow({ task, share }: RegisterRow): Light {
  return share?.light ?? task.light
}

function rowsOf(tasks: readonly RegisterTask[], { level, agencyId, role }: RegisterView): readonly RegisterRow[] {
  const asked = (share: RegisterShare): boolean =>
    (agencyId === null || (share.agencyId === agencyId && !share.waiting)) && (role === null || share.role === role)
  const narrowed = agencyId !== null || role !== null
  return tasks.flatMap((task): readonly RegisterRow[] => {
    const shares = narrowed ? task.shares.filter(asked) : task.shares
    if (level === 'share') {
      return shares.map((share) => ({ key: shareKey(task, share), task, share, shares: [share] }))
    }
    return narrowed && shares.length === 0 ? [] : [{ key: task.taskId, task, share: null, shares }]
  })
}

/** The task, the role and the agency; of shares that wait one agency may hold several in a task, so they go by their own ids. */
function shareKey({ taskId }: RegisterTask, { role, agencyId, waiting, assignmentId }: RegisterShare): string {
  return `${taskId} ${role} ${waiting ? assignmentId : agencyId}`
}

function fits(row: RegisterRow, view: RegisterView, lookup: RegisterLookup): boolean {
  const { task, share } = row
  if (view.fieldId !== null && task.fieldId !== view.fieldId) return false
  if (view.light !== null && lightOfRow(row) !== view.light) return false
  if (view.stale && !(share?.stale ?? task.stale > 0)) return false
  if (view.missedFirst && !missesFirstDue(decidingShares(row, view))) return false
  if (view.memberId !== null) {
    const member = lookup.members.find(({ id }) => id === view.memberId)
    if (member === undefined || !isInPortfolio(member, task, decidingShares(row, view))) return false
  }
  if (view.month !== null) {
    const month = `${lookup.year}-${String(view.month).padStart(2, '0')}`
    const falls = decidingShares(row, view).some(({ dues }) => dues.some((one) => isOpen(one) && one.due?.startsWith(month)))
    if (!falls) return false
  }
  return view.text.trim() === '' || wordsOf(view.text).every((word) => textOf(row, lookup).includes(` ${word}`))
}

/** Words as they are looked for: without accents, apart from any sign. */
function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

const foldedTasks = new WeakMap<RegisterTask, string>()
const foldedAgencies = new WeakMap<object, string>()

/** Everything a row is found by, each word after a space. Folding a year anew at each key would be felt. */
function textOf({ task, shares }: RegisterRow, { agencies }: RegisterLookup): string {
  const folded = remembered(foldedTasks, task, () => [
    task.content,
    task.product,
    task.phrase,
    task.sourceDocument?.symbol ?? '',
    task.sourceDocument?.title ?? '',
    task.sourceDocument?.issuer ?? '',
  ])
  const byId = agencyIndex(agencies)
  const names = [...new Set(shares.map(({ agencyId }) => agencyId))].map((agencyId) => {
    const agency = byId.get(agencyId)
    return agency === undefined ? '' : remembered(foldedAgencies, agency, () => [agency.name, agency.shortName ?? '', ...agency.aliases])
  })
  return [folded, ...names].join('')
}

function remembered<Key extends object>(kept: WeakMap<Key, string>, key: Key, texts: () => readonly string[]): string {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = ` ${wordsOf(texts().join(' ')).join(' ')}`
  kept.set(key, made)
  return made
}

type LookupAgency = RegisterLookup['agencies'][number]
const agencyIndexes = new WeakMap<readonly LookupAgency[], ReadonlyMap<AgencyId, LookupAgency>>()

function agencyIndex(agencies: readonly LookupAgency[]): ReadonlyMap<AgencyId, LookupAgency> {
  const known = agencyIndexes.get(agencies)
  if (known !== undefined) return known
  const made = new Map(agencies.map((agency) => [agency.id, agency]))
  agencyIndexes.set(agencies, made)
  return made
}

function subjectOf(row: RegisterRow, view: RegisterView, lookup: RegisterLookup): GroupSubject {
  const { task, share } = row
  switch (view.group) {
    case 'none':
      return { kind: 'none' }
    case 'field':
      return { kind: 'field', fieldId: task.fieldId }
    case 'lead': {
      if (share !== null) return share.waiting ? { kind: 'waiting' } : { kind: 'agency', agencyId: share.agencyId }
      const deciding = decidingShares(row, view)
      const first = deciding.find(({ waiting }) => !waiting)
      if (first === undefined) return { kind: deciding.length === 0 ? 'no-lead' : 'waiting' }
      return first.throughGroupId === null || view.agencyId !== null
        ? { kind: 'agency', agencyId: first.agencyId }
        : { kind: 'agency-group', groupId: first.throughGroupId }
    }
    case 'member': {
      if (view.memberId !== null) return { kind: 'member', memberId: view.memberId }
      return { kind: 'member', memberId: nearestMember(row, view, lookup)?.id ?? null }
    }
    case 'light':
      return { kind: 'light', light: lightOfRow(row) }
    case 'month':
      return { kind: 'month', month: nextDueOf(decidingShares(row, view))?.slice(0, 7) ?? null }
    default:
      return view.group satisfies never
  }
}

/**
 * The member whom a row stands under, though several may follow it: of a task who has its field, of a share who follows its agency, each before the
 * other; the one with the fewest of them first, because whoever heads the committee has all fields and is no help in telling rows apart.
 */
function nearestMember(row: RegisterRow, view: RegisterView, { members }: RegisterLookup): RegisterLookup['members'][number] | undefined {
  const shares = decidingShares(row, view)
  const byField = members
    .filter((member) => isInPortfolio({ ...member, followedAgencyIds: [] }, row.task, []))
    .toSorted((one, other) => one.fieldIds.length - other.fieldIds.length || one.position - other.position)
  const byAgency = members
    .filter((member) => isInPortfolio({ ...member, fieldIds: [] }, row.task, shares))
    .toSorted((one, other) => one.followedAgencyIds.length - other.followedAgencyIds.length || one.position - other.position)
  return (row.share === null ? [...byField, ...byAgency] : [...byAgency, ...byField])[0]
}

function subjectKey(subject: GroupSubject): string {
  switch (subject.kind) {
    case 'none':
    case 'no-lead':
    case 'waiting':
      return subject.kind
    case 'field':
      return `field ${subject.fieldId}`
    case 'agency':
      return `agency ${subject.agencyId}`
    case 'agency-group':
      return `agency-group ${subject.groupId}`
    case 'member':
      return `member ${subject.memberId}`
    case 'light':
      return `light ${subject.light}`
    case 'month':
      return `month ${subject.month}`
    default:
      return subject satisfies never
  }
}

interface Places {
  readonly ofSubject: (subject: GroupSubject) => number
  readonly ofAgency: (agencyId: AgencyId) => number
}

const LAST = Number.MAX_SAFE_INTEGER

/** Places of records in the office's own order, by id. */
function places(records: readonly { readonly id: string; readonly position: number }[]): ReadonlyMap<string, number> {
  return new Map(records.toSorted((one, other) => one.position - other.position).map(({ id }, place) => [id, place]))
}

/** Order of groups: the office's own order of fields, agencies and members; lights by urgency; months in time; what has none last. */
function placesIn({ fields, agencies, groups, members }: RegisterLookup): Places {
  const field = places(fields)
  const agency = places(agencies)
  const group = places(groups)
  const member = places(members)
  const ofAgency = (agencyId: AgencyId): number => agency.get(agencyId) ?? LAST
  return {
    ofAgency,
    ofSubject: (subject) => {
      switch (subject.kind) {
        case 'none':
          return 0
        case 'no-lead':
          return LAST
        case 'waiting':
          return LAST - 1
        case 'field':
          return subject.fieldId === null ? LAST : (field.get(subject.fieldId) ?? LAST - 1)
        case 'agency':
          return ofAgency(subject.agencyId)
        case 'agency-group':
          // After every agency.
          return agency.size + (group.get(subject.groupId) ?? groups.length)
        case 'member':
          return subject.memberId === null ? LAST : (member.get(subject.memberId) ?? LAST - 1)
        case 'light':
          return lightOrder.indexOf(subject.light)
        case 'month':
          return subject.month === null ? LAST : Number(subject.month.replace('-', ''))
        default:
          return subject satisfies never
      }
    },
  }
}

/** In the order asked for; what has no value stands last either way, and what is equal keeps the paper's order. */
function sorted(rows: readonly RegisterRow[], view: RegisterView, order: Places): readonly RegisterRow[] {
  if (view.sort === 'paper') return view.descending ? rows.toReversed() : rows
  const keyed = rows.map((row) => ({ row, value: sortValue(row, view, order) }))
  const sign = view.descending ? -1 : 1
  return keyed
    .toSorted(({ value: one }, { value: other }) => {
      if (one === null || other === null) return Number(one === null) - Number(other === null)
      return (
        sign *
        (typeof one === 'string' && typeof other === 'string' ? compareVietnamese(one, other) : one < other ? -1 : one > other ? 1 : 0)
      )
    })
    .map(({ row }) => row)
}

function sortValue(row: RegisterRow, view: RegisterView, order: Places): string | number | null {
  switch (view.sort) {
    case 'paper':
      return null
    case 'content':
      return row.task.content
    case 'agency': {
      const first = decidingShares(row, view)[0]
      return first === undefined ? null : order.ofAgency(first.agencyId)
    }
    case 'due':
      return nextDueOf(decidingShares(row, view))
    case 'late':
      return daysLateOf(decidingShares(row, view)) || null
    case 'light':
      return lightOrder.indexOf(lightOfRow(row))
    case 'done':
      return row.share === null ? (row.task.total === 0 ? null : row.task.done / row.task.total) : percentOf(row.share)
    case 'updated':
      // Never spoken of is older than any word.
      return updatedOnOf(row) ?? ''
    default:
      return view.sort satisfies never
  }
}

/** How far a share is, in percent: what was last said of its dues, a finished one being whole. */
export function percentOf({ dues }: RegisterShare): number | null {
  const said = dues.map(({ state, percent }) => (state === 'done' ? 100 : percent))
  if (said.every((one) => one === null)) return null
  return Math.round(said.reduce<number>((sum, one) => sum + (one ?? 0), 0) / said.length)
}
