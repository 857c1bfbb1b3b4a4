import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AgencyKind } from '#shared/domain/agency.ts'
import type { AgencyGroupId, AgencyId, FieldId, MemberId } from '#shared/domain/identifier.ts'
import { Day } from '#shared/domain/identifier.ts'
import { CommitteeRole } from '#shared/domain/member.ts'
import { Office } from '#shared/domain/office.ts'
import { insertAgency, insertAgencyGroup } from '#main/store/repositories/agency.ts'
import { insertField } from '#main/store/repositories/field.ts'
import { insertMember } from '#main/store/repositories/member.ts'
import { insertOffice } from '#main/store/repositories/office.ts'
import type { Trace } from '#main/store/trace.ts'

const key = z.string().regex(/^[a-z0-9-]+$/)
const keys = z.array(key).default([])
const names = z.array(z.string().min(1)).default([])
const life = { from: Day.nullable().default(null), to: Day.nullable().default(null) }

/**
 * An organisation as a file of `resources/` describes it: records name each other by keys, which become ids of their own in each
 * workspace. `note` says where a fact comes from or that it was not verified; it is not read.
 */
export const OrganisationSeed = z.strictObject({
  note: z.string().optional(),
  office: Office.omit({ version: true, standingAgencyId: true, isSample: true }).extend({ standingAgency: key }).optional(),
  agencies: z
    .array(
      z.strictObject({
        key,
        name: z.string().min(1),
        shortName: z.string().nullable().default(null),
        aliases: names,
        kind: AgencyKind,
        parent: key.nullable().default(null),
        ...life,
        successors: keys,
        legalBasis: z.string().nullable().default(null),
        note: z.string().optional(),
      }),
    )
    .default([]),
  groups: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        aliases: names,
        unspecified: z.boolean().default(false),
        kinds: z.array(AgencyKind).default([]),
        members: keys,
        excluded: keys,
        ...life,
        note: z.string().optional(),
      }),
    )
    .default([]),
  fields: z
    .array(
      z.strictObject({
        key,
        name: z.string().min(1),
        aliases: names,
        inPlan: z.boolean(),
        inReport: z.boolean(),
        inIndex: z.boolean(),
        usualLeads: keys,
        ...life,
        note: z.string().optional(),
      }),
    )
    .default([]),
  members: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        post: z.string(),
        role: CommitteeRole,
        agency: key.nullable().default(null),
        fields: keys,
        follows: keys,
        ...life,
        note: z.string().optional(),
      }),
    )
    .default([]),
})
export type OrganisationSeed = z.infer<typeof OrganisationSeed>

/** Reads a description from a file that comes with the program; a fault in it is a defect, and is thrown as one. */
export async function readOrganisationSeed(file: string): Promise<OrganisationSeed> {
  return OrganisationSeed.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** Writes a description into an empty workspace: agencies, groups, fields, members, and the office (as a sample one) when it names one. */
export async function seedOrganisation(trace: Trace, newId: <Id extends string>() => Id, seed: OrganisationSeed): Promise<void> {
  const agencyIds = new Map(seed.agencies.map((agency) => [agency.key, newId<AgencyId>()]))
  const fieldIds = new Map(seed.fields.map((field) => [field.key, newId<FieldId>()]))
  const agencyOf = (wanted: string): AgencyId => idOf(agencyIds, wanted)
  const fieldOf = (wanted: string): FieldId => idOf(fieldIds, wanted)

  for (const [position, agency] of parentsFirst(seed.agencies).map((one) => [seed.agencies.indexOf(one), one] as const)) {
    await insertAgency(trace, {
      id: agencyOf(agency.key),
      name: agency.name,
      shortName: agency.shortName,
      aliases: agency.aliases,
      kind: agency.kind,
      parentId: agency.parent === null ? null : agencyOf(agency.parent),
      activeFrom: agency.from,
      activeTo: agency.to,
      successorIds: agency.successors.map(agencyOf),
      legalBasis: agency.legalBasis,
      position,
    })
  }
  for (const [position, group] of seed.groups.entries()) {
    await insertAgencyGroup(trace, {
      id: newId<AgencyGroupId>(),
      name: group.name,
      aliases: group.aliases,
      unspecified: group.unspecified,
      memberKinds: group.kinds,
      memberIds: group.members.map(agencyOf),
      excludedIds: group.excluded.map(agencyOf),
      activeFrom: group.from,
      activeTo: group.to,
      position,
    })
  }
  for (const [position, field] of seed.fields.entries()) {
    await insertField(trace, {
      id: fieldOf(field.key),
      name: field.name,
      aliases: field.aliases,
      position,
      inPlan: field.inPlan,
      inReport: field.inReport,
      inIndex: field.inIndex,
      usualLeadIds: field.usualLeads.map(agencyOf),
      activeFrom: field.from,
      activeTo: field.to,
    })
  }
  for (const [position, member] of seed.members.entries()) {
    await insertMember(trace, {
      id: newId<MemberId>(),
      name: member.name,
      post: member.post,
      role: member.role,
      agencyId: member.agency === null ? null : agencyOf(member.agency),
      fieldIds: member.fields.map(fieldOf),
      followedAgencyIds: member.follows.map(agencyOf),
      activeFrom: member.from,
      activeTo: member.to,
      position,
    })
  }
  if (seed.office === undefined) return
  const { standingAgency, ...office } = seed.office
  await insertOffice(trace, { ...office, standingAgencyId: agencyOf(standingAgency), isSample: true })
}

function idOf<Id>(ids: ReadonlyMap<string, Id>, wanted: string): Id {
  const id = ids.get(wanted)
  if (id === undefined) throw new Error(`the seed names ${wanted}, which it does not hold`)
  return id
}

/** A body's own parts come after it, for the store refuses a parent that is not there yet. */
function parentsFirst<A extends { readonly key: string; readonly parent: string | null }>(agencies: readonly A[]): readonly A[] {
  const placed = new Set<string>()
  const result: A[] = []
  let waiting = [...agencies]
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parent }) => parent === null || placed.has(parent))
    if (ready.length === 0) throw new Error(`the seed has a circle of parents: ${waiting.map((one) => one.key).join(', ')}`)
    for (const agency of ready) placed.add(agency.key)
    result.push(...ready)
    waiting = waiting.filter(({ key: own }) => !placed.has(own))
  }
  return result
}
