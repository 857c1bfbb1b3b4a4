import { repairText } from '#shared/language/repair-text.ts'

/** A cell of a table, whatever file it comes from. A merged cell is one object in every row it covers. */
export interface GridCell {
  /** NFC, a paragraph's or a forced line's end as "\n". */
  readonly text: string
  /** Split letters, stray controls or lost letters were mended in it. */
  readonly repaired: boolean
  /** First row and number of rows covered. */
  readonly row: number
  readonly rows: number
  /** Its left and right edge, in any unit that all rows of the table share. */
  readonly left: number
  readonly right: number
}

export interface GridRow {
  /** Cells that cover this row, from left to right; gaps are possible. */
  readonly cells: readonly GridCell[]
  /** 1-based row in the file's table or sheet. */
  readonly sourceRow: number
  /** Marked "repeat as header row". */
  readonly isHeader: boolean
}

/** A table with what its surroundings say. */
export interface SourceTable {
  readonly rows: readonly GridRow[]
  /** Lines above it that are not another table's, nearest last. */
  readonly above: readonly string[]
  /** Whether any words stand between it and the table before. */
  readonly apart: boolean
  readonly orientation: 'portrait' | 'landscape'
  /** Words of the footnotes anchored in its cells; they stand in the cells' texts too. */
  readonly notes?: readonly string[]
}

/** What a reader knows of a cell before the grid is built. Columns and rows from 0. */
export interface PlacedCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** Builds rows from placed cells; `edges` are the left edges of the columns and the right one of the last (0, 1, 2 … when widths are not known). */
export function gridRows(
  cells: readonly PlacedCell[],
  rowCount: number,
  edges: readonly number[],
  headerRows: ReadonlySet<number> = new Set(),
): readonly GridRow[] {
  const rows: GridCell[][] = Array.from({ length: rowCount }, () => [])
  for (const { text, row, column, rowSpan, columnSpan } of cells) {
    const last = Math.min(row + Math.max(1, rowSpan), rowCount)
    const left = edges[column] ?? column
    const right = edges[column + Math.max(1, columnSpan)] ?? edges.at(-1) ?? column + columnSpan
    const mended = repairText(text)
    const cell: GridCell = {
      text: mended.text,
      repaired: mended.repairs.length > 0,
      row,
      rows: last - row,
      left,
      right: Math.max(right, left + Number.EPSILON),
    }
    for (let covered = row; covered < last; covered += 1) rows[covered]?.push(cell)
  }
  return rows.map((row, index) => ({
    cells: row.toSorted((one, other) => one.left - other.left),
    sourceRow: index + 1,
    isHeader: headerRows.has(index),
  }))
}

/** The cell of a row that covers a column best, or null when none covers a third of it (or lies a third inside it). */
export function cellOver(row: GridRow, left: number, right: number): GridCell | null {
  let best: GridCell | null = null
  let most = 0
  for (const cell of row.cells) {
    const overlap = Math.min(cell.right, right) - Math.max(cell.left, left)
    if (overlap > most && overlap >= Math.min(right - left, cell.right - cell.left) / 3) {
      best = cell
      most = overlap
    }
  }
  return best
}

/** A cell's words on one line. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** The row as one line of text, for showing the source. */
export function rowLine(row: GridRow): string {
  return row.cells.map((cell) => oneLine(cell.text)).join(' | ')
}
