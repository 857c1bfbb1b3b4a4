import { Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { percentKept, tallyGroups, worstFirst, type GroupTally } from '#shared/domain/register-totals.ts'
import type { RegisterView } from '#shared/domain/register-view.ts'
import { dashboardText } from '#shared/text/vi/dashboard.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { viewWith } from '../../lib/register-address.ts'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import { Panel, type PanelProps } from './panel.tsx'
import styles from './dashboard.module.css'

const columns = dashboardText.agencyColumns

/** Agencies by the shares that they lead, those in need first. */
export function AgencyPanel(panel: PanelProps): ReactElement {
  const { register, lookup } = panel
  const groups = worstFirst(tallyGroups(register, viewWith({ level: 'share', role: 'lead', group: 'lead' }), lookup))
  return (
    <Panel title={dashboardText.agencies} hint={dashboardText.agenciesHint}>
      <div className={styles['scroll']}>
        <Table className={styles['agencies'] ?? ''} stickyHeader verticalSpacing={3} horizontalSpacing={4} fz={12.5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{columns.agency}</Table.Th>
              <Table.Th>{columns.shares}</Table.Th>
              <Table.Th>{columns.overdue}</Table.Th>
              <Table.Th>{columns.days}</Table.Th>
              <Table.Th>{columns.stale}</Table.Th>
              <Table.Th>{columns.onTime}</Table.Th>
              <Table.Th>{columns.onTimeFirst}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map((group) => (
              <AgencyLine key={JSON.stringify(group.subject)} group={group} {...panel} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <p className={styles['printedMore']}>{groups.length > PRINTED ? dashboardText.more(groups.length - PRINTED) : ''}</p>
    </Panel>
  )
}

/** So many lines have room on the printed page (the style sheet leaves out the others). */
export const PRINTED = 8

function AgencyLine({ group: { subject, view, tally }, lookup, asOf }: PanelProps & { readonly group: GroupTally }): ReactElement {
  const agency = subject.kind === 'agency' ? lookup.agencies.find(({ id }) => id === subject.agencyId) : undefined
  const name = agency?.name ?? (subject.kind === 'waiting' ? registerList.waiting : '')
  const figure = (what: string, count: number | string, change: Partial<RegisterView> = {}): ReactNode =>
    count === 0 || view === null ? (
      <span className={styles['none']}>{count}</span>
    ) : (
      <RowsLink year={lookup.year} asOf={asOf} view={{ ...view, ...change }} aria-label={dashboardText.agencyFigure(name, what, count)}>
        {count}
      </RowsLink>
    )
  const onTime = percentKept(tally.onTime)
  return (
    <Table.Tr>
      <Table.Td title={name}>
        {view === null ? (
          <Link to="/nhiem-vu/cho-giao-lai" search={{ nam: lookup.year, ngay: asOf ?? undefined }}>
            {name}
          </Link>
        ) : (
          <RowsLink year={lookup.year} asOf={asOf} view={view}>
            {agency?.shortName ?? name}
          </RowsLink>
        )}
      </Table.Td>
      <Table.Td>{figure(columns.shares, tally.rows)}</Table.Td>
      <Table.Td data-late={tally.lights.overdue > 0 || undefined}>
        {figure(columns.overdue, tally.lights.overdue, { light: 'overdue', sort: 'late', descending: true })}
      </Table.Td>
      <Table.Td>{tally.daysLate === 0 ? <span className={styles['none']}>–</span> : tally.daysLate}</Table.Td>
      <Table.Td>{figure(columns.stale, tally.stale, { stale: true })}</Table.Td>
      <Table.Td>
        <span className={styles['part']} style={{ backgroundSize: `${onTime ?? 0}% 100%` }}>
          {tally.onTime.kept === 0
            ? dashboardText.percent(onTime)
            : figure(columns.onTime, dashboardText.percent(onTime), { light: 'done-on-time' })}
        </span>
      </Table.Td>
      <Table.Td>
        {tally.missedFirst === 0
          ? dashboardText.percent(percentKept(tally.onTimeFirst))
          : figure(columns.onTimeFirst, dashboardText.percent(percentKept(tally.onTimeFirst)), { missedFirst: true })}
      </Table.Td>
    </Table.Tr>
  )
}
