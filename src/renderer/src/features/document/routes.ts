import { IconFiles } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shell } from '#shared/text/vi/shell.ts'
import { rootRoute } from '../../lib/routes.ts'
import type { Section } from '../../lib/sections.ts'

/** `ban` is the chosen document, `loc` the words of the filter. */
const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/van-ban',
  validateSearch: z.object({ ban: z.string().optional().catch(undefined), loc: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(async () => import('./document-screen.tsx'), 'DocumentScreen'),
})

export const documentRoutes = [list] as const
export const documentSection: Section = { id: 'document', label: shell.sections.documents, icon: IconFiles, to: '/van-ban', order: 70 }
