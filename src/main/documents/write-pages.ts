import type { Block, OfficialDocument, Section, SideBySideBlock } from '#shared/document/blocks.ts'
import { CELL_SIDE_PADDING, PAGE_NUMBER_FROM_EDGE } from '#shared/document/page-layout.ts'
import { toPoints as points } from '#shared/document/text-width.ts'
import { heightAtMost } from './page-estimates.ts'
import { clean, columnOf, paragraphOf, spaceAfter, spaceBefore, type Drawn, type Room } from './page-parts.ts'
import { tableOf } from './page-table.ts'

/** What the page template reads, by the path it reads it from: JSON texts. */
export type PageFiles = ReadonlyMap<string, string>

/**
 * Turns a document into what `resources/templates/official-document.typ` draws: one file for the whole and one a
 * section. Lengths become points, the space between two blocks one number (the larger of the space after the one and before
 * the other, as Word 2013 and later and LibreOffice set it: measured on the sample), and whatever might be too tall or too wide is flagged, to be measured where it is laid out.
 */
export function writePages(document: OfficialDocument): PageFiles {
  const { metadata, sections, footnoteFormat } = document
  const files = new Map<string, string>()
  const stamp = new Date(metadata.stamp)
  files.set(
    '/document.json',
    JSON.stringify({
      title: clean(metadata.title),
      author: clean(metadata.author),
      date: {
        year: stamp.getUTCFullYear(),
        month: stamp.getUTCMonth() + 1,
        day: stamp.getUTCDate(),
        hour: stamp.getUTCHours(),
        minute: stamp.getUTCMinutes(),
        second: stamp.getUTCSeconds(),
      },
      footnote: { size: points(footnoteFormat.size), justify: footnoteFormat.align === 'both', lineSpacing: footnoteFormat.lineSpacing },
      cellPadding: points(CELL_SIDE_PADDING),
      sections: sections.length,
    }),
  )
  for (const [index, section] of sections.entries())
    files.set(`/section-${index}.json`, JSON.stringify(sectionOf(section, index, countedFrom(sections, index))))
  return files
}

/** The section whose first page is page 1 for the numbers of section `index`. */
function countedFrom(sections: readonly Section[], index: number): number {
  for (let from = index; from > 0; from -= 1) if (sections[from]?.pageNumbers.restart === true) return from
  return 0
}

function sectionOf(section: Section, index: number, from: number) {
  const { paper, margins, pageNumbers } = section
  const upright = section.orientation === 'portrait'
  const [short, long] = [points(paper.width), points(paper.height)].toSorted((a, b) => a - b) as [number, number]
  const [width, height] = upright ? [short, long] : [long, short]
  const page = {
    width: width - points(margins.left) - points(margins.right),
    height: height - points(margins.top) - points(margins.bottom),
  }
  return {
    index,
    width,
    height,
    top: points(margins.top),
    bottom: points(margins.bottom),
    left: points(margins.left),
    right: points(margins.right),
    headerDistance: points(PAGE_NUMBER_FROM_EDGE),
    numbers: { show: pageNumbers.show, size: points(pageNumbers.size), countedFrom: from },
    blocks: flow(section.blocks, page),
  }
}

/** The blocks of a section in order, each with the space above it. */
function flow(blocks: readonly Block[], page: Room): Drawn[] {
  const drawn: Drawn[] = []
  let before = 0
  let atTop = true
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'page-break') {
      drawn.push({ kind: 'page-break', above: 0 })
      before = 0
      atTop = true
      continue
    }
    const above = Math.max(before, spaceBefore(block))
    // The engine drops the space above the first block of a page, as Word does after its own page breaks; at the start
    // of a section and after a forced break Word keeps it.
    if (atTop && above > 0) drawn.push({ kind: 'space', above: 0, height: above })
    drawn.push({ ...blockOf(block, page, blocks[index + 1]), above: atTop ? 0 : above })
    before = spaceAfter(block)
    atTop = false
  }
  return drawn
}

function blockOf(block: Exclude<Block, { kind: 'page-break' }>, page: Room, next: Block | undefined) {
  switch (block.kind) {
    case 'paragraph':
      return paragraphOf(block, page)
    case 'rule':
      return { kind: 'rule', length: points(block.length) }
    case 'side-by-side':
      return sideBySideOf(block, page, next)
    case 'table':
      return tableOf(block, page)
    default:
      return block satisfies never
  }
}

function sideBySideOf(block: SideBySideBlock, page: Room, next: Block | undefined) {
  const left = { width: page.width * block.leftShare, height: page.height }
  const right = { width: page.width * (1 - block.leftShare), height: page.height }
  return {
    kind: 'side-by-side',
    leftShare: block.leftShare,
    left: columnOf(block.left, left),
    right: columnOf(block.right, right),
    // Rows of one frame stay together, as the lines of one block of names.
    sticky: next?.kind === 'side-by-side' && next.role === block.role,
    measure:
      Math.max(heightAtMost(block.left, left.width, left.height), heightAtMost(block.right, right.width, right.height)) > page.height,
  }
}
