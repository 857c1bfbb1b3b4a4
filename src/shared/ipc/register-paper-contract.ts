import { z } from 'zod'
import { Day } from '../domain/identifier.ts'
import { RegisterView } from '../domain/register-view.ts'
import { call } from './call.ts'

/** A list of the year's tasks as a view shows them, on a day (null: today). */
export const RegisterPaperRequest = z.object({ year: z.number().int(), asOf: Day.nullable(), view: RegisterView })
export type RegisterPaperRequest = z.infer<typeof RegisterPaperRequest>

export const registerPaperContract = {
  /** Saves the list to a file chosen with the system's dialog; null when cancelled. */
  'register-paper.save': call(
    z.object({ jobId: z.uuid(), request: RegisterPaperRequest, format: z.enum(['docx', 'pdf', 'xlsx']) }),
    z.object({ file: z.string(), notices: z.array(z.string()).readonly() }).nullable(),
  ),
}
