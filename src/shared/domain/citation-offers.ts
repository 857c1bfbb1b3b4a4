import { citationTail, isNamedLaw, shortCitation, type CitationStyle, type CitedFacts } from './citation-form.ts'
import type { Slip } from './citation-dates.ts'
import { stretchFix } from './citation-fix.ts'
import { endOfNames, lengthOfTitle } from './citation-mention.ts'
import type { ResolvedMention } from './citation-reading.ts'

/**
 * What is known of each document of a plan, by key: the registry's facts, and where it has none what the plan itself says somewhere. A
 * title that the plan writes out counts before none.
 */
export function knownFacts(mentions: readonly ResolvedMention[]): ReadonlyMap<string, CitedFacts> {
  return new Map(
    [...Map.groupBy(mentions, ({ key }) => key)].map(([key, same]) => {
      const document = same.find((each) => each.document !== null)?.document ?? null
      const said = same.filter(({ dateDiffersFrom }) => dateDiffersFrom === null).map(({ mention }) => mention)
      const facts: CitedFacts = {
        type: document?.type ?? said.find(({ type }) => type !== null)?.type ?? '',
        symbol: said[0]?.symbol ?? document?.symbol ?? '',
        issuedOn: document?.issuedOn ?? said.find(({ issuedOn }) => issuedOn !== null)?.issuedOn ?? null,
        issuer: nonEmpty(document?.issuer) ?? said.find(({ issuer }) => issuer !== null)?.issuer ?? '',
        title: nonEmpty(document?.title) ?? tidyTitle(said.find(({ title }) => title !== null)?.title?.words ?? ''),
      }
      return [key, facts] as const
    }),
  )
}

/** A title out of a text whose lines were broken: "2021- 2030" is one period. */
function tidyTitle(title: string): string {
  return title.replace(/\s+/g, ' ').replace(/(\d)- (?=\d)/g, '$1-')
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text
}

/** Whether a mention says everything that the full form has and that is known. */
export function isFull({ mention }: ResolvedMention, facts: CitedFacts): boolean {
  return (
    (facts.issuedOn === null || mention.date !== null) &&
    (facts.issuer === '' || mention.issuer !== null) &&
    (facts.title === '' || mention.title !== null)
  )
}

/**
 * The decree's form of one mention, where it has another (I.II.6.b): in full at the first, type, number and symbol afterwards. Offered only where the
 * words can be told apart surely: not in a list under one type, not inside the title of another document, not for laws, not in a
 * legal basis after the first; what follows a later mention is taken away only if it is the document's own title.
 */
export function formOffer(resolved: ResolvedMention, facts: CitedFacts, style: CitationStyle, first: boolean): Slip | null {
  const { mention, text } = resolved
  if (mention.listed || mention.inTitle || isNamedLaw(facts) || mention.type === null || resolved.dateDiffersFrom !== null) return null
  if (first || text.provisionKind === 'legal-basis') return fullOffer(resolved, facts, style)
  return shortOffer(resolved, facts)
}

function fullOffer(resolved: ResolvedMention, facts: CitedFacts, style: CitationStyle): Slip | null {
  const { mention, text } = resolved
  if (isFull(resolved, facts)) return null
  const said: CitedFacts = mention.title === null ? facts : { ...facts, title: mention.title.words }
  const own: CitationStyle = text.provisionKind === 'legal-basis' ? { ...style, dates: 'words' } : style
  const end = mention.title === null ? endOfNames(mention) : mention.title.start + mention.title.length
  const at = { start: mention.symbolEnd, length: end - mention.symbolEnd }
  const tail = citationTail(said, own)
  return {
    code: 'write-in-full',
    start: mention.start,
    length: mention.length,
    known: `${shortCitation(facts)}${tail}`,
    fix: stretchFix(text.text, at, tail),
  }
}

function shortOffer({ mention, text: { text } }: ResolvedMention, facts: CitedFacts): Slip | null {
  const names = endOfNames(mention)
  const following = text.slice(names)
  const title = facts.title === '' ? null : lengthOfTitle(following, facts.title)
  if (mention.title !== null && title === null) return null
  const end = names + (title ?? 0)
  if (end === mention.symbolEnd) return null
  const at = { start: mention.symbolEnd, length: end - mention.symbolEnd }
  return { code: 'write-short', start: mention.start, length: mention.length, known: shortCitation(facts), fix: stretchFix(text, at, '') }
}
