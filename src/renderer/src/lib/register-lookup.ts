import { useMemo } from 'react'
import type { RegisterLookup } from '#shared/domain/register-rows.ts'
import { useAsk } from './queries.ts'

/** The records that a year's rows are named, ordered and found by, for `applyView`; undefined until they are all here. */
export function useRegisterLookup(year: number): RegisterLookup | undefined {
  const fields = useAsk('field.list', {}).data
  const organisation = useAsk('agency.list', {}).data
  const members = useAsk('member.list', {}).data
  return useMemo(
    () =>
      fields === undefined || organisation === undefined || members === undefined
        ? undefined
        : { year, fields, agencies: organisation.agencies, groups: organisation.groups, members },
    [year, fields, organisation, members],
  )
}
