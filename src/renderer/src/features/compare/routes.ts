import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { planRoute } from '../../lib/routes.ts'

/**
 * `so` and `voi` are the two sides, the older first: the id of a draft round or of a plan. `loai` shows one kind of change only.
 */
export const compareRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'so-sanh',
  validateSearch: z.object({
    so: z.string().optional().catch(undefined),
    voi: z.string().optional().catch(undefined),
    loai: z.enum(['edited', 'added', 'removed', 'moved', 'relevelled', 'typing']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(async () => import('./compare-screen.tsx'), 'CompareScreen'),
})

export const comparePlanChildRoutes = [compareRoute] as const
