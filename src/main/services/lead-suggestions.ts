import { isActive, partyWords, type AgencyRegistry, type Party } from '#shared/domain/agency.ts'
import { successorsOf } from '#shared/domain/coverage-rules.ts'
import type { Field } from '#shared/domain/field.ts'
import type { Day } from '#shared/domain/identifier.ts'
import { plainText, type Inline } from '#shared/domain/inline.ts'
import type { NameFinder } from '#shared/domain/name-marks.ts'
import type { Provision } from '#shared/domain/provision.ts'
import { likeness } from '#shared/domain/suggestion.ts'
import type { Task } from '#shared/domain/task.ts'

export interface LeadSuggestion {
  readonly party: Party
  readonly because: 'last-year' | 'field' | 'sentence'
  /** The words it comes from: last year's row, the field's name, the sentence. */
  readonly from: string
}

export interface SuggestionSources {
  readonly provisions: readonly Provision[]
  /** Tasks of the plan of the year before, or none. */
  readonly lastYear: readonly Task[]
  readonly fields: readonly Field[]
  readonly registry: AgencyRegistry
  readonly on: Day
  readonly find: NameFinder
}

/** A row of last year counts as the same work from here on: half of the telling words of both rows together. */
const SAME_WORK = 0.5

/**
 * Who might lead a task, best first: who led the row most like it last year, who is named in its sentence or its own words, who usually
 * leads in its field. A body no longer alive is replaced by those that took over; each party stands once, under its best reason.
 */
export function suggestLeads(task: Task, sources: SuggestionSources): readonly LeadSuggestion[] {
  const { provisions, lastYear, fields, registry, on, find } = sources
  const [best] = lastYear
    .map((row) => ({ row, score: likeness(task.content, row.content) + (row.fieldId === task.fieldId ? 0.001 : 0) }))
    .filter(({ row, score }) => score >= SAME_WORK && row.leads.some((party) => party.kind !== 'words'))
    .toSorted((one, other) => other.score - one.score)
  const sentences = provisions.filter((provision) => task.provisionIds.includes(provision.id))
  const field = fields.find((one) => one.id === task.fieldId)
  const own: Inline[] = [{ kind: 'text', text: task.content === '' ? ' ' : task.content }]
  const suggestions: readonly LeadSuggestion[] = [
    ...(best?.row.leads ?? []).map((party) => ({ party, because: 'last-year' as const, from: best?.row.content ?? '' })),
    ...[...sentences.map((sentence) => sentence.content), own].flatMap((content) =>
      find(plainText(content))
        .map(({ party }) => ({ party, because: 'sentence' as const, from: plainText(content).trim() }))
        .filter(({ party }) => !isProvincialCommittee(party, registry)),
    ),
    ...(field?.usualLeadIds ?? []).map((agencyId) => ({
      party: { kind: 'agency' as const, agencyId },
      because: 'field' as const,
      from: field?.name ?? '',
    })),
  ]
  const seen = new Set<string>()
  return suggestions
    .filter(({ party }) => party.kind !== 'words')
    .flatMap((suggestion) => alive(suggestion.party, registry, on).map((party) => ({ ...suggestion, party })))
    .filter(({ party }) => {
      const words = partyWords(party, registry)
      if (seen.has(words)) return false
      seen.add(words)
      return true
    })
}

/** The committee that issues the plan is named in half of its sentences and leads none of them. */
function isProvincialCommittee(party: Party, registry: AgencyRegistry): boolean {
  return (
    party.kind === 'agency' && registry.agencies.some((agency) => agency.id === party.agencyId && agency.kind === 'provincial-committee')
  )
}

function alive(party: Party, registry: AgencyRegistry, on: Day): readonly Party[] {
  if (party.kind === 'group') {
    const group = registry.groups.find((one) => one.id === party.groupId)
    return group !== undefined && isActive(group, on) && !group.unspecified ? [party] : []
  }
  if (party.kind === 'words') return []
  const agency = registry.agencies.find((one) => one.id === party.agencyId)
  if (agency === undefined) return []
  return isActive(agency, on) ? [party] : successorsOf(party.agencyId, registry, on).map((agencyId) => ({ kind: 'agency', agencyId }))
}
