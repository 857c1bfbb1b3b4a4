import type { Length, PageNumberPolicy, Section } from './blocks.ts'
import { toPoints } from './text-width.ts'

/** Values chosen inside the decree's ranges (shared/decree/page-rules.ts; the tests hold them against it): common practice of provinces. */
const margins = { top: '20mm', bottom: '20mm', left: '30mm', right: '15mm' } as const
const paperShort: Length = '210mm'
const paperLong: Length = '297mm'

/** Distance of the page number's line from the paper's upper edge: inside the top margin (decree I.I.7). */
export const PAGE_NUMBER_FROM_EDGE: Length = '10mm'

/** Space between a cell's border and its text, left and right; above and below there is the paragraph's own. */
export const CELL_SIDE_PADDING: Length = '1.5mm'

/** An empty page of the paper: what a section is but for its blocks. */
export function page(
  key: string,
  orientation: Section['orientation'],
  pageNumberSize: number,
  numbers: Partial<PageNumberPolicy> = {},
): Omit<Section, 'blocks'> {
  return {
    key,
    orientation,
    paper: orientation === 'portrait' ? { width: paperShort, height: paperLong } : { width: paperLong, height: paperShort },
    margins,
    pageNumbers: { show: 'hide-first', restart: true, size: `${pageNumberSize}pt`, ...numbers },
  }
}

/** Width of the text of a section in points. */
export function textWidthOf(section: Omit<Section, 'blocks'>): number {
  return toPoints(section.paper.width) - toPoints(section.margins.left) - toPoints(section.margins.right)
}

/** Height of the text of a section in points. */
export function textHeightOf(section: Omit<Section, 'blocks'>): number {
  return toPoints(section.paper.height) - toPoints(section.margins.top) - toPoints(section.margins.bottom)
}
