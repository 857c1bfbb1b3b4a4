import { Badge } from '@mantine/core'
import { Link, Outlet } from '@tanstack/react-router'
import { useContext, type ReactElement } from 'react'
import { registerText } from '#shared/text/vi/register.ts'
import { RegisterTabs, type RegisterTab } from '../../lib/register-tabs.ts'
import { useRegisterYear } from '../../lib/register-year.ts'
import { YearChooser } from './year-chooser.tsx'
import styles from './register-layout.module.css'

function Count({
  useCount,
  year,
}: {
  readonly useCount: NonNullable<RegisterTab['useCount']>
  readonly year: number
}): ReactElement | null {
  const count = useCount(year)
  if (count === null || count === 0) return null
  return (
    <Badge size="sm" variant="light" ml={6}>
      {count}
    </Badge>
  )
}

/** The year's tasks: the tabs of its screens, the year, and the tab's screen below. */
export function RegisterLayout(): ReactElement {
  const tabs = useContext(RegisterTabs)
  const { year } = useRegisterYear()
  return (
    <div className={styles['layout']}>
      <div className={styles['head']}>
        <nav className={styles['tabs']} aria-label={registerText.tabsLabel}>
          {tabs.map(({ id, label, to, useCount }) => (
            <Link
              key={id}
              to={to}
              search={({ nam, ngay }: { readonly nam?: number; readonly ngay?: string }) => ({ nam, ngay })}
              activeOptions={{ exact: to === '/nhiem-vu', includeSearch: false }}
              className={styles['tab'] ?? ''}
              activeProps={{ 'data-active': true, 'aria-current': 'page' }}
            >
              {label}
              {useCount !== undefined && <Count useCount={useCount} year={year} />}
            </Link>
          ))}
        </nav>
        <YearChooser />
      </div>
      <div className={styles['tab-body']}>
        <Outlet />
      </div>
    </div>
  )
}
