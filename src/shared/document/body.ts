import { decree } from '../decree/decree.ts'
import type { Sizes } from '../decree/size-set.ts'
import { plainText, type Inline } from '../domain/inline.ts'
import { numberProvisions } from '../domain/numbering.ts'
import type { ProvisionContent, ProvisionKind } from '../domain/provision.ts'
import type { FootnoteRun, ParagraphBlock, Run } from './blocks.ts'
import { bodyParagraph, line, text, type Marks } from './paragraph.ts'

/** Counts footnotes through a whole document: they are numbered as they come. */
export class FootnoteCounter {
  private count = 0
  next(): number {
    this.count += 1
    return this.count
  }
}

/** Kinds whose number is seen even while they have no words: a person is to see what is missing. Others leave no stray dash on paper. */
const alwaysPrinted: ReadonlySet<ProvisionKind> = new Set(['part', 'section', 'heading', 'subheading', 'point', 'article', 'clause'])

/** Kinds that are titles: they begin something, so they do not carry the sign that ends a paper. */
const titles: ReadonlySet<ProvisionKind> = new Set(['part', 'section', 'heading', 'subheading'])

/**
 * The running text of one paper (the plan, or the decision that issues it), numbers computed. The last paragraph ends in "./."
 * (all forms of Phụ lục III), and stays with the signature that follows it. Blocks that wait for words are left out.
 */
export function bodyBlocks(provisions: readonly ProvisionContent[], sizes: Sizes, footnotes: FootnoteCounter): readonly ParagraphBlock[] {
  const printed = provisions.filter(({ kind, content }) => alwaysPrinted.has(kind) || content.some(isPrinted))
  const numbers = numberProvisions(printed)
  const lastLegalBasis = printed.findLastIndex(({ kind }) => kind === 'legal-basis')
  return printed.flatMap((provision, index) => {
    const content = withEnding(provision, index === lastLegalBasis, index === printed.length - 1)
    return provisionBlocks({ ...provision, content }, numbers[index]?.label ?? '', printed[index + 1]?.kind ?? null, sizes, footnotes)
  })
}

function isPrinted(inline: Inline): boolean {
  return inline.kind === 'footnote' || (inline.kind === 'text' && inline.text.trim() !== '')
}

function withEnding({ kind, content }: ProvisionContent, lastLegalBasis: boolean, last: boolean): readonly Inline[] {
  const { each, last: ofLast } = decree.body.legalBasisEnds.value
  if (kind === 'legal-basis') return endingWith(content, lastLegalBasis ? ofLast : each)
  return last && !titles.has(kind) ? endingWith(content, decree.body.ending.value) : content
}

function provisionBlocks(
  { id, kind, content }: ProvisionContent,
  label: string,
  next: ProvisionKind | null,
  sizes: Sizes,
  footnotes: FootnoteCounter,
): readonly ParagraphBlock[] {
  const words = plainText(content)
  const numbered = (marks: Marks, labelMarks: Marks = marks): readonly Run[] => [
    ...(label === '' ? [] : [text(`${label} `, sizes.body, labelMarks)]),
    ...contentRuns(content, sizes, marks, footnotes),
  ]
  const titled = isTitle(words)
  const bold = { bold: true } as const
  const heading = { keepWithNext: next !== null } as const
  switch (kind) {
    case 'part':
      return [
        line('part', [text(label, sizes.body, bold)], { sourceId: id, format: { spaceBefore: '6pt', keepWithNext: true } }),
        line('part', contentRuns(upperCased(content), sizes, bold, footnotes), { format: { spaceAfter: '6pt', keepWithNext: true } }),
      ]
    case 'section':
      return [
        bodyParagraph('section', [text(`${label} `, sizes.body, bold), ...contentRuns(upperCased(content), sizes, bold, footnotes)], {
          sourceId: id,
          format: { ...heading, spaceBefore: '6pt' },
        }),
      ]
    case 'heading':
    case 'subheading':
      return [bodyParagraph(kind, numbered(titled ? bold : {}), { sourceId: id, format: titled ? heading : {} })]
    case 'article':
      return [bodyParagraph('article', numbered(titled ? bold : {}, bold), { sourceId: id, format: titled ? heading : {} })]
    case 'clause':
      return [bodyParagraph('clause', numbered(titled ? bold : {}), { sourceId: id, format: titled ? heading : {} })]
    case 'legal-basis':
      return [bodyParagraph('legal-basis', numbered({ italic: true }), { sourceId: id })]
    case 'opening':
    case 'point':
    case 'bullet':
    case 'sub-bullet':
    case 'paragraph':
    case 'appendix-reference':
    case 'closing':
      return [bodyParagraph(kind, numbered({}), { sourceId: id })]
    default:
      return kind satisfies never
  }
}

/** A numbered block whose words are a title is bold on its own line; one that is a sentence is not (decree I.II.6.đ). */
function isTitle(words: string): boolean {
  return !/[.;:,]\s*$/u.test(words)
}

/** Runs of a content in the size of the text; marks of the text are added to those of its place. */
function contentRuns(content: readonly Inline[], sizes: Sizes, marks: Marks, footnotes: FootnoteCounter): readonly Run[] {
  return content.map((inline): Run => {
    switch (inline.kind) {
      case 'text':
        return text(inline.text, sizes.body, { ...marks, ...ownMarks(inline) })
      case 'line-break':
        return { kind: 'line-break' }
      case 'footnote':
        return footnoteRun(inline, sizes, footnotes)
      default:
        return inline satisfies never
    }
  })
}

function footnoteRun(footnote: Extract<Inline, { kind: 'footnote' }>, sizes: Sizes, footnotes: FootnoteCounter): FootnoteRun {
  return {
    kind: 'footnote',
    number: footnotes.next(),
    sourceId: footnote.id,
    size: `${sizes.body}pt`,
    content: footnote.content.map((piece) => text(piece.text, sizes.footnote, ownMarks(piece))),
  }
}

function ownMarks(inline: Extract<Inline, { kind: 'text' }>): Marks {
  return {
    ...(inline.bold === true && { bold: true }),
    ...(inline.italic === true && { italic: true }),
    ...(inline.underline === true && { underline: true }),
    ...(inline.superscript === true && { superscript: true }),
    ...(inline.subscript === true && { subscript: true }),
  }
}

function upperCased(content: readonly Inline[]): readonly Inline[] {
  return content.map((inline) => (inline.kind === 'text' ? { ...inline, text: inline.text.toLocaleUpperCase('vi') } : inline))
}

/** The content with its final punctuation replaced by `ending`, put after the last letter (a footnote's anchor may follow it). */
function endingWith(content: readonly Inline[], ending: string): readonly Inline[] {
  const last = content.findLastIndex((inline) => inline.kind === 'text' && /[^\s.;,/]/u.test(inline.text))
  const inline = content[last]
  if (inline?.kind !== 'text') return content
  const rest = content.slice(last + 1).filter((one) => one.kind === 'footnote')
  return [...content.slice(0, last), { ...inline, text: inline.text.replace(/[\s.;,/]*$/u, '') + ending }, ...rest]
}
