import { toRoman } from '../language/roman.ts'
import { cellWords } from './cell-words.ts'
import type { ComparedRecords, RecordPairs } from './comparison-pairs.ts'
import { compareTrees, type ComparedNode, type NodeCell } from './comparison-tree.ts'
import type { ComparedItem } from './comparison.ts'
import { orderTasks, type NumberedTask } from './task-order.ts'
import type { Appendix, Task } from './task.ts'

/** Compares the appendices of two sides: titles, columns, fields, rows and their cells. */
export function compareAppendixRecords(before: ComparedRecords, after: ComparedRecords, pairs: RecordPairs): readonly ComparedItem[] {
  return compareTrees({
    before: appendixNodes(before),
    after: appendixNodes(after),
    pairs: new Map([...pairs.appendices, ...columnPairs(pairs), ...fieldPairs(before, pairs), ...pairs.tasks]),
    part: 'appendix',
  })
}

const columnsId = (appendixId: string): string => `${appendixId}/columns`
const fieldId = (appendixId: string, id: string | null): string => `${appendixId}/${id ?? 'no-field'}`

function columnPairs({ appendices }: RecordPairs): readonly (readonly [string, string])[] {
  return [...appendices].map(([one, other]) => [columnsId(one), columnsId(other)] as const)
}

/** A field's rows in one appendix are one thing, in another appendix another. */
function fieldPairs({ fields }: ComparedRecords, pairs: RecordPairs): readonly (readonly [string, string])[] {
  return [...pairs.appendices].flatMap(([one, other]) => [
    [fieldId(one, null), fieldId(other, null)] as const,
    ...fields.flatMap(({ id }) => {
      const partner = pairs.fields.get(id)
      return partner === undefined ? [] : [[fieldId(one, id), fieldId(other, partner)] as const]
    }),
  ])
}

function appendixNodes(records: ComparedRecords): readonly ComparedNode[] {
  const { appendices, tasks, fields } = records
  return appendices.map((appendix, index) => {
    const groups = orderTasks(
      tasks.filter((task) => task.appendixId === appendix.id),
      fields,
    )
    const columns = appendix.columns.map(({ title }) => title).join(' | ')
    return {
      noun: 'appendix',
      place: { id: appendix.id, label: appendices.length > 1 ? toRoman(index + 1) : '', address: '', kind: null },
      text: appendix.title,
      cells: [],
      children: [
        {
          noun: 'columns',
          place: { id: columnsId(appendix.id), label: '', address: '', kind: null },
          text: columns,
          cells: [],
          children: [],
        },
        ...groups.map(({ field, tasks: rows }, ordinal): ComparedNode => {
          const address = toRoman(ordinal + 1)
          return {
            noun: 'field',
            place: { id: fieldId(appendix.id, field?.id ?? null), label: address, address, kind: null },
            text: field?.name ?? '',
            cells: [],
            children: rowNodes(rows, appendix, address, records),
          }
        }),
      ],
    }
  })
}

function rowNodes(
  rows: readonly NumberedTask[],
  appendix: Appendix,
  address: string,
  { registry }: ComparedRecords,
): readonly ComparedNode[] {
  return rows.map(({ task, stt }) => ({
    noun: 'row',
    place: { id: task.id, label: String(stt), address, kind: null },
    text: '',
    cells: [
      ...subgroupCell(task),
      // The number is counted: it says nothing of its own.
      ...appendix.columns
        .filter(({ key }) => key !== 'stt')
        .map(({ key, title }): NodeCell => ({ column: key, title, text: cellWords(key, task, stt, registry) })),
    ],
    children: [],
  }))
}

function subgroupCell({ subgroup }: Task): readonly NodeCell[] {
  return subgroup === null ? [] : [{ column: 'subgroup', title: '', text: subgroup }]
}
