import { linesByAgency, type UrgingLine } from '../domain/urging-letter.ts'
import { writeDay } from '../language/day.ts'
import { toRoman } from '../language/roman.ts'
import type { TableBlock } from './blocks.ts'
import { cell, cellParagraphs, sharesOf, type CellLook } from './table.ts'
import { spanningRow } from './task-table.ts'

interface Column {
  readonly title: string
  readonly weight: number
  readonly look: CellLook
  readonly words: (line: UrgingLine, number: number) => string
}

const centre = { align: 'center' } as const
const left = { align: 'left' } as const

const columns: readonly Column[] = [
  { title: 'STT', weight: 5, look: centre, words: (_, number) => String(number) },
  { title: 'Nhiệm vụ được giao', weight: 36, look: { align: 'both' }, words: taskWords },
  { title: 'Thời hạn', weight: 15, look: centre, words: dueWords },
  { title: 'Tình trạng', weight: 15, look: centre, words: stateWords },
  { title: 'Lý do, khó khăn, vướng mắc đã báo cáo', weight: 21, look: left, words: reasonWords },
  { title: 'Đôn đốc', weight: 8, look: centre, words: ({ times }) => `Lần ${times}` },
]

/**
 * The table of what is owed: a row a thing owed, numbered through, under its agency where they are several. `counting` leaves out the column that says
 * how often each was urged (the office's own list).
 */
export function urgingTable(
  lines: readonly UrgingLine[],
  size: number,
  { grouped, counting }: { readonly grouped: boolean; readonly counting: boolean },
): TableBlock {
  const shown = counting ? columns : columns.slice(0, -1)
  let number = 0
  const rowOf = (line: UrgingLine) => {
    number += 1
    return {
      kind: 'task' as const,
      mayBreak: false,
      cells: shown.map(({ words, look }) => cell(cellParagraphs(words(line, number), size, look))),
    }
  }
  return {
    kind: 'table',
    columnShares: sharesOf(shown.map(({ weight }) => weight)),
    headerRows: [{ cells: shown.map(({ title }) => cell(cellParagraphs(title, size, { align: 'center', marks: { bold: true } }))) }],
    rows: linesByAgency(lines).flatMap(({ name, lines: own }, index) => [
      ...(grouped ? [spanningRow('field', `${toRoman(index + 1)}. ${name} (${own.length})`, shown.length, size)] : []),
      ...own.map(rowOf),
    ]),
  }
}

function taskWords({ content, product, givenBy, role }: UrgingLine): string {
  return [
    content,
    ...(givenBy === null ? [] : [`(Giao tại văn bản số ${givenBy})`]),
    ...(product === '' ? [] : [`Sản phẩm: ${product}`]),
    ...(role === 'coordinating' ? ['(Phối hợp thực hiện)'] : []),
  ].join('\n')
}

function dueWords({ period, lastDay, firstDue, phrase }: UrgingLine): string {
  if (lastDay === null) return phrase
  return [
    ...(period === null ? [] : [period]),
    writeDay(lastDay),
    ...(firstDue === null || firstDue === lastDay ? [] : [`(đã gia hạn; hạn đầu ${writeDay(firstDue)})`]),
  ].join('\n')
}

function stateWords({ kind, daysLate, saidOn, percent }: UrgingLine): string {
  const how = { overdue: `Quá hạn ${daysLate} ngày`, 'due-soon': 'Sắp đến hạn', silent: 'Chưa cập nhật tiến độ' }[kind]
  return percent === null || saidOn === null ? how : `${how}\n(${percent}%, báo cáo ngày ${writeDay(saidOn)})`
}

function reasonWords({ difficulty, saidOn }: UrgingLine): string {
  if (difficulty !== '') return difficulty
  return saidOn === null ? 'Chưa có báo cáo' : `Chưa nêu lý do (báo cáo ngày ${writeDay(saidOn)})`
}
