import { deadlineDue, type Deadline } from './deadline.ts'
import { dueOfKey, duesOf } from './followed-due.ts'
import type { Day } from './identifier.ts'
import type { FollowedTask } from './following.ts'
import { isDone } from './light.ts'
import type { Extension, Progress } from './progress.ts'

/**
 * Whether a row of an older year's plan still stands in a later year although no plan of that year words it: its deadline was written for later
 * years ("đến năm 2025", "từ năm 2023 trở đi"). "Thường xuyên" and "hằng quý" alone are written for the plan's own year, and a recurring duty whose
 * years are over asks for nothing more.
 */
export function standsIn(deadline: Deadline, planYear: number, year: number): boolean {
  if (hasRunOut(deadline, year)) return false
  if (deadline.milestones.some(({ openEnded }) => openEnded)) return true
  const due = deadlineDue(deadline)
  return due !== null && yearOf(due) > planYear
}

/** Whether everything that a deadline asks for recurs, and the years it was written for are over. */
export function hasRunOut({ milestones }: Deadline, year: number): boolean {
  return milestones.length > 0 && milestones.every(({ kind, due }) => kind === 'recurring' && due !== null && yearOf(due) < year)
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** Whether nothing of it is left for a year: every lead had done all that it owes before the year began. */
export function wasDoneBefore({ shares }: FollowedTask, year: number): boolean {
  const first: Day = `${year}-01-01`
  const owed = shares.filter(({ assignment }) => assignment.role === 'lead').flatMap(({ dues }) => dues)
  return owed.length > 0 && owed.every(({ judged }) => isDone(judged) && judged.facts.doneOn !== null && judged.facts.doneOn < first)
}

/** How one year's paper words a task, and the day from which on that paper is the one that counts. */
export interface YearWording {
  readonly year: number
  readonly since: Day
  readonly deadline: Deadline
}

/**
 * Keeps of what was said or decided of a task what speaks of the dues of one wording. A task carried over keeps its history, but the keys of its dues
 * ("m1") mean what the paper in force on that day asks for: "xong" of 31/12/2023 does not finish what the new plan asks for by
 * 31/12/2024, nor does a word of the new year open the old one again, and a day moved last year does not move this year's. Where both papers name the
 * same day it is the same due. A word about the whole of a recurring duty speaks of its own year. `wordings` are those of all years, `now` among
 * them, in the order of their days.
 */
export function speakingOf<Fact extends Pick<Progress, 'due' | 'happenedOn'> | Pick<Extension, 'due' | 'decidedOn'>>(
  facts: readonly Fact[],
  now: YearWording,
  wordings: readonly YearWording[],
  /** The year that is followed: later than `now.year` for a task that reaches beyond its plan. */
  followedYear: number,
): readonly Fact[] {
  const recurring = now.deadline.milestones.some(({ kind }) => kind === 'recurring')
  if (facts.length === 0 || (wordings.length < 2 && !recurring)) return facts
  const asked = askedDays(now)
  return facts.filter((fact) => {
    const { due } = fact
    const day = 'happenedOn' in fact ? fact.happenedOn : fact.decidedOn
    if (due === null && recurring) return Number(day.slice(0, 4)) === followedYear
    const then = wordings.findLast(({ since }) => since <= day) ?? wordings[0]
    if (then === undefined || then.year === now.year) return true
    if (due === null) return askedDays(then) === asked
    return dueOfKey(then.deadline, due, then.year)?.due === dueOfKey(now.deadline, due, now.year)?.due
  })
}

function askedDays({ deadline, year }: YearWording): string {
  return duesOf(deadline, year)
    .map(({ key, due }) => `${key} ${due ?? ''}`)
    .join('\n')
}
