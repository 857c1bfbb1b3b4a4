import type { AgencyRegistry, Party } from '#shared/domain/agency.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { Day, TaskWordingId } from '#shared/domain/identifier.ts'
import { matchParties, prepareRegistry } from '#shared/domain/party-match.ts'
import type { Task, TaskPatch } from '#shared/domain/task.ts'
import type { CellChange } from '../../ui/grid/grid-types.ts'

/** What the words of a cell are read against. */
export interface CellReading {
  readonly registry: AgencyRegistry
  readonly prepared: ReturnType<typeof prepareRegistry>
  readonly asOf: Day
  readonly planYear: number
}

export function cellReading(registry: AgencyRegistry, asOf: Day, planYear: number): CellReading {
  return { registry, prepared: prepareRegistry(registry), asOf, planYear }
}

/** What new words in a cell change on the task. */
export function patchOf(task: Task, key: string, text: string, reading: CellReading): TaskPatch {
  const words = text.trim()
  switch (key) {
    case 'task':
      return { content: words }
    case 'product':
      return { product: words }
    case 'lead':
      return leadPatch(task, words, reading)
    case 'coordinating':
      return { coordinating: allParties(words, reading) }
    case 'deadline':
      return { deadline: readDeadline(words, { planYear: reading.planYear }) }
    default:
      return { extra: { ...task.extra, [key]: words } }
  }
}

/** "Sở Y tế chủ trì, phối hợp với …" typed into the cell of leads names helpers too: they join those that are there. */
function leadPatch(task: Task, words: string, { prepared, asOf }: CellReading): TaskPatch {
  const { parties, coordinating } = matchParties(words, prepared, asOf)
  return coordinating.length === 0 ? { leads: parties } : { leads: parties, coordinating: [...task.coordinating, ...coordinating] }
}

/** Every body that a list names, in whatever role the words give it. */
function allParties(words: string, { prepared, asOf }: CellReading): readonly Party[] {
  const { parties, coordinating } = matchParties(words, prepared, asOf)
  return [...parties, ...coordinating]
}

export interface TaskUpdate {
  readonly id: TaskWordingId
  readonly version: number
  readonly patch: TaskPatch
}

/** One update a task, whatever number of its cells changed. */
export function updatesOf(changes: readonly CellChange[], tasks: readonly Task[], reading: CellReading): readonly TaskUpdate[] {
  const byId = new Map(tasks.map((task) => [task.id as string, task]))
  const updates = new Map<string, TaskUpdate>()
  for (const { rowKey, columnKey, text } of changes) {
    const task = byId.get(rowKey)
    if (task === undefined) continue
    const before = updates.get(rowKey)
    // Extra columns share one field: a second one must build on the first.
    const current = before?.patch.extra === undefined ? task : { ...task, extra: before.patch.extra }
    updates.set(rowKey, { id: task.id, version: task.version, patch: { ...before?.patch, ...patchOf(current, columnKey, text, reading) } })
  }
  return [...updates.values()]
}
