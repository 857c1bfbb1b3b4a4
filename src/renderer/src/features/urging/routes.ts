import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { urgingText } from '#shared/text/vi/urging.ts'
import type { RegisterTab } from '../../lib/register-tabs.ts'
import { registerRoute } from '../../lib/routes.ts'

/** `daLap`: the letters made, instead of a new one. `trang`: whether the page stands beside (0: not). */
const urging = createRoute({
  getParentRoute: () => registerRoute,
  path: '/don-doc',
  validateSearch: z.object({
    daLap: z.boolean().optional().catch(undefined),
    trang: z.literal(0).optional().catch(undefined),
  }),
  component: lazyRouteComponent(async () => import('./urging-screen.tsx'), 'UrgingScreen'),
})

export const urgingRoutes = [urging] as const
export const urgingTab: RegisterTab = { id: 'don-doc', label: urgingText.tab, to: '/nhiem-vu/don-doc', order: 40 }
