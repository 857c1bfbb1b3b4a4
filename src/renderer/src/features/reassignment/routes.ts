import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { AgencyChangeKind } from '#shared/domain/agency-change.ts'
import { reassignmentText } from '#shared/text/vi/agency-change.ts'
import { useAsk } from '../../lib/queries.ts'
import type { RegisterTab } from '../../lib/register-tabs.ts'
import { registerRoute, rootRoute } from '../../lib/routes.ts'

const waitingRoute = createRoute({
  getParentRoute: () => registerRoute,
  path: '/cho-giao-lai',
  component: lazyRouteComponent(async () => import('./reassignment-screen.tsx'), 'ReassignmentScreen'),
})

/** A change of agencies: `tu` and `den` are ids with commas between them, `kieu` its kind, `tuNgay` its day, `theo` its document, where they are known already. */
export const changeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sap-xep-don-vi',
  validateSearch: z.object({
    kieu: AgencyChangeKind.optional().catch(undefined),
    tu: z.string().optional().catch(undefined),
    den: z.string().optional().catch(undefined),
    tuNgay: z.iso.date().optional().catch(undefined),
    theo: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(async () => import('./change-screen.tsx'), 'ChangeScreen'),
})

export const reassignmentTabRoutes = [waitingRoute] as const
export const reassignmentRoutes = [changeRoute] as const
export const reassignmentTab: RegisterTab = {
  id: 'cho-giao-lai',
  label: reassignmentText.tab,
  to: '/nhiem-vu/cho-giao-lai',
  order: 60,
  useCount: () => useAsk('reassignment.count', {}).data?.waiting ?? null,
}
