import { getRouteApi } from '@tanstack/react-router'
import type { Day } from '#shared/domain/identifier.ts'
import { today } from './dates.ts'
import { useAsk } from './queries.ts'
import { registerRoute } from './routes.ts'

const route = getRouteApi(registerRoute.id)

/** What the address asks for: the year, and the day it is judged on (null: today). */
export interface RegisterYear {
  readonly year: number
  readonly asOf: Day | null
}

/**
 * The year that the screens of "Nhiệm vụ" speak of: the address's, else the newest year with an issued plan, else the newest with any, else this
 * year.
 */
export function useRegisterYear(): RegisterYear {
  const { nam, ngay } = route.useSearch()
  const plans = useAsk('plan.list', {}).data ?? []
  const years = (of: typeof plans): readonly number[] => of.map(({ plan }) => plan.year).toSorted((one, other) => other - one)
  const followed = plans.filter(({ plan }) => plan.status === 'issued' || plan.status === 'closed')
  return { year: nam ?? years(followed)[0] ?? years(plans)[0] ?? Number(today().slice(0, 4)), asOf: ngay ?? null }
}
