import type { Block, FootnoteRun, OfficialDocument, ParagraphBlock, Run } from './blocks.ts'

/** The text of a paragraph, a forced new line as a space, footnotes left out. */
export function paragraphText({ runs }: Pick<ParagraphBlock, 'runs'>): string {
  return runs.map((run) => (run.kind === 'text' ? run.text : run.kind === 'line-break' ? ' ' : '')).join('')
}

/** Every paragraph of some blocks in reading order: side by side the left column first, tables row by row. */
export function paragraphsOf(blocks: readonly Block[]): readonly ParagraphBlock[] {
  return blocks.flatMap((block): readonly ParagraphBlock[] => {
    switch (block.kind) {
      case 'paragraph':
        return [block]
      case 'side-by-side':
        return [...block.left, ...block.right].filter((one) => one.kind === 'paragraph')
      case 'table':
        return [...block.headerRows, ...block.rows].flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs))
      case 'rule':
      case 'page-break':
        return []
      default:
        return block satisfies never
    }
  })
}

/** Words of a text: NFC, told apart by white space of any kind. */
export function splitWords(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => word !== '')
}

/**
 * What a document says, word by word in reading order, and its footnotes apart (on a page they stand at the foot, in Word in a part of
 * their own): for comparing what two writers wrote.
 */
export function wordsOf(document: Pick<OfficialDocument, 'sections'>): {
  readonly text: readonly string[]
  readonly footnotes: readonly string[]
} {
  const paragraphs = document.sections.flatMap(({ blocks }) => paragraphsOf(blocks))
  return {
    text: paragraphs.flatMap((paragraph) => splitWords(paragraphText(paragraph))),
    footnotes: footnotesOf(paragraphs).flatMap(({ content }) => splitWords(content.map(({ text }) => text).join(''))),
  }
}

/** Footnotes in the order of their anchors. */
export function footnotesOf(paragraphs: readonly ParagraphBlock[]): readonly FootnoteRun[] {
  return paragraphs.flatMap(({ runs }) => runs.filter((run: Run) => run.kind === 'footnote'))
}

/** Blocks as plain text for the clipboard: a paragraph a line, a table's row a line with tabs between its cells. */
export function textOf(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [paragraphText(block)]
      case 'side-by-side':
        return paragraphsOf([block]).map(paragraphText)
      case 'table':
        return [...block.headerRows, ...block.rows].map(({ cells }) =>
          cells
            .flatMap(({ paragraphs, columnSpan }) => [
              paragraphs.map(paragraphText).join(' '),
              ...Array.from({ length: columnSpan - 1 }, () => ''),
            ])
            .join('\t')
            .trimEnd(),
        )
      case 'rule':
      case 'page-break':
        return []
      default:
        return block satisfies never
    }
  })
  const notes = footnotesOf(paragraphsOf(blocks)).map(({ number, content }) => `[${number}] ${content.map(({ text }) => text).join('')}`)
  return [...lines, ...notes].join('\n')
}
