import { expandGroup, type AgencyRegistry } from './agency.ts'
import type { Deadline } from './deadline.ts'
import { duesOf, isContinuous, type FollowedDue } from './followed-due.ts'
import type { AgencyGroupId, AgencyId, Day } from './identifier.ts'
import { isDone, judgeLight, urgency, type JudgedLight, type LightThresholds } from './light.ts'
import type { Assignment, Extension, Progress } from './progress.ts'
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
  readonly last: Progress | null
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
  readonly progress: readonly Progress[]
  readonly extensions: readonly Extension[]
  readonly doneRule: DoneRule
}

/**
 * Follows one task in a year: what each agency owes and how it stands on a day, and what that makes of the task. Shares that ended are
 * left out: those that went on are another's.
 */
export function followTask(records: FollowedRecords, year: number, today: Day, thresholds: LightThresholds): FollowedTask {
  const dues = duesOf(records.deadline, year)
  const continuous = isContinuous(records.deadline)
  const corrected = new Set(records.progress.flatMap(({ correctsId }) => (correctsId === null ? [] : [correctsId])))
  const valid = records.progress.filter(({ id, happenedOn }) => !corrected.has(id) && happenedOn <= today)
  const shares = records.assignments
    .filter(({ endedOn }) => endedOn === null)
    .map((assignment): FollowedShare => {
      const own = valid.filter(({ assignmentId }) => assignmentId === assignment.id)
      const followed = dues.map((due): FollowedShareDue => {
        const last = own.findLast((entry) => entry.due === null || entry.due === due.key) ?? null
        const moved = records.extensions.findLast(
          (extension) => extension.due === due.key && (extension.assignmentId === null || extension.assignmentId === assignment.id),
        )
        const judged = judgeLight(
          {
            today,
            firstDue: due.due,
            due: moved?.newDue ?? due.due,
            continuous,
            state: last?.state ?? 'not-started',
            doneOn: last?.state === 'done' ? last.happenedOn : null,
            updatedOn: last?.happenedOn ?? assignment.asOf,
          },
          thresholds,
        )
        return { due, judged, last }
      })
      return { assignment, dues: followed, judged: representative(followed.map(({ judged }) => judged)) }
    })
  const leads = shares.filter(({ assignment }) => assignment.role === 'lead').map(({ judged }) => judged)
  return { shares, standing: standingOf(leads, records.doneRule) }
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
