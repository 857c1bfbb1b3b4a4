import type { ReactElement } from 'react'
import { applyView, daysLateOf, decidingShares, updatedOnOf, type RegisterLookup, type RegisterRow } from '#shared/domain/register-rows.ts'
import type { RegisterView } from '#shared/domain/register-view.ts'
import { dashboardText } from '#shared/text/vi/dashboard.ts'
import { viewWith } from '../../lib/register-address.ts'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import { PRINTED } from './agency-panel.tsx'
import { Panel, type PanelProps } from './panel.tsx'
import styles from './dashboard.module.css'

/** Tasks that are overdue, the longest first, each with its days and who leads it. */
export function OverduePanel(panel: PanelProps): ReactElement {
  const view = viewWith({ group: 'none', light: 'overdue', sort: 'late', descending: true })
  const rows = rowsOf(panel, view)
  return (
    <Panel title={<TitleLink {...panel} view={view} title={dashboardText.overdue(rows.length)} />}>
      <TaskList
        {...panel}
        rows={rows}
        view={view}
        none={dashboardText.noOverdue}
        since={(row) => dashboardText.days(daysLateOf(decidingShares(row, view)))}
        isLate
        beside={(row) => leadsOf(row, panel.lookup)}
      />
    </Panel>
  )
}

/** Tasks nobody spoke of for too long, the longest silence first. */
export function StalePanel(panel: PanelProps): ReactElement {
  const view = viewWith({ group: 'none', stale: true, sort: 'updated' })
  const rows = rowsOf(panel, view)
  return (
    <Panel title={<TitleLink {...panel} view={view} title={dashboardText.staleTitle(rows.length)} />}>
      <TaskList
        {...panel}
        rows={rows}
        view={view}
        none={dashboardText.noStale}
        since={(row) => {
          const day = updatedOnOf(row)
          return day === null ? dashboardText.never : dashboardText.since(day)
        }}
        beside={(row) => leadsOf(row, panel.lookup)}
      />
    </Panel>
  )
}

function rowsOf({ register, lookup }: PanelProps, view: RegisterView): readonly RegisterRow[] {
  return applyView(register, view, lookup).groups.flatMap(({ rows }) => rows)
}

function TitleLink({ lookup, asOf, view, title }: PanelProps & { readonly view: RegisterView; readonly title: string }): ReactElement {
  return (
    <RowsLink year={lookup.year} asOf={asOf} view={view}>
      {title}
    </RowsLink>
  )
}

interface TaskListProps extends PanelProps {
  readonly rows: readonly RegisterRow[]
  readonly view: RegisterView
  readonly none: string
  /** How long it has been so, in a few words before the task. */
  readonly since: (row: RegisterRow) => string
  readonly isLate?: boolean
  readonly beside: (row: RegisterRow) => string
}

function TaskList({ rows, view, none, since, isLate = false, beside, lookup, asOf }: TaskListProps): ReactElement {
  if (rows.length === 0) return <p className={styles['quiet']}>{none}</p>
  return (
    <>
      <div className={styles['scroll']}>
        <ul className={styles['tasks']}>
          {rows.map((row) => (
            <li key={row.key}>
              <span className={styles[isLate ? 'late' : 'quiet']}>{since(row)}</span>
              <RowsLink year={lookup.year} asOf={asOf} view={view} taskId={row.task.taskId} title={row.task.content}>
                {row.task.content}
              </RowsLink>
              <span className={styles['quiet']}>{beside(row)}</span>
            </li>
          ))}
        </ul>
      </div>
      <p className={styles['printedMore']}>{rows.length > PRINTED ? dashboardText.more(rows.length - PRINTED) : ''}</p>
    </>
  )
}

/** Who has to act: the leads that are late or silent, else all that lead. */
function leadsOf({ task }: RegisterRow, lookup: RegisterLookup): string {
  const leads = task.shares.filter(({ role }) => role === 'lead')
  const late = leads.filter(({ light }) => light === 'overdue')
  const named = late.length > 0 ? late : leads
  const [first] = named
  if (first === undefined) return ''
  const agency = lookup.agencies.find(({ id }) => id === first.agencyId)
  return dashboardText.leads(agency?.shortName ?? agency?.name ?? '', named.length - 1)
}
