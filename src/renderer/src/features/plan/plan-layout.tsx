import { Badge, Group, Text } from '@mantine/core'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { IconLock } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { isEditable, type Plan } from '#shared/domain/plan.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { showDay } from '../../lib/dates.ts'
import { useAsk } from '../../lib/queries.ts'
import { planRoute } from '../../lib/routes.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import frame from '../../ui/tabbed-screens/tabbed-screens.module.css'
import styles from './plan-layout.module.css'
import { statusColour } from './status-colour.ts'

const tabs = [
  { key: 'text', to: '/ke-hoach/$planId', exact: true },
  { key: 'details', to: '/ke-hoach/$planId/thong-tin', exact: false },
  { key: 'appendix', to: '/ke-hoach/$planId/phu-luc', exact: false },
  { key: 'assignment', to: '/ke-hoach/$planId/phan-cong', exact: false },
  { key: 'merge', to: '/ke-hoach/$planId/ban-word-ve', exact: false },
  { key: 'compare', to: '/ke-hoach/$planId/so-sanh', exact: false },
  { key: 'issue', to: '/ke-hoach/$planId/ban-hanh', exact: false },
] as const

/** What the plan's own status says; a hand-over tells itself across the window. */
function Locked({ plan }: { readonly plan: Plan }): ReactElement | null {
  if (isEditable(plan.status)) return null
  return (
    <div className={styles['locked']} role="note">
      <IconLock size={15} aria-hidden />
      {plan.number !== null && plan.issuedOn !== null
        ? planText.frozen(`${plan.number}/${plan.symbol}`, showDay(plan.issuedOn))
        : planText.lockedBecause(planText.status[plan.status])}
    </div>
  )
}

/** One plan: its name and status, its tabs, and the tab's screen below. */
export function PlanLayout(): ReactElement {
  const { planId } = useParams({ from: planRoute.id })
  const detail = useAsk('plan.get', { planId })
  return (
    <div className={frame['layout']}>
      <div className={frame['head']}>
        <nav className={frame['tabs']} aria-label={planText.tabsLabel}>
          {tabs.map(({ key, to, exact }) => (
            <Link
              key={key}
              to={to}
              params={{ planId }}
              activeOptions={{ exact, includeSearch: false }}
              className={frame['tab'] ?? ''}
              activeProps={{ 'data-active': true, 'aria-current': 'page' }}
            >
              {planText.tabs[key]}
            </Link>
          ))}
        </nav>
        <Group gap="xs" wrap="nowrap" className={styles['name'] ?? ''}>
          <Text size="xs" truncate title={detail.data?.plan.subject}>
            {detail.data === undefined ? '' : detail.data.plan.subject || planText.untitled}
          </Text>
          {detail.data !== undefined && (
            <Badge variant="light" color={statusColour(detail.data.plan.status)} size="md" tt="none" style={{ flexShrink: 0 }}>
              {planText.status[detail.data.plan.status]}
            </Badge>
          )}
        </Group>
      </div>
      {detail.data !== undefined && <Locked plan={detail.data.plan} />}
      <div className={frame['tab-body']}>
        <Awaited query={detail}>{() => <Outlet />}</Awaited>
      </div>
    </div>
  )
}
