import { dateSlips, type Slip } from './citation-dates.ts'
import { severityOf, type CitationFinding } from './citation-finding.ts'
import { formOffer, isFull, knownFacts } from './citation-offers.ts'
import { readCitations, styleOf, type ReadMentions, type ResolvedMention } from './citation-reading.ts'
import { registrySlips, wordSlips } from './citation-registry-check.ts'
import type { CitedDocument } from './cited-document.ts'
import { placeKey, type CitingPlan } from './citing-text.ts'
import type { Day } from './identifier.ts'
import { surroundings } from './text-search.ts'

export interface CitationCheck {
  /** Every citation in printed order, with its document. */
  readonly mentions: readonly ResolvedMention[]
  readonly findings: readonly CitationFinding[]
}

const WIDTH = 48

/**
 * Everything that may be said of the citations of a plan, in printed order: slips, things worth a look, and the decree's full and short forms
 * as offers. Mentions are counted through the decision, the sentences with their footnotes, and the appendix, so that a moved
 * paragraph changes what is offered.
 * @param day the plan's day, as of which a document is in force or not
 */
export function checkCitations(plan: CitingPlan, registry: readonly CitedDocument[], day: Day, read?: ReadMentions): CitationCheck {
  const mentions = readCitations(plan, registry, day, read)
  const style = styleOf(mentions)
  const ofDates = dateSlips(mentions, style)
  const facts = knownFacts(mentions)
  const seen = new Set<string>()
  const findings = mentions.flatMap((resolved) => {
    const first = !seen.has(resolved.key)
    const known = facts.get(resolved.key)
    // Named in short inside the title of another document, it has not been introduced yet.
    if (!resolved.mention.inTitle || known === undefined || isFull(resolved, known)) seen.add(resolved.key)
    const offer = known === undefined ? null : formOffer(resolved, known, style, first)
    const slips: readonly Slip[] = [
      ...(ofDates.get(resolved) ?? []),
      ...wordSlips(resolved),
      ...registrySlips(resolved, { registry, style, day }, first),
      ...(offer === null ? [] : [offer]),
    ]
    return slips.map((slip) => findingOf(resolved, slip))
  })
  return { mentions, findings: countedKeys(findings) }
}

function findingOf({ text, mention, document }: ResolvedMention, { code, start, length, known, day, fix }: Slip): CitationFinding {
  const { before, match, after } = surroundings(text.text, { start, length }, WIDTH)
  const { address, kind, footnote, stt } = text
  return {
    key: [placeKey(text.place), code, mention.symbol, match].join(' '),
    code,
    severity: severityOf[code],
    place: text.place,
    address: { address, kind, footnote, stt },
    start,
    length,
    before,
    match,
    after,
    symbol: mention.byName ? match : mention.symbol,
    documentId: document?.id ?? null,
    known: known ?? null,
    day: day ?? null,
    fix,
  }
}

/** The same slip twice in one text is two findings. */
function countedKeys(findings: readonly CitationFinding[]): readonly CitationFinding[] {
  const counts = new Map<string, number>()
  return findings.map((finding) => {
    const ordinal = (counts.get(finding.key) ?? 0) + 1
    counts.set(finding.key, ordinal)
    return ordinal === 1 ? finding : { ...finding, key: `${finding.key} ${ordinal}` }
  })
}
