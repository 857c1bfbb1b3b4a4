import { fold } from '#shared/language/fold.ts'
import { findHeader, guessColumns, type TableColumn, type TableHeader } from './table-columns.ts'
import { oneLine, rowLine, type GridRow, type SourceTable } from './table-grid.ts'

/** A table of tasks ready to be read: what a file splits in pieces is one again. */
export interface TaskTable {
  readonly title: string
  readonly orientation: 'portrait' | 'landscape'
  readonly columns: readonly TableColumn[]
  readonly rows: readonly GridRow[]
  /** How many pieces were joined to the first. */
  readonly joined: number
  /** The tables of the file that it was made of. */
  readonly sources: readonly SourceTable[]
}

interface Piece {
  readonly source: SourceTable
  readonly header: TableHeader | null
  readonly rows: readonly GridRow[]
  readonly above: readonly string[]
  readonly apart: boolean
  readonly orientation: 'portrait' | 'landscape'
}

/**
 * Finds the tables of tasks and joins those that were cut in two: a piece without a header that is as wide as the one before, or one with the same
 * header and no words between. `titled-only` refuses tables without any header (in a plan's file letterhead and signature are tables too).
 */
export function splitTables(tables: readonly SourceTable[], accept: 'any' | 'titled-only'): readonly TaskTable[] {
  const pieces = tables.flatMap(piecesOf)
  const headless = accept === 'any' && pieces.every(({ header }) => header === null)
  const found: TaskTable[] = []
  for (const { source, header, rows, above, apart, orientation } of pieces) {
    const last = found.at(-1)
    if (header === null) {
      if (last !== undefined && !apart && sameWidth(rows, last.columns))
        found[found.length - 1] = join(last, source, rescaled(rows, last.columns))
      else if (headless) {
        const columns = guessColumns(rows, null)
        const known = (meaning: TableColumn['meaning']): boolean => columns.some((column) => column.meaning === meaning)
        if (known('task') && (known('lead') || known('deadline')))
          found.push({ title: titleOf(above), orientation, columns, rows, joined: 0, sources: [source] })
      }
      continue
    }
    if (last !== undefined && !apart && sameTitles(header.columns, last.columns)) {
      found[found.length - 1] = join(last, source, rescaledBetween(rows, header.columns, last.columns))
      continue
    }
    found.push({ title: titleOf(above), orientation, columns: guessColumns(rows, header.columns), rows, joined: 0, sources: [source] })
  }
  return found.filter(({ columns }) => columns.some(({ meaning }) => meaning === 'task'))
}

function join(table: TaskTable, source: SourceTable, rows: readonly GridRow[]): TaskTable {
  return { ...table, rows: [...table.rows, ...rows], joined: table.joined + 1, sources: [...table.sources, source] }
}

/** One sheet may hold several tables one under the other; lines above a header are its title. */
function piecesOf(table: SourceTable): readonly Piece[] {
  const { rows, orientation } = table
  const pieces: Piece[] = []
  let header = findHeader(rows, 0)
  if (header === null) return [{ source: table, header: null, rows, above: table.above, apart: table.apart, orientation }]
  let above = [
    ...table.above,
    ...rows
      .slice(0, header.from)
      .map(lineOf)
      .filter((line) => line !== ''),
  ]
  let apart = table.apart || header.from > 0
  for (;;) {
    const current: TableHeader = header
    let next = findHeader(rows, current.to)
    // The same titles again are a page's repeated header: the rows' reader drops them.
    while (next !== null && sameTitles(next.columns, current.columns)) next = findHeader(rows, next.to)
    const end = next === null ? rows.length : titleStart(rows, current.to, next.from)
    pieces.push({ source: table, header: current, rows: rows.slice(current.to, end), above, apart, orientation })
    if (next === null) return pieces
    above = rows
      .slice(end, next.from)
      .map(lineOf)
      .filter((line) => line !== '')
    apart = true
    header = next
  }
}

function lineOf(row: GridRow): string {
  return rowLine(row).replace(/^[\s|]+|[\s|]+$/g, '')
}

/** Rows right above a second header that hold one cell or none are its title, not rows of the first table. */
function titleStart(rows: readonly GridRow[], from: number, header: number): number {
  let start = header
  while (start > from && (rows[start - 1]?.cells.filter(({ text }) => text.trim() !== '').length ?? 0) <= 1) start -= 1
  return start
}

function sameTitles(one: readonly TableColumn[], other: readonly TableColumn[]): boolean {
  return one.length === other.length && one.every(({ title }, index) => fold(title) === fold(other[index]?.title ?? ''))
}

/** Columns of a piece without header, by the row with the most cells. */
function widest(rows: readonly GridRow[]): GridRow | null {
  return rows.reduce<GridRow | null>((best, row) => (best === null || row.cells.length > best.cells.length ? row : best), null)
}

function sameWidth(rows: readonly GridRow[], columns: readonly TableColumn[]): boolean {
  return widest(rows)?.cells.length === columns.length
}

/** The rows of a continued piece, moved to the edges of the first one's columns (Word draws each piece with widths of its own). */
function rescaled(rows: readonly GridRow[], columns: readonly TableColumn[]): readonly GridRow[] {
  const own = (widest(rows)?.cells ?? []).map(({ left, right }) => ({ left, right }))
  return rescaledBetween(rows, own, columns)
}

function rescaledBetween(
  rows: readonly GridRow[],
  from: readonly { left: number; right: number }[],
  to: readonly TableColumn[],
): readonly GridRow[] {
  const edge = (value: number): number => {
    const index = from.findIndex(({ left, right }) => value >= left && value < right)
    const [source, target] = [from[index], to[index]]
    if (source === undefined || target === undefined)
      return value <= (from[0]?.left ?? 0) ? (to[0]?.left ?? 0) : (to.at(-1)?.right ?? value)
    return target.left + ((value - source.left) / (source.right - source.left)) * (target.right - target.left)
  }
  const moved = new Map(
    rows.flatMap(({ cells }) => cells).map((cell) => [cell, { ...cell, left: edge(cell.left), right: edge(cell.right) }]),
  )
  return rows.map((row) => ({ cells: row.cells.map((cell) => moved.get(cell) ?? cell), sourceRow: row.sourceRow, isHeader: row.isHeader }))
}

/** The appendix's own title in the lines above its table: without "PHỤ LỤC II" and "(Kèm theo Kế hoạch …)". */
function titleOf(above: readonly string[]): string {
  const heading = above.findLastIndex((line) => /^phu luc(?![a-z])/.test(fold(line)))
  const lines =
    heading === -1
      ? above
          .filter(
            (line) => /^(?:danh muc|bang |bieu|phan cong|tong hop|cac nhiem vu|nhiem vu|ke hoach)/.test(fold(line)) || isCapitals(line),
          )
          .slice(-3)
      : above.slice(heading)
  return oneLine(
    lines
      .map((line) => line.replace(/^phụ\s+lục(?:\s+(?:số\s*)?(?:[IVXLC]+|\d+|[A-Z]))?(?=[\s.:–-]|$)\s*[.:–-]?\s*/iu, ''))
      .filter((line) => line !== '' && !line.startsWith('('))
      .join(' '),
  )
}

function isCapitals(line: string): boolean {
  return /\p{Lu}{3}/u.test(line) && line === line.toUpperCase()
}
