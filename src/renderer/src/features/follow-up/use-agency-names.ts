import { useMemo } from 'react'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { followUpText } from '#shared/text/vi/follow-up.ts'
import { useAsk } from '../../lib/queries.ts'

/** Names of agencies, gone ones too. */
export function useAgencyNames(): (id: AgencyId) => string {
  const agencies = useAsk('agency.list', {}).data?.agencies
  return useMemo(() => {
    const names = new Map((agencies ?? []).map(({ id, name }) => [id, name]))
    return (id) => names.get(id) ?? followUpText.unknownAgency
  }, [agencies])
}
