import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { MemberId } from '#shared/domain/identifier.ts'
import { portfolioText } from '#shared/text/vi/agency-change.ts'
import type { RegisterTab } from '../../lib/register-tabs.ts'
import { registerRoute } from '../../lib/routes.ts'

/** A member's portfolio; `tv` is the member. */
export const portfolioRoute = createRoute({
  getParentRoute: () => registerRoute,
  path: '/thanh-vien',
  validateSearch: z.object({ tv: MemberId.optional().catch(undefined) }),
  component: lazyRouteComponent(async () => import('./portfolio-screen.tsx'), 'PortfolioScreen'),
})

export const portfolioRoutes = [portfolioRoute] as const
export const portfolioTab: RegisterTab = { id: 'thanh-vien', label: portfolioText.tab, to: '/nhiem-vu/thanh-vien', order: 50 }
