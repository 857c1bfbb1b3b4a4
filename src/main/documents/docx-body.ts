import type { DocxComment, DocxDeletion, DocxTraces } from './docx-traces.ts'

/** What a Word file says, as plain values: no XML, no ids of Word, tracked changes already accepted. */

export interface DocxText {
  readonly kind: 'text'
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly script: 'superscript' | 'subscript' | null
}
export interface DocxFootnote {
  readonly kind: 'footnote'
  readonly paragraphs: readonly DocxParagraph[]
}
export type DocxRun = DocxText | DocxFootnote | { readonly kind: 'line-break' } | { readonly kind: 'page-break' }

/** Automatic number of a paragraph: what Word prints before the text without anybody having typed it. */
export interface DocxNumber {
  /** As printed: "1.", "II.", "a)", "-", "•". */
  readonly label: string
  /** Word's name of the format: decimal, upperRoman, lowerLetter, bullet… */
  readonly format: string
  /** 0 for the outermost. */
  readonly level: number
}

export interface DocxParagraph {
  readonly kind: 'paragraph'
  readonly runs: readonly DocxRun[]
  readonly number: DocxNumber | null
  /** Name of the style as Word shows it: "Heading 1", "Normal"; empty when none. */
  readonly style: string
  /** 0 = heading 1; null for body text. */
  readonly outlineLevel: number | null
  readonly align: 'left' | 'center' | 'right' | 'both'
  /** Text boxes anchored here: outside the flow of the text. */
  readonly boxes: readonly (readonly DocxBlock[])[]
  readonly traces?: DocxTraces
}

export interface DocxCell {
  readonly blocks: readonly DocxBlock[]
  /** First grid column, from 0. */
  readonly column: number
  /** Grid columns covered, at least 1. */
  readonly span: number
  readonly verticalMerge: 'none' | 'start' | 'continue'
}
export interface DocxRow {
  readonly cells: readonly DocxCell[]
  /** Marked "repeat as header row". */
  readonly isHeader: boolean
  /** What stands at the row itself: marks round it, who inserted it. */
  readonly traces?: DocxTraces
}
export interface DocxTable {
  readonly kind: 'table'
  /** Widths of the grid's columns in twentieths of a point; may be shorter than the rows in careless files. */
  readonly grid: readonly number[]
  readonly rows: readonly DocxRow[]
}
export type DocxBlock = DocxParagraph | DocxTable

export interface DocxSection {
  readonly orientation: 'portrait' | 'landscape'
  readonly blocks: readonly DocxBlock[]
  /** Texts of its headers and footers. */
  readonly margins: readonly DocxBlock[]
}

export interface DocxBody {
  readonly sections: readonly DocxSection[]
  /** Insertions, deletions and moves that were accepted. */
  readonly trackedChanges: number
  readonly comments: number
  readonly remarks: readonly DocxComment[]
  readonly deletions: readonly DocxDeletion[]
  /** Words that Word hides and does not print; left out. */
  readonly hiddenText: string
  /** Text set in fonts of the years before Unicode (".VnTime", "VNI-Times"), by family. */
  readonly oldFontText: { readonly TCVN3: string; readonly VNI: string }
}

/** The words of a paragraph as they stand, footnotes left out; NFC, for letters may be typed apart; a line break is "\n". */
export function paragraphText(paragraph: DocxParagraph): string {
  return paragraph.runs.map(runText).join('').normalize('NFC')
}

function runText(run: DocxRun): string {
  return run.kind === 'text' ? run.text : run.kind === 'line-break' ? '\n' : ''
}

/** The words of a footnote. */
export function noteText({ paragraphs }: Extract<DocxRun, { kind: 'footnote' }>): string {
  return paragraphs.map(paragraphText).join(' ').trim()
}

function noteInBrackets(run: Extract<DocxRun, { kind: 'footnote' }>): string {
  const words = noteText(run)
  return words === '' ? '' : ` (${words})`
}

/** All paragraphs of some blocks in reading order, those in tables row by row. */
export function paragraphsOf(blocks: readonly DocxBlock[]): readonly DocxParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.blocks))),
  )
}

/**
 * The words of a cell, a paragraph or a forced new line as "\n". Automatic numbers are part of what is printed: they stand
 * before their paragraph's words. A cell's text has no footnotes: their words stand in brackets at the anchor.
 */
export function cellText(cell: DocxCell): string {
  return paragraphsOf(cell.blocks)
    .map((paragraph) => {
      const words = paragraph.runs.map((run) => (run.kind === 'footnote' ? noteInBrackets(run) : runText(run))).join('')
      return paragraph.number === null ? words : words === '' ? paragraph.number.label : `${paragraph.number.label} ${words}`
    })
    .join('\n')
}
