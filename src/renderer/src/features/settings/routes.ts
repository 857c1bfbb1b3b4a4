import { IconSettings } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { settingsText } from '#shared/text/vi/settings.ts'
import { rootRoute } from '../../lib/routes.ts'
import type { Section } from '../../lib/sections.ts'

/** `the` is the tab; of templates and phrases `phan` is the part and `muc` the template; in the log `viec` is the change in the pane and `muc` the record whose changes alone are shown. */
export const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cai-dat',
  validateSearch: z.object({
    the: z.enum(['du-lieu', 'khung-cau', 'nguoi-dung', 'nhat-ky', 'gioi-thieu']).optional().catch(undefined),
    phan: z.literal('cau').optional().catch(undefined),
    viec: z.string().optional().catch(undefined),
    muc: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(async () => import('./settings-screen.tsx'), 'SettingsScreen'),
})

export const settingsRoutes = [settingsRoute] as const
export const settingsSection: Section = { id: 'settings', label: settingsText.section, icon: IconSettings, to: '/cai-dat', order: 90 }
