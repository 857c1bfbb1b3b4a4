import { z } from 'zod'
import { addDays } from './deadline-meaning.ts'
import type { Day } from './identifier.ts'
import type { ProgressState } from './progress.ts'

/** The light of something owed. Computed from facts and the day, never stored. */
export const Light = z.enum([
  'not-due', // chưa đến hạn
  'due-soon', // sắp đến hạn
  'overdue', // quá hạn
  'done-on-time', // hoàn thành đúng hạn
  'done-late', // hoàn thành quá hạn
  'continuous', // thường xuyên
  'no-deadline', // chưa xác định hạn
  'paused', // tạm dừng
  'not-doing', // không thực hiện
])
export type Light = z.infer<typeof Light>

/** The rule that gave a light; its number stands in the sentence that explains it. The first that fits counts. */
export const lightRules = {
  'not-doing': 1,
  'done-without-deadline': 2,
  'done-on-time': 3,
  'done-late': 4,
  'paused': 5,
  'continuous': 6,
  'no-deadline': 7,
  'overdue': 8,
  'due-soon': 9,
  'not-due': 10,
} as const
export type LightRule = keyof typeof lightRules

/** Thresholds, in days; the office sets them. */
export interface LightThresholds {
  /** So many days before the last day it is "sắp đến hạn". */
  readonly dueSoonDays: number
  /** After so many days without an update it is "chưa cập nhật". */
  readonly staleDays: number
}

/** Until an office sets its own: two weeks' notice, a month without a word. */
export const usualThresholds: LightThresholds = { dueSoonDays: 15, staleDays: 30 }

/**
 * What a document decided about it from a day on: `suspended` it rests, `stopped` it is not done at all, `resumed` it goes on although its last
 * word says that it rests or is not done.
 */
export interface LightDecision {
  readonly kind: 'suspended' | 'stopped' | 'resumed'
  readonly since: Day
  /** Number and symbol of the document. */
  readonly symbol: string
}

/** Everything a light is judged by. */
export interface LightFacts {
  readonly today: Day
  /** The last day as first given, and as it is now after extensions; null where nothing falls due. */
  readonly firstDue: Day | null
  readonly due: Day | null
  /** Without a day because it goes on all the time. */
  readonly continuous: boolean
  readonly state: ProgressState
  /** The day it was finished, for `done`. */
  readonly doneOn: Day | null
  /** The day of the last word about it, or the day it was given or taken up again. */
  readonly updatedOn: Day
  /** What is in force by a document, or null. */
  readonly decision: LightDecision | null
}

export interface JudgedLight {
  readonly light: Light
  readonly rule: LightRule
  readonly facts: LightFacts
  /** Days after the last day: of an overdue one until today, of one done late until it was done; else 0. */
  readonly daysLate: number
  /** Kept to the day first given, extensions left out: null while it is open and not yet late, or without a day. */
  readonly keptFirstDue: boolean | null
  /** "Chưa cập nhật": open, and no word for longer than the threshold. */
  readonly stale: boolean
}

/** What is worst first among what is open: where somebody must act. */
export const urgency: readonly Light[] = ['overdue', 'due-soon', 'not-due', 'no-deadline', 'continuous', 'paused']

export function isDone({ light }: Pick<JudgedLight, 'light'>): boolean {
  return light === 'done-on-time' || light === 'done-late'
}

/** Whether somebody still has to act: neither done nor given up by a decision. */
export function isOpen(judged: Pick<JudgedLight, 'light'>): boolean {
  return !isDone(judged) && judged.light !== 'not-doing'
}

/** Judges what is owed. A last day is included: done on it is on time, and it is overdue from the next day. */
export function judgeLight(facts: LightFacts, { dueSoonDays, staleDays }: LightThresholds): JudgedLight {
  const rule = ruleFor(facts, dueSoonDays)
  const resting = rule === 'not-doing' || rule === 'paused'
  const end = facts.state === 'done' ? (facts.doneOn ?? facts.today) : facts.today
  const late = rule === 'overdue' || rule === 'done-late'
  return {
    light: lightOf(rule),
    rule,
    facts,
    daysLate: late && facts.due !== null ? daysBetween(facts.due, end) : 0,
    keptFirstDue:
      facts.firstDue === null || rule === 'not-doing' ? null : end > facts.firstDue ? false : facts.state === 'done' ? true : null,
    stale: facts.state !== 'done' && !resting && addDays(facts.updatedOn, staleDays) < facts.today,
  }
}

function ruleFor({ today, due, continuous, state, doneOn, decision }: LightFacts, dueSoonDays: number): LightRule {
  const resumed = decision?.kind === 'resumed'
  // What is done stays done, whatever was decided afterwards.
  if ((state === 'not-doing' && !resumed) || (state !== 'done' && decision?.kind === 'stopped')) return 'not-doing'
  if (state === 'done') {
    if (due === null) return 'done-without-deadline'
    return (doneOn ?? today) <= due ? 'done-on-time' : 'done-late'
  }
  if ((state === 'paused' && !resumed) || decision?.kind === 'suspended') return 'paused'
  if (due === null) return continuous ? 'continuous' : 'no-deadline'
  if (today > due) return 'overdue'
  return addDays(today, dueSoonDays) >= due ? 'due-soon' : 'not-due'
}

function lightOf(rule: LightRule): Light {
  return rule === 'done-without-deadline' ? 'done-on-time' : rule
}

/** Whole days from one day to a later one. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
