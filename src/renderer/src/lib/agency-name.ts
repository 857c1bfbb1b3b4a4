import type { Agency } from '#shared/domain/agency.ts'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { showDay } from './dates.ts'

/** An agency's name; with its days where another body has or had the same name. */
export function tellingName(agency: Agency, agencies: readonly Agency[]): string {
  const days = organisationText.lifeOf(
    agency.activeFrom === null ? null : showDay(agency.activeFrom),
    agency.activeTo === null ? null : showDay(agency.activeTo),
  )
  const shared = agencies.some(({ id, name }) => id !== agency.id && name === agency.name)
  return shared && days !== '' ? `${agency.name} (${days})` : agency.name
}
