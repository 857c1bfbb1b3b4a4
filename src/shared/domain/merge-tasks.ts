import type { Party } from './agency.ts'
import type { Deadline } from './deadline.ts'
import type { AppendixId, FieldId, PlanId, TaskId, TaskWordingId } from './identifier.ts'
import { inRecordForm } from './merge-content.ts'
import type { MergeEffect, NewRow } from './merge-difference.ts'
import { placed } from './merge-order.ts'
import type { PlacedRow } from './merge-rows.ts'
import type { Appendix, AppendixColumnKey, Task } from './task.ts'

/** How the words of a cell become records, as when an appendix is brought in. */
export interface CellReader {
  readonly parties: (words: string) => { readonly parties: readonly Party[]; readonly coordinating: readonly Party[] }
  readonly deadline: (phrase: string) => Deadline
}

export interface TasksToMerge {
  readonly planId: PlanId
  readonly appendices: readonly Appendix[]
  readonly tasks: readonly Task[]
  /** Rows of each appendix in the file's order. */
  readonly orders: ReadonlyMap<AppendixId, readonly PlacedRow[]>
  /** Rows that the file moved and whose move was not taken. */
  readonly notMoved: ReadonlySet<string>
  readonly newId: <Id extends string>() => Id
}

export interface MergedTasks {
  /** Tasks whose cells or field changed. */
  readonly changed: readonly Task[]
  /** New tasks, their position still to be given. */
  readonly added: readonly Task[]
  readonly removed: readonly Task[]
  /** Wanted order of the tasks of a field of an appendix, where it changed. */
  readonly orders: readonly (readonly TaskWordingId[])[]
  readonly appendices: readonly Appendix[]
  readonly removedAppendices: readonly AppendixId[]
}

/** The draft's tasks with the chosen effects in them. Tasks that stay keep their ids and sentences. */
export function mergeTasks(merge: TasksToMerge, effects: readonly MergeEffect[], read: CellReader): MergedTasks {
  const tasks = new Map(merge.tasks.map((task) => [task.id as string, task]))
  const appendices = new Map(merge.appendices.map((appendix) => [appendix.id, appendix]))
  const changed = new Set<string>()
  const added: Task[] = []
  const removed: Task[] = []
  const removedAppendices: AppendixId[] = []
  const keyed = new Map<string, string>()
  const orders = new Map<string, readonly string[]>()
  /** What has still to be moved stands where it stood before: no landmark. */
  const waiting = new Set([...merge.notMoved, ...effects.flatMap((effect) => (effect.kind === 'row-move' ? [effect.id] : []))])
  const change = (id: string, patch: Partial<Task>): void => {
    const task = tasks.get(id)
    if (task === undefined) return
    tasks.set(id, { ...task, ...patch })
    changed.add(id)
  }
  const place = (key: string, appendixId: AppendixId, fieldId: FieldId | null, at: number): void => {
    const rows = merge.orders.get(appendixId) ?? []
    const inField = rows.flatMap((row, index) => (row.fieldId === fieldId ? [{ key: row.key, index }] : []))
    const group = `${appendixId}/${fieldId ?? ''}`
    const now =
      orders.get(group) ??
      [...tasks.values()]
        .filter((task) => task.appendixId === appendixId && task.fieldId === fieldId && (task.id as string) !== key)
        .toSorted((one, other) => (one.position < other.position ? -1 : 1))
        .map(({ id }) => id as string)
    const wanted = inField.map((row) => keyed.get(row.key) ?? row.key)
    const before = inField.filter(({ index }) => index < at).length - 1
    orders.set(group, placed(now, [key], wanted, before, waiting))
    waiting.delete(key)
  }
  const rows = effects.filter(({ kind }) => kind === 'row-add' || kind === 'row-move')
  for (const effect of effects) {
    if (effect.kind === 'cell') change(effect.id, patchOf(effect.key, effect.text, tasks.get(effect.id), read))
    else if (effect.kind === 'row-remove') {
      const task = tasks.get(effect.id)
      if (task !== undefined) removed.push(task)
      tasks.delete(effect.id)
    } else if (effect.kind === 'appendix-title' || effect.kind === 'column-title') {
      const appendix = appendices.get(effect.id)
      if (appendix !== undefined) appendices.set(effect.id, retitled(appendix, effect))
    } else if (effect.kind === 'table-remove') {
      removed.push(...[...tasks.values()].filter(({ appendixId }) => appendixId === effect.id))
      removedAppendices.push(effect.id)
    }
  }
  for (const effect of rows.toSorted((one, other) => atOf(one) - atOf(other))) {
    if (effect.kind === 'row-move') {
      change(effect.id, { fieldId: effect.fieldId })
      place(effect.id, effect.appendixId, effect.fieldId, effect.at)
    } else if (effect.kind === 'row-add') {
      const task = taskOf(effect.row, merge, read)
      added.push(task)
      tasks.set(task.id, task)
      keyed.set(effect.row.key, task.id)
      place(task.id, effect.row.appendixId, task.fieldId, effect.at)
    }
  }
  const gone = new Set(removed.map(({ id }) => id as string))
  const isNew = new Set(added.map(({ id }) => id as string))
  return {
    changed: [...changed].flatMap((id) => (gone.has(id) || isNew.has(id) ? [] : (tasks.get(id) ?? []))),
    added: added.filter(({ id }) => !gone.has(id)),
    removed,
    orders: [...orders.values()].map((order) => order.filter((id) => !gone.has(id)) as TaskWordingId[]),
    appendices: merge.appendices.flatMap(({ id }) => {
      const now = appendices.get(id)
      return now === undefined || merge.appendices.includes(now) ? [] : [now]
    }),
    removedAppendices,
  }
}

function atOf(effect: MergeEffect): number {
  return 'at' in effect ? effect.at : 0
}

function retitled(appendix: Appendix, effect: Extract<MergeEffect, { kind: 'appendix-title' | 'column-title' }>): Appendix {
  if (effect.kind === 'appendix-title')
    return { ...appendix, title: inRecordForm(appendix.title, appendix.title.toLocaleUpperCase('vi'), effect.text).replaceAll('\n', ' ') }
  const title = effect.text.replaceAll('\n', ' ')
  return { ...appendix, columns: appendix.columns.map((column) => (column.key === effect.key ? { ...column, title } : column)) }
}

/** What a cell's words set on a task. Helpers named in the cell of the lead join the helpers. */
function patchOf(key: AppendixColumnKey, words: string, task: Task | undefined, read: CellReader): Partial<Task> {
  switch (key) {
    case 'subgroup':
      return { subgroup: words === '' ? null : words }
    case 'stt':
      return {}
    case 'task':
      return { content: words }
    case 'product':
      return { product: words }
    case 'lead': {
      const { parties, coordinating } = read.parties(words)
      return { leads: parties, ...(coordinating.length > 0 && { coordinating: [...coordinating, ...(task?.coordinating ?? [])] }) }
    }
    case 'coordinating': {
      const { parties, coordinating } = read.parties(words)
      return { coordinating: [...parties, ...coordinating] }
    }
    case 'deadline':
      return { deadline: read.deadline(words) }
    default:
      return { extra: { ...task?.extra, [key]: words } }
  }
}

function taskOf(row: NewRow, { planId, newId }: TasksToMerge, read: CellReader): Task {
  const empty: Task = {
    id: newId<TaskWordingId>(),
    taskId: newId<TaskId>(),
    planId,
    appendixId: row.appendixId,
    source: 'plan',
    fieldId: row.fieldId,
    subgroup: row.subgroup,
    position: '',
    content: '',
    product: '',
    leads: [],
    coordinating: [],
    deadline: read.deadline(''),
    provisionIds: [],
    extra: {},
    version: 1,
  }
  // Helpers first, so that those named in the cell of the lead are put before them and not over them.
  const keys = [...row.cells].toSorted(([one], [other]) => Number(one === 'lead') - Number(other === 'lead'))
  const task = { ...empty }
  for (const [key, words] of keys) Object.assign(task, patchOf(key, words, task, read))
  return task
}
