import type { ParagraphBlock, TableBlock, TableCell, TableRow } from '#shared/document/blocks.ts'
import { CELL_SIDE_PADDING } from '#shared/document/page-layout.ts'
import { toPoints } from '#shared/document/text-width.ts'
import { hasLongWord, heightAtMost } from './page-estimates.ts'
import { clean, columnOf, hasUnbroken, type Room } from './page-parts.ts'

/** What the sides of a cell take of its width. */
const CELL_PADDING = 2 * toPoints(CELL_SIDE_PADDING)

/**
 * The make that most cells of a table share. Such a cell travels as its bare words and is drawn by the table's own
 * settings: measured with three appendices of 500 rows, that halves the time of the first layout and its memory.
 */
interface CommonMake {
  readonly size: number
  readonly lineSpacing: number
  readonly before: number
  readonly after: number
  readonly center: boolean
  /** How each column stands. */
  readonly aligns: readonly ParagraphBlock['format']['align'][]
}

/** One text a paragraph of the cell, or all there is to know of it. */
type DrawnCell = string | readonly string[] | Readonly<Record<string, unknown>>

interface DrawnRow {
  readonly id: string | null
  readonly kind: TableRow['kind']
  readonly mayBreak: boolean
  readonly cells: readonly DrawnCell[]
  readonly rowSpan: number
  readonly heightAtMost: number
}

/** A table as the template takes it, all but the space above it. */
export function tableOf(table: TableBlock, page: Room) {
  const common = commonMake(table)
  const header = rowsOf(table.headerRows, table.columnShares, page, common)
  const headerHeight = total(header.map((row) => row.heightAtMost))
  const rows = rowsOf(table.rows, table.columnShares, page, common)
  const bands = bandsOf(rows).map((band) => {
    const [first] = band
    const measure = total(band.map((row) => row.heightAtMost)) + headerHeight > page.height
    const drawn = band.map(({ id, mayBreak, cells }) => ({ id, mayBreak, cells }))
    const plain = band.length === 1 && first?.kind === 'task' && !measure && !first.mayBreak
    if (plain) return { id: first.id, cells: first.cells }
    return { level: first?.kind === 'field' ? 2 : first?.kind === 'subgroup' ? 3 : 1, measure, rows: drawn }
  })
  return {
    kind: 'table',
    columnShares: table.columnShares,
    common,
    header: header.map(({ id, mayBreak, cells }) => ({ id, mayBreak, cells })),
    bands,
    measure: headerHeight > page.height / 3 || bands.some((band) => band.measure === true),
  }
}

function commonMake(table: TableBlock): CommonMake {
  const cells = table.rows.flatMap((row) => (row.kind === 'task' ? row.cells : []))
  const paragraphs = cells.flatMap((cell) => cell.paragraphs)
  return {
    size: most(
      paragraphs.flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'text' ? [toPoints(run.size)] : []))),
      12,
    ),
    lineSpacing: most(
      paragraphs.map(({ format }) => format.lineSpacing),
      1,
    ),
    before: most(
      paragraphs.map(({ format }) => toPoints(format.spaceBefore)),
      0,
    ),
    after: most(
      paragraphs.map(({ format }) => toPoints(format.spaceAfter)),
      0,
    ),
    center: most(
      cells.map(({ verticalAlign }) => verticalAlign === 'center'),
      true,
    ),
    aligns: table.columnShares.map((_, column) =>
      most(
        table.rows.flatMap((row) => row.cells[column]?.paragraphs.map(({ format }) => format.align) ?? []),
        'left',
      ),
    ),
  }
}

function most<T>(values: readonly T[], otherwise: T): T {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? otherwise
}

/** Rows with each cell's column found: a cell over several rows pushes those of the next rows to the right. */
function rowsOf(
  rows: readonly (Pick<TableRow, 'cells'> & Partial<TableRow>)[],
  shares: readonly number[],
  page: Room,
  common: CommonMake,
): DrawnRow[] {
  const takenFor = shares.map(() => 0)
  return rows.map((row) => {
    let column = 0
    let tallest = 0
    const cells = row.cells.map((cell): DrawnCell => {
      while ((takenFor[column] ?? 0) > 0) column += 1
      const start = column
      takenFor.fill(cell.rowSpan, start, start + cell.columnSpan)
      column += cell.columnSpan
      const room = { width: page.width * total(shares.slice(start, column)) - CELL_PADDING, height: page.height }
      tallest = Math.max(tallest, heightAtMost(cell.paragraphs, room.width, room.height / 2))
      return plainCell(cell, start, room.width, common) ?? fullCell(cell, start, room)
    })
    for (const [at, left] of takenFor.entries()) takenFor[at] = Math.max(0, left - 1)
    return {
      id: row.sourceId ?? null,
      kind: row.kind ?? 'task',
      mayBreak: row.mayBreak === true,
      cells,
      rowSpan: Math.max(1, ...row.cells.map((cell) => cell.rowSpan)),
      heightAtMost: tallest,
    }
  })
}

/** The texts of a cell that is like most of its table, null when it differs in anything. */
function plainCell(cell: TableCell, column: number, width: number, common: CommonMake): string | readonly string[] | null {
  if (cell.columnSpan > 1 || cell.rowSpan > 1 || (cell.verticalAlign === 'center') !== common.center) return null
  const texts: string[] = []
  for (const { format, runs, sourceId } of cell.paragraphs) {
    const [run, ...more] = runs
    if (run?.kind !== 'text' || more.length > 0 || sourceId !== undefined) return null
    if (run.bold ?? run.italic ?? run.underline ?? run.superscript ?? run.subscript ?? run.change ?? format.boxed) return null
    if (toPoints(run.size) !== common.size || format.align !== common.aligns[column] || format.lineSpacing !== common.lineSpacing)
      return null
    if (toPoints(format.spaceBefore) !== common.before || toPoints(format.spaceAfter) !== common.after) return null
    if (toPoints(format.leftIndent) !== 0 || toPoints(format.firstLineIndent) !== 0 || hasLongWord(run, width) || hasUnbroken(run.text))
      return null
    texts.push(clean(run.text))
  }
  const [only, ...others] = texts
  if (only === undefined) return null
  return others.length === 0 ? only : texts
}

function fullCell(cell: TableCell, column: number, room: Room): DrawnCell {
  const { blocks, after } = columnOf(cell.paragraphs, room)
  return { column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, center: cell.verticalAlign === 'center', paragraphs: blocks, after }
}

/** Rows that hang together by a cell over several of them form one band; any other row is one by itself. */
function bandsOf(rows: readonly DrawnRow[]): DrawnRow[][] {
  const bands: DrawnRow[][] = []
  let open = 0
  for (const row of rows) {
    const band = open > 0 ? bands.at(-1) : undefined
    if (band === undefined) bands.push([row])
    else band.push(row)
    open = Math.max(open, row.rowSpan) - 1
  }
  return bands
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
