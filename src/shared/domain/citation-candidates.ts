import { hasYear, placedMentions, resolveMentions, type ReadMentions } from './citation-reading.ts'
import { knownFacts } from './citation-offers.ts'
import type { CitedDocument, CitedDocumentFacts } from './cited-document.ts'
import type { CitingPlan } from './citing-text.ts'

/** A document that a plan cites and the registry has not: what the plan itself says of it. */
export interface Candidate {
  readonly facts: CitedDocumentFacts
  /** How often the plan cites it. */
  readonly times: number
}

/**
 * The documents to be registered ("chưa ghi nhận"), in the order of their first mention. Nothing is made up: what the plan does not say
 * stays empty, whether they are in force too. A mention that contradicts another one of the same document is a slip, no new document.
 */
export function citationCandidates(plan: CitingPlan, registry: readonly CitedDocument[], read?: ReadMentions): readonly Candidate[] {
  const mentions = resolveMentions(placedMentions(plan, read), registry)
  const facts = knownFacts(mentions)
  const unregistered = mentions.filter(({ document }) => document === null)
  return [...Map.groupBy(unregistered, ({ key }) => key)].flatMap(([key, same]) => {
    const known = facts.get(key)
    if (known === undefined || same.every(({ dateDiffersFrom }) => dateDiffersFrom !== null)) return []
    return [
      {
        facts: {
          ...known,
          type: known.type === '' ? typeUnsaid : known.type,
          validFrom: null,
          expiredFrom: null,
          replacedByIds: [],
          note: '',
          checkedOn: null,
        },
        times: same.length,
      },
    ]
  })
}

/** A list names its type once, for all ("các Nghị định số …, số …"); a bare symbol names none. */
const typeUnsaid = 'Văn bản'

/** Documents of a registry that may be one and the same: same number and symbol, and neither year nor date tells them apart. */
export function maybeSame(one: Pick<CitedDocument, 'symbol' | 'issuedOn'>, other: Pick<CitedDocument, 'symbol' | 'issuedOn'>): boolean {
  if (one.symbol === '' || one.symbol !== other.symbol) return false
  return hasYear(one.symbol) || one.issuedOn === null || other.issuedOn === null || one.issuedOn === other.issuedOn
}
