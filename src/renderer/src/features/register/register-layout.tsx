import { Badge } from '@mantine/core'
import { Link, Outlet } from '@tanstack/react-router'
import { useContext, type ReactElement } from 'react'
import { registerText } from '#shared/text/vi/register.ts'
import { RegisterTabs, type RegisterTab } from '../../lib/register-tabs.ts'
import { useRegisterYear } from '../../lib/register-year.ts'
import { AsOfChooser } from './as-of-chooser.tsx'
import { YearChooser } from './year-chooser.tsx'
import frame from '../../ui/tabbed-screens/tabbed-screens.module.css'
import styles from './register-layout.module.css'

type CountedTab = RegisterTab & Required<Pick<RegisterTab, 'useCount'>>

/** How many things wait on a tab's screen. */
function Count({ tab, year }: { readonly tab: CountedTab; readonly year: number }): ReactElement | null {
  // Each tab has a count of its own, keyed by the tab: the hook stays the same one for its life.
  // oxlint-disable-next-line react/hooks
  const count = tab.useCount(year)
  if (count === null || count === 0) return null
  return (
    <Badge size="sm" variant="light" ml={6}>
      {count}
    </Badge>
  )
}

function isCounted(tab: RegisterTab): tab is CountedTab {
  return tab.useCount !== undefined
}

/** The year's tasks: the tabs of its screens, the year, and the tab's screen below. */
export function RegisterLayout(): ReactElement {
  const tabs = useContext(RegisterTabs)
  const { year } = useRegisterYear()
  return (
    <div className={frame['layout']}>
      <div className={frame['head']}>
        <nav className={frame['tabs']} aria-label={registerText.tabsLabel}>
          {tabs.map((tab) => (
            <Link
              key={tab.id}
              to={tab.to}
              search={({ nam, ngay }: { readonly nam?: number; readonly ngay?: string }) => ({ nam, ngay })}
              activeOptions={{ exact: tab.to === '/nhiem-vu', includeSearch: false }}
              className={frame['tab'] ?? ''}
              activeProps={{ 'data-active': true, 'aria-current': 'page' }}
            >
              {tab.label}
              {isCounted(tab) && <Count tab={tab} year={year} />}
            </Link>
          ))}
        </nav>
        <div className={styles['choosers']}>
          <AsOfChooser />
          <YearChooser />
        </div>
      </div>
      <div className={frame['tab-body']}>
        <Outlet />
      </div>
    </div>
  )
}
