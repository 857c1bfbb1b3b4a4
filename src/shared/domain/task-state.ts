import { z } from 'zod'
import { isDone, urgency, type JudgedLight, type Light } from './light.ts'

/**
 * When a task led by several is done: `all` every lead has done it; `some` at least so many; `first` the lead named first decides.
 * Helpers report, and never decide.
 */
export const DoneRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('some'), atLeast: z.number().int().positive() }),
  z.object({ kind: z.literal('first') }),
])
export type DoneRule = z.infer<typeof DoneRule>

/** A task's standing, derived from what its leads owe; never stored. */
export interface TaskStanding {
  readonly light: Light
  /** Leads that are done, late, and all of them: "25/31". */
  readonly done: number
  readonly overdue: number
  readonly total: number
  readonly stale: number
}

/**
 * Derives a task's standing from the judged lights of its leads, in the order they are named; leads that were taken off it are left out
 * by the caller. A lead that does not do it by a decision ("không thực hiện") neither helps nor hinders the others. A task without a
 * lead has no deadline that anybody keeps.
 */
export function standingOf(leads: readonly Pick<JudgedLight, 'light' | 'stale'>[], rule: DoneRule): TaskStanding {
  const counted = leads.filter(({ light }) => light !== 'not-doing')
  const done = counted.filter(isDone)
  const standing = {
    done: done.length,
    overdue: counted.filter(({ light }) => light === 'overdue').length,
    total: leads.length,
    stale: counted.filter(({ stale }) => stale).length,
  }
  if (leads.length === 0) return { ...standing, light: 'no-deadline' }
  if (counted.length === 0) return { ...standing, light: 'not-doing' }
  const [first] = counted
  if (rule.kind === 'first' && first !== undefined) return { ...standing, light: first.light }
  const needed = rule.kind === 'some' ? Math.min(rule.atLeast, counted.length) : counted.length
  if (done.length >= needed) {
    // On time when as many as were needed were on time.
    const onTime = done.filter(({ light }) => light === 'done-on-time').length
    return { ...standing, light: onTime >= needed ? 'done-on-time' : 'done-late' }
  }
  const open = counted.filter((judged) => !isDone(judged))
  const light = urgency.find((one) => open.some((judged) => judged.light === one)) ?? 'not-due'
  return { ...standing, light }
}
