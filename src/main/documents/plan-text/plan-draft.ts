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
  /** Text that stands behind the last foot and belongs to no appendix that was read. */
  readonly rest: readonly SourceParagraph[]
  readonly appendices: readonly AppendixDraft[]
  readonly year: number | null
  readonly doubts: Doubts
}

/** Puts a draft together from the papers of a file; null when nothing in it is a plan's text. */
export function draftOf({ source, papers, rest, appendices, year, doubts }: PlanParts): PlanDraft | null {
  const decision =
    papers.length > 1 || papers[0]?.head?.type === 'decision' ? (papers.find(({ head }) => head?.type === 'decision') ?? null) : null
  const blocks: DraftBlock[] = []
  for (const paper of papers) {
    const area: ProvisionArea = paper === decision ? 'decision' : 'body'
    blocks.push(...unplacedBlocks(paper.head?.unplaced ?? [], area, doubts))
    blocks.push(...placeParagraphs(paper.paragraphs, area, doubts))
    blocks.push(...unplacedBlocks(paper.foot?.unplaced ?? [], area, doubts))
  }
  if (rest.length > 0) {
    doubts.warn('line-not-placed', rest[0]?.lines.from ?? null, wordsOf(rest[0]?.content ?? []))
    blocks.push(...rest.map(({ content, lines }): DraftBlock => ({ area: 'body', kind: 'paragraph', content, lines })))
  }
  const marked = blocks.filter(({ content }) => content.length > 0).map((block) => ({ ...block, content: markCitations(block.content) }))
  if (!looksLikePlan(marked)) return null
  const leading = decision ?? papers[0]
  const plan = papers.find((paper) => paper !== decision)
  const subject = plan?.head?.subject ?? null
  const ordered = decision === null ? marked : [...decisionSubject(decision, subject, doubts), ...marked]
  warnOfDatesWithoutWord(ordered, doubts)
  const recipients = papers.map(({ foot }) => foot?.recipients ?? null).find((list) => list !== null && list.length > 0) ?? []
  const signature = papers.map(({ foot }) => foot?.signature ?? null).find((one) => one !== null) ?? null
  if (leading?.head?.letterhead == null) doubts.warn('letterhead-not-found', null, '')
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
  const yearsIn = (text: string): readonly number[] => [...text.matchAll(/năm\s+((?:19|20)\d\d)(?!\d)/giu)].map(([, year]) => Number(year))
  const inSubject = yearsIn(subject ?? '').at(-1)
  if (inSubject !== undefined) return inSubject
  const inOpening = yearsIn(texts.find((text) => /như sau\s*:?$/u.test(text.trim())) ?? '').at(-1)
  if (inOpening !== undefined) return inOpening
  const spoken = Map.groupBy(texts.flatMap(yearsIn), (year) => year)
  return [...spoken].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? null
}
