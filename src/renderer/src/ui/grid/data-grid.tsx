import { useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { readCells, writeCells } from './cell-clipboard.ts'
import { CellEditor, type CellEditorHandle, type CellRectangle } from './cell-editor.tsx'
import { columnWidths } from './column-widths.ts'
import { actOf } from './grid-keys.ts'
import { GridLineView } from './grid-line.tsx'
import { type Cell, type Selection, blockOf, clamp, single, spread } from './grid-selection.ts'
import type { CellChange, GridColumn, GridGroupLine, GridLine } from './grid-types.ts'
import { useFrameSize } from './use-frame-size.ts'
import { cellUnder, useGridPointer } from './use-grid-pointer.ts'
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
  /** The row to go to when it changes from outside: its first cell, or `activeColumnKey`'s. A row that is not there yet is gone to when it comes. */
  readonly activeRowKey: string | null
  readonly activeColumnKey?: string | null
  /** At the end of a group's line; the same function at each drawing. */
  readonly groupActions?: (group: GridGroupLine) => ReactNode
  readonly onChange: (changes: readonly CellChange[]) => void
  /** A pasted block reached below the last row: what it changes in the rows, and the cells below them. One act, to be taken back as one. */
  readonly onOverflow: (changes: readonly CellChange[], columnKeys: readonly string[], cells: readonly (readonly string[])[]) => void
  /** `wholeRows`: every column of the rows is chosen, as by their numbers. */
  readonly onSelect: (rowKeys: readonly string[], wholeRows: boolean) => void
  readonly onInsert: (afterKey: string | null) => void
  readonly onDuplicate: (rowKeys: readonly string[]) => void
  readonly onRemove: (rowKeys: readonly string[]) => void
  /** Rows dropped before the line of that index (`lines.length` = at the end). */
  readonly onMove: (rowKeys: readonly string[], beforeLine: number) => void
  readonly onOpen: (rowKey: string) => void
}

const headWidth = 46
const compactHeight = 32
const wrappedEstimate = 74
/** A narrow cell is typed into in a wider box. */
const editorWidth = 240

/** A grid that works like a spreadsheet: one text box that is always focused, a block of chosen cells, lines drawn only where they are seen. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { lines, columns, compact, readOnly } = props
  const frame = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const editor = useRef<CellEditorHandle>(null)
  const { width, height, head: headHeight } = useFrameSize(frame, head)
  const [chosen, setChosen] = useState<Selection>(single({ row: 0, column: 0 }))
  const [editing, setEditing] = useState<'no' | 'typed' | 'opened'>('no')

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
  const tableWidth = headWidth + widths.reduce((sum, each) => sum + each, 0)

  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => (compact || lines[index]?.kind === 'group' ? compactHeight : wrappedEstimate),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 6,
    // The sticky heading covers nothing at the top (lines begin below it) and takes its height at the bottom.
    scrollPaddingEnd: headHeight + 4,
  })
  // Heights of every line change with the widths and with the density. What is drawn is measured at once: its observer tells only of lines that changed.
  useLayoutEffect(() => {
    virtualizer.measure()
    for (const line of frame.current?.querySelectorAll('[data-index]') ?? []) virtualizer.measureElement(line)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [virtualizer, template, compact])

  const rowAt = (row: number): (GridLine<Row> & { kind: 'row' }) | null => {
    const line = lines[lineOfRow[row] ?? -1]
    return line?.kind === 'row' ? line : null
  }
  const rowKeys = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, offset) => rowAt(from + offset)?.key).filter((key): key is string => key !== undefined)
  const chosenKeys = (): string[] => rowKeys(block.top, block.bottom)

  const lefts = [headWidth]
  for (const each of widths) lefts.push((lefts.at(-1) ?? headWidth) + each)

  /** Brings a cell into view, above the editor's own frame. */
  const show = ({ row, column }: Cell, align: 'auto' | 'center' = 'auto'): void => {
    const line = lineOfRow[row]
    if (line !== undefined) virtualizer.scrollToIndex(line, { align })
    const element = frame.current
    const left = lefts[column]
    const right = lefts[column + 1]
    if (element === null || left === undefined || right === undefined) return
    if (column === 0 || left < element.scrollLeft) element.scrollLeft = column === 0 ? 0 : left
    else if (right > element.scrollLeft + element.clientWidth) element.scrollLeft = right - element.clientWidth
  }
  const select = (next: Selection): void => {
    setChosen(next)
    show(next.focus)
    const { top, bottom, left, right } = blockOf(next)
    props.onSelect(rowKeys(top, bottom), left === 0 && right === columns.length - 1)
  }

  const { activeRowKey, activeColumnKey = null } = props
  const wentTo = useRef<string | null>(null)
  useEffect(() => {
    const wanted = activeRowKey === null ? null : `${activeRowKey}/${activeColumnKey ?? ''}`
    if (wanted === wentTo.current) return
    if (wanted === null) {
      wentTo.current = null
      return
    }
    const row = rowOfLine[lines.findIndex((each) => each.kind === 'row' && each.key === activeRowKey)] ?? -1
    if (row < 0) return
    wentTo.current = wanted
    const column = activeColumnKey === null ? -1 : columns.findIndex(({ key }) => key === activeColumnKey)
    if (row === selection.anchor.row && column === -1) return
    const cell = { row, column: Math.max(0, column) }
    stopEditing(true)
    setChosen(single(cell))
    show(cell, 'center')
    props.onSelect(rowKeys(row, row), false)
    editor.current?.focus()
    // Only when another row is asked for, or it has come at last: the person's own moves must not be fought.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [activeRowKey, activeColumnKey, lines])

  // The first row of an empty grid brings the text box with it: who added the row types into it at once.
  const hadRows = useRef(size.rows > 0)
  useEffect(() => {
    if (!hadRows.current && size.rows > 0 && activeRowKey !== null) editor.current?.focus()
    hadRows.current = size.rows > 0
  }, [size.rows, activeRowKey])

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
  // What is typed is written too when the screen is left by a key, which gives the box no chance to lose the focus.
  const leave = useRef(stopEditing)
  useLayoutEffect(() => {
    leave.current = stopEditing
  })
  useLayoutEffect(() => () => leave.current(true), [])
  const startEditing = (keep: boolean): void => {
    if (readOnly || active === null) return
    setEditing('opened')
    editor.current?.open(keep ? activeText : '')
  }
  const textAt = ({ row, column }: Cell): string => {
    const line = rowAt(row)
    return line === null ? '' : (columns[column]?.text(line.row) ?? '')
  }
  /** New words for cells; those that say the same already are left alone. */
  const changesOf = (writes: readonly { readonly cell: Cell; readonly text: string }[]): readonly CellChange[] =>
    writes.flatMap(({ cell, text }): CellChange[] => {
      const line = rowAt(cell.row)
      const column = columns[cell.column]
      return line === null || column === undefined || column.text(line.row) === text
        ? []
        : [{ rowKey: line.key, columnKey: column.key, text }]
    })
  const write = (writes: readonly { readonly cell: Cell; readonly text: string }[]): void => {
    const changes = changesOf(writes)
    if (changes.length > 0) props.onChange(changes)
  }
  const blockCells = (): readonly (readonly Cell[])[] =>
    Array.from({ length: block.bottom - block.top + 1 }, (_, row) =>
      Array.from({ length: block.right - block.left + 1 }, (__, column) => ({ row: block.top + row, column: block.left + column })),
    )
  const changeBlock = (textOf: (cell: Cell) => string): void =>
    write(
      blockCells()
        .flat()
        .map((cell) => ({ cell, text: textOf(cell) })),
    )

  const moveRows = (by: -1 | 1): void => {
    const edge = by === -1 ? (lineOfRow[block.top] ?? 0) - 1 : (lineOfRow[block.bottom] ?? 0) + 2
    if (edge < 0 || edge > lines.length) return
    props.onMove(chosenKeys(), edge)
    const clampRow = (row: number): number => Math.max(0, Math.min(row + by, size.rows - 1))
    setChosen({
      anchor: { ...selection.anchor, row: clampRow(selection.anchor.row) },
      focus: { ...selection.focus, row: clampRow(selection.focus.row) },
    })
  }

  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (editing !== 'no' && event.key === 'Enter' && event.altKey) {
      // Alt+Enter is a new line inside the cell, as in Excel.
      event.preventDefault()
      document.execCommand('insertLineBreak')
      return
    }
    const pageRows = Math.max(1, Math.floor((height - headHeight) / (compact ? compactHeight : wrappedEstimate)) - 1)
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
    writeCells(
      event.clipboardData,
      blockCells().map((row) => row.map(textAt)),
    )
    if (cut && !readOnly) changeBlock(() => '')
  }
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    if (editing !== 'no' || readOnly) return
    event.preventDefault()
    const { writes, overflow } = spread(readCells(event.clipboardData), block, size)
    if (overflow.length === 0) write(writes)
    else
      props.onOverflow(
        changesOf(writes),
        columns.slice(block.left).map((column) => column.key),
        overflow,
      )
  }

  const { drop, ...pointer } = useGridPointer({
    readOnly,
    size,
    selection,
    block,
    lineOfRow,
    select,
    settle: () => {
      stopEditing(true)
      editor.current?.focus()
    },
    moveTo: (beforeLine) => props.onMove(chosenKeys(), beforeLine),
  })

  // Asking for the items brings the measurements up to date.
  const items = virtualizer.getVirtualItems()
  const measured = virtualizer.measurementsCache
  const rectangle = (from: Cell, to: Cell): CellRectangle => {
    const first = measured[lineOfRow[from.row] ?? -1]
    const last = measured[lineOfRow[to.row] ?? -1]
    const top = first?.start ?? 0
    const left = lefts[from.column] ?? headWidth
    return { top, left, width: (lefts[to.column + 1] ?? left) - left, height: (last?.end ?? top + compactHeight) - top }
  }
  const activeRectangle = rectangle(selection.anchor, selection.anchor)
  const wide = Math.max(activeRectangle.width, Math.min(editorWidth, tableWidth))
  const editorRectangle =
    editing === 'no' ? activeRectangle : { ...activeRectangle, width: wide, left: Math.min(activeRectangle.left, tableWidth - wide) }
  const many = block.top !== block.bottom || block.left !== block.right

  return (
    // The pointer does what the keys of the text box inside do.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={frame}
      className={`${classes['frame']} ${compact ? classes['compact'] : ''}`}
      {...pointer}
      onDoubleClick={(event) => {
        const under = cellUnder(event.target)
        if (under === null) return
        if (under.head && active !== null) props.onOpen(active.key)
        else startEditing(true)
      }}
    >
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        aria-readonly={readOnly}
        style={{ width: tableWidth }}
      >
        <div ref={head} role="row" aria-rowindex={1} className={classes['head']} style={{ gridTemplateColumns: template }}>
          <div role="columnheader" className={classes['headCell']}>
            {props.headTitle}
          </div>
          {columns.map((column) => (
            <div key={column.key} role="columnheader" className={classes['headCell']} title={column.title}>
              {column.title}
            </div>
          ))}
        </div>
        <div role="rowgroup" className={classes['body']} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const line = lines[item.index]
            if (line === undefined) return null
            return (
              <GridLineView
                key={item.key}
                line={line}
                index={item.index}
                rowIndex={rowOfLine[item.index] ?? -1}
                columns={columns}
                template={template}
                top={item.start}
                measure={virtualizer.measureElement}
                groupActions={props.groupActions}
              />
            )
          })}
        </div>
      </div>
      {lines.length === 0 && props.empty}
      {size.rows > 0 && (
        <div className={classes['overlay']} style={{ top: headHeight }}>
          {many && (
            <div
              className={classes['selection']}
              style={rectangle({ row: block.top, column: block.left }, { row: block.bottom, column: block.right })}
            />
          )}
          {editing === 'no' && <div className={classes['active']} style={activeRectangle} />}
          {drop !== null && (
            <div
              className={classes['drop']}
              style={{ top: (measured[drop]?.start ?? virtualizer.getTotalSize()) - 1, left: 0, width: tableWidth }}
            />
          )}
          <CellEditor
            handle={editor}
            label={
              active !== null && activeColumn !== undefined ? props.describeCell(activeColumn.title, active.head, activeText) : props.label
            }
            rectangle={editorRectangle}
            editing={editing !== 'no'}
            readOnly={readOnly}
            complete={activeColumn?.complete}
            explain={activeColumn?.explain}
            onTypingStarts={() => setEditing('typed')}
            onKey={handleKey}
            onCopy={copy}
            onPaste={paste}
            onBlur={() => stopEditing(true)}
          />
        </div>
      )}
    </div>
  )
}
