import { z } from 'zod'
import { AgencyGroupId, AgencyId, type Day, Day as DaySchema, Version } from './identifier.ts'
import { PartyReference } from './inline.ts'

/** Kind of agency, for groups that are defined by kind and for the order of lists. */
export const AgencyKind = z.enum([
  'provincial-committee', // UBND tỉnh
  'department', // sở
  'provincial-office', // văn phòng UBND tỉnh, ban, thanh tra tỉnh: counted among "các sở, ban, ngành"
  'district-committee', // UBND huyện, thành phố thuộc tỉnh (to 30/6/2025)
  'commune-committee', // UBND xã, phường, thị trấn, đặc khu
  'public-unit', // trung tâm, trường, đơn vị sự nghiệp
  'media', // báo, đài, cổng thông tin
  'party', // cơ quan Đảng
  'front', // Mặt trận và tổ chức chính trị - xã hội
  'central-local', // cơ quan trung ương đặt tại địa phương
  'central', // bộ, ngành trung ương
  'other',
])
export type AgencyKind = z.infer<typeof AgencyKind>

/**
 * Agency (cơ quan, đơn vị), a dated record: identity is the id and its dates, never the name
 * (Sở Tài chính before and after 01/3/2025 are two bodies).
 */
export const Agency = z.object({
  id: AgencyId,
  name: z.string().min(1),
  shortName: z.string().nullable(),
  aliases: z.array(z.string().min(1)).readonly(),
  kind: AgencyKind,
  parentId: AgencyId.nullable(),
  /** First and last day of its life; null = not known or still active. */
  activeFrom: DaySchema.nullable(),
  activeTo: DaySchema.nullable(),
  /** Bodies that take over after `activeTo`; several when it was split. */
  successorIds: z.array(AgencyId).readonly(),
  /** Document that founded, renamed or dissolved it, as typed. */
  legalBasis: z.string().nullable(),
  position: z.number().int().nonnegative(),
  version: Version,
})
export type Agency = z.infer<typeof Agency>

/**
 * Agency group ("Các sở, ban, ngành", "UBND các huyện, thành phố"): one name on paper that stands for many agencies.
 * It expands, as of a date, to the active agencies of `memberKinds` and to those of `memberIds`, without `excludedIds`.
 * An `unspecified` group ("các cơ quan, đơn vị có liên quan") stands for nobody in particular and expands to none.
 */
export const AgencyGroup = z.object({
  id: AgencyGroupId,
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).readonly(),
  unspecified: z.boolean(),
  memberKinds: z.array(AgencyKind).readonly(),
  memberIds: z.array(AgencyId).readonly(),
  excludedIds: z.array(AgencyId).readonly(),
  activeFrom: DaySchema.nullable(),
  activeTo: DaySchema.nullable(),
  position: z.number().int().nonnegative(),
  version: Version,
})
export type AgencyGroup = z.infer<typeof AgencyGroup>

/**
 * One item of a list of leads or helpers: a known agency, a known group, or words not recognised (chưa nhận diện).
 * `qualifier` keeps what stands beside the name on paper ("(qua Sở Nội vụ)").
 * `written` keeps a group's words where the paper calls it otherwise than the registry ("các sở, ngành có liên quan", "Thủ trưởng các sở, ban,
 * ngành"): no two plans name a group alike, and the words of the paper stay.
 */
export const Party = z.discriminatedUnion('kind', [
  PartyReference.options[0].extend({ qualifier: z.string().optional() }),
  PartyReference.options[1].extend({ qualifier: z.string().optional(), written: z.string().min(1).optional() }),
  z.object({ kind: z.literal('words'), words: z.string().min(1) }),
])
export type Party = z.infer<typeof Party>

/** All agencies and groups of a workspace: what names are matched against and resolved from. */
export interface AgencyRegistry {
  readonly agencies: readonly Agency[]
  readonly groups: readonly AgencyGroup[]
}

/** Whether a dated record is alive on a day (both ends included). */
export function isActive(record: { readonly activeFrom: Day | null; readonly activeTo: Day | null }, on: Day): boolean {
  return (record.activeFrom === null || record.activeFrom <= on) && (record.activeTo === null || on <= record.activeTo)
}

/** Expands a group to the agencies active on a day, in the registry's order. */
export function expandGroup(group: AgencyGroup, registry: AgencyRegistry, on: Day): readonly Agency[] {
  if (group.unspecified) return []
  return registry.agencies
    .filter((agency) => isActive(agency, on))
    .filter((agency) => group.memberKinds.includes(agency.kind) || group.memberIds.includes(agency.id))
    .filter((agency) => !group.excludedIds.includes(agency.id))
    .toSorted((one, other) => one.position - other.position)
}

/** The words of a party on paper: the agency's name as the registry has it now, the group's as written or as the registry has it, or the words kept. */
export function partyWords(party: Party, registry: AgencyRegistry): string {
  if (party.kind === 'words') return party.words
  const name =
    party.kind === 'agency'
      ? registry.agencies.find((agency) => agency.id === party.agencyId)?.name
      : (party.written ?? registry.groups.find((group) => group.id === party.groupId)?.name)
  if (name === undefined) throw new Error(`party without a record: ${JSON.stringify(party)}`)
  return party.qualifier === undefined ? name : `${name} ${party.qualifier}`
}
