import { compareVietnamese } from '../language/fold.ts'
import type { Field } from './field.ts'
import type { FieldId } from './identifier.ts'
import type { Task } from './task.ts'

/** What the order of an appendix hangs on. */
type Placed = Pick<Task, 'fieldId' | 'subgroup' | 'position'>

/** Tasks of one field in their order, each with its computed STT. */
export interface FieldOfTasks<T extends Placed = Task> {
  /** Null for tasks that stand in no field yet. */
  readonly field: Field | null
  readonly tasks: readonly NumberedTask<T>[]
}

export interface NumberedTask<T extends Placed = Task> {
  readonly task: T
  /** From 1 within the field: one STT is one task in all counts. */
  readonly stt: number
  /** Set on the first task of a run of one subgroup: printed as a row above it. */
  readonly opensSubgroup: string | null
}

/**
 * The tasks of an appendix as they stand on paper: by field in the fields' order (tasks without a field last), then by position.
 * Fields without a task are left out. STT restarts in each field.
 */
export function orderTasks<T extends Placed>(tasks: readonly T[], fields: readonly Field[]): readonly FieldOfTasks<T>[] {
  const knownIds = new Set(fields.map((field) => field.id))
  const byField = new Map<FieldId | null, T[]>()
  for (const task of tasks) {
    const known = task.fieldId !== null && knownIds.has(task.fieldId) ? task.fieldId : null
    const own = byField.get(known)
    if (own === undefined) byField.set(known, [task])
    else own.push(task)
  }
  const order = fields.toSorted((one, other) => one.position - other.position || compareVietnamese(one.name, other.name))
  return [...order, null].flatMap((field) => {
    const own = byField.get(field?.id ?? null)
    return own === undefined ? [] : [{ field, tasks: number(own) }]
  })
}

function number<T extends Placed>(tasks: readonly T[]): readonly NumberedTask<T>[] {
  // Order keys compare byte by byte, never by the language's rules.
  const ordered = tasks.toSorted((one, other) => (one.position < other.position ? -1 : one.position > other.position ? 1 : 0))
  return ordered.map((task, index) => ({
    task,
    stt: index + 1,
    opensSubgroup: task.subgroup !== null && task.subgroup !== ordered[index - 1]?.subgroup ? task.subgroup : null,
  }))
}
