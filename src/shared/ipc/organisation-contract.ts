import { z } from 'zod'
import { Agency, AgencyGroup } from '../domain/agency.ts'
import { Field } from '../domain/field.ts'
import { AgencyGroupId, AgencyId, FieldId, MemberId, Version } from '../domain/identifier.ts'
import { Member } from '../domain/member.ts'
import { call } from './call.ts'

const nothing = z.object({})
const removed = z.object({})

export const organisationContract = {
  'agency.list': call(nothing, z.object({ agencies: z.array(Agency).readonly(), groups: z.array(AgencyGroup).readonly() })),
  'agency.create': call(Agency.omit({ id: true, version: true, position: true }), Agency),
  /** Any field but the name; the name has its own command because drafts follow it. */
  'agency.update': call(
    z.object({ id: AgencyId, version: Version, patch: Agency.omit({ id: true, version: true, name: true }).partial() }),
    Agency,
  ),
  /** Corrects a wrong name: every draft's marked text, grid, preview and list follows; issued plans do not. */
  'agency.correct-name': call(z.object({ id: AgencyId, version: Version, name: z.string().min(1) }), Agency),
  'agency.remove': call(z.object({ id: AgencyId, version: Version }), removed),
  /** Rows pasted from a spreadsheet (name, short name, kind …) → what would be added, nothing written. */
  'agency.preview-paste': call(
    z.object({ text: z.string() }),
    z.object({
      rows: z
        .array(
          z.object({
            name: z.string(),
            shortName: z.string().nullable(),
            kind: Agency.shape.kind,
            problem: z.enum(['already-there', 'no-name', 'kind-guessed']).nullable(),
          }),
        )
        .readonly(),
    }),
  ),
  'agency.create-many': call(
    z.object({ rows: z.array(Agency.omit({ id: true, version: true, position: true })).min(1) }),
    z.array(Agency).readonly(),
  ),
  'agency-group.save': call(
    z.object({
      id: AgencyGroupId.nullable(),
      version: Version.nullable(),
      group: AgencyGroup.omit({ id: true, version: true, position: true }),
    }),
    AgencyGroup,
  ),
  'agency-group.remove': call(z.object({ id: AgencyGroupId, version: Version }), removed),
  'member.list': call(nothing, z.array(Member).readonly()),
  'member.save': call(
    z.object({ id: MemberId.nullable(), version: Version.nullable(), member: Member.omit({ id: true, version: true, position: true }) }),
    Member,
  ),
  /** Rows pasted from a spreadsheet (name, post, role, agency) → what would be added, nothing written. */
  'member.preview-paste': call(
    z.object({ text: z.string() }),
    z.object({
      rows: z
        .array(
          z.object({
            name: z.string(),
            post: z.string(),
            role: Member.shape.role,
            agencyId: AgencyId.nullable(),
            problem: z.enum(['already-there', 'no-name', 'role-guessed']).nullable(),
          }),
        )
        .readonly(),
    }),
  ),
  'member.create-many': call(
    z.object({ members: z.array(Member.omit({ id: true, version: true, position: true })).min(1) }),
    z.array(Member).readonly(),
  ),
  'member.remove': call(z.object({ id: MemberId, version: Version }), removed),
  'field.list': call(nothing, z.array(Field).readonly()),
  'field.save': call(
    z.object({ id: FieldId.nullable(), version: Version.nullable(), field: Field.omit({ id: true, version: true, position: true }) }),
    Field,
  ),
  'field.reorder': call(z.object({ ids: z.array(FieldId) }), z.array(Field).readonly()),
  'field.remove': call(z.object({ id: FieldId, version: Version }), removed),
}
