import { fold } from '#shared/language/fold.ts'
import { fromRoman } from '#shared/language/roman.ts'
import { isNumberRow, type ColumnMeaning, type TableColumn } from './table-columns.ts'
import { cellOver, oneLine, rowLine, type GridCell, type GridRow } from './table-grid.ts'

/** One task as the table has it: the texts of its cells by column, several where rows were merged under one STT. */
export interface TaskCells {
  readonly fieldTitle: string | null
  readonly subgroup: string | null
  readonly stt: string
  readonly sourceRow: number
  /** Texts by the column's place; the text of a cell over several columns stands at the first. */
  readonly texts: ReadonlyMap<number, readonly string[]>
  /** Words of merged cells that stand for several columns or tasks. */
  readonly merged: readonly string[]
}

/** A row that is no task: `unread` was left out and a person should look. */
export interface UnreadRow {
  readonly sourceRow: number
  readonly words: string
}

interface Growing {
  fieldTitle: string | null
  subgroup: string | null
  stt: string
  sourceRow: number
  texts: Map<number, string[]>
  cells: Set<GridCell>
  sttCell: GridCell | null
  taskCell: GridCell | null
  merged: string[]
}

interface Label {
  readonly style: string
  readonly title: string
}

interface OpenLabel extends Label {
  readonly row: UnreadRow
  /** Whether a task stands under it. */
  used: boolean
}

/**
 * Walks the rows under a header. Rows that hold only a number and a title head a field (the outermost kind of number) or a subgroup; one STT
 * or one task cell over several rows is one task; a row with neither goes on with the task above it; headers that come again, page numbers and
 * empty rows are dropped.
 */
export function readRows(
  rows: readonly GridRow[],
  columns: readonly TableColumn[],
): { readonly tasks: readonly TaskCells[]; readonly unread: readonly UnreadRow[] } {
  const place = (meaning: ColumnMeaning): number => columns.findIndex((column) => column.meaning === meaning)
  const [sttAt, taskAt, fieldAt] = [place('stt'), place('task'), place('field')]
  const header = titleKey(columns.map(({ title }) => title))
  const cellsOf = (row: GridRow): readonly (GridCell | null)[] => columns.map(({ left, right }) => cellOver(row, left, right))
  const all = rows.map((row) => ({ row, cells: cellsOf(row) }))
  const foot = all.findIndex(({ cells }) => beginsFoot(cells))
  const walked = (foot === -1 ? all : all.slice(0, foot)).filter(({ row, cells }) => !isFurniture(row, cells, header))
  const tasks: Growing[] = []
  const unread: UnreadRow[] = []
  const owners = new Map<GridCell, Growing>()
  let labels: readonly OpenLabel[] = []
  /** A heading that no task followed is told: it may be a task whose other cells were forgotten. */
  const close = (gone: readonly OpenLabel[]): void => {
    unread.push(...gone.filter(({ used }) => !used).map(({ row }) => row))
  }
  for (const [index, { row, cells }] of walked.entries()) {
    const [sttCell, taskCell] = [cells[sttAt] ?? null, cells[taskAt] ?? null]
    const current = tasks.at(-1)
    if (isSum(sttCell) || isSum(taskCell)) {
      unread.push({ sourceRow: row.sourceRow, words: rowLine(row) })
      continue
    }
    const label = labelOf(walked, index, { sttAt, taskAt, current: current ?? null })
    if (label !== null) {
      const depth = labels.findIndex(({ style }) => style === label.style)
      const kept = depth === -1 ? labels : labels.slice(0, depth)
      close(labels.slice(kept.length))
      labels = [...kept, { ...label, row: { sourceRow: row.sourceRow, words: rowLine(row) }, used: false }]
      continue
    }
    const sttWords = words(sttCell)
    const sameStt = sttCell !== null && sttWords !== '' && sttCell === current?.sttCell
    const sameTask = taskCell !== null && words(taskCell) !== '' && taskCell === current?.taskCell
    const goesOn =
      current !== undefined &&
      (sameStt ||
        sameTask ||
        (sttWords === '' && (words(taskCell) === '' || (sttAt >= 0 && startsSmall(taskCell) && labels.every(({ used }) => used)))))
    if (goesOn) {
      addCells(current, cells, columns, owners, tasks.at(-2))
      continue
    }
    if (taskCell === null || words(taskCell) === '') {
      unread.push({ sourceRow: row.sourceRow, words: rowLine(row) })
      continue
    }
    for (const open of labels) open.used = true
    const fieldCell = fieldAt === -1 ? null : (cells[fieldAt] ?? null)
    const started: Growing = {
      fieldTitle: fieldCell !== null && words(fieldCell) !== '' ? oneLine(fieldCell.text) : (labels[0]?.title ?? null),
      subgroup:
        labels.length > 1
          ? labels
              .slice(1)
              .map(({ title }) => title)
              .join(' – ')
          : null,
      stt: sttOf(sttWords),
      sourceRow: row.sourceRow,
      texts: new Map(),
      cells: new Set(),
      sttCell,
      taskCell,
      merged: [],
    }
    addCells(started, cells, columns, owners, current)
    tasks.push(started)
  }
  close(labels)
  const footRow = all[foot]?.row
  if (footRow !== undefined) unread.push({ sourceRow: footRow.sourceRow, words: rowLine(footRow) })
  return { tasks: tasks.map(({ cells: _cells, sttCell: _stt, taskCell: _task, ...task }) => task), unread }
}

function words(cell: GridCell | null): string {
  return cell === null ? '' : oneLine(cell.text)
}

/** A spreadsheet's "1.0" is 1; a full stop or bracket after the number is not part of it. */
function sttOf(text: string): string {
  return text.replace(/^(\d+)\.0$/, '$1').replace(/[.)/]+$/, '')
}

/** "Tổng cộng": a row of sums under figures. */
function isSum(cell: GridCell | null): boolean {
  return /^(?:tong(?: cong| so)?|cong)[\s:.]*$/.test(fold(words(cell)))
}

function startsSmall(cell: GridCell | null): boolean {
  return /^[\p{Ll}]/u.test(words(cell)) && !/^[a-zđ]\)/u.test(words(cell))
}

function titleKey(texts: readonly string[]): string {
  return texts.map((text) => fold(text).replace(/[^a-z0-9]+/g, '')).join('|')
}

/** Repeated headers, rows of column numbers, page numbers and empty rows. */
function isFurniture(row: GridRow, cells: readonly (GridCell | null)[], header: string): boolean {
  const filled = [...new Set(cells)].filter((cell) => cell !== null && words(cell) !== '')
  if (filled.length === 0 || isNumberRow(row)) return true
  if (titleKey(cells.map((cell) => cell?.text ?? '')) === header) return true
  const only = filled.length === 1 ? words(filled[0] ?? null) : null
  return only !== null && /^(?:(?:trang|page)\s*)?[-–—]?\s*\d{1,4}(?:\s*\/\s*\d{1,4})?\s*[-–—]?$/iu.test(only)
}

/** Where a sheet goes on below its table with the paper's foot: recipients, signature. */
function beginsFoot(cells: readonly (GridCell | null)[]): boolean {
  const filled = [...new Set(cells)].filter((cell) => cell !== null && words(cell) !== '')
  return (
    filled.length <= 2 &&
    filled.some((cell) => /^(?:noi nhan\s*:|(?:tm|kt|tl|tuq)\. |nguoi lap(?: bieu)?$|luu: vt)/.test(fold(cell?.text.split('\n')[0] ?? '')))
  )
}

/** "nt", "như trên", a lone quotation mark: the same as in the row above. */
function isDitto(text: string): boolean {
  return /^[-–—/\s]*(?:nt|như trên|["”“''`]{1,2})[-–—/\s.]*$/iu.test(text)
}

function addCells(
  task: Growing,
  cells: readonly (GridCell | null)[],
  columns: readonly TableColumn[],
  owners: Map<GridCell, Growing>,
  before: Growing | undefined,
): void {
  cells.forEach((cell, index) => {
    if (cell === null || words(cell) === '' || task.cells.has(cell)) return
    task.cells.add(cell)
    const meaning = columns[index]?.meaning
    const same = meaning !== 'stt' && meaning !== 'task' && isDitto(words(cell)) ? before?.texts.get(index) : undefined
    task.texts.set(index, [...(task.texts.get(index) ?? []), ...(same ?? [cell.text.trim()])])
    const owner = owners.get(cell)
    const sideways = cells.lastIndexOf(cell) > index
    if (same !== undefined || (meaning !== 'stt' && meaning !== 'field' && (sideways || (owner !== undefined && owner !== task))))
      task.merged.push(oneLine(cell.text))
    owners.set(cell, task)
  })
}

interface Surroundings {
  readonly sttAt: number
  readonly taskAt: number
  readonly current: Growing | null
}

type Kept = readonly { readonly row: GridRow; readonly cells: readonly (GridCell | null)[] }[]

/** The field or subgroup that a row heads, or null when it is a task (or part of one). */
function labelOf(kept: Kept, index: number, { sttAt, taskAt, current }: Surroundings): Label | null {
  const cells = kept[index]?.cells ?? []
  const filled = [...new Set(cells)].filter((cell): cell is GridCell => cell !== null && words(cell) !== '')
  const sttCell = cells[sttAt] ?? null
  const title = filled.filter((cell) => cell !== sttCell)
  const [only] = title
  if (title.length > 1) return null
  // "I. CÔNG TÁC CHỈ ĐẠO" typed in the narrow first column, nothing beside it.
  if (only === undefined) {
    const text = words(sttCell)
    return /\p{L}{2}/u.test(text) && fromRoman(text) === null ? labelFrom('', text) : null
  }
  const wide = cells.filter((cell) => cell === only).length > Math.max(1, cells.length / 2)
  const first = cells.indexOf(only)
  if (!wide && first !== taskAt && !(first < taskAt && first !== -1)) return null
  const isSpanningDown = only.rows > 1 && !wide
  if (isSpanningDown || (current !== null && current.cells.has(only))) return null
  const number = sttOf(sttCell === only ? '' : words(sttCell))
  const label = labelFrom(number, words(only))
  if (wide || label.style === 'roman' || label.style === 'upper') return label
  return headsRows(kept, index, label, number, { sttAt, taskAt }) ? label : null
}

/** Whether the rows after a bare number and title are its children: their numbers go one level down or begin again. */
function headsRows(kept: Kept, index: number, label: Label, number: string, { sttAt, taskAt }: { sttAt: number; taskAt: number }): boolean {
  const next = kept[index + 1]?.cells
  if (next === undefined) return false
  const filled = new Set(next.filter((cell) => cell !== null && words(cell) !== '')).size
  const nextNumber = sttOf(words(next[sttAt] ?? null)) || (/^(\d+(?:\.\d+)*|[a-zđ])[.)]/u.exec(words(next[taskAt] ?? null))?.[1] ?? '')
  if (number === '' && label.style.startsWith('plain')) return label.style === 'plain-capitals' || /^1(?:\.1)?$/.test(nextNumber)
  if (filled < 2) return false
  return (
    nextNumber.startsWith(`${number}.`) || (nextNumber === '1' && number !== '') || /^[a-zđ]$/u.test(nextNumber) || /^[-+]/.test(nextNumber)
  )
}

/** A label's kind of number and its title without it. */
function labelFrom(number: string, text: string): Label {
  const inText = /^((?:[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*|[a-zđ])\s*[.):/-]|(?:Phần|PHẦN|Mục|MỤC)\s+[IVXLC\d]+\s*[.:)-]?)\s*(?=\S)/u.exec(text)
  const own = number === '' && inText !== null ? sttOf((inText[1] ?? '').replace(/\s*[.):/-]$/, '')) : number
  const title = number === '' && inText !== null ? text.slice(inText[0].length) : text
  return { style: styleOf(own, text), title: title.replace(/[\s:;.]+$/, '') || text }
}

function styleOf(number: string, text: string): string {
  if (number === '') return text === text.toUpperCase() ? 'plain-capitals' : 'plain'
  if (/^(?:Phần|PHẦN|Mục|MỤC)/u.test(number)) return 'part'
  if (/^\d+$/.test(number)) return 'arabic'
  if (/^[IVXLC]+\.\d/.test(number)) return `decimal-${number.split('.').length}`
  if (/^\d/.test(number)) return `decimal-${number.split('.').length}`
  if (/^[a-zđ]$/u.test(number)) return 'lower'
  // "C" and "D" are letters far more often than 100 and 500 in a plan.
  if (fromRoman(number) !== null && !/^[CDLM]$/.test(number)) return 'roman'
  return 'upper'
}
