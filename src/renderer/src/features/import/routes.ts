import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { PlanId } from '#shared/domain/identifier.ts'
import { rootRoute } from '../../lib/routes.ts'

/** Bringing a plan in, or (`loai=phu-luc`) an appendix into the plan `keHoach`. */
export const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nhap',
  validateSearch: z.object({
    loai: z.literal('phu-luc').optional().catch(undefined),
    keHoach: PlanId.optional().catch(undefined),
  }),
  component: lazyRouteComponent(async () => import('./import-screen.tsx'), 'ImportScreen'),
})

export const importRoutes = [importRoute] as const
