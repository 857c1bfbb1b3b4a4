import { IconListCheck } from '@tabler/icons-react'
import { lazy } from 'react'
import { carryOverText } from '#shared/text/vi/carry-over.ts'
import type { PlanPane } from '../../lib/plan-panes.ts'
import { useAsk } from '../../lib/queries.ts'

/** "Việc cần rà" beside a plan's text, with the number of what still waits. */
export const reviewPane: PlanPane = {
  id: 'can-ra',
  label: carryOverText.pane,
  icon: IconListCheck,
  order: 10,
  component: lazy(async () => import('./review-pane.tsx').then(({ ReviewPane }) => ({ default: ReviewPane }))),
  useCount: (planId) => {
    const list = useAsk('leftover.list', { planId }).data
    return list === undefined || list.previous === null ? null : list.items.filter(({ state }) => state === 'open').length
  },
}
