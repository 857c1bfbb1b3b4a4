import { z } from 'zod'
import { Day } from './identifier.ts'

export const DeadlineKind = z.enum([
  'date',
  'by',
  'month',
  'quarter',
  'half-year',
  'year',
  'period',
  'recurring',
  'continuous',
  'relative',
  'reference',
  'unknown',
])
export type DeadlineKind = z.infer<typeof DeadlineKind>

export const RecurrenceUnit = z.enum(['day', 'week', 'two-weeks', 'month', 'quarter', 'half-year', 'year', 'event'])
export type RecurrenceUnit = z.infer<typeof RecurrenceUnit>

/** Why a person must confirm a milestone; `shared/text/vi/deadline.ts` has the words. */
export const DeadlineDoubt = z.enum([
  'excel-serial', // 46112 in a cell that lost its date format
  'day-month-swapped', // 12/25/2026: read as 25/12
  'before-span', // "trước quý III": read as the day before it begins
  'vague', // "đầu tháng 6", "giữa năm": read as the whole span
  'working-days', // counted without holidays
  'reviewer-comment', // a remark about the deadline stands beside it
  'partly-read', // other words of the phrase were not understood
  'year-of-reference', // the year is that of the things referred to
])
export type DeadlineDoubt = z.infer<typeof DeadlineDoubt>

/**
 * Milestone (mốc): one meaning found in a deadline phrase.
 * - `due` is the last day, included ("trước 10/02" is read as: 10/02 is the last day), or null where there is none (continuous, reference,
 *   open-ended, relative without its event's date). "trước ngày 15/12 hằng năm" is due in the plan's year.
 * - `start` is the first day of a month, quarter, half-year, year or period; null for the other kinds, and where it is not known.
 * - `label` is what is due at this milestone ("báo cáo kết quả"), or null.
 * - `assumedYear`: the phrase named no year; the plan's year was taken.
 * - `openEnded`: no end is written ("Từ 01/7/2025", "và các năm tiếp theo"); `due` is then null.
 * - `relative`: the event that days are counted from; of a period, the event that opens it.
 * - `doubt`: why a person must confirm it, or null.
 */
export const Milestone = z.object({
  kind: DeadlineKind,
  start: Day.nullable(),
  due: Day.nullable(),
  label: z.string().nullable(),
  assumedYear: z.boolean(),
  openEnded: z.boolean(),
  recurrence: z
    .object({
      every: RecurrenceUnit,
      /** "trước ngày 15/12 hằng năm": month and day, or day of the month. */
      month: z.number().int().min(1).max(12).nullable(),
      day: z.number().int().min(1).max(31).nullable(),
    })
    .nullable(),
  relative: z
    .object({ days: z.number().int().nonnegative().nullable(), dayKind: z.enum(['calendar', 'working']), event: z.string() })
    .nullable(),
  doubt: DeadlineDoubt.nullable(),
})
export type Milestone = z.infer<typeof Milestone>

/**
 * Deadline (thời hạn): the written phrase, kept word for word, and 0..n milestones.
 * No milestone means that nothing was understood: "chưa xác định", never guessed.
 */
export const Deadline = z.object({ phrase: z.string(), milestones: z.array(Milestone).readonly() })
export type Deadline = z.infer<typeof Deadline>

/** The kind of a deadline as a whole: its first milestone's, `unknown` without one. */
export function deadlineKind(deadline: Deadline): DeadlineKind {
  return deadline.milestones[0]?.kind ?? 'unknown'
}

/** The last dated milestone's day, or null. */
export function deadlineDue(deadline: Deadline): Day | null {
  return deadline.milestones.reduce<Day | null>(
    (last, milestone) => (milestone.due !== null && (last === null || milestone.due > last) ? milestone.due : last),
    null,
  )
}
