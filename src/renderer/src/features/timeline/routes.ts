import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { timelineText } from '#shared/text/vi/timeline.ts'
import type { RegisterTab } from '../../lib/register-tabs.ts'
import { registerRoute } from '../../lib/routes.ts'

const timeline = createRoute({
  getParentRoute: () => registerRoute,
  path: '/dong-thoi-gian',
  component: lazyRouteComponent(async () => import('./timeline-screen.tsx'), 'TimelineScreen'),
})

export const timelineRoutes = [timeline] as const
export const timelineTab: RegisterTab = { id: 'dong-thoi-gian', label: timelineText.tab, to: '/nhiem-vu/dong-thoi-gian', order: 30 }
