import type { AgencyRegistry } from '#shared/domain/agency.ts'
import { sharesOf, type ExpandedShare } from '#shared/domain/following.ts'
import type { AssignmentId, Day, TaskId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Assignment, AssignmentEnd } from '#shared/domain/progress.ts'
import type { Task } from '#shared/domain/task.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { insertAssignment, listAssignments, updateAssignment } from '#main/store/repositories/progress.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import type { Trace } from '#main/store/trace.ts'
import type { ServiceContext } from './context.ts'

/** The only place that gives shares, ends them and hands them on: every command that touches a share calls these. */

/**
 * Gives the tasks of a plan to their agencies as the plan is issued, groups expanded as of the issue. A share that a task carried over
 * from an older plan already has goes on, with its history; one that the new paper no longer names ends on that day.
 */
export async function giveOutTasks(context: ServiceContext, trace: Trace, plan: Plan): Promise<void> {
  const on = plan.issuedOn ?? plan.agenciesAsOf
  const registry = await readAgencyRegistry(trace.trx)
  const tasks = await listTasks(trace.trx, plan.id)
  const ids = tasks.map(({ taskId }) => taskId)
  const standing = Map.groupBy(
    (await listAssignments(trace.trx, ids)).filter(({ endedOn }) => endedOn === null),
    ({ taskId }) => taskId,
  )
  for (const task of tasks) await giveOut(context, trace, { task, registry, on, standing: standing.get(task.taskId) ?? [] })
}

/** What a task is given out by: its lists of leads and helpers, the day, and the shares that it has. */
interface GivingOut {
  readonly task: Pick<Task, 'taskId' | 'leads' | 'coordinating'>
  readonly registry: AgencyRegistry
  readonly on: Day
  readonly standing: readonly Assignment[]
}

/** Gives one task out; the shares it has and is not given again end on that day. */
export async function giveOut(context: ServiceContext, trace: Trace, { task, registry, on, standing }: GivingOut): Promise<void> {
  const shares = sharesOf(task, registry, on)
  for (const share of standing) if (!shares.some((named) => isThatShare(share, named))) await endShare(trace, share, on, 'reassigned')
  for (const [ordinal, share] of shares.entries()) {
    const known = standing.find((one) => isThatShare(one, share))
    if (known === undefined) await giveShare(context, trace, task.taskId, { ...share, ordinal }, on)
    else await updateAssignment(trace, { ...known, ordinal, throughGroupId: share.throughGroupId })
  }
}

/** Whether a share is the one that a paper names. One that waits is its old owner's, held for a while: the holder's own share is another. */
function isThatShare({ waiting, agencyId, role }: Assignment, named: ExpandedShare): boolean {
  return !waiting && agencyId === named.agencyId && role === named.role
}

/** Gives one share in a task from a day on. */
export async function giveShare(
  context: ServiceContext,
  trace: Trace,
  taskId: TaskId,
  share: ExpandedShare & { readonly ordinal: number; readonly waiting?: boolean },
  on: Day,
): Promise<Assignment> {
  return insertAssignment(trace, {
    id: context.newId<AssignmentId>(),
    taskId,
    role: share.role,
    agencyId: share.agencyId,
    throughGroupId: share.throughGroupId,
    asOf: on,
    ordinal: share.ordinal,
    waiting: share.waiting ?? false,
    endedOn: null,
    endedBecause: null,
    successorId: null,
  })
}

/**
 * Ends a share: from that day on it is nobody's, or goes on as another. What was said of it stays where it was said, and shows in the one that goes
 * on (`succession.ts`). Throws `record-changed-meanwhile`.
 */
export async function endShare(
  trace: Trace,
  share: Assignment,
  on: Day,
  because: AssignmentEnd,
  successorId: AssignmentId | null = null,
): Promise<Assignment> {
  return updateAssignment(trace, { ...share, endedOn: on, endedBecause: because, successorId })
}
