import { IconFileText } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shell } from '#shared/text/vi/shell.ts'
import { planRoute, rootRoute } from '../../lib/routes.ts'
import type { Section } from '../../lib/sections.ts'

/** `nam` shows one year's plans only. */
const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ke-hoach',
  validateSearch: z.object({ nam: z.number().int().optional().catch(undefined) }),
  component: lazyRouteComponent(async () => import('./list/plan-list-screen.tsx'), 'PlanListScreen'),
})

planRoute.update({ component: lazyRouteComponent(async () => import('./plan-layout.tsx'), 'PlanLayout') })

const text = createRoute({
  getParentRoute: () => planRoute,
  path: '/',
  component: lazyRouteComponent(async () => import('./text/text-screen.tsx'), 'TextScreen'),
})

const details = createRoute({
  getParentRoute: () => planRoute,
  path: '/thong-tin',
  component: lazyRouteComponent(async () => import('./details/details-screen.tsx'), 'DetailsScreen'),
})

const issue = createRoute({
  getParentRoute: () => planRoute,
  path: '/ban-hanh',
  component: lazyRouteComponent(async () => import('./issue/issue-screen.tsx'), 'IssueScreen'),
})

export const planRoutes = [list] as const
/** Children of one plan's route; other features add theirs beside them in `app/features.ts`. */
export const planChildRoutes = [text, details, issue] as const
export const planSection: Section = { id: 'plan', label: shell.sections.plans, icon: IconFileText, to: '/ke-hoach', order: 20 }
