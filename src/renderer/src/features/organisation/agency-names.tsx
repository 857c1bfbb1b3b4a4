import { Fragment } from 'react'
import { type Agency, isActive } from '#shared/domain/agency.ts'
import type { AgencyId, Day } from '#shared/domain/identifier.ts'
import { tellingName } from '../../lib/agency-name.ts'
import styles from './organisation.module.css'

interface AgencyNamesProps {
  readonly ids: readonly AgencyId[]
  readonly agencies: readonly Agency[]
  readonly on: Day
}

/** Names in a row: bodies that are active on the day first, those that are gone after them and pale. */
export function AgencyNames({ ids, agencies, on }: AgencyNamesProps) {
  const named = ids
    .flatMap((id) => agencies.find((agency) => agency.id === id) ?? [])
    .map((agency) => {
      const alive = isActive(agency, on)
      // Of bodies of one name the living one is meant by the name alone; days for it would crowd the line.
      return { id: agency.id, name: alive ? agency.name : tellingName(agency, agencies), alive }
    })
    .toSorted((one, other) => Number(other.alive) - Number(one.alive))
  return (
    <span title={named.map(({ name }) => name).join('; ')}>
      {named.map(({ id, name, alive }, index) => (
        <Fragment key={id}>
          {index > 0 && '; '}
          <span className={alive ? undefined : styles['faded']}>{name}</span>
        </Fragment>
      ))}
    </span>
  )
}
