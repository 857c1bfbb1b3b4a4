import type { AgencyRegistry } from '../domain/agency.ts'
import { cellWords } from '../domain/cell-words.ts'
import type { Field } from '../domain/field.ts'
import { orderTasks } from '../domain/task-order.ts'
import type { Appendix, AppendixColumnKey, Task } from '../domain/task.ts'
import { toRoman } from '../language/roman.ts'
import type { TableBlock, TableRow } from './blocks.ts'
import { cell, cellParagraphs, sharesOf, type CellLook } from './table.ts'

/** Heading of tasks that stand in no field, where others do. */
export const OTHER_TASKS = 'Nhiệm vụ khác'

const bold = { bold: true } as const

/** The table of an appendix: its columns in their order, a row a task under the rows of fields and subgroups. Sizes in points. */
export function taskTable(
  appendix: Pick<Appendix, 'columns' | 'orientation'>,
  tasks: readonly Task[],
  fields: readonly Field[],
  registry: AgencyRegistry,
  size: number,
): TableBlock {
  const { columns } = appendix
  const groups = orderTasks(tasks, fields)
  const titled = groups.some(({ field }) => field !== null)
  const rows = groups.flatMap(({ field, tasks: ofField }, index): readonly TableRow[] => [
    ...(titled
      ? [
          fieldRow(
            toRoman(index + 1),
            field?.name ?? OTHER_TASKS,
            columns.map(({ key }) => key),
            size,
            field?.id,
          ),
        ]
      : []),
    ...ofField.flatMap(({ task, stt, opensSubgroup }): readonly TableRow[] => [
      ...(opensSubgroup === null ? [] : [spanningRow('subgroup', opensSubgroup, columns.length, size)]),
      {
        kind: 'task',
        mayBreak: false,
        sourceId: task.id,
        cells: columns.map(({ key }) => cell(cellParagraphs(cellWords(key, task, stt, registry), size, lookOf(key, appendix.orientation)))),
      },
    ]),
  ])
  return {
    kind: 'table',
    columnShares: sharesOf(columns.map(({ weight }) => weight)),
    headerRows: [{ cells: columns.map(({ title }) => cell(cellParagraphs(title, size, { align: 'center', marks: bold }))) }],
    rows,
  }
}

/** "I" in the column of numbers and the title over the rest; "I. Title" over all columns where the numbers do not come first. */
function fieldRow(number: string, title: string, keys: readonly AppendixColumnKey[], size: number, sourceId: string | undefined): TableRow {
  if (keys[0] !== 'stt' || keys.length < 2) return spanningRow('field', `${number}. ${title}`, keys.length, size, sourceId)
  return {
    kind: 'field',
    mayBreak: false,
    ...(sourceId !== undefined && { sourceId }),
    cells: [
      cell(cellParagraphs(number, size, { align: 'center', marks: bold })),
      cell(cellParagraphs(title, size, { align: 'left', marks: bold }), keys.length - 1),
    ],
  }
}

/** A row over all columns: a field or a subgroup. */
export function spanningRow(kind: 'field' | 'subgroup', words: string, columns: number, size: number, sourceId?: string): TableRow {
  const marks = kind === 'field' ? bold : ({ bold: true, italic: true } as const)
  return {
    kind,
    mayBreak: false,
    ...(sourceId !== undefined && { sourceId }),
    cells: [cell(cellParagraphs(words, size, { align: 'left', marks }), columns)],
  }
}

/** In the narrow columns of an upright page justified words stand too far apart. */
function lookOf(key: AppendixColumnKey, orientation: Appendix['orientation']): CellLook {
  if (key === 'stt' || key === 'deadline') return { align: 'center' }
  return { align: key === 'task' && orientation === 'landscape' ? 'both' : 'left' }
}
