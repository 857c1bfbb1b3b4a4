import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { dashboardText } from '#shared/text/vi/dashboard.ts'
import type { RegisterTab } from '../../lib/register-tabs.ts'
import { registerRoute } from '../../lib/routes.ts'

const dashboard = createRoute({
  getParentRoute: () => registerRoute,
  path: '/bang-dieu-hanh',
  component: lazyRouteComponent(async () => import('./dashboard-screen.tsx'), 'DashboardScreen'),
})

export const dashboardRoutes = [dashboard] as const
export const dashboardTab: RegisterTab = { id: 'bang-dieu-hanh', label: dashboardText.tab, to: '/nhiem-vu/bang-dieu-hanh', order: 20 }
