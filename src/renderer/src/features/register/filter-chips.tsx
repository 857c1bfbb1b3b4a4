import { Button, Pill } from '@mantine/core'
import type { ReactElement } from 'react'
import type { RegisterView } from '#shared/domain/register-view.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { filtersOf, noFilters } from './register-filters.ts'
import type { RegisterNames } from './register-names.ts'
import styles from './register.module.css'

/** The conditions that are on, each taken away by its cross: nobody has to guess why rows are missing. */
export function FilterChips({
  view,
  names,
  onChange,
}: {
  readonly view: RegisterView
  readonly names: RegisterNames
  readonly onChange: (change: Partial<RegisterView>) => void
}): ReactElement | null {
  // What is typed stands in its own box.
  const filters = filtersOf(view).filter(({ key }) => key !== 'text')
  if (filters.length === 0) return null
  return (
    <div className={styles['chips']} role="group" aria-label={registerList.activeFilters}>
      {filters.map(({ key, words, without }) => (
        <Pill
          key={key}
          withRemoveButton
          removeButtonProps={{ 'aria-label': registerList.clearFilter(words(names)), 'aria-hidden': false, 'tabIndex': 0 }}
          onRemove={() => onChange(without)}
        >
          {words(names)}
        </Pill>
      ))}
      <Button size="compact-xs" variant="subtle" onClick={() => onChange(noFilters)}>
        {registerList.clearFilters}
      </Button>
    </div>
  )
}
