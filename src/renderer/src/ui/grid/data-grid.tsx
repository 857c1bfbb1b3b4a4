import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { formatCellBlock, parseCellBlock } from '#shared/language/cell-block.ts'
import { CellEditor, type CellEditorHandle } from './cell-editor.tsx'
import { columnWidths } from './column-widths.ts'
import { actOf } from './grid-keys.ts'
import { GridLineView } from './grid-line.tsx'
import { type Cell, type Selection, blockOf, clamp, single, spread } from './grid-selection.ts'
import type { CellChange, GridColumn, GridLine } from './grid-types.ts'
import classes from './data-grid.module.css'

export interface DataGridProps<Row> {
  readonly label: string
  readonly lines: readonly GridLine<Row>[]
  readonly columns: readonly GridColumn<Row>[]
  /** Title of the first, computed column: "STT". */
  readonly headTitle: string
  /** One line a row instead of wrapped text. */
  readonly compact: boolean
  readonly readOnly: boolean
  /** Says which cell is active, for screen readers: column, row, words. */
  readonly describeCell: (columnTitle: string, head: string, text: string) => string
  /** Shown in place of the lines when there are none. */
  readonly empty: ReactNode
  /** The row to make active, when it changes from outside. */
  readonly activeRowKey: string | null
  readonly onChange: (changes: readonly CellChange[]) => void
  /** A pasted block reached below the last row. */
  readonly onOverflow: (columnKeys: readonly string[], cells: readonly (readonly string[])[]) => void
  readonly onSelect: (rowKeys: readonly string[]) => void
  readonly onInsert: (afterKey: string | null) => void
  readonly onDuplicate: (rowKeys: readonly string[]) => void
  readonly onRemove: (rowKeys: readonly string[]) => void
  /** Rows dropped before the line of that index (`lines.length` = at the end). */
  readonly onMove: (rowKeys: readonly string[], beforeLine: number) => void
  readonly onOpen: (rowKey: string) => void
}

const headWidth = 52
const compactHeight = 36
const wrappedEstimate = 78

function cellUnder(target: EventTarget): { readonly cell: Cell; readonly head: boolean } | null {
  const element = target instanceof Element ? target.closest('[data-row]') : null
  if (!(element instanceof HTMLElement)) return null
  const head = element.dataset['head'] !== undefined
  return { cell: { row: Number(element.dataset['row']), column: head ? 0 : Number(element.dataset['column']) }, head }
}

/** A grid that works like a spreadsheet: one text box that is always focused, a block of chosen cells, lines drawn only where they are seen. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { lines, columns, compact, readOnly } = props
  const { ref: sizeRef, width } = useElementSize()
  const scroller = useRef<HTMLDivElement | null>(null)
  const editor = useRef<CellEditorHandle>(null)
  const [chosen, setChosen] = useState<Selection>(single({ row: 0, column: 0 }))
  const [editing, setEditing] = useState<'no' | 'typed' | 'opened'>('no')
  const [drop, setDrop] = useState<number | null>(null)
  const drag = useRef<'cells' | 'rows' | null>(null)

  const lineOfRow = useMemo(() => lines.flatMap((line, index) => (line.kind === 'row' ? [index] : [])), [lines])
  const rowOfLine = useMemo(() => {
    let row = -1
    return lines.map((line) => (line.kind === 'row' ? (row += 1) : -1))
  }, [lines])
  const size = { rows: lineOfRow.length, columns: columns.length }
  // Rows may have gone since the choice was made (a filter, an undo).
  const selection: Selection = { anchor: clamp(chosen.anchor, size), focus: clamp(chosen.focus, size) }
  const block = blockOf(selection)
  const widths = useMemo(() => columnWidths(columns, width - headWidth), [columns, width])
  const template = useMemo(() => [headWidth, ...widths].map((each) => `${each}px`).join(' '), [widths])

  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (compact || lines[index]?.kind === 'group' ? compactHeight : wrappedEstimate),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 6,
    scrollPaddingStart: compactHeight,
    scrollPaddingEnd: 8,
  })
  // Heights of every line change with the widths and with the density.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => virtualizer.measure(), [virtualizer, template, compact])

  const rowAt = (row: number): (GridLine<Row> & { kind: 'row' }) | null => {
    const line = lines[lineOfRow[row] ?? -1]
    return line?.kind === 'row' ? line : null
  }
  const rowKeys = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, offset) => rowAt(from + offset)?.key).filter((key): key is string => key !== undefined)
  const chosenKeys = (): string[] => rowKeys(block.top, block.bottom)

  const select = (next: Selection): void => {
    setChosen(next)
    const line = lineOfRow[next.focus.row]
    if (line !== undefined) virtualizer.scrollToIndex(line, { align: 'auto' })
    const { top, bottom } = blockOf(next)
    props.onSelect(rowKeys(top, bottom))
  }

  const { activeRowKey } = props
  useEffect(() => {
    if (activeRowKey === null) return
    const line = lines.findIndex((each) => each.key === activeRowKey)
    const row = rowOfLine[line] ?? -1
    if (row >= 0 && row !== selection.anchor.row) {
      setChosen(single({ row, column: selection.anchor.column }))
      virtualizer.scrollToIndex(line, { align: 'center' })
    }
    // Only when another row is asked for: the person's own moves must not be fought.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [activeRowKey])

  const active = rowAt(selection.anchor.row)
  const activeColumn = columns[selection.anchor.column]
  const activeText = active !== null && activeColumn !== undefined ? activeColumn.text(active.row) : ''

  const stopEditing = (write: boolean): void => {
    if (editing === 'no') return
    const text = (editor.current?.text() ?? '').normalize('NFC')
    editor.current?.close()
    setEditing('no')
    if (write && active !== null && activeColumn !== undefined && text !== activeText) {
      props.onChange([{ rowKey: active.key, columnKey: activeColumn.key, text }])
    }
  }
  const startEditing = (keep: boolean): void => {
    if (readOnly || active === null) return
    setEditing('opened')
    editor.current?.open(keep ? activeText : '')
  }
  const changeBlock = (textOf: (cell: Cell) => string): void => {
    const changes: CellChange[] = []
    for (let row = block.top; row <= block.bottom; row += 1) {
      for (let column = block.left; column <= block.right; column += 1) {
        const line = rowAt(row)
        const definition = columns[column]
        if (line === null || definition === undefined) continue
        const text = textOf({ row, column })
        if (text !== definition.text(line.row)) changes.push({ rowKey: line.key, columnKey: definition.key, text })
      }
    }
    if (changes.length > 0) props.onChange(changes)
  }
  const textAt = ({ row, column }: Cell): string => {
    const line = rowAt(row)
    return line === null ? '' : (columns[column]?.text(line.row) ?? '')
  }

  const moveRows = (by: -1 | 1): void => {
    const edge = by === -1 ? (lineOfRow[block.top] ?? 0) - 1 : (lineOfRow[block.bottom] ?? 0) + 2
    if (edge < 0 || edge > lines.length) return
    props.onMove(chosenKeys(), edge)
    const clampRow = (row: number): number => Math.max(0, Math.min(row + by, size.rows - 1))
    setChosen({ anchor: { ...selection.anchor, row: clampRow(selection.anchor.row) }, focus: { ...selection.focus, row: clampRow(selection.focus.row) } })
  }

  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (editing !== 'no' && event.key === 'Enter' && event.altKey) {
      // Alt+Enter is a new line inside the cell, as in Excel.
      event.preventDefault()
      document.execCommand('insertLineBreak')
      return
    }
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (compact ? compactHeight : wrappedEstimate)) - 1)
    const act = actOf(event, editing, selection, size, pageRows)
    if (act === null) return
    if (readOnly && !['select', 'open-row', 'cancel'].includes(act.kind)) return
    event.preventDefault()
    event.stopPropagation()
    switch (act.kind) {
      case 'select':
        return select(act.selection)
      case 'edit':
        return startEditing(act.keep)
      case 'clear':
        return changeBlock(() => '')
      case 'fill-down':
        return changeBlock(({ column }) => textAt({ row: block.top, column }))
      case 'insert-row':
        return props.onInsert(active?.key ?? null)
      case 'duplicate-rows':
        return props.onDuplicate(chosenKeys())
      case 'remove-rows':
        return props.onRemove(chosenKeys())
      case 'move-rows':
        return moveRows(act.by)
      case 'open-row':
        if (active !== null) props.onOpen(active.key)
        return
      case 'commit':
        stopEditing(true)
        return select(act.selection)
      case 'cancel':
        return stopEditing(false)
      default:
        return act satisfies never
    }
  }

  const copy = (event: ClipboardEvent<HTMLTextAreaElement>, cut: boolean): void => {
    if (editing !== 'no' || size.rows === 0) return
    event.preventDefault()
    const cells = Array.from({ length: block.bottom - block.top + 1 }, (_, row) =>
      Array.from({ length: block.right - block.left + 1 }, (__, column) => textAt({ row: block.top + row, column: block.left + column })),
    )
    event.clipboardData.setData('text/plain', formatCellBlock(cells))
    if (cut && !readOnly) changeBlock(() => '')
  }
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    if (editing !== 'no' || readOnly) return
    event.preventDefault()
    const cells = parseCellBlock(event.clipboardData.getData('text/plain').normalize('NFC'))
    const { writes, overflow } = spread(cells, block, size)
    const changes = writes.flatMap(({ cell, text }): CellChange[] => {
      const line = rowAt(cell.row)
      const column = columns[cell.column]
      return line === null || column === undefined || column.text(line.row) === text ? [] : [{ rowKey: line.key, columnKey: column.key, text }]
    })
    if (changes.length > 0) props.onChange(changes)
    if (overflow.length > 0) props.onOverflow(columns.slice(block.left).map((column) => column.key), overflow)
  }

  const pointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const under = cellUnder(event.target)
    if (under === null || event.button !== 0) return
    // The text box keeps the focus; what was being typed is written first.
    event.preventDefault()
    stopEditing(true)
    editor.current?.focus()
    const lastColumn = Math.max(0, size.columns - 1)
    if (under.head) {
      const inside = under.cell.row >= block.top && under.cell.row <= block.bottom && block.left === 0 && block.right === lastColumn
      if (!inside || event.shiftKey) select({ anchor: { row: event.shiftKey ? selection.anchor.row : under.cell.row, column: 0 }, focus: { row: under.cell.row, column: lastColumn } })
      drag.current = readOnly || event.shiftKey ? null : 'rows'
    } else {
      select(event.shiftKey ? { anchor: selection.anchor, focus: under.cell } : single(under.cell))
      drag.current = 'cells'
    }
  }
  const pointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag.current === null || event.buttons !== 1) return
    const element = document.elementFromPoint(event.clientX, event.clientY)
    if (drag.current === 'cells') {
      const under = element === null ? null : cellUnder(element)
      if (under !== null && !under.head && (under.cell.row !== selection.focus.row || under.cell.column !== selection.focus.column)) select({ anchor: selection.anchor, focus: under.cell })
      return
    }
    const line = element?.closest('[data-index]')
    if (!(line instanceof HTMLElement)) return
    const bounds = line.getBoundingClientRect()
    setDrop(Number(line.dataset['index']) + (event.clientY > bounds.top + bounds.height / 2 ? 1 : 0))
  }
  const pointerUp = (): void => {
    if (drag.current === 'rows' && drop !== null) {
      const first = lineOfRow[block.top] ?? 0
      const last = lineOfRow[block.bottom] ?? 0
      if (drop < first || drop > last + 1) props.onMove(chosenKeys(), drop)
    }
    drag.current = null
    setDrop(null)
  }

  const measured = virtualizer.measurementsCache
  const lefts = [headWidth]
  for (const each of widths) lefts.push((lefts.at(-1) ?? headWidth) + each)
  const rectangle = (from: Cell, to: Cell) => {
    const first = measured[lineOfRow[from.row] ?? -1]
    const last = measured[lineOfRow[to.row] ?? -1]
    const top = first?.start ?? 0
    const left = lefts[from.column] ?? headWidth
    return { top, left, width: (lefts[to.column + 1] ?? left) - left, height: (last?.end ?? top + compactHeight) - top }
  }
  const activeRectangle = rectangle(selection.anchor, selection.anchor)
  const many = block.top !== block.bottom || block.left !== block.right
  const dropTop = drop === null ? null : (measured[drop]?.start ?? virtualizer.getTotalSize())

  return (
    <div
      ref={(element) => {
        scroller.current = element
        sizeRef(element)
      }}
      className={`${classes.frame} ${compact ? classes.compact : ''}`}
      role="grid"
      tabIndex={-1}
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 1}
      aria-readonly={readOnly}
      onPointerDown={pointerDown}
      onPointerMove={pointerMove}
      onPointerUp={pointerUp}
      onDoubleClick={(event) => {
        const under = cellUnder(event.target)
        if (under === null) return
        if (under.head && active !== null) props.onOpen(active.key)
        else startEditing(true)
      }}
    >
      <div role="row" aria-rowindex={1} className={classes.head} style={{ gridTemplateColumns: template }}>
        <div role="columnheader" className={classes.headCell}>
          {props.headTitle}
        </div>
        {columns.map((column) => (
          <div key={column.key} role="columnheader" className={classes.headCell}>
            {column.title}
          </div>
        ))}
      </div>
      {lines.length === 0 && props.empty}
      <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index]
          if (line === undefined) return null
          return (
            <GridLineView key={item.key} line={line} index={item.index} rowIndex={rowOfLine[item.index] ?? -1} columns={columns} template={template} top={item.start} measure={virtualizer.measureElement} />
          )
        })}
        {size.rows > 0 && (
          <>
            {many && <div className={classes.selection} style={rectangle({ row: block.top, column: block.left }, { row: block.bottom, column: block.right })} />}
            {editing === 'no' && <div className={classes.active} style={activeRectangle} />}
            {dropTop !== null && <div className={classes.drop} style={{ top: dropTop - 1 }} />}
            <CellEditor
              handle={editor}
              label={active !== null && activeColumn !== undefined ? props.describeCell(activeColumn.title, active.head, activeText) : props.label}
              rectangle={activeRectangle}
              editing={editing !== 'no'}
              readOnly={readOnly}
              complete={activeColumn?.complete}
              onTypingStarts={() => setEditing('typed')}
              onKey={handleKey}
              onCopy={copy}
              onPaste={paste}
              onBlur={() => stopEditing(true)}
            />
          </>
        )}
      </div>
    </div>
  )
}
