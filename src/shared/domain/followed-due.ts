import type { Deadline, Milestone } from './deadline.ts'
import { addDays, calendarDay, spanOfMonths } from './deadline-meaning.ts'
import type { Day } from './identifier.ts'

/**
 * One thing owed under a task in one year (mốc theo dõi): a milestone of its deadline, or one occurrence of a recurring one.
 * Progress, extensions and the light attach to it, so that "báo cáo hằng quý" is followed quarter by quarter.
 */
export interface FollowedDue {
  /** The same for ever: "m1" for the first milestone, "m2:2023-Q2" for an occurrence of the second. */
  readonly key: string
  /** The last day, included; null where nothing falls due (continuous, by another document, not understood). */
  readonly due: Day | null
  /** What is due, where the phrase says it: "báo cáo kết quả". */
  readonly label: string | null
  /** The occurrence's own name, "Quý II", or null. */
  readonly period: Period | null
}

/** A stretch of the year that a recurring duty is owed for; `ordinal` from 1. */
export interface Period {
  readonly unit: 'week' | 'two-weeks' | 'month' | 'quarter' | 'half-year' | 'year'
  readonly year: number
  readonly ordinal: number
}

const FRIDAY = 5

/** What a deadline asks for in a year, in order of its milestones. A deadline without milestones asks for one thing without a day. */
export function duesOf(deadline: Deadline, year: number): readonly FollowedDue[] {
  if (deadline.milestones.length === 0) return [{ key: 'm1', due: null, label: null, period: null }]
  return deadline.milestones.flatMap((milestone, index): readonly FollowedDue[] => {
    const key = `m${index + 1}`
    const { label } = milestone
    if (milestone.kind !== 'recurring') return [{ key, due: milestone.due, label, period: null }]
    const occurrences = occurrencesIn(milestone, year)
    if (occurrences.length === 0) return [{ key, due: null, label, period: null }]
    return occurrences.map(({ due, period }) => ({ key: `${key}:${periodKey(period)}`, due, label, period }))
  })
}

/**
 * What a key stands for under a deadline, or null where the deadline has no such due. `planYear` is that of keys that name no year of their own.
 */
export function dueOfKey(deadline: Deadline, key: string, planYear: number): FollowedDue | null {
  const year = Number(/:(\d{4})-/.exec(key)?.[1] ?? planYear)
  return duesOf(deadline, year).find((due) => due.key === key) ?? null
}

/** Whether a deadline goes on without an end: it is reported every period and is never overdue. */
export function isContinuous(deadline: Deadline): boolean {
  return deadline.milestones.some(
    ({ kind, openEnded, recurrence }) =>
      kind === 'continuous' || openEnded || (kind === 'recurring' && (recurrence?.every === 'day' || recurrence?.every === 'event')),
  )
}

interface Occurrence {
  readonly due: Day
  readonly period: Period
}

/** Days on which a recurring duty falls due in a year, within the window that the phrase may give ("từ tháng 3 đến tháng 11 hằng năm"). */
function occurrencesIn({ recurrence, start, due }: Milestone, year: number): readonly Occurrence[] {
  const all = allOccurrences(recurrence, year)
  const window = start !== null && due !== null && start.startsWith(String(year)) && due.startsWith(String(year))
  return window ? all.filter((one) => start <= one.due && one.due <= due) : all
}

function allOccurrences(recurrence: Milestone['recurrence'], year: number): readonly Occurrence[] {
  if (recurrence === null) return []
  const { every, day } = recurrence
  /** The last day of a stretch of months, or the day of its last month that the phrase names. */
  const lastDay = (first: number, last: number): Day =>
    (day === null ? null : calendarDay(year, last, day)) ?? spanOfMonths(year, first, last).due
  const stretches = (unit: 'month' | 'quarter' | 'half-year', months: number): readonly Occurrence[] =>
    Array.from({ length: 12 / months }, (_, index) => ({
      due: lastDay(index * months + 1, (index + 1) * months),
      period: { unit, year, ordinal: index + 1 },
    }))
  switch (every) {
    case 'day':
    case 'event':
      return []
    case 'week':
    case 'two-weeks':
      // An office's week ends on Friday: the real phrases ask for reports "trước 16 giờ thứ Sáu".
      return fridaysOf(year)
        .filter((_, index) => every === 'week' || index % 2 === 1)
        .map((friday, index) => ({ due: friday, period: { unit: every, year, ordinal: index + 1 } }))
    case 'month':
      return stretches('month', 1)
    case 'quarter':
      return stretches('quarter', 3)
    case 'half-year':
      return stretches('half-year', 6)
    case 'year': {
      const named = recurrence.month === null ? null : calendarDay(year, recurrence.month, day ?? 1)
      const due = named === null || day === null ? (recurrence.month === null ? lastDay(1, 12) : lastDay(1, recurrence.month)) : named
      return [{ due, period: { unit: 'year', year, ordinal: 1 } }]
    }
    default:
      return every satisfies never
  }
}

function fridaysOf(year: number): readonly Day[] {
  const first: Day = `${year}-01-01`
  const toFriday = (FRIDAY - new Date(`${first}T00:00:00Z`).getUTCDay() + 7) % 7
  const fridays: Day[] = []
  for (let day = addDays(first, toFriday); day.startsWith(String(year)); day = addDays(day, 7)) fridays.push(day)
  return fridays
}

const unitLetters = { 'week': 'W', 'two-weeks': 'F', 'month': 'M', 'quarter': 'Q', 'half-year': 'H', 'year': 'Y' } as const

function periodKey({ unit, year, ordinal }: Period): string {
  return `${year}-${unitLetters[unit]}${ordinal}`
}
