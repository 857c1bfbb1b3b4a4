import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { planRoute } from '../../lib/routes.ts'

/** `loc` shows one part of the differences only. */
export const mergeRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'ban-word-ve',
  validateSearch: z.object({ loc: z.enum(['conflict', 'text', 'appendix', 'comments']).optional().catch(undefined) }),
  component: lazyRouteComponent(async () => import('./merge-screen.tsx'), 'MergeScreen'),
})

export const mergePlanChildRoutes = [mergeRoute] as const
