import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute } from '../../lib/routes.ts'

/** `so` is the chosen document ("moi" = a new one), `tim` the words of the filter, `hl` the standing shown, `chua` 1 = what is not registered. */
export const citationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/van-ban/vien-dan',
  validateSearch: z.object({
    so: z.string().optional().catch(undefined),
    tim: z.string().optional().catch(undefined),
    hl: z.enum(['in-force', 'not-yet', 'expired', 'replaced', 'unknown']).optional().catch(undefined),
    chua: z.literal(1).optional().catch(undefined),
  }),
  component: lazyRouteComponent(async () => import('./citation-screen.tsx'), 'CitationScreen'),
})

export const citationRoutes = [citationRoute] as const
