import type { ReactElement, ReactNode } from 'react'
import { percentKept, tallyView } from '#shared/domain/register-totals.ts'
import type { RegisterView } from '#shared/domain/register-view.ts'
import { dashboardText } from '#shared/text/vi/dashboard.ts'
import { viewWith } from '../../lib/register-address.ts'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import type { PanelProps } from './panel.tsx'
import styles from './dashboard.module.css'

const words = dashboardText.figures

/** The shares by which the office is measured: those that lead. */
const leads: Partial<RegisterView> = { level: 'share', role: 'lead' }

/** The year in six figures. Tasks are counted once each; "đúng hạn" is counted by the shares that lead, against both days. */
export function KeyFigures({ register, lookup, asOf }: PanelProps): ReactElement {
  const tasks = tallyView(register, viewWith({}), lookup)
  const ofLeads = tallyView(register, viewWith(leads), lookup)
  const rows = (view: Partial<RegisterView>, content: ReactNode): ReactElement => (
    <RowsLink year={lookup.year} asOf={asOf} view={view}>
      {content}
    </RowsLink>
  )
  const percent = (of: typeof ofLeads.onTime): string => dashboardText.percent(percentKept(of))
  return (
    <div className={styles['figures']} role="group" aria-label={words.label}>
      <Figure
        name={words.tasks}
        main={rows({}, tasks.rows)}
        beside={rows({ level: 'share' }, <span title={words.sharesHint}>{words.shares(register.totals.shares)}</span>)}
      />
      <Figure
        name={words.done}
        main={rows({ light: 'done-on-time' }, tasks.lights['done-on-time'])}
        beside={rows({ light: 'done-late' }, words.doneLate(tasks.lights['done-late']))}
      />
      <Figure
        name={words.overdue}
        isLate={tasks.lights.overdue > 0}
        main={rows({ light: 'overdue', group: 'none', sort: 'late', descending: true }, tasks.lights.overdue)}
        beside={tasks.lights.overdue === 0 ? words.noneOverdue : words.longest(tasks.daysLate)}
      />
      <Figure
        name={words.dueSoon}
        main={rows({ light: 'due-soon', group: 'none', sort: 'due' }, tasks.lights['due-soon'])}
        beside={rows({ light: 'not-due' }, words.notDue(tasks.lights['not-due']))}
      />
      <Figure
        name={words.stale}
        main={rows({ stale: true, group: 'none', sort: 'updated' }, tasks.stale)}
        beside={rows({ ...leads, stale: true, group: 'lead' }, words.staleShares(ofLeads.stale))}
      />
      <Figure
        name={words.onTime}
        main={
          <>
            {rows({ ...leads, light: 'done-on-time', group: 'lead' }, percent(ofLeads.onTime))}
            <small>{words.onTimeCount(ofLeads.onTime.kept, ofLeads.onTime.judged)}</small>
          </>
        }
        beside={rows({ ...leads, missedFirst: true, group: 'lead' }, words.first(percent(ofLeads.onTimeFirst), ofLeads.missedFirst))}
      />
    </div>
  )
}

function Figure({
  name,
  main,
  beside,
  isLate = false,
}: {
  readonly name: string
  readonly main: ReactNode
  readonly beside: ReactNode
  readonly isLate?: boolean
}): ReactElement {
  return (
    <div className={styles['figure']} data-late={isLate || undefined} role="group" aria-label={name}>
      <span className={styles['figureName']}>{name}</span>
      <span className={styles['figureMain']}>{main}</span>
      <span className={styles['figureBeside']}>{beside}</span>
    </div>
  )
}
