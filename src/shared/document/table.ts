import type { ParagraphBlock, ParagraphRole, TableBlock, TableCell, TableRow } from './blocks.ts'
import { CELL_SIDE_PADDING } from './page-layout.ts'
import { line, text, type Marks } from './paragraph.ts'
import { textStyle, toPoints, wrapText } from './text-width.ts'

/** Height of a line of Times New Roman, as a multiple of its size (ascent, descent and gap of the font). */
const LINE_HEIGHT = 1.15

/** Space above and below the text of a cell. */
const CELL_SPACE = '2pt'

/**
 * A row counts as too tall for a page from this share of the room on: rows are measured by the font's widths, not by the engine that
 * will set them, and a row wrongly kept whole could lose words, one wrongly allowed to split loses nothing.
 */
const FULL_PAGE_SHARE = 0.95

export interface CellLook {
  readonly align: 'left' | 'center' | 'both'
  readonly marks?: Marks
}

/** Paragraphs of a cell: one a line of the words. An empty cell is one empty paragraph. */
export function cellParagraphs(
  words: string,
  size: number,
  look: CellLook,
  extras: { readonly role?: ParagraphRole; readonly sourceId?: string } = {},
): readonly ParagraphBlock[] {
  return words.split('\n').map((piece, index) =>
    line(extras.role ?? 'cell', piece === '' ? [] : [text(piece, size, look.marks)], {
      sourceId: index === 0 ? extras.sourceId : undefined,
      format: { align: look.align, spaceBefore: CELL_SPACE, spaceAfter: CELL_SPACE },
    }),
  )
}

/** A cell of one column and row, text at the middle of its height. */
export function cell(paragraphs: readonly ParagraphBlock[], columnSpan = 1): TableCell {
  return { columnSpan, rowSpan: 1, verticalAlign: 'center', paragraphs }
}

/** Column widths as shares that sum to 1. */
export function sharesOf(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

/** Height of a row in points, as far as the font's widths tell. */
export function rowHeight(row: { readonly cells: readonly TableCell[] }, columnShares: readonly number[], tableWidth: number): number {
  let column = 0
  let height = 0
  for (const { columnSpan, paragraphs } of row.cells) {
    const share = columnShares.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0)
    column += columnSpan
    const width = share * tableWidth - 2 * toPoints(CELL_SIDE_PADDING)
    height = Math.max(
      height,
      paragraphs.reduce((sum, paragraph) => sum + paragraphHeight(paragraph, width), 0),
    )
  }
  return height
}

function paragraphHeight({ runs, format }: ParagraphBlock, width: number): number {
  const first = runs.find((run) => run.kind === 'text')
  const size = first === undefined ? 12 : toPoints(first.size)
  const words = runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')
  const lines = first === undefined ? 1 : wrapText(words, size, textStyle(first), width).length
  return lines * size * LINE_HEIGHT * format.lineSpacing + toPoints(format.spaceBefore) + toPoints(format.spaceAfter)
}

/**
 * The table with each row marked whether it may split: only one that would not fit a page under the repeated header. Gives the rows
 * that may, so that a person is told of them.
 */
export function withBreakableRows(
  table: TableBlock,
  tableWidth: number,
  pageHeight: number,
): { readonly table: TableBlock; readonly splitting: readonly TableRow[] } {
  const header = table.headerRows.reduce((sum, row) => sum + rowHeight(row, table.columnShares, tableWidth), 0)
  const room = (pageHeight - header) * FULL_PAGE_SHARE
  const rows = table.rows.map((row) => ({ ...row, mayBreak: rowHeight(row, table.columnShares, tableWidth) > room }))
  return { table: { ...table, rows }, splitting: rows.filter((row) => row.mayBreak) }
}
