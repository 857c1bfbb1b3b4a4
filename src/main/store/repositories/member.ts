import type { AgencyId, MemberId } from '#shared/domain/identifier.ts'
import type { Member } from '#shared/domain/member.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toMember(row: RowOf<'member'>): Member {
  return {
    id: row.id as MemberId,
    name: row.name,
    post: row.post,
    role: row.role as Member['role'],
    agencyId: row.agency_id as AgencyId | null,
    fieldIds: fromJson(row.field_ids),
    followedAgencyIds: fromJson(row.followed_agency_ids),
    activeFrom: row.active_from,
    activeTo: row.active_to,
    position: row.position,
    version: row.version,
  }
}

function toRow(member: Omit<Member, 'version'>): NewRowOf<'member'> {
  return {
    id: member.id,
    name: member.name,
    post: member.post,
    role: member.role,
    agency_id: member.agencyId,
    field_ids: toJson(member.fieldIds),
    followed_agency_ids: toJson(member.followedAgencyIds),
    active_from: member.activeFrom,
    active_to: member.activeTo,
    position: member.position,
  }
}

/** All members, past ones too, in the committee's order. */
export async function listMembers(db: Readable): Promise<readonly Member[]> {
  return (await db.selectFrom('member').selectAll().orderBy('position').orderBy('id').execute()).map(toMember)
}

export async function insertMember(trace: Trace, member: Omit<Member, 'version'>): Promise<Member> {
  return toMember(await trace.insert('member', toRow(member)))
}

/** Writes a member; `version` is the one it was read with. */
export async function updateMember(trace: Trace, member: Member): Promise<Member> {
  return toMember(await trace.update('member', member.id, toRow(member), member.version))
}
