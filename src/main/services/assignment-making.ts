import { sharesOf } from '#shared/domain/following.ts'
import type { AssignmentId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { insertAssignment, listAssignments, updateAssignment } from '#main/store/repositories/progress.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import type { Trace } from '#main/store/trace.ts'
import type { ServiceContext } from './context.ts'

/**
 * Gives the tasks of a plan to their agencies as the plan is issued, groups expanded as of the issue. A share that a task carried over
 * from an older plan already has goes on, with its history; one that the new paper no longer names ends on that day.
 */
export async function giveOutTasks(context: ServiceContext, trace: Trace, plan: Plan): Promise<void> {
  const on = plan.issuedOn ?? plan.agenciesAsOf
  const registry = await readAgencyRegistry(trace.trx)
  const tasks = await listTasks(trace.trx, plan.id)
  const standing = Map.groupBy(
    (
      await listAssignments(
        trace.trx,
        tasks.map(({ taskId }) => taskId),
      )
    ).filter(({ endedOn }) => endedOn === null),
    ({ taskId }) => taskId,
  )
  for (const task of tasks) {
    const old = standing.get(task.taskId) ?? []
    const shares = sharesOf(task, registry, on)
    for (const share of old) {
      if (shares.some(({ agencyId, role }) => agencyId === share.agencyId && role === share.role)) continue
      await updateAssignment(trace, { ...share, endedOn: on, endedBecause: 'reassigned' })
    }
    for (const [ordinal, share] of shares.entries()) {
      const known = old.find(({ agencyId, role }) => agencyId === share.agencyId && role === share.role)
      if (known !== undefined) {
        await updateAssignment(trace, { ...known, ordinal, throughGroupId: share.throughGroupId })
        continue
      }
      await insertAssignment(trace, {
        id: context.newId<AssignmentId>(),
        taskId: task.taskId,
        ...share,
        asOf: on,
        ordinal,
        waiting: false,
        endedOn: null,
        endedBecause: null,
        successorId: null,
      })
    }
  }
}
