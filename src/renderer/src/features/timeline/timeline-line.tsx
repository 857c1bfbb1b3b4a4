import { Tooltip } from '@mantine/core'
import { useState, type KeyboardEvent, type ReactElement, type SyntheticEvent } from 'react'
import { placeInYear, stretchInYear, type TimelineDue, type TimelineRow } from '#shared/domain/timeline.ts'
import { lightNames } from '#shared/text/vi/light.ts'
import { describeTimelineDue, timelineText } from '#shared/text/vi/timeline.ts'
import { fillOf } from '../../ui/light-badge/light-fill.ts'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import styles from './timeline.module.css'

interface TimelineLineProps {
  readonly row: TimelineRow
  readonly year: number
  readonly asOf: string | null
  readonly today: string
}

/** So many dues stand in the hint of a line; a weekly duty has more than anybody reads. */
const EXPLAINED = 12

/** One task over the year. Pointer or focus on it explains everything drawn; it opens the task's pane. */
export function TimelineLine({ row: { task, dues }, year, asOf, today }: TimelineLineProps): ReactElement {
  // Five hundred hints that wait to be asked for took most of the screen's time: a line makes its own when it is pointed at.
  const [pointed, setPointed] = useState<HTMLTableRowElement | null>(null)
  const lines = dues.slice(0, EXPLAINED).map(describeTimelineDue)
  const isInYear = today.startsWith(String(year))
  const leave = (): void => setPointed(null)
  const reach = (event: SyntheticEvent<HTMLTableRowElement>): void => setPointed(event.currentTarget)
  return (
    <>
      <tr className={styles['line']} onKeyDown={walkLines} onMouseEnter={reach} onMouseLeave={leave} onFocus={reach} onBlur={leave}>
        <th scope="row">
          <RowsLink year={year} asOf={asOf} view={{}} taskId={task.taskId} className={styles['name']}>
            <b>{task.stt}</b> {task.content}
          </RowsLink>
        </th>
        <td colSpan={12}>
          <RowsLink year={year} asOf={asOf} view={{}} taskId={task.taskId} className={styles['track']} isReached={false}>
            {dues.map((due) => (
              <Drawn key={due.key} due={due} year={year} />
            ))}
            {isInYear && (
              <i className={styles['today']} style={{ left: `${placeInYear(today, year)}%` }} title={timelineText.today(today)} />
            )}
          </RowsLink>
          <span className={styles['said']}>{[lightNames[task.light], ...lines].join('. ')}</span>
        </td>
      </tr>
      {pointed !== null && (
        <Tooltip
          opened
          target={pointed}
          multiline
          maw={520}
          position="bottom-start"
          label={
            <>
              <b>
                {task.stt}. {task.content}
              </b>
              {lines.map((line, at) => (
                <div key={dues[at]?.key}>{line}</div>
              ))}
              {dues.length > EXPLAINED && '…'}
            </>
          }
        />
      )}
    </>
  )
}

function Drawn({ due, year }: { readonly due: TimelineDue; readonly year: number }): ReactElement | null {
  const colour = { background: fillOf(due.light) }
  if (due.due === null || due.firstDue === null) return <i className={styles['whole']} style={colour} />
  const tail = due.due > due.firstDue ? stretchInYear(due.firstDue, due.due, year) : null
  const bar = due.from === null ? null : stretchInYear(due.from, due.firstDue, year)
  const inYear = due.due.startsWith(String(year))
  return (
    <>
      {bar !== null && <i className={styles['bar']} style={{ ...colour, left: `${bar.left}%`, width: `${bar.width}%` }} />}
      {tail !== null && (
        <i className={styles['tail']} style={{ color: fillOf(due.light), left: `${tail.left}%`, width: `${tail.width}%` }} />
      )}
      {inYear && (
        <i
          className={styles[due.period === null ? 'end' : 'mark']}
          style={{ ...colour, left: `${placeInYear(due.due, year)}%` }}
          data-light={due.light}
        />
      )}
    </>
  )
}

/** The arrows lead to the task above or below, over the headings of fields. */
function walkLines(event: KeyboardEvent<HTMLTableRowElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const links = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLAnchorElement>('th a') ?? [])]
  const here = event.currentTarget.querySelector<HTMLAnchorElement>('th a')
  if (here !== null) links[links.indexOf(here) + step]?.focus()
}
