import { z } from 'zod'
import { AgencyId, Version } from './identifier.ts'
import { Letterhead, Signature, SizeSet } from './plan.ts'

/** The office that owns the workspace (đơn vị của tôi): what every new plan starts with. Nothing about one province is in code. */
export const Office = z.object({
  /** "tỉnh Lạng Sơn", "thành phố Hải Phòng": as it stands inside sentences. */
  provinceName: z.string().min(1),
  letterhead: Letterhead,
  /** "UBND tỉnh Lạng Sơn": in "(Kèm theo Kế hoạch số … của …)". */
  issuerInSentence: z.string(),
  planSymbol: z.string(),
  decisionSymbol: z.string(),
  /** Drafting unit and typist for the "Lưu" line: "NC". */
  draftingSymbol: z.string(),
  standingAgencyId: AgencyId.nullable(),
  signatures: z.array(Signature).readonly(),
  recipients: z.array(z.string().min(1)).readonly(),
  sizeSet: SizeSet,
  /** The sample province: shown under a banner, never mixed with real data. */
  isSample: z.boolean(),
  version: Version,
})
export type Office = z.infer<typeof Office>
