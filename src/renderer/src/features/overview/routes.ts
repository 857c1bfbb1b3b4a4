import { IconHome } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shell } from '#shared/text/vi/shell.ts'
import { rootRoute } from '../../lib/routes.ts'
import type { Section } from '../../lib/sections.ts'

const overview = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(async () => import('./overview-screen.tsx'), 'OverviewScreen'),
})

export const overviewRoutes = [overview] as const
export const overviewSection: Section = { id: 'overview', label: shell.sections.overview, icon: IconHome, to: '/', order: 10 }
