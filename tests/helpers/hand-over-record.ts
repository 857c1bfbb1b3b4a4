import type { HandOver } from '#shared/domain/hand-over.ts'
import type { FileHash, HandOverId, PackId, PlanId } from '#shared/domain/identifier.ts'

/** A plan that was given to somebody, clearly no one. */
export function aHandOver(planId: PlanId): Omit<HandOver, 'version'> {
  return {
    id: '018f0000-0000-7000-8000-0000000000fa' as HandOverId,
    state: 'given',
    scope: 'plan',
    planIds: [planId],
    title: 'Cải cách hành chính tỉnh Mẫu năm 2023',
    otherName: 'Người nhận (mẫu)',
    otherKey: null,
    packId: '018f0000-0000-7000-8000-0000000000fb' as PackId,
    at: '2023-01-05T00:00:00.000Z',
    contentHash: 'ab'.repeat(32) as FileHash,
    returnPackId: null,
    returnedAt: null,
    returnHash: null,
    reason: null,
    logHash: null,
  }
}
