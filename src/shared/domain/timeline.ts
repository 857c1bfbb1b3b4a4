import { daysBetween, type Light } from './light.ts'
import type { Day, PlanId } from './identifier.ts'
import type { Register, RegisterShare, RegisterTask } from './register.ts'
import { daysLateOf } from './register-rows.ts'
import type { Task } from './task.ts'
import { standingOf } from './task-state.ts'

/** One thing that a task's leads owe, as the timeline draws it. */
export interface TimelineDue {
  readonly key: string
  readonly label: string | null
  /** "Quý II/2023" of a recurring duty: drawn as a mark, not as a bar. */
  readonly period: string | null
  /** First day of the bar; null for a mark, and where nothing falls due. */
  readonly from: Day | null
  readonly firstDue: Day | null
  /** The last day that any lead has after extensions; the tail runs from the first day to it. */
  readonly due: Day | null
  /** By the task's rule: all leads, so many of them, or the first. */
  readonly light: Light
  readonly daysLate: number
  /** Leads that are done with it, and all of them. */
  readonly done: number
  readonly total: number
}

export interface TimelineRow {
  readonly task: RegisterTask
  readonly dues: readonly TimelineDue[]
}

/** Where bars begin: the day a plan was issued, and what the deadlines themselves say. */
export interface TimelineStarts {
  readonly issuedOn: ReadonlyMap<PlanId, Day | null>
  readonly tasks: readonly Pick<Task, 'taskId' | 'deadline'>[]
}

/** The tasks of a register in its order, each with what its leads owe over the year. */
export function timelineOf({ tasks }: Pick<Register, 'tasks'>, { issuedOn, tasks: wordings }: TimelineStarts): readonly TimelineRow[] {
  const deadlines = new Map(wordings.map(({ taskId, deadline }) => [taskId, deadline]))
  return tasks.map((task) => {
    const leads = task.shares.filter(({ role }) => role === 'lead')
    const given = task.planId === null ? (task.sourceDocument?.issuedOn ?? null) : (issuedOn.get(task.planId) ?? null)
    const milestones = deadlines.get(task.taskId)?.milestones ?? []
    return {
      task,
      dues: keysOf(leads).map((key): TimelineDue => {
        const owed = leads.flatMap((share) => share.dues.filter((due) => due.key === key))
        const [first] = owed
        const due = latest(owed.map((one) => one.due))
        const { light, done, total } = standingOf(owed, task.doneRule)
        const isMark = first?.period !== null && first?.period !== undefined
        return {
          key,
          label: first?.label ?? null,
          period: first?.period ?? null,
          from: isMark || due === null ? null : (milestones[Number(/^m(\d+)/.exec(key)?.[1]) - 1]?.start ?? given),
          firstDue: first?.firstDue ?? null,
          due,
          light,
          daysLate: daysLateOf(leads.map((share) => ({ ...share, dues: share.dues.filter((one) => one.key === key) }))),
          done,
          total,
        }
      }),
    }
  })
}

function keysOf(leads: readonly RegisterShare[]): readonly string[] {
  return [...new Set(leads.flatMap(({ dues }) => dues.map(({ key }) => key)))]
}

function latest(days: readonly (Day | null)[]): Day | null {
  return days.reduce<Day | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null)
}

/** A stretch of the year in percent of it, cut at both ends: what began before stands at 0, what ends after at 100. */
export interface Stretch {
  readonly left: number
  readonly width: number
}

/** Where a day ends in its year, in percent; 0 before it and 100 after it. */
export function placeInYear(day: Day, year: number): number {
  const days = daysBetween(`${year}-01-01`, `${year + 1}-01-01`)
  return (100 * Math.min(days, Math.max(0, daysBetween(`${year}-01-01`, day) + 1))) / days
}

/** The stretch from the start of one day to the end of another; null where none of it lies in the year. */
export function stretchInYear(from: Day, to: Day, year: number): Stretch | null {
  if (to < from || to < `${year}-01-01` || from > `${year}-12-31`) return null
  const days = daysBetween(`${year}-01-01`, `${year + 1}-01-01`)
  const left = (100 * Math.max(0, daysBetween(`${year}-01-01`, from))) / days
  return { left, width: placeInYear(to, year) - left }
}
