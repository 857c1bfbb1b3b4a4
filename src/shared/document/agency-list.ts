import type { Agency } from '../domain/agency.ts'
import { tasksGivenToAgency } from '../domain/assignment-rules.ts'
import { toRoman } from '../language/roman.ts'
import type { TableRow } from './blocks.ts'
import { officialDocument, type BuiltDocument, type DocumentOptions, type PlanRecords } from './plan-document.ts'
import { cell, cellParagraphs, sharesOf } from './table.ts'
import { spanningRow } from './task-table.ts'
import {
  groupNotes,
  partiesWords,
  placedTasks,
  planReference,
  TABLE_SIZE,
  workingSection,
  workingTitle,
  type PlacedTask,
} from './working-paper.ts'

const columns = [
  { title: 'STT', weight: 5 },
  { title: 'Số trong phụ lục', weight: 8 },
  { title: 'Nhiệm vụ', weight: 32 },
  { title: 'Sản phẩm', weight: 15 },
  { title: 'Cơ quan chủ trì', weight: 15 },
  { title: 'Cơ quan phối hợp', weight: 15 },
  { title: 'Thời hạn', weight: 12 },
]

/**
 * "Danh mục nhiệm vụ của ‹cơ quan›": what a plan gives one agency, by its own name or through a group, first to lead and then to help.
 * A working paper: no national header, number or signature.
 */
export function buildAgencyListDocument(records: PlanRecords, agency: Agency, options: DocumentOptions): BuiltDocument {
  const { plan, registry } = records
  const placed = placedTasks(records)
  const given = new Map(
    tasksGivenToAgency(
      placed.map(({ task }) => task),
      agency.id,
      registry,
      plan.agenciesAsOf,
    ).map(({ taskId, role }) => [taskId, role]),
  )
  const leading = placed.filter(({ task }) => given.get(task.id) === 'lead')
  const helping = placed.filter(({ task }) => given.get(task.id) === 'coordinating')
  const parts = [
    { title: 'Nhiệm vụ chủ trì', tasks: leading },
    { title: 'Nhiệm vụ phối hợp', tasks: helping },
  ].filter(({ tasks }) => tasks.length > 0)
  const title = 'Danh mục nhiệm vụ'
  const { section, notices } = workingSection(
    'agency-list',
    workingTitle(title, `của ${agency.name}`, planReference(records)),
    {
      kind: 'table',
      columnShares: sharesOf(columns.map(({ weight }) => weight)),
      headerRows: [
        { cells: columns.map((column) => cell(cellParagraphs(column.title, TABLE_SIZE, { align: 'center', marks: { bold: true } }))) },
      ],
      rows: parts.flatMap(({ title: part, tasks }, index) => [
        spanningRow('field', `${toRoman(index + 1)}. ${part} (${tasks.length})`, columns.length, TABLE_SIZE),
        ...taskRows(tasks, records),
      ]),
    },
    'Kế hoạch không giao nhiệm vụ nào cho cơ quan này.',
    groupNotes(
      [...leading, ...helping].map(({ task }) => task),
      registry,
      plan.agenciesAsOf,
    ),
  )
  return { document: officialDocument(`${title} của ${agency.name}`, records, options, [section]), notices }
}

/** Rows of one part, a row of its field's name above the first task of each. */
function taskRows(tasks: readonly PlacedTask[], { registry }: PlanRecords): readonly TableRow[] {
  return tasks.flatMap(({ task, address, fieldName }, index): readonly TableRow[] => {
    const words = [
      String(index + 1),
      address,
      task.content,
      task.product,
      partiesWords(task.leads, registry),
      partiesWords(task.coordinating, registry),
      task.deadline.phrase,
    ]
    const opensField = fieldName !== null && fieldName !== tasks[index - 1]?.fieldName
    return [
      ...(opensField ? [spanningRow('subgroup', fieldName, columns.length, TABLE_SIZE)] : []),
      {
        kind: 'task',
        mayBreak: false,
        sourceId: task.id,
        cells: words.map((piece, column) =>
          cell(
            cellParagraphs(piece, TABLE_SIZE, {
              align: column < 2 || column === words.length - 1 ? 'center' : column === 2 ? 'both' : 'left',
            }),
          ),
        ),
      },
    ]
  })
}
