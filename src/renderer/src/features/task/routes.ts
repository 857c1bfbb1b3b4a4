import { lazyRouteComponent } from '@tanstack/react-router'
import { appendixRoute, assignmentRoute } from './route-definitions.ts'

/** Routes that hang under the plan's own. */
export const taskPlanChildRoutes = [
  appendixRoute.update({ component: lazyRouteComponent(async () => import('./appendix-screen.tsx'), 'AppendixScreen') }),
  assignmentRoute.update({ component: lazyRouteComponent(async () => import('./assignment-screen.tsx'), 'AssignmentScreen') }),
] as const
