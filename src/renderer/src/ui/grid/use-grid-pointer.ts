import { type PointerEvent, useRef, useState } from 'react'
import { type Block, type Cell, type GridSize, type Selection, single } from './grid-selection.ts'

interface GridPointer {
  readonly readOnly: boolean
  readonly size: GridSize
  readonly selection: Selection
  readonly block: Block
  readonly lineOfRow: readonly number[]
  /** Writes what was being typed and gives the focus back to the grid's text box. */
  readonly settle: () => void
  readonly select: (selection: Selection) => void
  readonly moveTo: (beforeLine: number) => void
}

/** The cell a pointer is on; `head` when it is on the row's number. */
export function cellUnder(target: EventTarget | null): { readonly cell: Cell; readonly head: boolean } | null {
  const element = target instanceof Element ? target.closest('[data-row]') : null
  if (!(element instanceof HTMLElement)) return null
  const head = element.dataset['head'] !== undefined
  return { cell: { row: Number(element.dataset['row']), column: head ? 0 : Number(element.dataset['column']) }, head }
}

/** Choosing cells and rows with the pointer, and dragging chosen rows by their numbers. `drop` is the line that they would go before, or null. */
export function useGridPointer({ readOnly, size, selection, block, lineOfRow, settle, select, moveTo }: GridPointer) {
  const [drop, setDrop] = useState<number | null>(null)
  const drag = useRef<'cells' | 'rows' | null>(null)
  const lastColumn = Math.max(0, size.columns - 1)

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const under = cellUnder(event.target)
    if (under === null || event.button !== 0) return
    event.preventDefault()
    settle()
    if (under.head) {
      const inside = under.cell.row >= block.top && under.cell.row <= block.bottom && block.left === 0 && block.right === lastColumn
      if (!inside || event.shiftKey) {
        select({
          anchor: { row: event.shiftKey ? selection.anchor.row : under.cell.row, column: 0 },
          focus: { row: under.cell.row, column: lastColumn },
        })
      }
      drag.current = readOnly || event.shiftKey ? null : 'rows'
    } else {
      select(event.shiftKey ? { anchor: selection.anchor, focus: under.cell } : single(under.cell))
      drag.current = 'cells'
    }
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (drag.current === null || event.buttons !== 1) return
    const element = document.elementFromPoint(event.clientX, event.clientY)
    if (drag.current === 'cells') {
      const under = cellUnder(element)
      if (under !== null && !under.head && (under.cell.row !== selection.focus.row || under.cell.column !== selection.focus.column))
        select({ anchor: selection.anchor, focus: under.cell })
      return
    }
    const line = element?.closest('[data-index]')
    if (!(line instanceof HTMLElement)) return
    const bounds = line.getBoundingClientRect()
    setDrop(Number(line.dataset['index']) + (event.clientY > bounds.top + bounds.height / 2 ? 1 : 0))
  }
  const onPointerUp = (): void => {
    if (drag.current === 'rows' && drop !== null) {
      const first = lineOfRow[block.top] ?? 0
      const last = lineOfRow[block.bottom] ?? 0
      if (drop < first || drop > last + 1) moveTo(drop)
    }
    drag.current = null
    setDrop(null)
  }
  return { drop, onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp }
}
