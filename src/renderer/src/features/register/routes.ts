import { IconChecklist } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { registerText } from '#shared/text/vi/register.ts'
import { RegisterSearch } from '../../lib/register-address.ts'
import type { RegisterTab } from '../../lib/register-tabs.ts'
import { registerRoute } from '../../lib/routes.ts'
import type { Section } from '../../lib/sections.ts'

registerRoute.update({ component: lazyRouteComponent(async () => import('./register-layout.tsx'), 'RegisterLayout') })

/** The list; the view and the chosen task stand in the address. */
export const listRoute = createRoute({
  getParentRoute: () => registerRoute,
  path: '/',
  validateSearch: RegisterSearch,
  component: lazyRouteComponent(async () => import('./register-screen.tsx'), 'RegisterScreen'),
})

export const registerRoutes = [listRoute] as const
export const registerTab: RegisterTab = { id: 'danh-sach', label: registerText.tabs.list, to: '/nhiem-vu', order: 10 }
export const registerSection: Section = {
  id: 'register',
  label: registerText.section,
  icon: IconChecklist,
  to: '/nhiem-vu',
  order: 25,
}
