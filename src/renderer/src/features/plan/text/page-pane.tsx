import type { ReactElement } from 'react'
import type { PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
export function PagePane(_: { readonly planId: PlanId; readonly words: readonly ProvisionContent[]; readonly sentence: ProvisionId | null; readonly onGo: (id: string) => void }): ReactElement {
  return <div />
}
