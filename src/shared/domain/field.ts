import { z } from 'zod'
import { AgencyId, Day, FieldId, Version } from './identifier.ts'

/**
 * Field (lĩnh vực): a heading of the plan's part II (7 today), a field of the report (6) or of the index (8).
 * The list is data, ordered and dated, because the ministry changes it.
 */
export const Field = z.object({
  id: FieldId,
  /** As printed: "Cải cách thể chế". */
  name: z.string().min(1),
  /** Other wordings met in plans, for matching. */
  aliases: z.array(z.string().min(1)).readonly(),
  position: z.number().int().nonnegative(),
  inPlan: z.boolean(),
  inReport: z.boolean(),
  inIndex: z.boolean(),
  /** Agencies that usually lead in this field: suggestions only. */
  usualLeadIds: z.array(AgencyId).readonly(),
  activeFrom: Day.nullable(),
  activeTo: Day.nullable(),
  version: Version,
})
export type Field = z.infer<typeof Field>
