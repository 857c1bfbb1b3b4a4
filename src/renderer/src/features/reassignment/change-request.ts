import type { AgencyKind } from '#shared/domain/agency.ts'
import type { AgencyChangeKind, AgencyChangeRequest, GroupPair } from '#shared/domain/agency-change.ts'
import type { AgencyId, Day } from '#shared/domain/identifier.ts'

/** The form of a change as it is being filled in. */
export interface ChangeForm {
  readonly kind: AgencyChangeKind
  readonly effectiveOn: Day | null
  readonly fromIds: readonly AgencyId[]
  readonly toIds: readonly AgencyId[]
  /** Names of bodies that are founded, one a line, a short name after "|". */
  readonly founded: string
  readonly foundedKind: AgencyKind
  readonly symbol: string
  readonly issuedOn: Day | null
  readonly issuer: string
  readonly title: string
  /** Which group is asked in place of which; null: as the registry suggests. */
  readonly groupPairs: readonly GroupPair[] | null
}

/** What the form asks for; null while a day or a body is missing. */
export function requestOf(form: ChangeForm): AgencyChangeRequest | null {
  const { kind, effectiveOn, fromIds, toIds, foundedKind, symbol, issuedOn, issuer, title } = form
  const founded = kind === 'dissolve' ? [] : form.founded.split('\n').flatMap((line) => readFounded(line, foundedKind))
  if (effectiveOn === null || fromIds.length === 0) return null
  const into = kind === 'dissolve' ? [] : toIds
  if (kind !== 'dissolve' && into.length + founded.length === 0) return null
  return { kind, effectiveOn, fromIds, toIds: into, founded, groupPairs: form.groupPairs, basis: { symbol, issuedOn, issuer, title } }
}

function readFounded(line: string, kind: AgencyKind): AgencyChangeRequest['founded'] {
  const [name, short] = line.split('|').map((part) => part.trim())
  return name === undefined || name === '' ? [] : [{ name, shortName: short === undefined || short === '' ? null : short, kind }]
}
