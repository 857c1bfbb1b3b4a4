import { expandGroup, type AgencyRegistry, type Party } from '#shared/domain/agency.ts'
import type { Field } from '#shared/domain/field.ts'
import type { AgencyId, Day, FieldId } from '#shared/domain/identifier.ts'
import { orderTasks } from '#shared/domain/task-order.ts'
import type { Task } from '#shared/domain/task.ts'
import { taskText } from '#shared/text/vi/task.ts'
import type { GridLine } from '../../ui/grid/grid-types.ts'

/** Whether an agency is among the parties, itself or as one of a group as of a day. */
export function includesAgency(parties: readonly Party[], agencyId: AgencyId, registry: AgencyRegistry, on: Day): boolean {
  return parties.some((party) => {
    if (party.kind === 'agency') return party.agencyId === agencyId
    if (party.kind === 'words') return false
    const group = registry.groups.find((each) => each.id === party.groupId)
    return group !== undefined && expandGroup(group, registry, on).some((agency) => agency.id === agencyId)
  })
}

const fieldKey = (id: FieldId | null): string => `field/${id ?? ''}`

/** The field that a group's line stands for; null for tasks without one, undefined for a line of another kind. */
export function fieldOfLine(key: string): FieldId | null | undefined {
  if (!key.startsWith('field/')) return undefined
  const id = key.slice('field/'.length)
  return id === '' ? null : (id as FieldId)
}

/**
 * Lines of the grid: fields' rows, subgroups' rows and tasks with their STT. A filter hides rows, never renumbers them. `shownEmpty` are the fields
 * that have their line even without a task, so that a task can be added or moved there.
 */
export function appendixLines(
  tasks: readonly Task[],
  fields: readonly Field[],
  keeps: (task: Task) => boolean,
  shownEmpty: readonly FieldId[],
): readonly GridLine<Task>[] {
  const ordered = orderTasks(tasks, fields)
  const missing = fields
    .filter(({ id }) => shownEmpty.includes(id) && !ordered.some(({ field }) => field?.id === id))
    .map((field) => ({ field, tasks: [] }))
  const places = new Map(fields.toSorted((one, other) => one.position - other.position).map(({ id }, index) => [id, index]))
  const placeOf = (field: Field | null): number => (field === null ? fields.length : (places.get(field.id) ?? fields.length))
  return [...ordered, ...missing]
    .toSorted((one, other) => placeOf(one.field) - placeOf(other.field))
    .flatMap(({ field, tasks: own }): readonly GridLine<Task>[] => {
      const kept = own.filter(({ task }) => keeps(task))
      if (kept.length === 0 && (field === null || !shownEmpty.includes(field.id))) return []
      const title = field?.name ?? taskText.noField
      return [
        { kind: 'group', key: fieldKey(field?.id ?? null), level: 1, title, note: taskText.taskCount(kept.length) } as const,
        ...kept.flatMap(({ task, stt, opensSubgroup }): readonly GridLine<Task>[] => [
          ...(opensSubgroup === null
            ? []
            : [{ kind: 'group', key: `subgroup/${task.id}`, level: 2, title: opensSubgroup, note: '' } as const]),
          { kind: 'row', key: task.id, head: String(stt), row: task },
        ]),
      ]
    })
}

/** Where rows dropped before a line go: the field, and the task they follow there (null = first). Moved rows do not count as neighbours. */
export function dropPlace(
  lines: readonly GridLine<Task>[],
  beforeLine: number,
  moved: readonly string[],
): { readonly fieldId: FieldId | null; readonly afterId: Task['id'] | null } {
  for (let index = beforeLine - 1; index >= 0; index -= 1) {
    const line = lines[index]
    if (line?.kind === 'row' && !moved.includes(line.key)) return { fieldId: line.row.fieldId, afterId: line.row.id }
    const field = line?.kind === 'group' ? fieldOfLine(line.key) : undefined
    if (field !== undefined) return { fieldId: field, afterId: null }
  }
  return { fieldId: fieldOfLine(lines[0]?.key ?? '') ?? null, afterId: null }
}
