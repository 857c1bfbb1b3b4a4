import { z } from 'zod'
import { AgencyId, ProvisionId, TaskWordingId } from './identifier.ts'

/** Coverage of a plan by its tasks (độ phủ): what still has no partner. Addresses are computed, such as "II.3.6". */
export const Coverage = z.object({
  provisionsWithoutTask: z.array(z.object({ provisionId: ProvisionId, address: z.string(), text: z.string() })).readonly(),
  tasksWithoutProvision: z.array(TaskWordingId).readonly(),
  tasksWithoutLead: z.array(TaskWordingId).readonly(),
  tasksWithoutProduct: z.array(TaskWordingId).readonly(),
  tasksWithoutDeadline: z.array(TaskWordingId).readonly(),
  tasksWithUnrecognisedParty: z.array(TaskWordingId).readonly(),
  /** With the bodies that took over and are alive on the plan's day. */
  tasksWithInactiveAgency: z
    .array(z.object({ taskId: TaskWordingId, agencyId: AgencyId, successorIds: z.array(AgencyId).readonly() }))
    .readonly(),
  /** Agencies named in part III that lead no task and help with none. */
  agenciesWithoutTask: z.array(AgencyId).readonly(),
})
export type Coverage = z.infer<typeof Coverage>
