import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { PlanId } from '#shared/domain/identifier.ts'
import { rootRoute } from '../../lib/routes.ts'

/** Drafting a later year's plan from the plan `tu`. */
export const newYearRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ke-hoach-nam-sau',
  validateSearch: z.object({ tu: PlanId.optional().catch(undefined) }),
  component: lazyRouteComponent(async () => import('./new-year-screen.tsx'), 'NewYearScreen'),
})

export const carryOverRoutes = [newYearRoute] as const
