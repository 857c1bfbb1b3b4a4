import { IconChecklist } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { registerText } from '#shared/text/vi/register.ts'
import type { RegisterTab } from '../../lib/register-tabs.ts'
import { registerRoute } from '../../lib/routes.ts'
import type { Section } from '../../lib/sections.ts'

registerRoute.update({ component: lazyRouteComponent(async () => import('./register-layout.tsx'), 'RegisterLayout') })

/** `chon` is the task whose pane is open. */
const list = createRoute({
  getParentRoute: () => registerRoute,
  path: '/',
  validateSearch: z.object({ chon: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(async () => import('./register-screen.tsx'), 'RegisterScreen'),
})

export const registerRoutes = [list] as const
export const registerTab: RegisterTab = { id: 'danh-sach', label: registerText.tabs.list, to: '/nhiem-vu', order: 10 }
export const registerSection: Section = {
  id: 'register',
  label: registerText.section,
  icon: IconChecklist,
  to: '/nhiem-vu',
  order: 25,
}
