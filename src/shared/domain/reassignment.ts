import type { ExpandedShare } from './following.ts'
import type { GroupPair } from './agency-change.ts'
import type { AgencyId, AssignmentId, TaskId } from './identifier.ts'
import type { Assignment } from './progress.ts'

/**
 * What becomes of a share whose agency ended: `moves` to the one that took over; `joins` the share that this one has in the task already; `waits`, held by
 * the standing agency, because several took over or none; `covered` by the group that is asked in place of its own; `stays`, because it is done.
 */
export type ShareOutcome = 'moves' | 'joins' | 'waits' | 'covered' | 'stays'

/** A task with the shares of bodies that end. */
export interface TaskToReassign {
  readonly taskId: TaskId
  /** Its shares that have not ended. */
  readonly shares: readonly Assignment[]
  /** Those of them that are neither done nor given up. */
  readonly openIds: ReadonlySet<AssignmentId>
  /** Those of them under which something fell due before the day and is open. */
  readonly overdueIds: ReadonlySet<AssignmentId>
  /** Whether anything is still to be done from the day on. */
  readonly goesOn: boolean
}

/** Who ends, who takes over, who holds what waits. */
export interface Reorganisation {
  readonly fromIds: readonly AgencyId[]
  readonly intoIds: readonly AgencyId[]
  readonly pairs: readonly (GroupPair & { readonly members: readonly AgencyId[] })[]
  /** The standing agency on the day, null where there is none. */
  readonly holderId: AgencyId | null
}

/** A share to be given, known by its place in the list until it has an id. */
export interface NewShare extends ExpandedShare {
  readonly taskId: TaskId
  readonly ordinal: number
  readonly waiting: boolean
}

/** A share to be ended; `into` is what goes on with it: one that is there, or the place of a new one. */
export interface EndedShare {
  readonly share: Assignment
  /** `joins` also for a share of the successor's own, where leading and helping become one. */
  readonly outcome: Exclude<ShareOutcome, 'stays'>
  readonly into: AssignmentId | number | null
}

export interface Reassignment {
  readonly created: readonly NewShare[]
  readonly ended: readonly EndedShare[]
  /** Done already: it keeps the name of the one that did it. */
  readonly staying: readonly Assignment[]
  /** New shares with nobody before them: members of a group that took over from another. */
  readonly fresh: readonly number[]
  /** Must wait, and nobody is there to hold them: the change cannot be made. */
  readonly unheld: readonly Assignment[]
}

/** A share as it stands while a task is worked through: one that is there, or a new one by its place. */
interface Slot {
  readonly at: AssignmentId | number
  readonly role: Assignment['role']
  readonly agencyId: AgencyId
  readonly share: Assignment | null
}

/**
 * What becomes of every share of the bodies that end. An agency keeps one share in a task: who comes to one that has its own joins it, and leading
 * outweighs helping.
 */
export function planReassignment(tasks: readonly TaskToReassign[], change: Reorganisation): Reassignment {
  const created: NewShare[] = []
  const ended: EndedShare[] = []
  const staying: Assignment[] = []
  const fresh: number[] = []
  const unheld: Assignment[] = []
  for (const task of tasks) reassignTask(task, change, { created, ended, staying, fresh, unheld })
  return { created, ended, staying, fresh, unheld }
}

interface Steps {
  readonly created: NewShare[]
  readonly ended: EndedShare[]
  readonly staying: Assignment[]
  readonly fresh: number[]
  readonly unheld: Assignment[]
}

function reassignTask(task: TaskToReassign, change: Reorganisation, steps: Steps): void {
  const { fromIds, intoIds, pairs, holderId } = change
  const { taskId } = task
  const [onlyId] = intoIds.length === 1 ? intoIds : []
  const ends = (share: Assignment): boolean => fromIds.includes(share.agencyId)
  let slots: readonly Slot[] = task.shares
    .filter((share) => !ends(share) && !share.waiting)
    .map((share) => ({ at: share.id, role: share.role, agencyId: share.agencyId, share }))

  const add = (share: Omit<NewShare, 'taskId'>): number => {
    steps.created.push({ taskId, ...share })
    const at = steps.created.length - 1
    if (!share.waiting) slots = [...slots, { at, role: share.role, agencyId: share.agencyId, share: null }]
    return at
  }
  const hold = (share: Assignment, throughGroupId: Assignment['throughGroupId']): void => {
    if (holderId === null) {
      steps.unheld.push(share)
      return
    }
    const into = add({ role: share.role, agencyId: holderId, throughGroupId, ordinal: share.ordinal, waiting: true })
    steps.ended.push({ share, outcome: 'waits', into })
  }
  const moveTo = (share: Assignment, agencyId: AgencyId): void => {
    const known = slots.find((slot) => slot.agencyId === agencyId)
    if (known !== undefined && (known.role === 'lead' || share.role === 'coordinating')) {
      steps.ended.push({ share, outcome: 'joins', into: known.at })
      return
    }
    const into = add({ role: share.role, agencyId, throughGroupId: share.throughGroupId, ordinal: share.ordinal, waiting: false })
    steps.ended.push({ share, outcome: 'moves', into })
    if (known === undefined) return
    // It helped, and leads from now on: its own share goes into the one that leads.
    slots = slots.filter((slot) => slot !== known)
    if (known.share !== null) steps.ended.push({ share: known.share, outcome: 'joins', into })
  }

  // Leads first, so that a helper finds the share that leads.
  const own = task.shares.filter(ends).toSorted((one, other) => Number(other.role === 'lead') - Number(one.role === 'lead'))
  for (const share of own) {
    const pair = pairs.find(({ fromId }) => fromId === share.throughGroupId)
    if (share.waiting) hold(share, share.throughGroupId)
    else if (!task.openIds.has(share.id)) steps.staying.push(share)
    else if (onlyId !== undefined) moveTo(share, onlyId)
    else if (pair === undefined || !task.goesOn) hold(share, null)
    else if (task.overdueIds.has(share.id)) hold(share, share.throughGroupId)
    else steps.ended.push({ share, outcome: 'covered', into: null })
  }
  if (!task.goesOn) return
  let ordinal = Math.max(-1, ...task.shares.map((share) => share.ordinal))
  for (const role of ['lead', 'coordinating'] as const) {
    for (const { fromId, toId, members } of pairs) {
      if (!own.some((share) => share.role === role && share.throughGroupId === fromId)) continue
      for (const agencyId of members) {
        if (slots.some((slot) => slot.agencyId === agencyId)) continue
        ordinal += 1
        steps.fresh.push(add({ role, agencyId, throughGroupId: toId, ordinal, waiting: false }))
      }
    }
  }
}

/** Figures that explain what a change made of the number of shares: before + fresh − joined − covered = after. */
export interface ReassignmentCounts {
  readonly tasks: number
  readonly moved: number
  readonly joined: number
  readonly waiting: number
  readonly covered: number
  readonly fresh: number
  readonly staying: number
}

export function countReassignment({ created, ended, staying, fresh }: Reassignment): ReassignmentCounts {
  const of = (outcome: EndedShare['outcome']): number => ended.filter((one) => one.outcome === outcome).length
  return {
    tasks: new Set([...ended.map(({ share }) => share.taskId), ...created.map(({ taskId }) => taskId)]).size,
    moved: of('moves'),
    joined: of('joins'),
    waiting: of('waits'),
    covered: of('covered'),
    fresh: fresh.length,
    staying: staying.length,
  }
}
