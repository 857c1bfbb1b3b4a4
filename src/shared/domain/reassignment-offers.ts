import { isActive, type AgencyRegistry } from './agency.ts'
import { successorsOf } from './coverage-rules.ts'
import type { AgencyId, Day } from './identifier.ts'
import type { Assignment } from './progress.ts'

/** A body that may go on with a share that waits, and why it is offered. */
export interface Offer {
  readonly agencyId: AgencyId
  readonly because: 'in-task' | 'successor' | 'usual-lead'
}

/**
 * Who may go on with a share that waits, best first, each once: of those that took over from its agency the ones with a share in the task already; then the
 * others that took over; who usually leads in the field; who leads the task. Only bodies alive on the day.
 */
export function offersFor(
  formerId: AgencyId,
  { shares, usualLeadIds }: { readonly shares: readonly Assignment[]; readonly usualLeadIds: readonly AgencyId[] },
  registry: AgencyRegistry,
  on: Day,
): readonly Offer[] {
  const alive = (id: AgencyId): readonly AgencyId[] => {
    const agency = registry.agencies.find((one) => one.id === id)
    return agency !== undefined && isActive(agency, on) ? [id] : successorsOf(id, registry, on)
  }
  const standing = shares.filter(({ waiting, endedOn }) => !waiting && endedOn === null)
  const inTask = new Set(standing.map(({ agencyId }) => agencyId))
  const successors = successorsOf(formerId, registry, on)
  const offers: readonly Offer[] = [
    ...successors.filter((id) => inTask.has(id)).map((agencyId) => ({ agencyId, because: 'in-task' }) as const),
    ...successors.map((agencyId) => ({ agencyId, because: 'successor' }) as const),
    ...usualLeadIds.flatMap(alive).map((agencyId) => ({ agencyId, because: 'usual-lead' }) as const),
    ...standing
      .filter(({ role }) => role === 'lead')
      .flatMap(({ agencyId }) => alive(agencyId))
      .map((agencyId) => ({ agencyId, because: 'in-task' }) as const),
  ]
  return offers.filter(({ agencyId }, place) => offers.findIndex((other) => other.agencyId === agencyId) === place)
}
