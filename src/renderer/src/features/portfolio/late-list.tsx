import { Text, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { applyView, daysLateOf, decidingShares } from '#shared/domain/register-rows.ts'
import { portfolioText as words } from '#shared/text/vi/agency-change.ts'
import { viewWith } from '../../lib/register-address.ts'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import type { PortfolioProps } from './portfolio-screen.tsx'
import styles from './portfolio.module.css'

const MOST_SHOWN = 12

/** What is overdue in a portfolio, the worst first. */
export function LateList({ member, register, lookup, year, asOf }: PortfolioProps): ReactElement {
  const view = viewWith({ memberId: member.id, light: 'overdue', group: 'none', sort: 'late', descending: true })
  const rows = applyView(register, view, lookup).groups.flatMap((group) => group.rows)
  return (
    <section aria-label={words.lateTasks}>
      <Title order={2} size="h5">
        {words.lateTasks}
      </Title>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noneLate}
        </Text>
      )}
      <ul className={styles['list']}>
        {rows.slice(0, MOST_SHOWN).map((row) => (
          <li key={row.key}>
            <RowsLink year={year} asOf={asOf} view={view} taskId={row.task.taskId} className={styles['line']} title={row.task.content}>
              {row.task.stt}. {row.task.content}
            </RowsLink>
            <span className={`${styles['end']} ${styles['late']}`}>{words.days(daysLateOf(decidingShares(row, view)))}</span>
          </li>
        ))}
      </ul>
      {rows.length > MOST_SHOWN && (
        <RowsLink year={year} asOf={asOf} view={view}>
          <Text span size="sm">
            {words.all} ({rows.length})
          </Text>
        </RowsLink>
      )}
    </section>
  )
}
