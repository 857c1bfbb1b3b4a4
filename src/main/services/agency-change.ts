import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { expandGroup, type AgencyRegistry } from '#shared/domain/agency.ts'
import {
  changeRegistry,
  checkAgencyChange,
  emptiedGroups,
  suggestGroupPairs,
  withSuccessors,
  type AgencyChange,
  type AgencyChangeRequest,
  type GroupPair,
} from '#shared/domain/agency-change.ts'
import { successorsOf } from '#shared/domain/coverage-rules.ts'
import type { Field } from '#shared/domain/field.ts'
import type { AgencyChangeId, AgencyId, AssignmentId, Day } from '#shared/domain/identifier.ts'
import type { Member } from '#shared/domain/member.ts'
import type { Office } from '#shared/domain/office.ts'
import type { Assignment } from '#shared/domain/progress.ts'
import { countReassignment, planReassignment, type Reassignment } from '#shared/domain/reassignment.ts'
import type { ReassignmentLine } from '#shared/ipc/agency-change-contract.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { basisLine } from '#shared/text/vi/agency-change.ts'
import { localDay } from '#shared/language/day.ts'
import { insertAgency, readAgencyRegistry, updateAgency, updateAgencyGroup } from '#main/store/repositories/agency.ts'
import { insertAgencyChange, listAgencyChanges, listTasksOfAgencies } from '#main/store/repositories/agency-change.ts'
import { listFields, updateField } from '#main/store/repositories/field.ts'
import { listMembers, updateMember } from '#main/store/repositories/member.ts'
import { findOffice, updateOffice } from '#main/store/repositories/office.ts'
import type { Readable } from '#main/store/schema.ts'
import type { Trace } from '#main/store/trace.ts'
import { endShare, giveShare } from './assignment-making.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { readOpenTasks, type OpenTask } from './open-shares.ts'
import { documentInNfc } from './progress.ts'

/** Changes recorded so far, the latest first. */
export async function readAgencyChanges({ db }: ServiceContext): Promise<readonly AgencyChange[]> {
  return listAgencyChanges(db)
}

/** What a change would do to every share of the bodies that end; nothing is written. Throws what `makeAgencyChange` throws, but for the missing holder. */
export async function previewAgencyChange(
  context: ServiceContext,
  input: Input<'agency-change.preview'>,
): Promise<Output<'agency-change.preview'>> {
  const prepared = await prepare(context, context.db, input)
  const { reassignment, tasks, pairs, holderId, followers } = prepared
  return {
    counts: countReassignment(reassignment),
    lines: linesOf(reassignment, tasks),
    groupPairs: [...pairs],
    emptiedGroupIds: emptiedGroups(input, prepared.before).map(({ id }) => id),
    freshAgencies: new Set(reassignment.fresh.map((place) => reassignment.created[place]?.agencyId)).size,
    follows: {
      groups: prepared.after.groups.filter((group) => !prepared.before.groups.includes(group)).length,
      members: followers.members.length,
      fields: followers.fields.length,
      standingAgency: followers.office !== null,
    },
    holderId,
  }
}

/**
 * Makes bodies end and others take over: their records, the lists that name them one by one, groups, and every open share. One command, taken back like any
 * other until something builds on it. Old papers stay as they are: what is dated earlier is not touched. Throws `agency-change-in-future`,
 * `agency-change-numbers`, `agency-not-there`, `record-not-found`, `standing-agency-missing` (something waits and nobody is there to hold it),
 * `agency-change-needs-document`.
 */
export async function makeAgencyChange(
  context: ServiceContext,
  actor: Actor,
  input: Input<'agency-change.make'>,
): Promise<Output<'agency-change.make'>> {
  const basis = documentInNfc(input.basis)
  if (basis.symbol === '' && basis.title === '') throw new AppError('agency-change-needs-document', {})
  const note = basisLine(basis)
  return runCommand(context, actor, { command: 'agency-change.make', undoable: true, note }, async (trace) => {
    const { before, after, reassignment, pairs, followers, foundedIds } = await prepare(context, trace.trx, { ...input, basis })
    if (reassignment.unheld.length > 0) throw new AppError('standing-agency-missing', {})
    await writeRegistry(trace, before, after)
    for (const member of followers.members) await updateMember(trace, member)
    for (const field of followers.fields) await updateField(trace, field)
    if (followers.office !== null) await updateOffice(trace, followers.office)
    const change = await insertAgencyChange(trace, {
      id: context.newId<AgencyChangeId>(),
      kind: input.kind,
      effectiveOn: input.effectiveOn,
      basis,
      fromIds: input.fromIds,
      toIds: [...input.toIds, ...foundedIds],
      groupPairs: pairs,
    })
    await writeShares(context, trace, reassignment, input.effectiveOn)
    return { change, counts: countReassignment(reassignment) }
  })
}

interface Prepared {
  readonly before: AgencyRegistry
  readonly after: AgencyRegistry
  readonly foundedIds: readonly AgencyId[]
  readonly pairs: readonly GroupPair[]
  readonly holderId: AgencyId | null
  readonly tasks: readonly OpenTask[]
  readonly reassignment: Reassignment
  readonly followers: Followers
}

/** Records outside the registry that name a body that ends, as they will be. */
interface Followers {
  readonly members: readonly Member[]
  readonly fields: readonly Field[]
  /** The office, where its standing agency has one successor. */
  readonly office: Office | null
}

async function prepare(context: ServiceContext, db: Readable, request: AgencyChangeRequest): Promise<Prepared> {
  const today = localDay(context.now())
  const before = await readAgencyRegistry(db)
  checkAgencyChange(request, before, today)
  const { effectiveOn, fromIds, toIds } = request
  const pairs = request.groupPairs ?? suggestGroupPairs(request, before)
  const foundedIds = request.founded.map(() => context.newId<AgencyId>())
  const legalBasis = basisLine(request.basis)
  const after = changeRegistry(request, before, { foundedIds, pairs, legalBasis })
  const intoIds = [...toIds, ...foundedIds]
  const office = await findOffice(db)
  const holderId = holderOn(office, after, effectiveOn)
  const tasks = await readOpenTasks(db, await listTasksOfAgencies(db, fromIds), { before: effectiveOn, today })
  const reassignment = planReassignment(tasks, {
    fromIds,
    intoIds,
    holderId,
    pairs: pairs.map((pair) => ({ ...pair, members: membersOf(pair, after, effectiveOn) })),
  })
  const followers: Followers = {
    members: (await listMembers(db)).flatMap((member) => {
      if (member.activeTo !== null && member.activeTo < effectiveOn) return []
      const followedAgencyIds = withSuccessors(member.followedAgencyIds, fromIds, intoIds)
      return followedAgencyIds === member.followedAgencyIds ? [] : [{ ...member, followedAgencyIds }]
    }),
    fields: (await listFields(db)).flatMap((field) => {
      const usualLeadIds = withSuccessors(field.usualLeadIds, fromIds, intoIds)
      return usualLeadIds === field.usualLeadIds ? [] : [{ ...field, usualLeadIds }]
    }),
    office: standingAfter(office, fromIds, intoIds),
  }
  return { before, after, foundedIds, pairs, holderId, tasks, reassignment, followers }
}

function membersOf({ toId }: GroupPair, registry: AgencyRegistry, on: Day): readonly AgencyId[] {
  const group = registry.groups.find(({ id }) => id === toId)
  if (group === undefined) throw new AppError('record-not-found', { noun: 'agency-group', id: toId })
  return expandGroup(group, registry, on).map(({ id }) => id)
}

/** The standing agency of a day: the office's, or the one that took over from it by then. */
function holderOn(office: Office | null, registry: AgencyRegistry, on: Day): AgencyId | null {
  const id = office?.standingAgencyId ?? null
  if (id === null) return null
  const agency = registry.agencies.find((one) => one.id === id)
  if (agency !== undefined && (agency.activeTo === null || agency.activeTo >= on)) return id
  return successorsOf(id, registry, on)[0] ?? null
}

function standingAfter(office: Office | null, fromIds: readonly AgencyId[], intoIds: readonly AgencyId[]): Office | null {
  const [onlyId] = intoIds.length === 1 ? intoIds : []
  if (office === null || office.standingAgencyId === null || onlyId === undefined) return null
  return fromIds.includes(office.standingAgencyId) ? { ...office, standingAgencyId: onlyId } : null
}

async function writeRegistry(trace: Trace, before: AgencyRegistry, after: AgencyRegistry): Promise<void> {
  const known = new Set(before.agencies.map(({ id }) => id))
  // Founded first: a record that names its successor must find it.
  for (const agency of after.agencies) if (!known.has(agency.id)) await insertAgency(trace, agency)
  for (const agency of after.agencies) if (known.has(agency.id) && !before.agencies.includes(agency)) await updateAgency(trace, agency)
  for (const group of after.groups) if (!before.groups.includes(group)) await updateAgencyGroup(trace, group)
}

/** Gives the new shares, then ends the old ones into them. */
async function writeShares(context: ServiceContext, trace: Trace, { created, ended }: Reassignment, on: Day): Promise<void> {
  const ids: AssignmentId[] = []
  for (const { taskId, ...share } of created) ids.push((await giveShare(context, trace, taskId, share, on)).id)
  for (const { share, into } of ended) {
    const successorId = typeof into === 'number' ? (ids[into] ?? null) : into
    await endShare(trace, share, on, 'agency-ended', successorId)
  }
}

function linesOf({ created, ended, staying }: Reassignment, tasks: readonly OpenTask[]): readonly ReassignmentLine[] {
  const byId = new Map(tasks.map((task) => [task.taskId, task]))
  const line = (share: Assignment, rest: Pick<ReassignmentLine, 'outcome' | 'toId'>): readonly ReassignmentLine[] => {
    const task = byId.get(share.taskId)
    if (task === undefined) return []
    const { taskId, role, agencyId, throughGroupId } = share
    return [{ taskId, content: task.wording.content, year: task.wording.year, role, agencyId, throughGroupId, ...rest }]
  }
  return [
    ...ended.flatMap(({ share, outcome, into }) => {
      const known = tasks.flatMap(({ shares }) => shares).find(({ id }) => id === into)
      const toId = typeof into === 'number' ? (created[into]?.agencyId ?? null) : (known?.agencyId ?? null)
      return line(share, { outcome, toId })
    }),
    ...staying.flatMap((share) => line(share, { outcome: 'stays', toId: null })),
  ]
}
