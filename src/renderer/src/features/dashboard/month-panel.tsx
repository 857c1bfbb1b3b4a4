import type { ReactElement } from 'react'
import { tallyMonths, type MonthTally } from '#shared/domain/register-totals.ts'
import { dashboardText } from '#shared/text/vi/dashboard.ts'
import { viewWith } from '../../lib/register-address.ts'
import { fillOf } from '../../ui/light-badge/light-fill.ts'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import { Panel, type PanelProps } from './panel.tsx'
import styles from './dashboard.module.css'

/** What is still to be done, month by month, a column each that opens its rows; this month and the next stand out. */
export function MonthPanel({ register, lookup, asOf }: PanelProps): ReactElement {
  const { year } = lookup
  const months = tallyMonths(register, viewWith({ group: 'none', sort: 'due' }), lookup)
  const now = register.today.startsWith(String(year)) ? Number(register.today.slice(5, 7)) : null
  const highest = Math.max(1, ...months.map(({ rows }) => rows))
  // The number over the highest column keeps its place too.
  const share = (count: number): string => `${(82 * count) / highest}%`
  const near = now === null ? [] : [now, now + 1]
  return (
    <Panel title={dashboardText.months}>
      {now !== null && (
        <div className={styles['nearMonths']}>
          {near.map((month) => (
            <NearMonth key={month} tally={months[month - 1]} isNow={month === now} year={year} asOf={asOf} />
          ))}
        </div>
      )}
      <ol className={styles['monthLinks']}>
        {months.map(({ month, rows, overdue, view }) => (
          <li key={month} data-now={month === now || undefined}>
            <RowsLink year={year} asOf={asOf} view={view} title={dashboardText.monthLabel(month, rows, overdue)}>
              <span className={styles['column']} aria-hidden>
                <b>{rows === 0 ? '' : rows}</b>
                <i style={{ height: share(rows - overdue), background: fillOf('not-due') }} />
                <i style={{ height: share(overdue), background: fillOf('overdue') }} />
              </span>
              <span className={styles['monthName']} aria-hidden>
                {dashboardText.monthShort(month)}
              </span>
            </RowsLink>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function NearMonth({
  tally,
  isNow,
  year,
  asOf,
}: {
  readonly tally: MonthTally | undefined
  readonly isNow: boolean
  readonly year: number
  readonly asOf: string | null
}): ReactElement {
  const when = isNow ? dashboardText.thisMonth : dashboardText.nextMonth
  if (tally === undefined) {
    return (
      <span>
        <small>{when}</small> {dashboardText.ofNextYear}
      </span>
    )
  }
  return (
    <span>
      <small>
        {dashboardText.month(tally.month)}, {when}
      </small>
      <RowsLink year={year} asOf={asOf} view={tally.view}>
        {dashboardText.dueTasks(tally.rows)}
      </RowsLink>
    </span>
  )
}
