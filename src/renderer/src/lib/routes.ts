import { createRootRoute, createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import type { PlanId } from '#shared/domain/identifier.ts'

/**
 * The two routes that screens of several features hang under. They live here because a feature never imports another;
 * their components are given by `app/` (the frame) and `features/plan` (the plan's tabs).
 */
export const rootRoute = createRootRoute()

/** One plan. `muc` is the sentence to go to, `trang` whether a pane stands beside the text (1) or not (0), `ben` which one. */
export const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ke-hoach/$planId',
  params: {
    parse: ({ planId }: { planId: string }) => ({ planId: planId as PlanId }),
    stringify: ({ planId }: { planId: PlanId }) => ({ planId }),
  },
  validateSearch: z.object({
    muc: z.string().optional().catch(undefined),
    trang: z
      .union([z.literal(0), z.literal(1)])
      .optional()
      .catch(undefined),
    ben: z.string().optional().catch(undefined),
  }),
})

/**
 * The year's tasks; its screens (list, figures, letters, forms…) are its children. `nam` is the year, `ngay` the day everything is judged on when it
 * is not today.
 */
export const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nhiem-vu',
  validateSearch: z.object({
    nam: z.number().int().optional().catch(undefined),
    ngay: z.iso.date().optional().catch(undefined),
  }),
})
