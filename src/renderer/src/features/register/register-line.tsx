import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo, type ReactElement } from 'react'
import { registerList } from '#shared/text/vi/register-list.ts'
import type { CellContext, RegisterColumn } from './register-columns.tsx'
import type { RegisterLine } from './register-lines.ts'
import styles from './register.module.css'

interface RegisterLineProps {
  readonly line: RegisterLine
  readonly index: number
  readonly top: number
  readonly template: string
  readonly columns: readonly RegisterColumn[]
  readonly context: CellContext
  readonly active: boolean
  readonly chosen: boolean
  readonly opened: boolean
}

/** The id of a line in the page, for `aria-activedescendant`. */
export const lineId = (index: number): string => `register-line-${index}`

function Line({ line, index, top, template, columns, context, active, chosen, opened }: RegisterLineProps): ReactElement {
  const place = { transform: `translateY(${top}px)` }
  if (line.kind === 'group') {
    const Chevron = line.folded ? IconChevronRight : IconChevronDown
    return (
      <div
        id={lineId(index)}
        role="row"
        aria-rowindex={index + 2}
        aria-level={1}
        aria-expanded={!line.folded}
        data-line={index}
        className={styles['line']}
        data-active={active}
        style={place}
      >
        <div role="gridcell" aria-colspan={columns.length + 2} className={styles['group']}>
          <Chevron size={15} aria-hidden />
          <span className={styles['groupTitle']} title={line.title}>
            {line.title}
          </span>
          <span className={styles['groupCount']}>{line.count}</span>
        </div>
      </div>
    )
  }
  const { row } = line
  return (
    <div
      id={lineId(index)}
      role="row"
      aria-rowindex={index + 2}
      aria-level={2}
      aria-selected={chosen}
      data-line={index}
      data-light={row.share?.light ?? row.task.light}
      className={styles['line']}
      data-active={active}
      data-chosen={chosen}
      data-opened={opened}
      style={{ ...place, gridTemplateColumns: template }}
    >
      <div role="gridcell" className={styles['tick']} data-tick>
        <input type="checkbox" tabIndex={-1} checked={chosen} readOnly aria-label={registerList.choose(row.task.stt)} />
      </div>
      <div role="rowheader" className={styles['stt']}>
        {row.task.stt}
      </div>
      {columns.map(({ key, text, draw, hint }) => {
        const words = text(row, context.names)
        const more = hint?.(row, context.names) ?? ''
        return (
          <div
            key={key}
            role="gridcell"
            data-column={key}
            className={styles['cell']}
            title={draw === undefined || key !== 'light' ? [words, more].filter((part) => part !== '').join('\n') : more}
          >
            {draw === undefined ? words : draw(row, context)}
          </div>
        )
      })}
    </div>
  )
}

/** One line, drawn again only when its own record, place, or what is marked on it changes: moving among the rows draws two. */
export const RegisterLineView = memo(Line)
