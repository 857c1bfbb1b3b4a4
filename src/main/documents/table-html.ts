import { Parser } from 'htmlparser2'
import { parseCellBlock } from '#shared/language/cell-block.ts'
import { gridRows, oneLine, type PlacedCell, type SourceTable } from './table-grid.ts'

/** A clipboard holds what a screen shows; beyond this it is not a table of tasks. */
const MOST_CELLS = 200_000
const WIDEST_SPAN = 200

/**
 * The tables in the HTML that Word, Excel and browsers put on the clipboard, merged cells included. Scripts, styles and hidden marks are
 * dropped; nothing is fetched or run. A table inside a cell counts as that cell's words.
 */
export function tablesOfHtml(html: string): readonly SourceTable[] {
  const tables: SourceTable[] = []
  let above: string[] = []
  let loose = ''
  let depth = 0
  let silent = 0
  let cells: PlacedCell[] = []
  let row = -1
  let column = 0
  let covered = 0
  let cell: { text: string; column: number; rowSpan: number; columnSpan: number } | null = null
  /** Rows up to which a grid column is taken by a cell from above. */
  let taken: number[] = []
  const write = (text: string): void => {
    if (cell !== null) cell.text += text
    else loose += text
  }
  const endCell = (): void => {
    if (cell === null) return
    covered += cell.rowSpan
    if (covered < MOST_CELLS) cells.push({ ...cell, row, text: tidy(cell.text) })
    for (let at = cell.column; at < cell.column + cell.columnSpan; at += 1) taken[at] = row + cell.rowSpan
    column = cell.column + cell.columnSpan
    cell = null
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (['script', 'style', 'title', 'head', 'o:p', 'xml'].includes(name)) silent += name === 'o:p' ? 0 : 1
        if (silent > 0) return
        if (name === 'table') {
          depth += 1
          if (depth > 1) return
          above.push(
            ...loose
              .split('\n')
              .map(oneLine)
              .filter((line) => line !== ''),
          )
          loose = ''
          cells = []
          taken = []
          row = -1
        } else if (depth === 1 && name === 'tr') {
          endCell()
          row += 1
          column = 0
        } else if (depth === 1 && (name === 'td' || name === 'th')) {
          endCell()
          if (row < 0) row = 0
          while ((taken[column] ?? 0) > row) column += 1
          cell = { text: '', column, rowSpan: span(attributes['rowspan']), columnSpan: span(attributes['colspan']) }
        } else if (name === 'br') write('\n')
        else if (['p', 'div', 'li'].includes(name)) write('\n')
      },
      ontext(text) {
        // Excel marks forced lines inside a cell by <br>; other line ends of the source are white space.
        if (silent === 0) write(text.replace(/\s+/g, ' '))
      },
      onclosetag(name) {
        if (['script', 'style', 'title', 'head', 'xml'].includes(name)) silent = Math.max(0, silent - 1)
        if (silent > 0) return
        if (['p', 'div', 'li'].includes(name)) write('\n')
        else if (name === 'table' && depth > 0) {
          depth -= 1
          if (depth > 0) return
          endCell()
          const width = cells.reduce((most, placed) => Math.max(most, placed.column + placed.columnSpan), 0)
          const rows = gridRows(
            cells,
            row + 1,
            Array.from({ length: width + 1 }, (_, index) => index),
          )
          tables.push({ rows, above, apart: tables.length === 0 || above.length > 0, orientation: 'landscape' })
          above = []
        } else if (depth === 1 && (name === 'td' || name === 'th' || name === 'tr')) endCell()
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(html)
  parser.end()
  return tables
}

function span(value: string | undefined): number {
  const count = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(count) ? Math.min(Math.max(1, count), WIDEST_SPAN) : 1
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[\s\u00A0]+/g, ' ').trim())
    .filter((line, index, lines) => line !== '' || (index > 0 && index < lines.length - 1 && lines[index - 1] !== ''))
    .join('\n')
    .trim()
}

/** A block of pasted cells (text between tabs, quoted line ends) as one table. */
export function tableOfCellBlock(text: string): SourceTable {
  const block = parseCellBlock(text)
  const width = Math.max(0, ...block.map((row) => row.length))
  const cells = block.flatMap((row, rowIndex) =>
    row.map((words, column): PlacedCell => ({ text: words, row: rowIndex, column, rowSpan: 1, columnSpan: 1 })),
  )
  return {
    rows: gridRows(
      cells,
      block.length,
      Array.from({ length: width + 1 }, (_, index) => index),
    ),
    above: [],
    apart: true,
    orientation: 'landscape',
  }
}
