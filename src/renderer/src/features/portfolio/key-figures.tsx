import { Paper, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { tallyView } from '#shared/domain/register-totals.ts'
import { applyView } from '#shared/domain/register-rows.ts'
import type { RegisterView } from '#shared/domain/register-view.ts'
import { portfolioText as words } from '#shared/text/vi/agency-change.ts'
import { viewWith } from '../../lib/register-address.ts'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import type { PortfolioProps } from './portfolio-screen.tsx'
import styles from './portfolio.module.css'

/** How much a member answers for, how much of it is late, nearly due, silent and done; each figure opens its rows. */
export function KeyFigures({ member, register, lookup, year, asOf }: PortfolioProps): ReactElement {
  const mine: Partial<RegisterView> = { memberId: member.id }
  const { lights, stale, rows } = tallyView(register, viewWith(mine), lookup)
  const { counts } = applyView(register, viewWith({ ...mine, level: 'share' }), lookup)
  const figures: readonly {
    readonly label: string
    readonly count: number
    readonly view: Partial<RegisterView>
    readonly bad?: boolean
  }[] = [
    { label: words.mine, count: rows, view: mine },
    { label: words.late, count: lights.overdue, view: { ...mine, light: 'overdue' }, bad: lights.overdue > 0 },
    { label: words.dueSoon, count: lights['due-soon'], view: { ...mine, light: 'due-soon' } },
    { label: words.stale, count: stale, view: { ...mine, stale: true } },
    { label: words.doneOnTime, count: lights['done-on-time'], view: { ...mine, light: 'done-on-time' } },
    { label: words.doneLate, count: lights['done-late'], view: { ...mine, light: 'done-late' } },
  ]
  return (
    <section aria-label={words.mine}>
      <div className={styles['figures']}>
        {figures.map(({ label, count, view, bad }) => (
          <RowsLink key={label} year={year} asOf={asOf} view={view} className={styles['figure']}>
            <Paper withBorder px="sm" py={6}>
              <Text size="xl" fw={700} className={bad === true ? styles['late'] : undefined}>
                {count}
              </Text>
              <Text size="xs" c="dimmed">
                {label}
              </Text>
            </Paper>
          </RowsLink>
        ))}
      </div>
      <Text size="xs" c="dimmed" mt={4}>
        {words.mineText(rows, counts.shares)}
      </Text>
    </section>
  )
}
