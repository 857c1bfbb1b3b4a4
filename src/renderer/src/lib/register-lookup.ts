import type { RegisterLookup } from '#shared/domain/register-rows.ts'
import { useAsk } from './queries.ts'

/** Names, order and portfolios that the rows of a year's register are put together with; undefined until all are there. */
export function useRegisterLookup(year: number): RegisterLookup | undefined {
  const fields = useAsk('field.list', {}).data
  const registry = useAsk('agency.list', {}).data
  const members = useAsk('member.list', {}).data
  if (fields === undefined || registry === undefined || members === undefined) return undefined
  return { year, fields, agencies: registry.agencies, groups: registry.groups, members }
}
