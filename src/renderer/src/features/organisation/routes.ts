import { IconBuildingCommunity } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { rootRoute } from '../../lib/routes.ts'
import type { Section } from '../../lib/sections.ts'

/** `the` is the tab, `muc` the record in the pane (`moi` = a new one), `tim` what is searched, `het` 1 shows bodies that are no longer active. */
export const organisationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi',
  validateSearch: z.object({
    the: z.enum(['nhom', 'thanh-vien', 'linh-vuc']).optional().catch(undefined),
    muc: z.string().optional().catch(undefined),
    tim: z.string().optional().catch(undefined),
    het: z.literal(1).optional().catch(undefined),
  }),
  component: lazyRouteComponent(async () => import('./organisation-screen.tsx'), 'OrganisationScreen'),
})

export const organisationRoutes = [organisationRoute] as const
export const organisationSection: Section = {
  id: 'organisation',
  label: organisationText.section,
  icon: IconBuildingCommunity,
  to: '/don-vi',
  order: 80,
}
