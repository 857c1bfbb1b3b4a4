import { z } from 'zod'
import { AgencyId, FieldId, MemberId } from './identifier.ts'
import { Light } from './light.ts'

/** What the rows of the register are put under. */
export const RegisterGroup = z.enum(['none', 'field', 'lead', 'member', 'light', 'month'])
export type RegisterGroup = z.infer<typeof RegisterGroup>

/** What the rows of the register are put in order by; `paper` is the order of the plans' appendices. */
export const RegisterSort = z.enum(['paper', 'content', 'agency', 'due', 'late', 'light', 'done', 'updated'])
export type RegisterSort = z.infer<typeof RegisterSort>

/**
 * A view of a year's tasks: which rows, under what, in which order. The screen's address, a saved view, a printed list and a figure of the
 * dashboard are the same record, so that a figure and the rows behind it cannot disagree. `applyView` (register-rows.ts) gives the rows.
 */
export const RegisterView = z.object({
  /** Whether a row is a task (one STT) or one share of it (lượt phân công). */
  level: z.enum(['task', 'share']).default('task'),
  group: RegisterGroup.default('field'),
  sort: RegisterSort.default('paper'),
  descending: z.boolean().default(false),
  /** Words looked for, without accents; empty finds all. */
  text: z.string().default(''),
  fieldId: FieldId.nullable().default(null),
  agencyId: AgencyId.nullable().default(null),
  /** Shares in this role only: of the agency asked for, or of any. */
  role: z.enum(['lead', 'coordinating']).nullable().default(null),
  memberId: MemberId.nullable().default(null),
  /** The light of the row itself: of the task, or of the share. */
  light: Light.nullable().default(null),
  /** "Chưa cập nhật" only. */
  stale: z.boolean().default(false),
  /** "Lỡ hạn đầu" only: past the day first given, extensions left out, done or not. */
  missedFirst: z.boolean().default(false),
  /** A month of the year in which something open falls due, 1 to 12. */
  month: z.number().int().min(1).max(12).nullable().default(null),
})
export type RegisterView = z.infer<typeof RegisterView>
