import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { Agency, AgencyGroup } from '#shared/domain/agency.ts'
import type { Field } from '#shared/domain/field.ts'
import type { AgencyGroupId, AgencyId, FieldId, MemberId } from '#shared/domain/identifier.ts'
import type { Member } from '#shared/domain/member.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { workspaceText } from '#shared/text/vi/workspace.ts'
import {
  getAgency,
  insertAgency,
  insertAgencyGroup,
  listAgencies,
  listAgencyGroups,
  readAgencyRegistry,
  updateAgency,
  updateAgencyGroup,
} from '#main/store/repositories/agency.ts'
import { insertField, listFields, updateField } from '#main/store/repositories/field.ts'
import { insertMember, listMembers, updateMember } from '#main/store/repositories/member.ts'
import { countAgencyUsage, countFieldUsage, countGroupUsage } from '#main/store/repositories/usage.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { definedOnly } from './office.ts'

/** Every agency and group, living and gone. */
export async function readOrganisation({ db }: ServiceContext): Promise<Output<'agency.list'>> {
  return readAgencyRegistry(db)
}

const nextPosition = (records: readonly { readonly position: number }[]): number =>
  Math.max(-1, ...records.map(({ position }) => position)) + 1

export async function createAgency(context: ServiceContext, actor: Actor, input: Input<'agency.create'>): Promise<Agency> {
  return runCommand(context, actor, { command: 'agency.create', undoable: true }, async (trace) =>
    insertAgency(trace, { ...input, id: context.newId<AgencyId>(), position: nextPosition(await listAgencies(trace.trx)) }),
  )
}

/** Adds many agencies at once, in the order given. */
export async function createAgencies(
  context: ServiceContext,
  actor: Actor,
  input: Input<'agency.create-many'>,
): Promise<readonly Agency[]> {
  return runCommand(context, actor, { command: 'agency.create-many', undoable: true }, async (trace) => {
    const first = nextPosition(await listAgencies(trace.trx))
    const made: Agency[] = []
    for (const [index, row] of input.rows.entries()) {
      made.push(await insertAgency(trace, { ...row, id: context.newId<AgencyId>(), position: first + index }))
    }
    return made
  })
}

/** Changes all but the name. Throws `record-not-found`, `record-changed-meanwhile`. */
export async function changeAgency(context: ServiceContext, actor: Actor, input: Input<'agency.update'>): Promise<Agency> {
  return runCommand(context, actor, { command: 'agency.update', undoable: true }, async (trace) => {
    const agency = await getAgency(trace.trx, input.id)
    return updateAgency(trace, { ...agency, ...definedOnly(input.patch), version: input.version })
  })
}

/** Removes an agency that nothing speaks of. Throws `record-in-use`: a body with a past gets an end instead. */
export async function removeAgency(context: ServiceContext, actor: Actor, input: Input<'agency.remove'>): Promise<Output<'agency.remove'>> {
  return runCommand(context, actor, { command: 'agency.remove', undoable: true }, async (trace) => {
    const { name } = await getAgency(trace.trx, input.id)
    const usage = await countAgencyUsage(trace.trx, input.id)
    const { usedBy } = workspaceText
    refuseUsed('agency', name, [
      [usage.tasks, usedBy.tasks(usage.tasks)],
      [usage.sentences, usedBy.sentences(usage.sentences)],
      [usage.members, usedBy.members(usage.members)],
      [usage.groups.length, usedBy.groups(usage.groups.join(', '))],
      [usage.fields.length, usedBy.fields(usage.fields.join(', '))],
      [usage.parts, usedBy.parts(usage.parts)],
      [usage.predecessors, usedBy.predecessors(usage.predecessors)],
      [usage.office, usedBy.office],
    ])
    await trace.remove('agency', input.id, input.version)
    return {}
  })
}

function refuseUsed(noun: string, name: string, uses: readonly (readonly [number, string])[]): void {
  const found = uses.filter(([count]) => count > 0).map(([, words]) => words)
  if (found.length > 0) throw new AppError('record-in-use', { noun, name, usedBy: found.join(', ') })
}

/** The record of an id, and that the caller knows which version it changes. Throws `record-not-found`. */
function known<R extends { readonly id: string }>(noun: string, records: readonly R[], id: string): R {
  const record = records.find((one) => one.id === id)
  if (record === undefined) throw new AppError('record-not-found', { noun, id })
  return record
}

/** Adds a group (no id) or writes one as given. Throws `record-not-found`, `record-changed-meanwhile`. */
export async function saveAgencyGroup(context: ServiceContext, actor: Actor, input: Input<'agency-group.save'>): Promise<AgencyGroup> {
  return runCommand(context, actor, { command: 'agency-group.save', undoable: true }, async (trace) => {
    const groups = await listAgencyGroups(trace.trx)
    if (input.id === null)
      return insertAgencyGroup(trace, { ...input.group, id: context.newId<AgencyGroupId>(), position: nextPosition(groups) })
    const group = known('agency-group', groups, input.id)
    return updateAgencyGroup(trace, { ...group, ...input.group, version: input.version ?? group.version })
  })
}

export async function removeAgencyGroup(
  context: ServiceContext,
  actor: Actor,
  input: Input<'agency-group.remove'>,
): Promise<Output<'agency-group.remove'>> {
  return runCommand(context, actor, { command: 'agency-group.remove', undoable: true }, async (trace) => {
    const group = known('agency-group', await listAgencyGroups(trace.trx), input.id)
    const { tasks, sentences } = await countGroupUsage(trace.trx, input.id)
    const { usedBy } = workspaceText
    refuseUsed('agency-group', group.name, [
      [tasks, usedBy.tasks(tasks)],
      [sentences, usedBy.sentences(sentences)],
    ])
    await trace.remove('agency_group', input.id, input.version)
    return {}
  })
}

export async function readMembers({ db }: ServiceContext): Promise<readonly Member[]> {
  return listMembers(db)
}

/** Adds a member (no id) or writes one as given. Throws `record-not-found`, `record-changed-meanwhile`. */
export async function saveMember(context: ServiceContext, actor: Actor, input: Input<'member.save'>): Promise<Member> {
  return runCommand(context, actor, { command: 'member.save', undoable: true }, async (trace) => {
    const members = await listMembers(trace.trx)
    if (input.id === null) return insertMember(trace, { ...input.member, id: context.newId<MemberId>(), position: nextPosition(members) })
    const member = known('member', members, input.id)
    return updateMember(trace, { ...member, ...input.member, version: input.version ?? member.version })
  })
}

export async function createMembers(context: ServiceContext, actor: Actor, input: Input<'member.create-many'>): Promise<readonly Member[]> {
  return runCommand(context, actor, { command: 'member.create-many', undoable: true }, async (trace) => {
    const first = nextPosition(await listMembers(trace.trx))
    const made: Member[] = []
    for (const [index, member] of input.members.entries()) {
      made.push(await insertMember(trace, { ...member, id: context.newId<MemberId>(), position: first + index }))
    }
    return made
  })
}

export async function removeMember(context: ServiceContext, actor: Actor, input: Input<'member.remove'>): Promise<Output<'member.remove'>> {
  return runCommand(context, actor, { command: 'member.remove', undoable: true }, async (trace) => {
    await trace.remove('member', input.id, input.version)
    return {}
  })
}

export async function readFields({ db }: ServiceContext): Promise<readonly Field[]> {
  return listFields(db)
}

/** Adds a field at the end (no id) or writes one as given. Throws `record-not-found`, `record-changed-meanwhile`. */
export async function saveField(context: ServiceContext, actor: Actor, input: Input<'field.save'>): Promise<Field> {
  return runCommand(context, actor, { command: 'field.save', undoable: true }, async (trace) => {
    const fields = await listFields(trace.trx)
    if (input.id === null) return insertField(trace, { ...input.field, id: context.newId<FieldId>(), position: nextPosition(fields) })
    const field = known('field', fields, input.id)
    return updateField(trace, { ...field, ...input.field, version: input.version ?? field.version })
  })
}

/** Puts the fields into the order given; one that is not named keeps its place after them. */
export async function reorderFields(context: ServiceContext, actor: Actor, input: Input<'field.reorder'>): Promise<readonly Field[]> {
  return runCommand(context, actor, { command: 'field.reorder', undoable: true }, async (trace) => {
    const fields = await listFields(trace.trx)
    const named = input.ids.map((id) => known('field', fields, id))
    const others = fields.filter(({ id }) => !input.ids.includes(id))
    for (const [position, field] of [...named, ...others].entries()) await updateField(trace, { ...field, position })
    return listFields(trace.trx)
  })
}

export async function removeField(context: ServiceContext, actor: Actor, input: Input<'field.remove'>): Promise<Output<'field.remove'>> {
  return runCommand(context, actor, { command: 'field.remove', undoable: true }, async (trace) => {
    const field = known('field', await listFields(trace.trx), input.id)
    const { tasks, members, goals } = await countFieldUsage(trace.trx, input.id)
    const { usedBy } = workspaceText
    refuseUsed('field', field.name, [
      [tasks, usedBy.tasks(tasks)],
      [members, usedBy.members(members)],
      [goals, usedBy.goals(goals)],
    ])
    await trace.remove('field', input.id, input.version)
    return {}
  })
}
