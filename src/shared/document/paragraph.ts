import type { Length, ParagraphBlock, ParagraphFormat, ParagraphRole, RuleBlock, Run, RunFormat, TextRun } from './blocks.ts'
import { points, textStyle, textWidth, wrapText } from './text-width.ts'

/** First-line indent: 1.27 cm, one of the two that the decree allows (I.II.6.e). */
const FIRST_LINE_INDENT: Length = '12.7mm'

/** A paragraph of the text: justified, indented, 6 pt after it, single line (decree I.II.6.e). */
const bodyFormat: ParagraphFormat = {
  align: 'both',
  firstLineIndent: FIRST_LINE_INDENT,
  leftIndent: '0pt',
  spaceBefore: '0pt',
  spaceAfter: '6pt',
  lineSpacing: 1,
  keepWithNext: false,
  keepTogether: false,
}

/** A line that stands by itself: head, foot, titles, cells. */
const lineFormat: ParagraphFormat = { ...bodyFormat, align: 'center', firstLineIndent: '0pt', spaceAfter: '0pt' }

interface Extras {
  readonly sourceId?: string | undefined
  readonly format?: Partial<ParagraphFormat>
}

export type Marks = Pick<RunFormat, 'bold' | 'italic' | 'underline' | 'superscript' | 'subscript'>

/** A stretch of text of `size` points. */
export function text(words: string, size: number, marks: Marks = {}): TextRun {
  return { kind: 'text', text: words, size: `${size}pt`, ...marks }
}

function paragraph(role: ParagraphRole, format: ParagraphFormat, runs: readonly Run[], extras: Extras): ParagraphBlock {
  return {
    kind: 'paragraph',
    role,
    format: { ...format, ...extras.format },
    runs,
    ...(extras.sourceId !== undefined && { sourceId: extras.sourceId }),
  }
}

/** A paragraph of the running text. */
export function bodyParagraph(role: ParagraphRole, runs: readonly Run[], extras: Extras = {}): ParagraphBlock {
  return paragraph(role, bodyFormat, runs, extras)
}

/** A line by itself, centred unless the extras say otherwise. */
export function line(role: ParagraphRole, runs: readonly Run[], extras: Extras = {}): ParagraphBlock {
  return paragraph(role, lineFormat, runs, extras)
}

/**
 * A rule under a text, as long as a share of the text's last line when set in `width` points.
 * The share is 1 under the motto (decree I.II.1.b) and between 1/3 and 1/2 under issuer and subject (I.II.2.b, I.II.5.b).
 */
export function ruleUnder(words: string, size: number, marks: Marks, width: number, share: number, spaceAfter: Length): RuleBlock {
  const style = textStyle(marks)
  const lastLine = wrapText(words, size, style, width).at(-1) ?? ''
  return { kind: 'rule', length: points(textWidth(lastLine, size, style) * share), spaceBefore: '2pt', spaceAfter }
}
