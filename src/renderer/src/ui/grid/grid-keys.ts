import { type GridSize, type Selection, clamp, moved, single, tabbed } from './grid-selection.ts'

/** What a key asks of the grid. */
export type GridAct =
  | { readonly kind: 'select'; readonly selection: Selection }
  | { readonly kind: 'edit'; readonly keep: boolean }
  | { readonly kind: 'clear' }
  | { readonly kind: 'fill-down' }
  | { readonly kind: 'insert-row' }
  | { readonly kind: 'duplicate-rows' }
  | { readonly kind: 'remove-rows' }
  | { readonly kind: 'move-rows'; readonly by: -1 | 1 }
  | { readonly kind: 'open-row' }
  | { readonly kind: 'commit'; readonly selection: Selection }
  | { readonly kind: 'cancel' }

export interface KeyStroke {
  readonly key: string
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

const arrows: Readonly<Record<string, { readonly row: number; readonly column: number }>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/**
 * Keys as in a spreadsheet. Waiting: arrows (Ctrl to the edge, Shift extends), Home, End, Page Up and Down, Tab, Enter, F2, Delete, Backspace,
 * Ctrl+A, Ctrl+D (fill down), Ctrl+Enter (new row below), Ctrl+Shift+D (duplicate), Ctrl+- (remove), Alt+↑↓ (move rows), Ctrl+Space (open), Shift+Space (whole rows).
 * Editing: Enter and Tab write, Escape gives up; arrows write and move only when the editing began by typing.
 * Returns null for keys that stay with the text box.
 */
export function actOf(
  stroke: KeyStroke,
  editing: 'no' | 'typed' | 'opened',
  selection: Selection,
  size: GridSize,
  pageRows: number,
): GridAct | null {
  const { key, shiftKey, altKey } = stroke
  const ctrl = stroke.ctrlKey || stroke.metaKey
  const step = (row: number, column: number): Selection => moved(single(selection.anchor), { row, column }, size, false)
  if (editing !== 'no') {
    if (key === 'Escape') return { kind: 'cancel' }
    if (key === 'Enter' && !altKey && !ctrl) return { kind: 'commit', selection: step(shiftKey ? -1 : 1, 0) }
    // Ctrl+Enter writes and stays, as in Excel.
    if (key === 'Enter' && ctrl) return { kind: 'commit', selection: single(selection.anchor) }
    if (key === 'Tab') return { kind: 'commit', selection: tabbed(selection, shiftKey, size) }
    const arrow = arrows[key]
    if (editing === 'typed' && arrow !== undefined && !shiftKey && !ctrl && !altKey)
      return { kind: 'commit', selection: step(arrow.row, arrow.column) }
    return null
  }
  const arrow = arrows[key]
  if (arrow !== undefined) {
    if (altKey && arrow.column === 0) return { kind: 'move-rows', by: arrow.row < 0 ? -1 : 1 }
    const far = ctrl ? Math.max(size.rows, size.columns) : 1
    return { kind: 'select', selection: moved(selection, { row: arrow.row * far, column: arrow.column * far }, size, shiftKey) }
  }
  const go = (row: number, column: number): GridAct => {
    const to = clamp({ row, column }, size)
    return { kind: 'select', selection: shiftKey ? { anchor: selection.anchor, focus: to } : single(to) }
  }
  const from = shiftKey ? selection.focus : selection.anchor
  switch (key) {
    case 'Home':
      return ctrl ? go(0, 0) : go(from.row, 0)
    case 'End':
      return ctrl ? go(size.rows - 1, size.columns - 1) : go(from.row, size.columns - 1)
    case 'PageDown':
      return go(from.row + pageRows, from.column)
    case 'PageUp':
      return go(from.row - pageRows, from.column)
    case 'Tab':
      // At either end Tab leaves the grid, so that nobody is caught in it.
      if (
        shiftKey
          ? selection.anchor.row === 0 && selection.anchor.column === 0
          : selection.anchor.row >= size.rows - 1 && selection.anchor.column === size.columns - 1
      )
        return null
      return { kind: 'select', selection: tabbed(selection, shiftKey, size) }
    case 'Enter':
      if (ctrl) return { kind: 'insert-row' }
      return { kind: 'select', selection: step(shiftKey ? -1 : 1, 0) }
    case 'F2':
      return { kind: 'edit', keep: true }
    case 'Backspace':
      return { kind: 'edit', keep: false }
    case 'Delete':
      return { kind: 'clear' }
    case ' ':
      if (ctrl) return { kind: 'open-row' }
      // Shift+Space chooses whole rows.
      return shiftKey
        ? {
            kind: 'select',
            selection: { anchor: { ...selection.anchor, column: 0 }, focus: { ...selection.focus, column: Math.max(0, size.columns - 1) } },
          }
        : null
    case '-':
      return ctrl ? { kind: 'remove-rows' } : null
    case 'a':
    case 'A':
      return ctrl
        ? {
            kind: 'select',
            selection: { anchor: { row: 0, column: 0 }, focus: clamp({ row: size.rows - 1, column: size.columns - 1 }, size) },
          }
        : null
    case 'd':
    case 'D':
      if (!ctrl) return null
      return shiftKey ? { kind: 'duplicate-rows' } : { kind: 'fill-down' }
    default:
      return null
  }
}
