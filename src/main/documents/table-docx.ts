import { cellText, noteText, paragraphsOf, paragraphText, type DocxBlock, type DocxBody, type DocxTable } from './docx-body.ts'
import { gridRows, oneLine, type PlacedCell, type SourceTable } from './table-grid.ts'

/** Typed by hand or left by a converter between two pages of a table. */
const pageNumber = /^[-–—\s]*(?:Trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?[-–—\s]*$/u

/** The tables of a Word file in reading order, each with the lines above it. A table in a text box is a picture of its author's and left out. */
export function tablesOfDocx(body: DocxBody): readonly SourceTable[] {
  const tables: SourceTable[] = []
  let above: string[] = []
  for (const section of body.sections) {
    for (const block of section.blocks) {
      const lines = linesOf(block)
      if (block.kind === 'table') {
        tables.push({
          rows: rowsOf(block),
          notes: notesOf(block),
          above,
          apart: tables.length === 0 || above.length > 0,
          orientation: section.orientation,
        })
        above = []
      } else above.push(...lines.filter((line) => !pageNumber.test(line)))
    }
  }
  return tables
}

/** The lines of a paragraph, its automatic number left out; none of a table. */
export function linesOf(block: DocxBlock): readonly string[] {
  if (block.kind === 'table') return []
  return paragraphText(block)
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
}

/** The words of the footnotes in its cells. */
function notesOf(table: DocxTable): readonly string[] {
  return paragraphsOf([table]).flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'footnote' ? [oneLine(noteText(run))] : [])))
}

function rowsOf(table: DocxTable): SourceTable['rows'] {
  const placed: { -readonly [Key in keyof PlacedCell]: PlacedCell[Key] }[] = []
  /** The merged cell that is open in a grid column. */
  const open = new Map<number, (typeof placed)[number]>()
  let columns = table.grid.length
  table.rows.forEach((row, index) => {
    for (const cell of row.cells) {
      columns = Math.max(columns, cell.column + cell.span)
      const text = cellText(cell)
      const above = open.get(cell.column)
      if (cell.verticalMerge === 'continue' && above !== undefined && above.row + above.rowSpan === index) {
        above.rowSpan += 1
        // Word hides what a merged cell still holds; other programs print it.
        if (text.trim() !== '') above.text = above.text.trim() === '' ? text : `${above.text}\n${text}`
        continue
      }
      const made = { text, row: index, column: cell.column, rowSpan: 1, columnSpan: cell.span }
      placed.push(made)
      if (cell.verticalMerge === 'none') open.delete(cell.column)
      else open.set(cell.column, made)
    }
  })
  return gridRows(
    placed,
    table.rows.length,
    edgesOf(table.grid, columns),
    new Set(table.rows.flatMap(({ isHeader }, index) => (isHeader ? [index] : []))),
  )
}

/** Edges by the grid's widths; a careless grid (too short, or without widths) counts columns instead. */
function edgesOf(grid: readonly number[], columns: number): readonly number[] {
  const usable = grid.length >= columns && grid.every((width) => width > 0)
  const edges = [0]
  for (let column = 0; column < columns; column += 1) edges.push((edges[column] ?? 0) + (usable ? (grid[column] ?? 1) : 1))
  return edges
}
