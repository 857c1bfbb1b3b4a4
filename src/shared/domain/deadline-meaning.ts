import type { Milestone } from './deadline.ts'
import type { Day } from './identifier.ts'

/** First and last day, both included. */
export interface Span {
  readonly start: Day
  readonly due: Day
}

/** The day as `YYYY-MM-DD`, or null when the calendar has no such day (31/02). */
export function calendarDay(year: number, month: number, day: number): Day | null {
  const moment = new Date(Date.UTC(year, month - 1, day))
  const exists = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
  return exists ? moment.toISOString().slice(0, 10) : null
}

/** From the first day of one month to the last day of another of the same year; months 1–12. */
export function spanOfMonths(year: number, first: number, last: number): Span {
  return {
    start: new Date(Date.UTC(year, first - 1, 1)).toISOString().slice(0, 10),
    due: new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10),
  }
}

/** The day a number of days later (or earlier). */
export function addDays(day: Day, days: number): Day {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

/** The day a number of working days later, Saturdays and Sundays left out. Public holidays are not known here. */
export function addWorkingDays(day: Day, days: number): Day {
  let current = day
  for (let left = days; left > 0;) {
    current = addDays(current, 1)
    const weekday = new Date(`${current}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return current
}

/** The day that a spreadsheet's serial number stands for (1 = 01/01/1900 with the leap day of 1900 that never was; 46023 = 01/01/2026). */
export function dayOfSerial(serial: number): Day {
  return addDays('1899-12-30', Math.floor(serial))
}

/** A milestone of a kind; what is not given is absent. */
export function milestoneOf(kind: Milestone['kind'], parts: Partial<Omit<Milestone, 'kind'>> = {}): Milestone {
  return {
    kind,
    start: null,
    due: null,
    label: null,
    assumedYear: false,
    openEnded: false,
    recurrence: null,
    relative: null,
    doubt: null,
    ...parts,
  }
}
