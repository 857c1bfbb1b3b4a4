import type { OfficePackage } from './open-package.ts'
import { gridRows, type PlacedCell, type SourceTable } from './table-grid.ts'
import { MOST_COLUMNS, sheetsOfXlsx, type Place, type XlsxSheet } from './xlsx-cells.ts'

/** Cells under merges, all together: overlapping ones over a whole sheet would take hours. */
const MOST_COVERED = 500_000

/**
 * Reads the visible sheets of a workbook as tables: a day as "30/6/2023", a month as "06/2023", merged cells as such. Hidden sheets, rows and columns are
 * left out, as on paper; `hidden` counts them. Our own few lines because the reading libraries at hand open the zip themselves (no limits) or lose
 * merged cells.
 *
 * Throws what `OfficePackage.xml` throws.
 */
export function tablesOfXlsx(source: OfficePackage): { readonly tables: readonly SourceTable[]; readonly hidden: number } {
  const { sheets, hidden } = sheetsOfXlsx(source)
  const read = sheets.map(toTable)
  return { tables: read.map(({ table }) => table), hidden: read.reduce((sum, sheet) => sum + sheet.hidden, hidden) }
}

function toTable(sheet: XlsxSheet): { table: SourceTable; hidden: number } {
  const { merges, hiddenRows, hiddenColumns, widths, rowCount } = sheet
  const values = new Map(sheet.cells.flatMap((cell) => (cell.text === '' ? [] : [[`${cell.row}/${cell.column}`, cell] as const])))
  let { columnCount } = sheet
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
      orientation: sheet.orientation,
    },
    hidden,
  }
}

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
