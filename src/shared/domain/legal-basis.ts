import { decree } from '../decree/decree.ts'
import { fold } from '../language/fold.ts'
import { isNamedLaw, isPartySymbol, legalBasisWords, type CitedFacts } from './citation-form.ts'
import { findMentions } from './citation-mention.ts'
import type { CitedDocument } from './cited-document.ts'
import type { CitedDocumentId, ProvisionId } from './identifier.ts'
import { plainText, type Inline } from './inline.ts'
import type { ProvisionArea, ProvisionContent } from './provision.ts'

/** One legal basis (căn cứ) of a paper. */
export interface LegalBasis {
  /** The sentence it stands in; null for one that is new in the list. */
  readonly provisionId: ProvisionId | null
  /** Without its final mark. */
  readonly content: readonly Inline[]
  /** The registry's document it names, where it names one. */
  readonly documentId: CitedDocumentId | null
  /** What its rank is told by: the document's facts, or what its own words say; null for words that name none ("Theo đề nghị của …"). */
  readonly facts: CitedFacts | null
}

/** The legal bases of one paper as they stand in its text. */
export function readLegalBases(
  provisions: readonly ProvisionContent[],
  area: ProvisionArea,
  registry: readonly CitedDocument[],
): readonly LegalBasis[] {
  return provisions
    .filter((provision) => provision.area === area && provision.kind === 'legal-basis' && provision.content.length > 0)
    .map(({ id, content }) => {
      const words = plainText(content)
      const document = documentOf(words, registry)
      return { provisionId: id, content: withEnd(content, ''), documentId: document?.id ?? null, facts: document ?? factsIn(words) }
    })
}

/** The document that a basis names: by number and symbol, else a law by its name. */
function documentOf(words: string, registry: readonly CitedDocument[]): CitedDocument | null {
  const [mention] = findMentions(words)
  if (mention !== undefined) {
    const same = registry.filter(({ symbol }) => symbol === mention.symbol)
    return same.find(({ issuedOn }) => issuedOn === mention.issuedOn) ?? (same.length === 1 ? (same[0] ?? null) : null)
  }
  const said = fold(words)
  const named = registry.filter((document) => isNamedLaw(document) && said.includes(fold(legalBasisWords(document))))
  return named.length === 1 ? (named[0] ?? null) : null
}

function factsIn(words: string): CitedFacts | null {
  const [mention] = findMentions(words)
  if (mention !== undefined) {
    const { type, symbol, issuedOn, issuer, title } = mention
    return { type: type ?? '', symbol, issuedOn, issuer: issuer ?? '', title: title?.words ?? '' }
  }
  const law = /^Căn cứ\s+(Hiến pháp|Bộ luật|Luật|Pháp lệnh)(?=\s)/iu.exec(words)?.[1]
  return law === undefined ? null : { type: law, symbol: '', issuedOn: null, issuer: '', title: words }
}

/** A document of the registry as a new basis, in full. */
export function basisOf(document: CitedDocument): LegalBasis {
  return { provisionId: null, content: [{ kind: 'text', text: legalBasisWords(document) }], documentId: document.id, facts: document }
}

/** A document's basis written anew from the registry, in the same sentence. */
export function basisRewritten(basis: LegalBasis, document: CitedDocument): LegalBasis {
  return { ...basisOf(document), provisionId: basis.provisionId }
}

/** The sentences of a list of bases: each ends with a semicolon, the last with a full stop (I.II.6.a). */
export function legalBasisContents(
  bases: readonly LegalBasis[],
): readonly { readonly provisionId: ProvisionId | null; readonly content: Inline[] }[] {
  const { each, last } = decree.body.legalBasisEnds.value
  return bases.map(({ provisionId, content }, index) => ({
    provisionId,
    content: [...withEnd(content, index === bases.length - 1 ? last : each)],
  }))
}

/** A content whose words end in `ending` instead of the marks they end in; a footnote's anchor behind them stays. */
function withEnd(content: readonly Inline[], ending: string): readonly Inline[] {
  const last = content.findLastIndex((inline) => inline.kind === 'text' && /[^\s.;,]/u.test(inline.text))
  const inline = content[last]
  if (inline?.kind !== 'text') return content
  const { citation: _citation, ...plain } = inline
  const text = inline.text.replace(/[\s.;,]*$/u, '')
  const rest = content.slice(last + 1).filter((one) => one.kind === 'footnote')
  if (ending === '') return [...content.slice(0, last), { ...inline, text }, ...rest]
  // The mark that ends the sentence belongs to no citation.
  const ended: readonly Inline[] =
    inline.citation === undefined
      ? [{ ...inline, text: text + ending }]
      : [
          { ...inline, text },
          { ...plain, text: ending },
        ]
  return [...content.slice(0, last), ...ended, ...rest]
}

/** Ranks of documents, the highest first: laws before what is made under them, the centre before the province, of one rank the State before the Party. */
const ranks: readonly ((facts: CitedFacts) => boolean)[] = [
  ({ type }) => fold(type) === 'hien phap',
  ({ type, symbol }) => ['bo luat', 'luat'].includes(fold(type)) || /\/NQ-?QH|(?<!UBTV)QH\d/u.test(symbol),
  ({ type, symbol }) => fold(type) === 'phap lenh' || /UBTVQH/u.test(symbol),
  ({ type, symbol }) => fold(type) === 'lenh' || symbol.endsWith('-CTN'),
  ({ symbol }) => symbol.endsWith('NĐ-CP'),
  ({ symbol }) => symbol.endsWith('-CP'),
  ({ symbol }) => symbol.endsWith('QĐ-TTg'),
  ({ symbol }) => symbol.endsWith('-TTg'),
  ({ type }) => ['thong tu', 'thong tu lien tich'].includes(fold(type)),
  ({ symbol }) => /-B[A-ZĐ]+$/u.test(symbol) && !isPartySymbol(symbol),
  ({ symbol }) => isPartySymbol(symbol) && /\/(?:TW|BCT|BBT)$/u.test(symbol),
  ({ symbol }) => isPartySymbol(symbol),
  ({ symbol }) => symbol.endsWith('NQ-HĐND'),
  ({ symbol }) => symbol.endsWith('QĐ-UBND'),
  ({ symbol }) => symbol.endsWith('-UBND'),
]

function rankOf(facts: CitedFacts): number {
  const rank = ranks.findIndex((fits) => fits(facts))
  return rank === -1 ? ranks.length : rank
}

/**
 * Bases by rank of their documents (thứ bậc hiệu lực), of one rank the older first; a document without a date keeps its place among its
 * rank. Words that name no document ("Theo đề nghị của …") stay at the end, as they are written.
 */
export function inRankOrder(bases: readonly LegalBasis[]): readonly LegalBasis[] {
  const key = ({ facts }: LegalBasis): number => (facts === null ? ranks.length + 1 : rankOf(facts))
  return bases.toSorted((one, other) => key(one) - key(other) || compareDays(one.facts?.issuedOn ?? null, other.facts?.issuedOn ?? null))
}

function compareDays(one: string | null, other: string | null): number {
  if (one === null || other === null || one === other) return 0
  return one < other ? -1 : 1
}
