import type { Actor } from '#shared/domain/actor.ts'
import type { TaskClosure } from '#shared/domain/task-closure.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { listClosures, writeClosure } from '#main/store/repositories/carry-over.ts'
import { getTask } from '#main/store/repositories/task.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'

/** The tasks of a plan that were closed. */
export async function readClosures({ db }: ServiceContext, { planId }: Input<'task.closures'>): Promise<readonly TaskClosure[]> {
  return listClosures(db, planId)
}

/**
 * Closes the tasks of these rows, whatever became of their plan: what an issued paper says does not change by it. Throws `record-not-found`.
 */
export async function closeTasks(
  context: ServiceContext,
  actor: Actor,
  { ids, closedOn, note }: Input<'task.close'>,
): Promise<readonly TaskClosure[]> {
  return runCommand(context, actor, { command: 'task.close', undoable: true }, async (trace) => {
    const closed: TaskClosure[] = []
    for (const id of new Set(ids)) {
      const { taskId } = await getTask(trace.trx, id)
      const closure: TaskClosure = { taskId, closedOn, note: note.trim().normalize('NFC') }
      await writeClosure(trace, taskId, closure)
      closed.push(closure)
    }
    return closed
  })
}

/** Takes the closing of tasks back. Throws `record-not-found`. */
export async function reopenTasks(context: ServiceContext, actor: Actor, { ids }: Input<'task.reopen'>): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'task.reopen', undoable: true }, async (trace) => {
    for (const id of new Set(ids)) await writeClosure(trace, id, null)
    return {}
  })
}
