import type { PlanId } from '#shared/domain/identifier.ts'
import type { Task, TaskPatch } from '#shared/domain/task.ts'
import { ask } from '../../lib/bridge.ts'
import { showFailure } from '../../lib/notices.tsx'
import { awaitAnswer, keyOf, queryClient } from '../../lib/queries.ts'
import { inTurn } from '../../lib/saving.ts'
import type { TaskUpdate } from './cell-patch.ts'

const keyOfTasks = (planId: PlanId) => keyOf('task.list', { planId })

function withPatch(task: Task, patch: TaskPatch): Task {
  return { ...task, ...(Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<Task>) }
}

/** Updates with the versions their rows have by now, after what was sent before them. */
export function withLatestVersions(planId: PlanId, updates: readonly TaskUpdate[]): TaskUpdate[] {
  const tasks = queryClient.getQueryData<readonly Task[]>(keyOfTasks(planId))
  const versions = new Map(tasks?.map(({ id, version }) => [id, version]))
  return updates.map(({ id, version, patch }) => ({ id, version: versions.get(id) ?? version, patch }))
}

/**
 * Shows the new words at once and sends them; the grid never waits for the store. Edits go out in order, each with
 * the version its row has by then. A refusal brings the rows back as they are in the store and says why.
 */
export function updateTasks(planId: PlanId, updates: readonly TaskUpdate[]): void {
  if (updates.length === 0) return
  const key = keyOfTasks(planId)
  const patches = new Map(updates.map(({ id, patch }) => [id, patch]))
  const show = (): void => {
    queryClient.setQueryData<readonly Task[]>(key, (tasks) => tasks?.map((task) => withPatch(task, patches.get(task.id) ?? {})))
  }
  show()
  const send = async (): Promise<void> => {
    try {
      if (await awaitAnswer('task.list', { planId })) show()
      const sent = withLatestVersions(planId, updates)
      const [only, second] = sent
      // One row is "sửa nhiệm vụ" in the log, several are one command of their own.
      const written =
        only !== undefined && second === undefined ? [await ask('task.update', only)] : await ask('task.update-many', { updates: sent })
      const byId = new Map(written.map((task) => [task.id, task]))
      queryClient.setQueryData<readonly Task[]>(key, (tasks) =>
        tasks?.map((task) => (byId.has(task.id) ? { ...task, version: byId.get(task.id)?.version ?? task.version } : task)),
      )
    } catch (error) {
      showFailure(error)
      await queryClient.invalidateQueries({ queryKey: key })
    }
  }
  void inTurn(send)
}
