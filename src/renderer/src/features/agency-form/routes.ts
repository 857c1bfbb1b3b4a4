import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { agencyFormText } from '#shared/text/vi/agency-form.ts'
import type { RegisterTab } from '../../lib/register-tabs.ts'
import { registerRoute } from '../../lib/routes.ts'

/** `cho`: only agencies that have not answered. `chuTri`: only shares that an agency leads. */
const forms = createRoute({
  getParentRoute: () => registerRoute,
  path: '/phieu',
  validateSearch: z.object({ cho: z.boolean().optional().catch(undefined), chuTri: z.boolean().optional().catch(undefined) }),
  component: lazyRouteComponent(async () => import('./forms-screen.tsx'), 'FormsScreen'),
})

export const agencyFormRoutes = [forms] as const
export const agencyFormTab: RegisterTab = { id: 'phieu', label: agencyFormText.tab, to: '/nhiem-vu/phieu', order: 70 }
