import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { AgencyId, AppendixId, FieldId, MemberId, TaskWordingId } from '#shared/domain/identifier.ts'
import { planRoute } from '../../lib/routes.ts'

const AppendixSearch = z.object({
  phuLuc: AppendixId.optional().catch(undefined),
  linhVuc: FieldId.optional().catch(undefined),
  donVi: AgencyId.optional().catch(undefined),
  nhiemVu: TaskWordingId.optional().catch(undefined),
  /** 1 = one line a row. */
  gon: z.literal(1).optional().catch(undefined),
  khung: z.enum(['chi-tiet', 'do-phu', 'goi-y', 'bang']).optional().catch(undefined),
})
export type AppendixSearch = z.infer<typeof AppendixSearch>

/** The appendix of a plan. Filters, density, chosen row and pane stand in the address, so back and forward work. */
export const appendixRoute = createRoute({ getParentRoute: () => planRoute, path: 'phu-luc', validateSearch: AppendixSearch })

/** Who was given what. */
export const assignmentRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'phan-cong',
  validateSearch: z.object({
    theo: z.literal('thanh-vien').optional().catch(undefined),
    donVi: AgencyId.optional().catch(undefined),
    thanhVien: MemberId.optional().catch(undefined),
  }),
})
