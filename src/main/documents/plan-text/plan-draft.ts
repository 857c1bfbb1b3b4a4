import { findCitations, markCitations } from '#shared/domain/citation.ts'
import type { AppendixDraft, DraftBlock, DraftSource, PlanDraft } from '#shared/domain/draft.ts'
import type { ProvisionArea } from '#shared/domain/provision.ts'
import { fold } from '#shared/language/fold.ts'
import { textContent, wordsOf } from './content.ts'
import type { Content } from './content.ts'
import { placeParagraphs } from './paragraph-kinds.ts'
import type { Paper } from './papers.ts'
import { saySame } from './piece.ts'
import type { Piece } from './piece.ts'
import type { Doubts, SourceParagraph } from './source-paragraph.ts'

/** A paper with the paragraphs of its text. */
export interface ReadPaper extends Paper {
  readonly paragraphs: readonly SourceParagraph[]
}

export interface PlanParts {
  readonly source: DraftSource
  readonly papers: readonly ReadPaper[]
  /** Lines or paragraphs of heads and feet: a footnote anchored there is kept as a paragraph. */
  readonly headsAndFeet: readonly { readonly content: Content; readonly line: number }[]
  /** Text that stands behind the last foot and belongs to no appendix that was read. */
  readonly rest: readonly SourceParagraph[]
  readonly appendices: readonly AppendixDraft[]
  readonly year: number | null
  readonly doubts: Doubts
}

/** Puts a draft together from the papers of a file; null when nothing in it is a plan's text. */
export function draftOf({ source, papers, headsAndFeet, rest, appendices, year, doubts }: PlanParts): PlanDraft | null {
  const decision =
    papers.length > 1 || papers[0]?.head?.type === 'decision' ? (papers.find(({ head }) => head?.type === 'decision') ?? null) : null
  const leading = decision ?? papers[0]
  const plan = papers.find((paper) => paper !== decision)
  const signed = papers.find(({ foot }) => (foot?.signature ?? null) !== null)
  const sent = papers.find(({ foot }) => (foot?.recipients?.length ?? 0) > 0)
  const used: UsedWords = {
    subjects: [decision, plan].map((paper) => paper?.head?.subject ?? ''),
    letterhead: lettersOf(leading),
    recipients: sent?.foot?.recipients ?? [],
    signature: signatureWords(signed),
  }
  const blocks: DraftBlock[] = []
  for (const paper of papers) {
    const area: ProvisionArea = paper === decision ? 'decision' : 'body'
    blocks.push(...unplacedBlocks(paper.head?.unplaced ?? [], area, doubts))
    blocks.push(...unplacedBlocks(secondWords(paper, used), area, doubts))
    blocks.push(...placeParagraphs(paper.paragraphs, area, doubts))
    blocks.push(...unplacedBlocks(paper.foot?.unplaced ?? [], area, doubts))
  }
  for (const { content, line } of headsAndFeet)
    for (const inline of content) {
      if (inline.kind !== 'footnote') continue
      doubts.warn('footnote-without-anchor', line, wordsOf(inline.content))
      blocks.push({ area: 'body', kind: 'paragraph', content: inline.content, lines: { from: line, to: line } })
    }
  if (rest.length > 0) {
    doubts.warn('line-not-placed', rest[0]?.lines.from ?? null, wordsOf(rest[0]?.content ?? []))
    blocks.push(...rest.map(({ content, lines }): DraftBlock => ({ area: 'body', kind: 'paragraph', content, lines })))
  }
  const marked = blocks.filter(({ content }) => content.length > 0).map((block) => ({ ...block, content: markCitations(block.content) }))
  if (!looksLikePlan(marked)) return null
  const subject = plan?.head?.subject ?? null
  const ordered = decision === null ? marked : [...decisionSubject(decision, subject, doubts), ...marked]
  warnOfDatesWithoutWord(ordered, doubts)
  const recipients = sent?.foot?.recipients ?? []
  const signature = signed?.foot?.signature ?? null
  if ((leading?.head?.letterhead ?? null) === null) doubts.warn('letterhead-not-found', null, '')
  if (recipients.length === 0) doubts.warn('recipients-not-found', null, '')
  if (signature === null || signature.name === '') doubts.warn('signature-not-found', null, signature?.title ?? '')
  return {
    source,
    legalForm: decision === null ? 'plan' : 'decision',
    year:
      year ??
      planYearOf(
        subject,
        ordered.map(({ content }) => wordsOf(content)),
      ),
    letterhead: leading?.head?.letterhead ?? null,
    number: leading?.head?.number ?? null,
    symbol: leading?.head?.symbol ?? null,
    issuedOn: leading?.head?.issuedOn ?? null,
    subject,
    blocks: ordered,
    recipients,
    signature,
    appendices,
    warnings: doubts.all(),
  }
}

/** What a draft takes from heads and feet: it has room for one of each. */
interface UsedWords {
  readonly subjects: readonly string[]
  readonly letterhead: readonly string[]
  readonly recipients: readonly string[]
  readonly signature: readonly string[]
}

function lettersOf(paper: ReadPaper | undefined): readonly string[] {
  const letterhead = paper?.head?.letterhead ?? null
  return letterhead === null ? [] : [...letterhead.superior, ...letterhead.issuer, letterhead.place].filter((words) => words !== '')
}

function signatureWords(paper: ReadPaper | undefined): readonly string[] {
  const signature = paper?.foot?.signature ?? null
  return signature === null ? [] : [...signature.authority, signature.title, signature.name].filter((words) => words !== '')
}

/** Those of `own` that none of `taken` says. */
function unsaid(own: readonly string[], taken: readonly string[]): readonly string[] {
  return own.filter((words) => !taken.some((one) => saySame(one, words)))
}

/** Words of a second head or foot that say something else than the first: the plan attached to a decision usually repeats them. */
function secondWords(paper: ReadPaper, used: UsedWords): readonly Piece[] {
  const line = paper.paragraphs[0]?.lines.from ?? 1
  const subject = paper.head?.subject ?? null
  return [
    ...unsaid(lettersOf(paper), used.letterhead),
    ...unsaid(subject === null ? [] : [subject], used.subjects),
    ...unsaid(paper.foot?.recipients ?? [], used.recipients),
    ...unsaid(signatureWords(paper), used.signature),
  ].map((words) => ({ words, line, origin: 0, standsOut: null }))
}

/** Lines of head and foot that fit nothing stay as paragraphs: no word of the file may go unseen. */
function unplacedBlocks(pieces: readonly Piece[], area: ProvisionArea, doubts: Doubts): readonly DraftBlock[] {
  return pieces.map(({ words, line }) => {
    doubts.warn('line-not-placed', line, words)
    return { area, kind: 'paragraph', content: textContent(words), lines: { from: line, to: line } }
  })
}

/** The decision's subject is printed as "Ban hành Kế hoạch" + the plan's; words that this would lose stay as a paragraph. */
function decisionSubject(decision: ReadPaper, subject: string | null, doubts: Doubts): readonly DraftBlock[] {
  const own = decision.head?.subject ?? null
  if (own === null) return []
  const about = own
    .replace(/^(?:Về việc|V\/v|VỀ VIỆC)\s*:?\s*/u, '')
    .replace(/^ban hành\s*/iu, '')
    .replace(/^kế hoạch\s*/iu, '')
  if (subject !== null && saySame(about, subject.replace(/^kế hoạch\s*/iu, ''))) return []
  doubts.warn('line-not-placed', null, own)
  return [{ area: 'decision', kind: 'paragraph', content: textContent(own), lines: null }]
}

function warnOfDatesWithoutWord(blocks: readonly DraftBlock[], doubts: Doubts): void {
  blocks.forEach(({ content, lines }, block) => {
    const texts: readonly Content[] = [content, ...content.flatMap((inline) => (inline.kind === 'footnote' ? [inline.content] : []))]
    for (const words of texts.map(wordsOf))
      for (const citation of findCitations(words))
        if (citation.dateWordMissing)
          doubts.warn('citation-without-date-word', lines?.from ?? null, words.slice(citation.start, citation.start + citation.length), {
            block,
          })
  })
}

function looksLikePlan(blocks: readonly DraftBlock[]): boolean {
  if (blocks.some(({ kind }) => ['part', 'section', 'heading', 'bullet', 'article'].includes(kind))) return true
  return blocks.some(({ content }) => fold(wordsOf(content)).includes('ke hoach'))
}

/** The year of the plan: of its subject, else of the sentence that issues it, else the one most spoken of; null when none is. */
export function planYearOf(subject: string | null, texts: readonly string[]): number | null {
  const inSubject = yearsIn(subject ?? '').at(-1)
  if (inSubject !== undefined) return inSubject
  const inOpening = yearsIn(texts.find((text) => /như sau\s*:?$/u.test(text.trim())) ?? '').at(-1)
  if (inOpening !== undefined) return inOpening
  const spoken = Map.groupBy(texts.flatMap(yearsIn), (year) => year)
  return [...spoken].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? null
}

function yearsIn(text: string): readonly number[] {
  return [...text.matchAll(/năm\s+((?:19|20)\d\d)(?!\d)/giu)].map(([, year]) => Number(year))
}
