import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { AgencyKind, expandGroup, isActive, type Agency, type AgencyGroup, type AgencyRegistry } from './agency.ts'
import { addDays } from './deadline-meaning.ts'
import { groupsAfter } from './gone-bodies.ts'
import { AgencyChangeId, AgencyGroupId, AgencyId, Day, Version } from './identifier.ts'
import { BasisDocument } from './progress.ts'

/** Hợp nhất, sáp nhập; chia, tách; đổi tên; giải thể, kết thúc hoạt động. */
export const AgencyChangeKind = z.enum(['merge', 'split', 'rename', 'dissolve'])
export type AgencyChangeKind = z.infer<typeof AgencyChangeKind>

/** A group of bodies that ended, and the group that is asked in its place from the same day. */
export const GroupPair = z.object({ fromId: AgencyGroupId, toId: AgencyGroupId })
export type GroupPair = z.infer<typeof GroupPair>

/** A body that a change founds. */
export const FoundedAgency = z.object({ name: z.string().min(1), shortName: z.string().nullable(), kind: AgencyKind })
export type FoundedAgency = z.infer<typeof FoundedAgency>

/** What is asked for: which bodies end, which take over, from which day, by which document. */
export const AgencyChangeRequest = z.object({
  kind: AgencyChangeKind,
  /** The first day of the new order; what ends lived until the day before. */
  effectiveOn: Day,
  basis: BasisDocument,
  fromIds: z.array(AgencyId).min(1).readonly(),
  /** Bodies there are already that take over. */
  toIds: z.array(AgencyId).readonly(),
  founded: z.array(FoundedAgency).readonly(),
  /** Null: as the registry suggests. */
  groupPairs: z.array(GroupPair).readonly().nullable(),
})
export type AgencyChangeRequest = z.infer<typeof AgencyChangeRequest>

/** A change of bodies (sắp xếp cơ quan) as it was recorded. */
export const AgencyChange = z.object({
  id: AgencyChangeId,
  kind: AgencyChangeKind,
  effectiveOn: Day,
  basis: BasisDocument,
  fromIds: z.array(AgencyId).readonly(),
  toIds: z.array(AgencyId).readonly(),
  groupPairs: z.array(GroupPair).readonly(),
  version: Version,
})
export type AgencyChange = z.infer<typeof AgencyChange>

/**
 * Refuses a request that cannot be: a day that has not come, bodies that ended earlier or are not there on the day, and numbers that are not those
 * of its kind. Throws `agency-change-in-future`, `agency-change-numbers`, `agency-not-there`.
 */
export function checkAgencyChange(request: AgencyChangeRequest, registry: AgencyRegistry, today: Day): void {
  const { kind, effectiveOn, fromIds, toIds, founded } = request
  if (effectiveOn > today) throw new AppError('agency-change-in-future', { on: effectiveOn })
  const into = toIds.length + founded.length
  const fits =
    !toIds.some((id) => fromIds.includes(id)) &&
    (kind === 'merge'
      ? into === 1 && fromIds.length + toIds.length >= 2
      : kind === 'split'
        ? fromIds.length === 1 && into >= 2
        : kind === 'rename'
          ? fromIds.length === 1 && into === 1
          : into === 0)
  if (!fits) throw new AppError('agency-change-numbers', { kind })
  const lastDay = addDays(effectiveOn, -1)
  for (const id of fromIds) refuseAway(agencyOf(registry, id), lastDay)
  for (const id of toIds) refuseAway(agencyOf(registry, id), effectiveOn)
}

function refuseAway(agency: Agency, on: Day): void {
  if (!isActive(agency, on)) throw new AppError('agency-not-there', { name: agency.name, on })
}

/** Throws `record-not-found`. */
export function agencyOf({ agencies }: AgencyRegistry, id: AgencyId): Agency {
  const agency = agencies.find((one) => one.id === id)
  if (agency === undefined) throw new AppError('record-not-found', { noun: 'agency', id })
  return agency
}

/**
 * The registry after a change: what ends has its last day and its successors, groups that named a body one by one name those that took over too,
 * and groups of a pair end and begin. `foundedIds` are the ids of the founded bodies, in order; `legalBasis` is written where a record has none.
 */
export function changeRegistry(
  request: AgencyChangeRequest,
  registry: AgencyRegistry,
  {
    foundedIds,
    pairs,
    legalBasis,
  }: { readonly foundedIds: readonly AgencyId[]; readonly pairs: readonly GroupPair[]; readonly legalBasis: string },
): AgencyRegistry {
  const { effectiveOn, fromIds, toIds, founded } = request
  const lastDay = addDays(effectiveOn, -1)
  const intoIds = [...toIds, ...foundedIds]
  const [onlyId] = intoIds.length === 1 ? intoIds : []
  const last = Math.max(-1, ...registry.agencies.map(({ position }) => position))
  const agencies = registry.agencies.map((agency): Agency => {
    if (fromIds.includes(agency.id))
      return {
        ...agency,
        activeTo: lastDay,
        successorIds: [...new Set([...agency.successorIds, ...intoIds])],
        legalBasis: agency.legalBasis ?? legalBasis,
      }
    // What belonged to a body that ended belongs to the one that took over.
    if (agency.parentId !== null && fromIds.includes(agency.parentId) && onlyId !== undefined && onlyId !== agency.id)
      return { ...agency, parentId: onlyId }
    return agency
  })
  const made = founded.flatMap((body, index): readonly Agency[] => {
    const id = foundedIds[index]
    if (id === undefined) return []
    const name = body.name.trim().normalize('NFC')
    return [
      {
        ...body,
        id,
        name,
        aliases: [],
        parentId: null,
        activeFrom: effectiveOn,
        activeTo: null,
        successorIds: [],
        legalBasis,
        position: last + 1 + index,
        version: 1,
      },
    ]
  })
  const groups = registry.groups.map((group): AgencyGroup => {
    const memberIds = withSuccessors(group.memberIds, fromIds, intoIds)
    const excludedIds = withSuccessors(group.excludedIds, fromIds, intoIds)
    const ends = pairs.some(({ fromId }) => fromId === group.id) && (group.activeTo === null || group.activeTo >= effectiveOn)
    const changed = memberIds !== group.memberIds || excludedIds !== group.excludedIds || ends
    return changed ? { ...group, memberIds, excludedIds, activeTo: ends ? lastDay : group.activeTo } : group
  })
  return { agencies: [...agencies, ...made], groups }
}

/** A list that names bodies one by one, with those that took over behind what ended; the very same list where none of them stands in it. */
export function withSuccessors(ids: readonly AgencyId[], fromIds: readonly AgencyId[], intoIds: readonly AgencyId[]): readonly AgencyId[] {
  const missing = intoIds.filter((id) => !ids.includes(id))
  return missing.length > 0 && ids.some((id) => fromIds.includes(id)) ? [...ids, ...missing] : ids
}

/** Groups that nobody is left in from the day on because these bodies end. */
export function emptiedGroups(
  { fromIds, effectiveOn }: Pick<AgencyChangeRequest, 'fromIds' | 'effectiveOn'>,
  registry: AgencyRegistry,
): readonly AgencyGroup[] {
  const lastDay = addDays(effectiveOn, -1)
  return registry.groups.filter((group) => {
    if (!isActive(group, lastDay)) return false
    const before = expandGroup(group, registry, lastDay)
    const left = isActive(group, effectiveOn) ? expandGroup(group, registry, effectiveOn).filter(({ id }) => !fromIds.includes(id)) : []
    return left.length === 0 && before.some(({ id }) => fromIds.includes(id))
  })
}

/** The groups that are emptied, each with the group of those that do their work since, where there is exactly one such group. */
export function suggestGroupPairs(
  request: Pick<AgencyChangeRequest, 'fromIds' | 'effectiveOn'>,
  registry: AgencyRegistry,
): readonly GroupPair[] {
  return emptiedGroups(request, registry).flatMap((group) => {
    const after = groupsAfter(group, registry, request.effectiveOn).filter(({ id }) => id !== group.id)
    return after.length === 1 ? after.map(({ id }) => ({ fromId: group.id, toId: id })) : []
  })
}

/** A change that the registry already tells of by the ends and successors of its records. */
export type RecordedChange = Pick<AgencyChangeRequest, 'kind' | 'effectiveOn' | 'fromIds' | 'toIds'>

/**
 * The changes that ends recorded in the registry mean, up to a day, the earliest first: bodies with one successor of one day are one merger (alone: a
 * new name, where the successor begins on that day and follows nobody else), several successors a split, none the end.
 */
export function recordedChanges(registry: AgencyRegistry, today: Day): readonly RecordedChange[] {
  const ended = registry.agencies.filter(({ activeTo }) => activeTo !== null && activeTo < today)
  const alike = Map.groupBy(ended, ({ activeTo, successorIds, id }) =>
    successorIds.length > 1 ? id : `${activeTo} ${successorIds.join(' ')}`,
  )
  return [...alike.values()]
    .flatMap((bodies): readonly RecordedChange[] => {
      const [first] = bodies
      if (first === undefined || first.activeTo === null) return []
      const effectiveOn = addDays(first.activeTo, 1)
      const [toId, ...more] = first.successorIds
      const founded = registry.agencies.find(({ id }) => id === toId)?.activeFrom === effectiveOn
      const kind = toId === undefined ? 'dissolve' : more.length > 0 ? 'split' : bodies.length === 1 && founded ? 'rename' : 'merge'
      return [{ kind, effectiveOn, fromIds: bodies.map(({ id }) => id), toIds: first.successorIds }]
    })
    .toSorted((one, other) => (one.effectiveOn < other.effectiveOn ? -1 : one.effectiveOn > other.effectiveOn ? 1 : 0))
}
