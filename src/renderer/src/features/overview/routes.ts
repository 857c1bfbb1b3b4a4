import { IconHome } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { shell } from '#shared/text/vi/shell.ts'
import { rootRoute } from '../../lib/routes.ts'
import type { Section } from '../../lib/sections.ts'
import { OverviewScreen } from './overview-screen.tsx'

const overview = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: OverviewScreen,
})

export const overviewRoutes = [overview] as const
export const overviewSection: Section = { id: 'overview', label: shell.sections.overview, icon: IconHome, to: '/', order: 10 }
