import type { ReactElement } from 'react'
import { useAsk } from '../../lib/queries.ts'
import { useRegisterLookup } from '../../lib/register-lookup.ts'
import { useRegisterYear } from '../../lib/register-year.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import { RegisterList } from './register-list.tsx'
import { useSavedViews } from './use-saved-views.ts'

/** The year's tasks or their shares as a list, with the pane of the chosen task at the right. */
export function RegisterScreen(): ReactElement {
  const { year, asOf } = useRegisterYear()
  const register = useAsk('register.list', { year, asOf }, { keepPrevious: true })
  const lookup = useRegisterLookup(year)
  const saved = useSavedViews()
  const ready = lookup === undefined || saved.views === undefined ? undefined : { lookup, views: saved.views }
  return (
    <Awaited query={register}>
      {(known) => (
        <Awaited query={{ data: ready, error: null, refetch: register.refetch }}>
          {({ lookup: names, views }) => (
            <RegisterList register={known} lookup={names} views={views} saved={saved} year={year} asOf={asOf} />
          )}
        </Awaited>
      )}
    </Awaited>
  )
}
