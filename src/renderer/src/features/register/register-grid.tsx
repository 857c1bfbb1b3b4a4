import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent, type ReactElement, type ReactNode, type RefObject } from 'react'
import type { RegisterSort } from '#shared/domain/register-view.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { columnWidths } from '../../ui/grid/column-widths.ts'
import { useFrameSize } from '../../ui/grid/use-frame-size.ts'
import { columnsInRoom, type RegisterColumn } from './register-columns.tsx'
import { actOfKey, rowsBetween } from './register-keys.ts'
import { lineId, RegisterLineView } from './register-line.tsx'
import type { RegisterLine } from './register-lines.ts'
import type { RegisterNames } from './register-names.ts'
import styles from './register.module.css'

/** Of every line, in CSS pixels. */
const LINE = 32
/** The tick box and STT. */
const TICK = 30
const STT = 42

export interface RegisterGridProps {
  readonly label: string
  readonly frame: RefObject<HTMLDivElement | null>
  readonly lines: readonly RegisterLine[]
  readonly columns: readonly RegisterColumn[]
  readonly names: RegisterNames
  /** Words looked for. */
  readonly text: string
  readonly sort: RegisterSort
  readonly descending: boolean
  /** Key of the line that the arrows start from; null before the first. */
  readonly activeKey: string | null
  readonly chosen: ReadonlySet<string>
  /** The task whose pane is open. */
  readonly openedTask: string | null
  /** Stands over the active row: what is edited in place. */
  readonly editor: ReactNode
  readonly onActive: (key: string) => void
  readonly onChosen: (chosen: ReadonlySet<string>) => void
  readonly onSort: (sort: RegisterSort) => void
  readonly onFold: (key: string, folded: boolean) => void
  readonly onOpen: (key: string) => void
  readonly onEdit: () => void
  /** Escape, when nothing is chosen. */
  readonly onBack: () => void
  readonly onCopy: (data: DataTransfer) => void
}

/** The list: one line a row, drawn only where it is seen, walked and chosen by keys as well as by the pointer. */
export function RegisterGrid(props: RegisterGridProps): ReactElement {
  const { lines, columns: all, frame, activeKey, chosen } = props
  const head = useRef<HTMLDivElement>(null)
  const { width, height, head: headHeight } = useFrameSize(frame, head)
  const columns = useMemo(() => (width === 0 ? all : columnsInRoom(all, width - TICK - STT)), [all, width])
  const widths = useMemo(() => columnWidths(columns, width - TICK - STT), [columns, width])
  const template = useMemo(() => [TICK, STT, ...widths].map((each) => `${each}px`).join(' '), [widths])
  const tableWidth = TICK + STT + widths.reduce((sum, each) => sum + each, 0)
  const context = useMemo(
    () => ({ names: props.names, text: props.text, shown: new Set(columns.map(({ key }) => key)) }),
    [props.names, props.text, columns],
  )
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
    scrollPaddingEnd: headHeight + 2,
  })
  const active = useMemo(() => lines.findIndex(({ key }) => key === activeKey), [lines, activeKey])
  /** Where a range chosen with Shift begins. */
  const anchor = useRef<string | null>(null)

  // A row gone to from outside (the address, a figure) comes into view once.
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (activeKey === null || active === -1 || shown.current === activeKey) return
    shown.current = activeKey
    virtualizer.scrollToIndex(active, { align: 'auto' })
  }, [activeKey, active, virtualizer])

  const go = (to: number, extend: boolean): void => {
    const line = lines[to]
    if (line === undefined) return
    if (extend) {
      anchor.current ??= activeKey
      const from = lines.findIndex(({ key }) => key === anchor.current)
      props.onChosen(new Set(rowsBetween(lines, from === -1 ? to : from, to)))
    } else anchor.current = null
    shown.current = line.key
    virtualizer.scrollToIndex(to)
    props.onActive(line.key)
  }
  const toggle = (line: RegisterLine): void => {
    const keys = line.kind === 'row' ? [line.key] : line.rows.map(({ key }) => key)
    const next = new Set(chosen)
    const whole = keys.every((key) => next.has(key))
    for (const key of keys)
      if (whole) next.delete(key)
      else next.add(key)
    props.onChosen(next)
  }

  const handleKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
    const pageLines = Math.max(1, Math.floor((height - headHeight) / LINE) - 1)
    const act = actOfKey(event, lines, Math.max(active, activeKey === null ? -1 : 0), pageLines)
    if (act === null) return
    const line = lines[active]
    event.preventDefault()
    switch (act.kind) {
      case 'go':
        return go(act.to, act.extend)
      case 'fold':
        return props.onFold(act.key, act.folded)
      case 'toggle':
        anchor.current = null
        return line === undefined ? undefined : toggle(line)
      case 'choose-all':
        return props.onChosen(new Set(rowsBetween(lines, 0, lines.length - 1)))
      case 'open':
        return line === undefined ? undefined : props.onOpen(line.key)
      case 'edit':
        return props.onEdit()
      case 'back':
        return chosen.size > 0 ? props.onChosen(new Set()) : props.onBack()
      default:
        return act satisfies never
    }
  }
  const handleClick = (event: MouseEvent<HTMLDivElement>): void => {
    const element = event.target as Element
    const index = Number(element.closest<HTMLElement>('[data-line]')?.dataset['line'] ?? -1)
    const line = lines[index]
    if (line === undefined) return
    const tick = element.closest('[data-tick]') !== null
    if (event.shiftKey && line.kind === 'row') return go(index, true)
    go(index, false)
    if (line.kind === 'group') return event.ctrlKey ? toggle(line) : props.onFold(line.key, !line.folded)
    if (tick || event.ctrlKey) return toggle(line)
    props.onOpen(line.key)
  }

  const items = virtualizer.getVirtualItems()
  const rowCount = lines.length + 1
  return (
    <div
      ref={frame}
      className={styles['frame']}
      role="treegrid"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable
      aria-rowcount={rowCount}
      aria-colcount={columns.length + 2}
      {...(active === -1 ? {} : { 'aria-activedescendant': lineId(active) })}
      onKeyDown={handleKey}
      onClick={handleClick}
      onFocus={(event) => {
        if (event.target === event.currentTarget && active === -1 && lines[0] !== undefined) props.onActive(lines[0].key)
      }}
      onCopy={(event) => {
        if (event.target !== event.currentTarget || String(getSelection()) !== '') return
        event.preventDefault()
        props.onCopy(event.clipboardData)
      }}
    >
      <div ref={head} role="row" aria-rowindex={1} className={styles['head']} style={{ gridTemplateColumns: template, width: tableWidth }}>
        <div role="columnheader" className={styles['headCell']} aria-label={registerList.chooseAll} />
        <div role="columnheader" className={styles['headCell']}>
          <SortButton title={registerList.stt} sort="paper" now={props.sort} descending={props.descending} onSort={props.onSort} />
        </div>
        {columns.map(({ key, title, sort }) => (
          <div
            key={key}
            role="columnheader"
            className={styles['headCell']}
            {...(sort !== null && sort === props.sort
              ? { 'aria-sort': props.descending ? ('descending' as const) : ('ascending' as const) }
              : {})}
          >
            {sort === null ? (
              <span className={styles['headWords']}>{title}</span>
            ) : (
              <SortButton title={title} sort={sort} now={props.sort} descending={props.descending} onSort={props.onSort} />
            )}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={styles['body']} style={{ height: virtualizer.getTotalSize(), width: tableWidth }}>
        {items.map((item) => {
          const line = lines[item.index]
          if (line === undefined) return null
          return (
            <RegisterLineView
              key={item.key}
              line={line}
              index={item.index}
              top={item.start}
              template={template}
              columns={columns}
              context={context}
              active={item.index === active}
              chosen={chosen.has(line.key)}
              opened={line.kind === 'row' && line.row.task.taskId === props.openedTask}
            />
          )
        })}
        {props.editor !== null && active !== -1 && (
          // Keys and clicks of what is edited are its own; the row below must not answer them too.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
          <div
            className={styles['editor']}
            style={{ transform: `translateY(${active * LINE}px)` }}
            onClick={(event) => event.stopPropagation()}
          >
            {props.editor}
          </div>
        )}
      </div>
    </div>
  )
}

function SortButton({
  title,
  sort,
  now,
  descending,
  onSort,
}: {
  readonly title: string
  readonly sort: RegisterSort
  readonly now: RegisterSort
  readonly descending: boolean
  readonly onSort: (sort: RegisterSort) => void
}): ReactElement {
  const Arrow = descending ? IconArrowDown : IconArrowUp
  return (
    <button
      type="button"
      className={styles['sort']}
      title={registerList.sortBy(title)}
      onClick={(event) => {
        event.stopPropagation()
        onSort(sort)
      }}
    >
      <span className={styles['headWords']}>{title}</span>
      {sort === now && (sort !== 'paper' || descending) && <Arrow size={13} aria-hidden />}
    </button>
  )
}
