import { cellWords } from '#shared/domain/cell-words.ts'
import { isActive } from '#shared/domain/agency.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { Party } from '#shared/domain/agency.ts'
import type { Phrase } from '#shared/domain/phrase.ts'
import type { AppendixColumn, Task } from '#shared/domain/task.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { deadlineHint } from '../../ui/grid/deadline-hint.ts'
import type { GridColumn } from '../../ui/grid/grid-types.ts'
import { partyCompletion } from '../../ui/grid/party-completion.ts'
import { phraseCompletion } from '../../ui/grid/phrase-completion.ts'
import { showDay } from '../../lib/dates.ts'
import type { CellReading } from './cell-patch.ts'

const minimumWidths: Readonly<Record<string, number>> = { task: 170, product: 90, lead: 110, coordinating: 110, deadline: 105 }

/** What is doubtful in a list of parties: words that are no known name, a body not alive on the plan's day. */
function partyDoubt(parties: readonly Party[], { registry, asOf }: CellReading): string | null {
  for (const party of parties) {
    if (party.kind === 'words') return taskText.unrecognised(party.words)
    const record =
      party.kind === 'agency'
        ? registry.agencies.find(({ id }) => id === party.agencyId)
        : registry.groups.find(({ id }) => id === party.groupId)
    if (record !== undefined && !isActive(record, asOf)) return taskText.inactive(record.name, showDay(asOf))
  }
  return null
}

/** The grid's columns from the appendix's own; STT is the grid's first column. */
export function gridColumns(
  columns: readonly AppendixColumn[],
  reading: CellReading,
  groupDetail: string,
  phrases: readonly Phrase[],
): readonly GridColumn<Task>[] {
  const complete = partyCompletion(reading.registry, reading.asOf, groupDetail)
  const completePhrase = phraseCompletion(phrases)
  return columns
    .filter(({ key }) => key !== 'stt')
    .map(({ key, title, weight }): GridColumn<Task> => {
      const column = {
        key,
        title,
        weight,
        minWidth: minimumWidths[key] ?? 90,
        text: (task: Task) => cellWords(key, task, 0, reading.registry),
      }
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
          hint: ({ deadline }) => deadlineHint(deadline),
          explain: (text) => deadlineHint(readDeadline(text.trim(), { planYear: reading.planYear })),
        }
      }
      return { ...column, complete: completePhrase }
    })
}
