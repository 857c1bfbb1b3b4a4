import { shortCitation } from './citation-form.ts'
import { citationStanding, type CitedDocument } from './cited-document.ts'
import type { Day } from './identifier.ts'

/** What a cited document is known to be on a day. */
export type KnownStanding =
  | { readonly kind: 'in-force' }
  /** `by` names what replaced it, where that is known. */
  | { readonly kind: 'expired' | 'replaced'; readonly by: string | null }
  | { readonly kind: 'unknown' }

/**
 * How the documents of the registry stand on a day, asked by symbol and, where a text gives it, date. Two documents that fit both are not told
 * apart by a guess: such a one is `unknown`, as is one that begins later or that nobody has looked up.
 */
export function knownStandings(registry: readonly CitedDocument[], on: Day): (symbol: string, issuedOn: Day | null) => KnownStanding {
  const bySymbol = Map.groupBy(registry, ({ symbol }) => symbol)
  const nameOf = new Map(registry.map((document) => [document.id, shortCitation(document)]))
  return (symbol, issuedOn) => {
    const fitting = (bySymbol.get(symbol) ?? []).filter(
      (document) => issuedOn === null || document.issuedOn === null || document.issuedOn === issuedOn,
    )
    const [document] = fitting
    if (document === undefined || fitting.length > 1) return { kind: 'unknown' }
    const standing = citationStanding(document, on)
    switch (standing.kind) {
      case 'in-force':
        return standing
      case 'expired':
        return { kind: 'expired', by: null }
      case 'replaced': {
        const names = standing.byIds.flatMap((id) => nameOf.get(id) ?? [])
        return { kind: 'replaced', by: names.length === 0 ? null : names.join(', ') }
      }
      case 'not-yet':
      case 'unknown':
        return { kind: 'unknown' }
      default:
        return standing satisfies never
    }
  }
}
