/** A cell by its place among the data rows and the columns, both from 0. */
export interface Cell {
  readonly row: number
  readonly column: number
}

/** The block between `anchor`, where it began, and `focus`, the active cell's opposite corner. The active cell is the anchor's when one cell is chosen. */
export interface Selection {
  readonly anchor: Cell
  readonly focus: Cell
}

export interface Block {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
}

export function single(cell: Cell): Selection {
  return { anchor: cell, focus: cell }
}

export function blockOf({ anchor, focus }: Selection): Block {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  }
}

/** Puts a cell inside the grid; an empty grid has only the cell (0, 0). */
export function clamp(cell: Cell, size: GridSize): Cell {
  return { row: Math.max(0, Math.min(cell.row, size.rows - 1)), column: Math.max(0, Math.min(cell.column, size.columns - 1)) }
}

/** Moves the active cell, or with `extend` the corner opposite to it, as a spreadsheet does. */
export function moved(selection: Selection, by: Cell, size: GridSize, extend: boolean): Selection {
  const from = extend ? selection.focus : selection.anchor
  const to = clamp({ row: from.row + by.row, column: from.column + by.column }, size)
  return extend ? { anchor: selection.anchor, focus: to } : single(to)
}

/** Tab and Shift+Tab: along the row, then on to the next or previous row. */
export function tabbed({ anchor }: Selection, backwards: boolean, size: GridSize): Selection {
  const order = anchor.row * size.columns + anchor.column + (backwards ? -1 : 1)
  const last = size.rows * size.columns - 1
  const next = Math.max(0, Math.min(order, last))
  return single({ row: Math.floor(next / size.columns), column: next % size.columns })
}

/**
 * Spreads a copied block over the chosen cells, as spreadsheets do: one cell fills the whole choice, a block that fits
 * a whole number of times is repeated, else it starts at the top left corner. Rows past the last one come back as `overflow`.
 */
export function spread(
  cells: readonly (readonly string[])[],
  block: Block,
  size: GridSize,
): { readonly writes: readonly { readonly cell: Cell; readonly text: string }[]; readonly overflow: readonly (readonly string[])[] } {
  const height = cells.length
  const width = Math.max(...cells.map((row) => row.length), 1)
  const chosenHeight = block.bottom - block.top + 1
  const chosenWidth = block.right - block.left + 1
  const fits = chosenHeight % height === 0 && chosenWidth % width === 0
  const spreadHeight = fits ? chosenHeight : height
  const spreadWidth = fits ? chosenWidth : width
  const writes: { cell: Cell; text: string }[] = []
  for (let row = 0; row < spreadHeight && block.top + row < size.rows; row += 1) {
    for (let column = 0; column < spreadWidth && block.left + column < size.columns; column += 1) {
      const text = cells[row % height]?.[column % width]
      if (text !== undefined) writes.push({ cell: { row: block.top + row, column: block.left + column }, text })
    }
  }
  return { writes, overflow: fits && chosenHeight > height ? [] : cells.slice(Math.max(0, size.rows - block.top)) }
}
