import type { Block, OfficialDocument, ParagraphBlock, Section, TableCell } from './blocks.ts'
import { compareBlocks, markBlocks } from './comparison-blocks.ts'
import type { SourcePairs } from './comparison-runs.ts'
import { line, text } from './paragraph.ts'
import { toPoints } from './text-width.ts'

/** Who a comparison's changes are by. */
export interface Revision {
  readonly author: string
  /** A moment of the records, so that the same papers give the same bytes. */
  readonly at: string
}

/**
 * One paper in the form of the newer one in which every difference from the older is a change that Word can accept or reject: all accepted
 * it says what the newer paper says, all rejected what the older did. Papers are compared as they are printed, computed numbers included.
 * Sections that only the older paper had follow the section they stood behind.
 */
export function buildComparisonDocument(
  before: OfficialDocument,
  after: OfficialDocument,
  pairs: SourcePairs,
  revision: Revision,
): OfficialDocument {
  const old = new Map(before.sections.map((section) => [keyOf(section, (id) => pairs.get(id) ?? `old ${id}`), section]))
  const keys = after.sections.map((section) => keyOf(section, (id) => id))
  const gone = sectionsGone(before.sections, [...old.keys()], keys)
  const sections = after.sections.map((section, index): Section => {
    const own = old.get(keys[index] ?? '')
    const blocks = own === undefined ? markBlocks(section.blocks, 'inserted') : compareBlocks(own.blocks, section.blocks, pairs)
    const left = (gone.get(index) ?? []).flatMap(({ blocks: theirs }) => markBlocks(theirs, 'deleted'))
    return { ...section, blocks: [...blocks, ...left] }
  })
  const { origin: _origin, ...metadata } = after.metadata
  return { ...after, metadata, revision, sections: withNumbers(sections) }
}

/** An appendix is known by its record, any other section by its key. */
function keyOf({ key, blocks }: Section, nameOf: (sourceId: string) => string): string {
  const [first] = blocks
  return first?.kind === 'paragraph' && first.role === 'appendix-number' && first.sourceId !== undefined ? nameOf(first.sourceId) : key
}

/** Sections of the older paper that the newer has not, by the index of the newer section that they are told behind. */
function sectionsGone(sections: readonly Section[], oldKeys: readonly string[], keys: readonly string[]): ReadonlyMap<number, Section[]> {
  const gone = new Map<number, Section[]>()
  let behind = 0
  sections.forEach((section, index) => {
    const place = keys.indexOf(oldKeys[index] ?? '')
    if (place >= 0) behind = place
    else gone.set(behind, [...(gone.get(behind) ?? []), section])
  })
  return gone
}

/** Footnotes numbered as they come, those that went among them: two may not have one number while both are shown. */
function withNumbers(sections: readonly Section[]): readonly Section[] {
  let count = 0
  const numbered = <P extends Block>(block: P): P => {
    if (block.kind !== 'paragraph') return block
    return { ...block, runs: block.runs.map((run) => (run.kind === 'footnote' ? { ...run, number: ++count } : run)) }
  }
  const cell = (one: TableCell): TableCell => ({ ...one, paragraphs: one.paragraphs.map(numbered) })
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block): Block => {
      if (block.kind === 'side-by-side') return { ...block, left: block.left.map(numbered), right: block.right.map(numbered) }
      if (block.kind !== 'table') return numbered(block)
      return {
        ...block,
        headerRows: block.headerRows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
        rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
      }
    }),
  }))
}

/** The same with lines at its head that say what is compared: for paper, where nothing can be accepted or rejected. */
export function withComparisonNote(document: OfficialDocument, lines: readonly string[]): OfficialDocument {
  const [first, ...others] = document.sections
  if (first === undefined) return document
  const size = toPoints(document.footnoteFormat.size) + 1
  const note = lines.map((words, index): ParagraphBlock =>
    line('note', [text(words, size, { italic: true })], {
      format: { align: 'left', ...(index === lines.length - 1 && { spaceAfter: '6pt' }) },
    }),
  )
  return { ...document, sections: [{ ...first, blocks: [...note, ...first.blocks] }, ...others] }
}
