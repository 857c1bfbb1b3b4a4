import type { ParagraphBlock, ParagraphRole, TableBlock, TableCell, TableRow } from './blocks.ts'
import { CELL_SIDE_PADDING } from './page-layout.ts'
import { line, text, type Marks } from './paragraph.ts'
import { textStyle, textWidth, toPoints, WIDEST_LETTER, wrapText } from './text-width.ts'

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
    const width = widthOfCell(columnShares, column, columnSpan, tableWidth)
    column += columnSpan
    height = Math.max(
      height,
      paragraphs.reduce((sum, paragraph) => sum + paragraphHeight(paragraph, width), 0),
    )
  }
  return height
}

/** A height that no row exceeds, by counting letters: most rows are far from a page, and 1,500 of them are not to be measured at each keystroke. */
function rowHeightBound({ cells }: { readonly cells: readonly TableCell[] }, columnShares: readonly number[], tableWidth: number): number {
  let column = 0
  let height = 0
  for (const { columnSpan, paragraphs } of cells) {
    const width = widthOfCell(columnShares, column, columnSpan, tableWidth)
    column += columnSpan
    let own = 0
    for (const { runs, format } of paragraphs) {
      let letters = 0
      let size = 12
      for (const run of runs) {
        if (run.kind !== 'text') continue
        letters += run.text.length
        size = Math.max(size, toPoints(run.size))
      }
      // Each line is at least half full: a word that does not fit goes to the next, or is cut.
      const lines = Math.ceil((2 * letters * WIDEST_LETTER * size) / width) + 1
      own += lines * size * LINE_HEIGHT * format.lineSpacing + toPoints(format.spaceBefore) + toPoints(format.spaceAfter)
    }
    height = Math.max(height, own)
  }
  return height
}

function widthOfCell(columnShares: readonly number[], column: number, span: number, tableWidth: number): number {
  let share = 0
  for (let index = column; index < column + span; index++) share += columnShares[index] ?? 0
  return share * tableWidth - 2 * toPoints(CELL_SIDE_PADDING)
}

function paragraphHeight({ runs, format }: ParagraphBlock, width: number): number {
  const first = runs.find((run) => run.kind === 'text')
  const size = first === undefined ? 12 : toPoints(first.size)
  const words = runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')
  const lines = first === undefined ? 1 : wrapText(words, size, textStyle(first), width).length
  return lines * size * LINE_HEIGHT * format.lineSpacing + toPoints(format.spaceBefore) + toPoints(format.spaceAfter)
}

/**
 * The table fitted to its page: columns wide enough for their longest words, and each row marked whether it may split, which is only one
 * that would not fit a page under the repeated header. Gives the rows that may, so that a person is told of them. Lengths in points.
 */
export function fittedTable(
  table: TableBlock,
  tableWidth: number,
  pageHeight: number,
): { readonly table: TableBlock; readonly splitting: readonly TableRow[] } {
  const columnShares = widened(table, tableWidth)
  const header = table.headerRows.reduce((sum, row) => sum + rowHeight(row, columnShares, tableWidth), 0)
  const room = (pageHeight - header) * FULL_PAGE_SHARE
  const rows = table.rows.map((row) => ({
    ...row,
    mayBreak: rowHeightBound(row, columnShares, tableWidth) > room && rowHeight(row, columnShares, tableWidth) > room,
  }))
  return { table: { ...table, columnShares, rows }, splitting: rows.filter((row) => row.mayBreak) }
}

/** Widest a column is made for the sake of one long word (a code, an address): beyond, the word is broken. */
const WIDEST_FOR_A_WORD = 0.25

/** Shares in which no column is narrower than its longest word; the others give up width by their weight. */
function widened({ columnShares, headerRows, rows }: TableBlock, tableWidth: number): readonly number[] {
  const least = columnShares.map(() => 0)
  for (const { cells } of [...headerRows, ...rows]) {
    let column = 0
    for (const { columnSpan, paragraphs } of cells) {
      if (columnSpan === 1) for (const paragraph of paragraphs) least[column] = longestWord(paragraph, least[column] ?? 0)
      column += columnSpan
    }
  }
  const floors = least.map((width) => Math.min(WIDEST_FOR_A_WORD, (width + 2 * toPoints(CELL_SIDE_PADDING) + 1) / tableWidth))
  // Widening one column narrows the others, which may bring another below its floor: each round fixes at least one.
  let fixed = new Set<number>()
  for (;;) {
    const free = columnShares.map((_, index) => index).filter((index) => !fixed.has(index))
    const left = 1 - [...fixed].reduce((sum, index) => sum + (floors[index] ?? 0), 0)
    const weight = free.reduce((sum, index) => sum + (columnShares[index] ?? 0), 0)
    const share = (index: number): number => (fixed.has(index) ? (floors[index] ?? 0) : ((columnShares[index] ?? 0) * left) / weight)
    const narrow = free.filter((index) => share(index) < (floors[index] ?? 0))
    if (narrow.length === 0) return columnShares.map((_, index) => share(index))
    // So many long words that they cannot all stand: the weights decide.
    if (narrow.length === free.length) return columnShares
    fixed = new Set([...fixed, ...narrow])
  }
}

/**
 * Width in points of the longest piece of a paragraph that no program breaks, or `known` where that is wider. Words part at spaces, and
 * behind hyphens and strokes that no digit follows (a date stays whole).
 */
function longestWord({ runs }: ParagraphBlock, known: number): number {
  let longest = known
  for (const run of runs) {
    if (run.kind !== 'text') continue
    const size = toPoints(run.size)
    for (const word of run.text.split(/ |(?<=[-/–])(?!\d)/u))
      if (word.length * WIDEST_LETTER * size > longest) longest = Math.max(longest, textWidth(word, size, textStyle(run)))
  }
  return longest
}
