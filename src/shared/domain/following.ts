import { expandGroup, type AgencyRegistry } from './agency.ts'
import type { Deadline } from './deadline.ts'
import { duesOf, isContinuous, type FollowedDue } from './followed-due.ts'
import type { AgencyGroupId, AgencyId, AssignmentId, Day } from './identifier.ts'
import { isDone, judgeLight, urgency, type JudgedLight, type LightThresholds } from './light.ts'
import type { Assignment, Extension, ProgressFacts } from './progress.ts'
import { lastWordOf, owes, sharesUntil } from './succession.ts'
import { decisionFor, type TaskEvent } from './task-event.ts'
import type { Task } from './task.ts'
import { standingOf, type DoneRule, type TaskStanding } from './task-state.ts'

/** One share in a task as the paper gives it. */
export interface ExpandedShare {
  readonly role: 'lead' | 'coordinating'
  readonly agencyId: AgencyId
  readonly throughGroupId: AgencyGroupId | null
}

/**
 * The shares that a row of the appendix gives, groups expanded to the agencies active on a day, in the paper's order. An agency has one
 * share: named itself counts before a group, leading before helping. Words that no record stands for give none.
 */
export function sharesOf(task: Pick<Task, 'leads' | 'coordinating'>, registry: AgencyRegistry, on: Day): readonly ExpandedShare[] {
  const shares: ExpandedShare[] = []
  const add = (share: ExpandedShare): void => {
    if (!shares.some(({ agencyId }) => agencyId === share.agencyId)) shares.push(share)
  }
  for (const role of ['lead', 'coordinating'] as const) {
    const parties = role === 'lead' ? task.leads : task.coordinating
    const named = new Set(parties.flatMap((party) => (party.kind === 'agency' ? [party.agencyId] : [])))
    for (const party of parties) {
      if (party.kind === 'agency') add({ role, agencyId: party.agencyId, throughGroupId: null })
      if (party.kind !== 'group') continue
      const group = registry.groups.find(({ id }) => id === party.groupId)
      if (group === undefined) continue
      for (const { id } of expandGroup(group, registry, on)) if (!named.has(id)) add({ role, agencyId: id, throughGroupId: group.id })
    }
  }
  return shares
}

/** What an agency owes under one due of a task, judged. */
export interface FollowedShareDue {
  readonly due: FollowedDue
  readonly judged: JudgedLight
  /** The last word about it, or null. */
  readonly last: ProgressFacts | null
}

export interface FollowedShare {
  readonly assignment: Assignment
  readonly dues: readonly FollowedShareDue[]
  /** The one that stands for the share: the most urgent open one, else the latest of those done. */
  readonly judged: JudgedLight
}

export interface FollowedTask {
  readonly shares: readonly FollowedShare[]
  readonly standing: TaskStanding
}

/** Everything that a task is followed by. `progress` stands in the order it happened. */
export interface FollowedRecords {
  readonly deadline: Deadline
  readonly assignments: readonly Assignment[]
  readonly progress: readonly ProgressFacts[]
  readonly extensions: readonly Extension[]
  /** Dated decisions: suspended, taken up again, stopped, given to another lead. */
  readonly events: readonly TaskEvent[]
  readonly doneRule: DoneRule
}

/**
 * Follows one task in a year: what each agency owes and how it stands on a day, and what that makes of the task. A share that ended is left
 * out from that day on; the one that goes on with it inherits what was said and decided of it.
 */
export function followTask(records: FollowedRecords, year: number, today: Day, thresholds: LightThresholds): FollowedTask {
  const dues = duesOf(records.deadline, year)
  const continuous = isContinuous(records.deadline)
  const corrected = new Set(records.progress.flatMap(({ correctsId }) => (correctsId === null ? [] : [correctsId])))
  const valid = records.progress.filter(({ id, happenedOn }) => !corrected.has(id) && happenedOn <= today)
  // Thirty shares with a due a month and a year of answers: looking through all of them for each due would be felt.
  const saidBy = Map.groupBy(valid, ({ assignmentId }) => assignmentId)
  const assignments = sharesUntil(records.assignments, today)
  const shares = standingShares(assignments, today).flatMap((assignment): readonly FollowedShare[] => {
    const line = lineOf(assignment.id, assignments)
    const decision = decisionFor(records.events, line, today)
    const saidInLine = line.size === 1 ? (saidBy.get(assignment.id) ?? []) : valid.filter((entry) => line.has(entry.assignmentId))
    const owed = dues.filter(({ due }) => owes(assignment, assignments, due))
    if (owed.length === 0) return []
    const followed = owed.map((due): FollowedShareDue => {
      const said = saidInLine.filter((entry) => entry.due === null || entry.due === due.key)
      const last = lastWordOf(assignment, assignments, said)
      const rests = last !== null && (last.state === 'paused' || last.state === 'not-doing')
      // Going on is worth a word only where the last word says otherwise.
      const matters = decision?.kind !== 'resumed' || (rests && last.happenedOn <= decision.since)
      const judged = judgeLight(
        {
          today,
          firstDue: due.due,
          due: due.due === null ? null : movedDue(due.due, due.key, line, records.extensions, today),
          continuous,
          state: last?.state ?? 'not-started',
          doneOn: last?.state === 'done' ? last.happenedOn : null,
          updatedOn: latest(last?.happenedOn ?? assignment.asOf, decision?.kind === 'resumed' ? decision.since : null),
          decision: matters ? decision : null,
        },
        thresholds,
      )
      return { due, judged, last }
    })
    return [{ assignment, dues: followed, judged: representative(followed.map(({ judged }) => judged)) }]
  })
  const leads = shares.filter(({ assignment }) => assignment.role === 'lead').map(({ judged }) => judged)
  return { shares, standing: standingOf(leads, records.doneRule) }
}

/** The shares that stand on a day: not ended by then, and not yet waiting for one that ends later. */
export function standingShares(assignments: readonly Assignment[], on: Day): readonly Assignment[] {
  const stands = ({ endedOn }: Assignment): boolean => endedOn === null || endedOn > on
  const first = assignments.reduce<Day | null>((day, { asOf }) => (day === null || asOf < day ? asOf : day), null)
  // Those of the beginning are there on whatever day they are looked at; one that came later begins on its day.
  return assignments.filter((one) => stands(one) && (one.asOf <= on || one.asOf === first))
}

/** A share and those it goes on with, however many times it was passed on. */
export function lineOf(id: AssignmentId, assignments: readonly Assignment[]): ReadonlySet<AssignmentId> {
  const line = new Set([id])
  if (assignments.every(({ successorId }) => successorId === null)) return line
  // Grown while it is walked: a set gives what was added to it on the way, and each only once.
  for (const known of line) for (const one of assignments) if (one.successorId === known) line.add(one.id)
  return line
}

/** The last day after what was decided by then; of several the latest counts, because a day is never moved back. */
function movedDue(first: Day, key: string, line: ReadonlySet<AssignmentId>, extensions: readonly Extension[], today: Day): Day {
  return extensions
    .filter(({ due, assignmentId, decidedOn }) => due === key && decidedOn <= today && (assignmentId === null || line.has(assignmentId)))
    .reduce((day, { newDue }) => latest(day, newDue), first)
}

function latest(one: Day, other: Day | null): Day {
  return other !== null && other > one ? other : one
}

function representative(judged: readonly JudgedLight[]): JudgedLight {
  const open = judged.filter((one) => !isDone(one) && one.light !== 'not-doing')
  for (const light of urgency) {
    const found = open.find((one) => one.light === light)
    if (found !== undefined) return found
  }
  // All done: late as soon as one of them was.
  const closed = judged.find(({ light }) => light === 'done-late') ?? judged.at(-1)
  if (closed === undefined) throw new Error('a deadline that asks for nothing')
  return closed
}
