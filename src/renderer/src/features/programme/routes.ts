import { IconTarget, IconTargetArrow } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'
import { z } from 'zod'
import type { GoalId, ProgrammeId } from '#shared/domain/identifier.ts'
import { planGoalsText, programmeText } from '#shared/text/vi/programme.ts'
import type { PlanPane } from '../../lib/plan-panes.ts'
import { rootRoute } from '../../lib/routes.ts'
import type { Section } from '../../lib/sections.ts'
import { useUnservedCount } from './use-unserved-count.ts'

/** `muc` is the programme, `mucTieu` a goal (of whichever programme) to go to, `the` the tab, `sua` 1 its form in the pane, `moi` 1 the form of a new one. */
export const programmeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/chuong-trinh',
  validateSearch: z.object({
    muc: z
      .string()
      .transform((id) => id as ProgrammeId)
      .optional()
      .catch(undefined),
    mucTieu: z
      .string()
      .transform((id) => id as GoalId)
      .optional()
      .catch(undefined),
    the: z.literal('do-phu').optional().catch(undefined),
    sua: z.literal(1).optional().catch(undefined),
    moi: z.literal(1).optional().catch(undefined),
    trong: z.literal(1).optional().catch(undefined),
  }),
  component: lazyRouteComponent(async () => import('./programme-screen.tsx'), 'ProgrammeScreen'),
})
export type ProgrammeSearch = ReturnType<typeof programmeRoute.useSearch>

export const programmeRoutes = [programmeRoute] as const
export const programmeSection: Section = {
  id: 'programme',
  label: programmeText.section,
  icon: IconTargetArrow,
  to: '/chuong-trinh',
  order: 20,
}

/** The goals that a plan serves, beside its text. */
export const goalsPane: PlanPane = {
  id: 'muc-tieu',
  label: planGoalsText.pane,
  icon: IconTarget,
  order: 50,
  component: lazy(async () => ({ default: (await import('./plan-goals-pane.tsx')).PlanGoalsPane })),
  useCount: useUnservedCount,
}
