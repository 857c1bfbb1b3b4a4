import { AppError } from '#shared/app-error.ts'
import type { Agency, AgencyGroup, AgencyRegistry } from '#shared/domain/agency.ts'
import type { AgencyGroupId, AgencyId } from '#shared/domain/identifier.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toAgency(row: RowOf<'agency'>): Agency {
  return {
    id: row.id as AgencyId,
    name: row.name,
    shortName: row.short_name,
    aliases: fromJson(row.aliases),
    kind: row.kind as Agency['kind'],
    parentId: row.parent_id as AgencyId | null,
    activeFrom: row.active_from,
    activeTo: row.active_to,
    successorIds: fromJson(row.successor_ids),
    legalBasis: row.legal_basis,
    position: row.position,
    version: row.version,
  }
}

function toRow(agency: Omit<Agency, 'version'>): NewRowOf<'agency'> {
  return {
    id: agency.id,
    name: agency.name,
    short_name: agency.shortName,
    aliases: toJson(agency.aliases),
    kind: agency.kind,
    parent_id: agency.parentId,
    active_from: agency.activeFrom,
    active_to: agency.activeTo,
    successor_ids: toJson(agency.successorIds),
    legal_basis: agency.legalBasis,
    position: agency.position,
  }
}

/** All agencies, living and gone, in the registry's order. */
export async function listAgencies(db: Readable): Promise<readonly Agency[]> {
  return (await db.selectFrom('agency').selectAll().orderBy('position').orderBy('id').execute()).map(toAgency)
}

/** Throws `record-not-found`. */
export async function getAgency(db: Readable, id: AgencyId): Promise<Agency> {
  const row = await db.selectFrom('agency').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'agency', id })
  return toAgency(row)
}

export async function insertAgency(trace: Trace, agency: Omit<Agency, 'version'>): Promise<Agency> {
  return toAgency(await trace.insert('agency', toRow(agency)))
}

/** Writes an agency; `version` is the one it was read with. */
export async function updateAgency(trace: Trace, agency: Agency): Promise<Agency> {
  return toAgency(await trace.update('agency', agency.id, toRow(agency), agency.version))
}

function toGroup(row: RowOf<'agency_group'>): AgencyGroup {
  return {
    id: row.id as AgencyGroupId,
    name: row.name,
    aliases: fromJson(row.aliases),
    unspecified: row.unspecified === 1,
    memberKinds: fromJson(row.member_kinds),
    memberIds: fromJson(row.member_ids),
    excludedIds: fromJson(row.excluded_ids),
    activeFrom: row.active_from,
    activeTo: row.active_to,
    position: row.position,
    version: row.version,
  }
}

function toGroupRow(group: Omit<AgencyGroup, 'version'>): NewRowOf<'agency_group'> {
  return {
    id: group.id,
    name: group.name,
    aliases: toJson(group.aliases),
    unspecified: group.unspecified ? 1 : 0,
    member_kinds: toJson(group.memberKinds),
    member_ids: toJson(group.memberIds),
    excluded_ids: toJson(group.excludedIds),
    active_from: group.activeFrom,
    active_to: group.activeTo,
    position: group.position,
  }
}

export async function listAgencyGroups(db: Readable): Promise<readonly AgencyGroup[]> {
  return (await db.selectFrom('agency_group').selectAll().orderBy('position').orderBy('id').execute()).map(toGroup)
}

export async function insertAgencyGroup(trace: Trace, group: Omit<AgencyGroup, 'version'>): Promise<AgencyGroup> {
  return toGroup(await trace.insert('agency_group', toGroupRow(group)))
}

/** Writes a group; `version` is the one it was read with. */
export async function updateAgencyGroup(trace: Trace, group: AgencyGroup): Promise<AgencyGroup> {
  return toGroup(await trace.update('agency_group', group.id, toGroupRow(group), group.version))
}

/** Everything that names are matched against and resolved from. */
export async function readAgencyRegistry(db: Readable): Promise<AgencyRegistry> {
  return { agencies: await listAgencies(db), groups: await listAgencyGroups(db) }
}
