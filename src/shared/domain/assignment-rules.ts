import { expandGroup, isActive, partyWords, type AgencyRegistry, type Party } from './agency.ts'
import type { AgencyId, Day, FieldId } from './identifier.ts'
import type { Member } from './member.ts'
import type { Task } from './task.ts'

/** How one task came to an agency. */
export interface GivenTask {
  readonly taskId: Task['id']
  readonly role: 'lead' | 'coordinating'
  /** The group's words on paper through which it was given, or null when it was named itself. */
  readonly through: string | null
}

/** The task's place for an agency, or null. Named itself counts before named through a group, leading before helping. */
function givenBy(task: Task, agencyIds: ReadonlySet<AgencyId>, registry: AgencyRegistry, on: Day): GivenTask | null {
  for (const role of ['lead', 'coordinating'] as const) {
    const parties = role === 'lead' ? task.leads : task.coordinating
    if (parties.some((party) => party.kind === 'agency' && agencyIds.has(party.agencyId))) return { taskId: task.id, role, through: null }
    const group = parties.find((party) => membersOf(party, registry, on).some((id) => agencyIds.has(id)))
    if (group !== undefined) return { taskId: task.id, role, through: partyWords(group, registry) }
  }
  return null
}

/** Agencies a group party stands for as of a day; none for other parties. */
export function membersOf(party: Party, registry: AgencyRegistry, on: Day): readonly AgencyId[] {
  if (party.kind !== 'group') return []
  const group = registry.groups.find((one) => one.id === party.groupId)
  return group === undefined ? [] : expandGroup(group, registry, on).map((agency) => agency.id)
}

/** Tasks given to an agency, in the order of the list, groups expanded as of `on`. */
export function tasksGivenToAgency(tasks: readonly Task[], agencyId: AgencyId, registry: AgencyRegistry, on: Day): readonly GivenTask[] {
  const ids = new Set([agencyId])
  return tasks.flatMap((task) => givenBy(task, ids, registry, on) ?? [])
}

/**
 * Tasks in a committee member's portfolio, whose two axes are the fields in charge and the agencies followed, the own one among them:
 * a task of an own field counts as led by the member's side whoever leads it, others by what the agencies were given.
 */
export function tasksGivenToMember(tasks: readonly Task[], member: Member, registry: AgencyRegistry, on: Day): readonly GivenTask[] {
  const agencyIds = new Set<AgencyId>([...(member.agencyId === null ? [] : [member.agencyId]), ...member.followedAgencyIds])
  const fieldIds = new Set<FieldId>(member.fieldIds)
  return tasks.flatMap((task) => {
    const given = givenBy(task, agencyIds, registry, on)
    if (given !== null && given.role === 'lead') return [given]
    if (task.fieldId !== null && fieldIds.has(task.fieldId)) return [{ taskId: task.id, role: 'lead' as const, through: null }]
    return given === null ? [] : [given]
  })
}

/** Members of the committee on a day, in its order. */
export function membersOn(members: readonly Member[], on: Day): readonly Member[] {
  return members.filter((member) => isActive(member, on)).toSorted((one, other) => one.position - other.position)
}
