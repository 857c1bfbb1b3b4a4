import { z } from 'zod'
import { AgencyId, Day, FieldId, MemberId, Version } from './identifier.ts'

export const CommitteeRole = z.enum(['head', 'deputy-head', 'standing-member', 'member', 'secretariat'])
export type CommitteeRole = z.infer<typeof CommitteeRole>

/** Member of the steering committee (thành viên Ban chỉ đạo); a portfolio has two axes: fields and agencies followed. */
export const Member = z.object({
  id: MemberId,
  name: z.string().min(1),
  /** Post outside the committee: "Giám đốc Sở Nội vụ". */
  post: z.string(),
  role: CommitteeRole,
  agencyId: AgencyId.nullable(),
  fieldIds: z.array(FieldId).readonly(),
  followedAgencyIds: z.array(AgencyId).readonly(),
  activeFrom: Day.nullable(),
  activeTo: Day.nullable(),
  position: z.number().int().nonnegative(),
  version: Version,
})
export type Member = z.infer<typeof Member>
