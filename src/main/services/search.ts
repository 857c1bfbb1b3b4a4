import type { TaskId } from '#shared/domain/identifier.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { namesOfTasks } from '#main/store/repositories/given-task.ts'
import { findEntries } from '#main/store/search/find-entries.ts'
import type { ServiceContext } from './context.ts'

/**
 * Records that hold every word looked for, without accents (đ = d): agencies and members first, then plans, documents, tasks, sentences, then what
 * was said of tasks and proved, with the task's words beside it.
 */
export async function searchEverything(context: ServiceContext, input: Input<'search.everything'>): Promise<Output<'search.everything'>> {
  const found = await findEntries(context.db, context.dialect, input.text, input.limit)
  const ids = new Set(found.flatMap(({ taskId }): readonly TaskId[] => (taskId === null ? [] : [taskId])))
  const tasks = await namesOfTasks(context.db, [...ids])
  return found.map(({ taskId, ...entry }) => {
    const named = taskId === null ? undefined : tasks.get(taskId)
    if (taskId === null || named === undefined) return { ...entry, task: null }
    const about = entry.noun === 'given-task' ? entry.context : [entry.context, named.content].filter((part) => part !== '').join(' · ')
    return { ...entry, context: about, task: { taskId, year: named.year } }
  })
}
