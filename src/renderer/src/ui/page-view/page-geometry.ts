export interface PageSize {
  readonly widthPoints: number
  readonly heightPoints: number
}

/** Where a record stands: its page, from 0, and how far below the paper's upper edge. */
export interface PagePlace {
  readonly sourceId: string
  readonly page: number
  readonly topPoints: number
}

/** How pages lie under one another on the screen; lengths in CSS pixels. */
export interface PageStack {
  readonly sizes: readonly PageSize[]
  /** Pixels a point, of each page. */
  readonly scales: readonly number[]
}

/** Grey around each page. */
export const PAGE_GAP = 12
const PIXELS_A_POINT = 96 / 72
export const SMALLEST_ZOOM = 0.25
export const LARGEST_ZOOM = 4
const STEPS = [0.25, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const

/** 1 is the size on paper; `width` lets every page fill the view, upright and lying ones alike. */
export type Zoom = number | 'width'

/** The zoom that `zoom` comes to for a page in a view of `viewWidth` pixels. */
export function zoomFactor(zoom: Zoom, size: PageSize, viewWidth: number): number {
  if (zoom !== 'width') return zoom
  return Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, Math.floor(viewWidth - 2 * PAGE_GAP) / (size.widthPoints * PIXELS_A_POINT)))
}

/** Pages under one another at a zoom, in a view of `viewWidth` pixels. */
export function stackOf(sizes: readonly PageSize[], zoom: Zoom, viewWidth: number): PageStack {
  return { sizes, scales: sizes.map((size) => zoomFactor(zoom, size, viewWidth) * PIXELS_A_POINT) }
}

/** The next step of zoom, larger or smaller than `factor`. */
export function zoomStep(factor: number, direction: 1 | -1): number {
  const next = direction === 1 ? STEPS.find((step) => step > factor + 0.005) : STEPS.findLast((step) => step < factor - 0.005)
  return next ?? (direction === 1 ? LARGEST_ZOOM : SMALLEST_ZOOM)
}

/** Upper edge of a page from the top of the stack. */
export function topOfPage(stack: PageStack, page: number): number {
  return stack.sizes.slice(0, page).reduce((top, size, index) => top + size.heightPoints * scaleOf(stack, index) + PAGE_GAP, PAGE_GAP)
}

/** Pixels a point of a page. */
export function scaleOf({ scales }: PageStack, page: number): number {
  return scales[page] ?? PIXELS_A_POINT
}

/** The page at a height of the stack, and how far below its upper edge in points. */
export function pointAt(stack: PageStack, top: number): { readonly page: number; readonly topPoints: number } {
  let edge = PAGE_GAP
  for (const [page, size] of stack.sizes.entries()) {
    const scale = scaleOf(stack, page)
    const end = edge + size.heightPoints * scale + PAGE_GAP
    if (top < end || page === stack.sizes.length - 1) return { page, topPoints: (top - edge) / scale }
    edge = end
  }
  return { page: 0, topPoints: 0 }
}

/** What the reader looks at: a record when there is one above, and the distance below it; else a place on a page. */
export interface Anchor {
  readonly sourceId: string | null
  readonly page: number
  /** Points below the record (less than 0: above it), or below the page's upper edge. */
  readonly belowPoints: number
}

/** The anchor of a height of the stack: the last record that starts above it on the same page, else the first one on that page. */
export function anchorAt(stack: PageStack, places: readonly PagePlace[], top: number): Anchor {
  const { page, topPoints } = pointAt(stack, top)
  const above = placeAt(places, page, topPoints) ?? places.find((place) => place.page === page) ?? null
  return above === null
    ? { sourceId: null, page, belowPoints: topPoints }
    : { sourceId: above.sourceId, page, belowPoints: topPoints - above.topPoints }
}

/** Where an anchor is to be found in a stack that may have changed; null when its record is gone and its page too. */
export function topOfAnchor(stack: PageStack, places: readonly PagePlace[], anchor: Anchor): number | null {
  const place = anchor.sourceId === null ? undefined : places.find(({ sourceId }) => sourceId === anchor.sourceId)
  if (place !== undefined) return topOfPage(stack, place.page) + (place.topPoints + anchor.belowPoints) * scaleOf(stack, place.page)
  if (anchor.sourceId !== null || anchor.page >= stack.sizes.length) return null
  return topOfPage(stack, anchor.page) + anchor.belowPoints * scaleOf(stack, anchor.page)
}

/** The record that stands at a height of a page: the last one that starts above. */
export function placeAt(places: readonly PagePlace[], page: number, topPoints: number): PagePlace | null {
  let found: PagePlace | null = null
  for (const place of places)
    if (place.page === page && place.topPoints <= topPoints && (found === null || place.topPoints >= found.topPoints)) found = place
  return found
}
