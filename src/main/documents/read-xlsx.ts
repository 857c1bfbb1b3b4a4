import { dayOfSerial } from '#shared/domain/deadline-meaning.ts'
import { writtenDay } from '#shared/text/vi/deadline.ts'
import type { OfficePackage } from './open-package.ts'
import { figureOf, type NumberLook, numberLooks } from './read-xlsx-format.ts'
import { gridRows, type PlacedCell, type SourceTable } from './table-grid.ts'
import type { XmlElement } from './xml-tree.ts'
import { childOf, elementsOf, textOf } from './xml-tree.ts'

/** No sheet of tasks comes near; a sheet may declare a million rows in a few bytes. */
const MOST_ROWS = 20_000
const MOST_COLUMNS = 200
const MOST_MERGES = 20_000
const MOST_CELLS = 300_000
/** Cells under merges, all together: overlapping ones over a whole sheet would take hours. */
const MOST_COVERED = 500_000

/**
 * Reads the visible sheets of a workbook as tables, over the safe opener: shared and inline strings, rich text, dates by their number format (a day as
 * "30/6/2023", a month as "06/2023"), results of formulas as last computed, merged cells. Hidden sheets, rows and columns are left out, as on paper;
 * `hidden` counts them. Our own few lines because the reading libraries at hand open the zip themselves (no limits) or lose merged cells.
 *
 * Throws what `OfficePackage.xml` throws.
 */
export function tablesOfXlsx(source: OfficePackage): { readonly tables: readonly SourceTable[]; readonly hidden: number } {
  const workbook = source.xml(source.mainPart)
  const targets = source.relationships(source.mainPart)
  const part = (ending: string): XmlElement | null => {
    const found = [...targets.values()].find(({ type }) => type.endsWith(ending))
    return found === undefined ? null : source.xml(found.target)
  }
  const strings = elementsOf(part('/sharedStrings')).map(richText)
  const looks = numberLooks(part('/styles'))
  const from1904 = ['1', 'true'].includes(childOf(workbook, 'workbookPr')?.attributes['date1904'] ?? '')
  const tables: SourceTable[] = []
  let hidden = 0
  for (const { attributes } of elementsOf(childOf(workbook, 'sheets'))) {
    const target = targets.get(attributes['r:id'] ?? '')?.target
    if (attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden') hidden += 1
    else if (target !== undefined) {
      const sheet = readSheet(source.xml(target), { strings, looks, from1904 })
      tables.push(sheet.table)
      hidden += sheet.hidden
    }
  }
  return { tables, hidden }
}

interface Workbook {
  readonly strings: readonly string[]
  readonly looks: readonly NumberLook[]
  readonly from1904: boolean
}

function readSheet(sheet: XmlElement | null, workbook: Workbook): { table: SourceTable; hidden: number } {
  const hiddenColumns = new Set<number>()
  const widths = new Map<number, number>()
  for (const { attributes } of elementsOf(childOf(sheet, 'cols'))) {
    for (let column = Number(attributes['min']); column <= Math.min(Number(attributes['max']), MOST_COLUMNS); column += 1) {
      if (isOn(attributes['hidden'])) hiddenColumns.add(column - 1)
      widths.set(column - 1, Number(attributes['width'] ?? '9') || 9)
    }
  }
  const values = new Map<string, { text: string; row: number; column: number }>()
  const hiddenRows = new Set<number>()
  let rowCount = 0
  let columnCount = 0
  let nextRow = 0
  for (const row of elementsOf(childOf(sheet, 'sheetData'))) {
    const index = row.attributes['r'] === undefined ? nextRow : Number(row.attributes['r']) - 1
    nextRow = index + 1
    if (!Number.isInteger(index) || index < 0 || index >= MOST_ROWS) continue
    if (isOn(row.attributes['hidden'])) hiddenRows.add(index)
    let nextColumn = 0
    for (const cell of elementsOf(row)) {
      if (cell.name !== 'c') continue
      const column = placeOf(cell.attributes['r'] ?? '')?.column ?? nextColumn
      nextColumn = column + 1
      if (column >= MOST_COLUMNS) continue
      const text = cellValue(cell, workbook)
      if (text === '' || values.size >= MOST_CELLS) continue
      values.set(`${index}/${column}`, { text, row: index, column })
      rowCount = Math.max(rowCount, index + 1)
      columnCount = Math.max(columnCount, column + 1)
    }
  }
  const merges = elementsOf(childOf(sheet, 'mergeCells'))
    .slice(0, MOST_MERGES)
    .flatMap(({ attributes }) => {
      const [first, last] = (attributes['ref'] ?? '').split(':').map(placeOf)
      return first === undefined || first === null || last === undefined || last === null ? [] : [{ first, last }]
    })
  let covering = 0
  const spans = new Map(
    merges.flatMap(({ first, last }): [string, Place][] => {
      covering +=
        Math.max(1, Math.min(last.row, rowCount) - first.row + 1) * Math.max(1, Math.min(last.column, MOST_COLUMNS) - first.column + 1)
      return covering > MOST_COVERED ? [] : [[`${first.row}/${first.column}`, last]]
    }),
  )
  for (const { first, last } of merges)
    if (values.has(`${first.row}/${first.column}`)) columnCount = Math.max(columnCount, Math.min(last.column + 1, MOST_COLUMNS))
  const covered = new Set<string>()
  for (const { first, last } of merges) {
    if (!spans.has(`${first.row}/${first.column}`)) continue
    for (const key of coveredBy(first, last, rowCount, columnCount)) covered.add(key)
  }
  const shownRows = ranks(rowCount, hiddenRows)
  const shownColumns = ranks(columnCount, hiddenColumns)
  const cells: PlacedCell[] = []
  for (const [key, { text, row, column }] of values) {
    const last = spans.get(key) ?? { row, column }
    const rows = rangeOf(shownRows, row, last.row)
    const columns = rangeOf(shownColumns, column, last.column)
    if (covered.has(key) || rows === null || columns === null) continue
    cells.push({ text, row: rows.from, rowSpan: rows.count, column: columns.from, columnSpan: columns.count })
  }
  const visible = Array.from({ length: columnCount }, (_, column) => column).filter((column) => !hiddenColumns.has(column))
  const edges = [0]
  for (const column of visible) edges.push((edges.at(-1) ?? 0) + (widths.get(column) ?? 9))
  const rows = gridRows(cells, countShown(rowCount, hiddenRows), edges)
  const sourceRows = Array.from({ length: rowCount }, (_, row) => row).filter((row) => !hiddenRows.has(row))
  const hidden = [...hiddenRows].filter((row) => row < rowCount).length + [...hiddenColumns].filter((column) => column < columnCount).length
  return {
    table: {
      rows: rows.map((row, index) => Object.assign({}, row, { sourceRow: (sourceRows[index] ?? index) + 1 })),
      above: [],
      apart: true,
      orientation: childOf(sheet, 'pageSetup')?.attributes['orientation'] === 'portrait' ? 'portrait' : 'landscape',
    },
    hidden,
  }
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** "C12" → row 11, column 2. */
function placeOf(reference: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (match === null) return null
  let column = -1
  for (const letter of match[1] ?? '') column = (column + 1) * 26 + letter.charCodeAt(0) - 65
  return { row: Number(match[2]) - 1, column }
}

type Place = NonNullable<ReturnType<typeof placeOf>>

/** The cells under a merge except its first; a merge over the whole sheet counts only where there is something. */
function coveredBy(first: Place, last: Place, rowCount: number, columnCount: number): readonly string[] {
  const keys: string[] = []
  for (let row = first.row; row <= Math.min(last.row, rowCount - 1); row += 1)
    for (let column = first.column; column <= Math.min(last.column, columnCount - 1); column += 1)
      if (row !== first.row || column !== first.column) keys.push(`${row}/${column}`)
  return keys
}

/** For each row (or column) its place among the shown ones, or null when hidden. */
function ranks(count: number, hidden: ReadonlySet<number>): readonly (number | null)[] {
  let shown = 0
  return Array.from({ length: count }, (_, index) => {
    if (hidden.has(index)) return null
    shown += 1
    return shown - 1
  })
}

function rangeOf(shown: readonly (number | null)[], first: number, last: number): { from: number; count: number } | null {
  const places = shown.slice(first, last + 1).filter((place) => place !== null)
  const from = places[0]
  return from === undefined ? null : { from, count: places.length }
}

function countShown(count: number, hidden: ReadonlySet<number>): number {
  return count - [...hidden].filter((index) => index < count).length
}

function cellValue(cell: XmlElement, { strings, looks, from1904 }: Workbook): string {
  const type = cell.attributes['t'] ?? 'n'
  if (type === 'inlineStr') return richText(childOf(cell, 'is'))
  const element = childOf(cell, 'v')
  const value = element === null ? '' : textOf(element)
  switch (type) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'str':
      return lines(value)
    case 'd':
      return /^\d{4}-\d\d-\d\d/.test(value) ? writtenDay(value.slice(0, 10)) : value
    case 'b':
    case 'e':
      return ''
    default: {
      if (value === '') return ''
      const number = Number(value)
      const look = looks[Number(cell.attributes['s'] ?? '0')] ?? 'number'
      if (!Number.isFinite(number)) return value
      if (typeof look !== 'string') return figureOf(number, look)
      if (look === 'number' || number < 1 || number > 2_958_465) return plainNumber(number)
      const day = dayOfSerial(number + (from1904 ? 1462 : 0))
      return look === 'month' ? `${day.slice(5, 7)}/${day.slice(0, 4)}` : writtenDay(day)
    }
  }
}

/** As typed: no trailing ".0", no binary dust ("1.1" is kept as 1.1000000000000001). */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)))
}

/** Text of a shared or inline string; pronunciation guides are no words of the cell. */
function richText(element: XmlElement | null): string {
  const pieces: string[] = []
  for (const child of elementsOf(element)) {
    if (child.name === 't') pieces.push(textOf(child))
    else if (child.name === 'r')
      pieces.push(
        ...elementsOf(child)
          .filter(({ name }) => name === 't')
          .map(textOf),
      )
  }
  return lines(pieces.join(''))
}

/** Line ends as "\n"; Excel writes some control characters as _x000D_ (ECMA-376 part 1, 22.9.2.19). */
function lines(text: string): string {
  return text
    .replace(/_x000[dD]_/g, '')
    .replace(/\r\n?/g, '\n')
    .trim()
}
