import { ActionIcon, Loader, Tooltip } from '@mantine/core'
import { useMergedRef, useResizeObserver } from '@mantine/hooks'
import { IconArrowAutofitWidth, IconMinus, IconPlus } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { pageViewText } from '#shared/text/vi/page-view.ts'
import { PageImage } from './page-image.tsx'
import {
  type Anchor,
  type PagePlace,
  type PageSize,
  type Zoom,
  PAGE_GAP,
  anchorAt,
  placeAt,
  pointAt,
  scaleOf,
  stackOf,
  topOfAnchor,
  topOfPage,
  zoomFactor,
  zoomStep,
} from './page-geometry.ts'
import classes from './page-view.module.css'

export interface PageViewProps {
  /** Name of the pages for screen readers. */
  readonly label: string
  readonly pageSizes: readonly PageSize[]
  /** Pages drawn last, by index from 0. What is not among them keeps its drawing until it is drawn anew. */
  readonly pages: readonly { readonly index: number; readonly svg: string }[]
  readonly places: readonly PagePlace[]
  /** Whether a newer layout is under way. */
  readonly busy: boolean
  /** The record to show: the view goes there when it changes, and only then. */
  readonly sourceId: string | null
  /** The pages that should be drawn now, from 0, both included. */
  readonly onVisible: (firstPage: number, lastPage: number) => void
  /** A click on a record's words. */
  readonly onChoose: (sourceId: string) => void
}

const A4: PageSize = { widthPoints: 595, heightPoints: 842 }

/** Where a reader's eye is taken to be, as a share of the view's height: what stands there stays there. */
const EYE = 0.3

/** Distance from the view's upper edge at which a record that is gone to comes to stand. */
const COMFORT = 48

/** Pages under one another as they will be printed: only those that are seen exist, and a new layout leaves the reader where they were. */
export function PageView({ label, pageSizes, pages, places, busy, sourceId, onVisible, onChoose }: PageViewProps) {
  const [sizeRef, box] = useResizeObserver<HTMLDivElement>()
  // The observer's own width is that of the border: the scroll bar would lie over the page.
  const width = box.right - box.left
  const scroller = useRef<HTMLDivElement>(null)
  const anchor = useRef<Anchor | null>(null)
  const [zoom, setZoom] = useState<Zoom>('width')
  const [drawings, setDrawings] = useState<ReadonlyMap<number, string>>(new Map())
  const [current, setCurrent] = useState(0)
  const stack = useMemo(() => stackOf(pageSizes, zoom, width), [pageSizes, zoom, width])
  const shownPage = Math.min(current, pageSizes.length - 1)
  const factor = zoomFactor(zoom, pageSizes[shownPage] ?? A4, width)

  const virtualizer = useVirtualizer({
    count: pageSizes.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (pageSizes[index]?.heightPoints ?? 0) * scaleOf(stack, index),
    gap: PAGE_GAP,
    paddingStart: PAGE_GAP,
    paddingEnd: PAGE_GAP,
    overscan: 1,
  })
  const items = virtualizer.getVirtualItems()
  const first = items.at(0)?.index ?? 0
  const last = items.at(-1)?.index ?? 0

  useEffect(() => setDrawings((known) => new Map([...known, ...pages.map(({ index, svg }) => [index, svg] as const)])), [pages])
  useEffect(() => onVisible(first, last), [first, last, onVisible])

  // A new layout or zoom: sizes are measured anew and what was at the upper edge is put back there.
  useLayoutEffect(() => {
    virtualizer.measure()
    const view = scroller.current
    if (view === null || anchor.current === null) return
    const top = topOfAnchor(stack, places, anchor.current)
    if (top !== null) view.scrollTop = top - view.clientHeight * EYE
  }, [virtualizer, stack, places])

  const goTo = useRef({ stack, places })
  goTo.current = { stack, places }
  // Before its width is known a page has no height to go down; and what is not laid out yet is gone to when it is.
  const reachable = width > 0 && places.some((one) => one.sourceId === sourceId)
  useEffect(() => {
    const place = goTo.current.places.find((one) => one.sourceId === sourceId)
    const view = scroller.current
    if (!reachable || place === undefined || view === null) return
    const top = topOfAnchor(goTo.current.stack, goTo.current.places, { sourceId, page: place.page, belowPoints: 0 }) ?? 0
    // What is seen already stays where it is.
    if (top < view.scrollTop || top > view.scrollTop + view.clientHeight - COMFORT) view.scrollTop = top - COMFORT
  }, [sourceId, reachable])

  const remember = (): void => {
    const view = scroller.current
    if (view === null) return
    const eye = view.scrollTop + view.clientHeight * EYE
    anchor.current = anchorAt(stack, places, eye)
    setCurrent(pointAt(stack, eye).page)
  }
  const changeZoom = useCallback((direction: 1 | -1) => setZoom(zoomStep(factor, direction)), [factor])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.ctrlKey) return
    if (event.key === '+' || event.key === '=') changeZoom(1)
    else if (event.key === '-') changeZoom(-1)
    else if (event.key === '0') setZoom('width')
    else return
    event.preventDefault()
  }
  const choose = (event: MouseEvent<HTMLDivElement>, page: number): void => {
    const place = placeAt(places, page, (event.clientY - event.currentTarget.getBoundingClientRect().top) / scaleOf(stack, page))
    if (place !== null) onChoose(place.sourceId)
  }
  const marked = places.find((place) => place.sourceId === sourceId)
  const widest = Math.max(0, ...pageSizes.map((size, index) => size.widthPoints * scaleOf(stack, index))) + 2 * PAGE_GAP

  return (
    // The keys of zoom belong to all that is inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={classes['view']} aria-label={label} onKeyDown={onKeyDown}>
      <div className={classes['bar']} role="toolbar" aria-label={pageViewText.toolbar}>
        <span className={classes['where']}>{pageSizes.length > 0 && pageViewText.page(shownPage + 1, pageSizes.length)}</span>
        {busy && <Loader size={14} role="status" aria-label={pageViewText.layingOut} />}
        <Tooltip label={pageViewText.smaller}>
          <ActionIcon aria-label={pageViewText.smaller} onClick={() => changeZoom(-1)}>
            <IconMinus size={16} />
          </ActionIcon>
        </Tooltip>
        <span>{pageViewText.zoom(Math.round(factor * 100))}</span>
        <Tooltip label={pageViewText.larger}>
          <ActionIcon aria-label={pageViewText.larger} onClick={() => changeZoom(1)}>
            <IconPlus size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={pageViewText.wholeWidth}>
          <ActionIcon aria-label={pageViewText.wholeWidth} onClick={() => setZoom('width')} disabled={zoom === 'width'}>
            <IconArrowAutofitWidth size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      {/* Scrolled by the keyboard like any reader, so it takes the focus (WCAG 2.1.1; axe scrollable-region-focusable). */}
      <div
        ref={useMergedRef(sizeRef, scroller)}
        className={classes['scroller']}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={label}
        onScroll={remember}
      >
        <div className={classes['stack']} style={{ height: topOfPage(stack, pageSizes.length), width: widest }}>
          {items.map(({ index, start }) => {
            const size = pageSizes[index]
            if (size === undefined) return null
            const scale = scaleOf(stack, index)
            const pageWidth = size.widthPoints * scale
            return (
              // A click is a short cut to what the outline and the grid offer to the keyboard.
              // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
              <div
                key={index}
                className={classes['page']}
                style={{
                  top: start,
                  left: Math.max(PAGE_GAP, (width - pageWidth) / 2),
                  width: pageWidth,
                  height: size.heightPoints * scale,
                }}
                onClick={(event) => choose(event, index)}
              >
                <PageImage svg={drawings.get(index) ?? null} label={pageViewText.page(index + 1, pageSizes.length)} />
                {marked?.page === index && (
                  <div className={classes['mark']} style={{ top: marked.topPoints * scale, height: 18 * scale }} />
                )}
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}
