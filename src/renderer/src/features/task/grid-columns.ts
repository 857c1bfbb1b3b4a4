import { isActive } from '#shared/domain/agency.ts'
import type { Deadline } from '#shared/domain/deadline.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { Party } from '#shared/domain/agency.ts'
import type { AppendixColumn, Task } from '#shared/domain/task.ts'
import { describeDeadline } from '#shared/text/vi/deadline.ts'
import { taskText } from '#shared/text/vi/task.ts'
import type { GridColumn, Hint } from '../../ui/grid/grid-types.ts'
import { partyCompletion } from '../../ui/grid/party-completion.ts'
import { showDay } from '../../lib/dates.ts'
import { cellText, type CellReading } from './cell-patch.ts'

const minimumWidths: Readonly<Record<string, number>> = { task: 220, product: 110, lead: 130, coordinating: 140, deadline: 120 }

/** What is doubtful in a list of parties: words that are no known name, a body not alive on the plan's day. */
function partyDoubt(parties: readonly Party[], { registry, asOf }: CellReading): string | null {
  for (const party of parties) {
    if (party.kind === 'words') return taskText.unrecognised(party.words)
    const record = party.kind === 'agency' ? registry.agencies.find(({ id }) => id === party.agencyId) : registry.groups.find(({ id }) => id === party.groupId)
    if (record !== undefined && !isActive(record, asOf)) return taskText.inactive(record.name, showDay(asOf))
  }
  return null
}

/** What a deadline means, in doubt where nothing was understood or a person must confirm it; nothing for an empty one. */
function meaningOf(deadline: Deadline): Hint | null {
  if (deadline.phrase === '') return null
  return { text: describeDeadline(deadline), tone: deadline.milestones.length === 0 || deadline.milestones.some(({ doubt }) => doubt !== null) ? 'doubt' : 'quiet' }
}

/** The grid's columns from the appendix's own; STT is the grid's first column. */
export function gridColumns(columns: readonly AppendixColumn[], reading: CellReading, groupDetail: string): readonly GridColumn<Task>[] {
  const complete = partyCompletion(reading.registry, reading.asOf, groupDetail)
  return columns
    .filter(({ key }) => key !== 'stt')
    .map(({ key, title, weight }): GridColumn<Task> => {
      const column = { key, title, weight, minWidth: minimumWidths[key] ?? 90, text: (task: Task) => cellText(task, key, reading.registry) }
      if (key === 'lead' || key === 'coordinating') {
        return {
          ...column,
          complete,
          hint: (task) => {
            const doubt = partyDoubt(key === 'lead' ? task.leads : task.coordinating, reading)
            return doubt === null ? null : { text: doubt, tone: 'doubt' }
          },
        }
      }
      if (key === 'deadline') {
        return {
          ...column,
          hint: ({ deadline }) => meaningOf(deadline),
          explain: (text) => meaningOf(readDeadline(text.trim(), { planYear: reading.planYear })),
        }
      }
      return column
    })
}
