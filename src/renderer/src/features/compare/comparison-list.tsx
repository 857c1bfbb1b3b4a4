import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type ReactElement } from 'react'
import { compareText } from '#shared/text/vi/compare.ts'
import { CompareLine, type Layout } from './compare-line.tsx'
import styles from './compare.module.css'
import type { ShownItem } from './shown-items.ts'

/** Height of a line of two or three lines of words, before it is measured. */
const USUAL_HEIGHT = 64

interface ListProps {
  readonly shown: readonly ShownItem[]
  readonly layout: Layout
  /** Key of the change that is looked at. */
  readonly current: string | null
  readonly onGoTo: (key: string) => void
}

/** The comparison as one long sheet, of which only what is in sight is drawn. */
export function ComparisonList({ shown, layout, current, onGoTo }: ListProps): ReactElement {
  const frame = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => frame.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => shown[index]?.item.key ?? index,
    overscan: 8,
  })
  const place = current === null ? -1 : shown.findIndex(({ item }) => item.key === current)
  useEffect(() => {
    if (place >= 0) virtualizer.scrollToIndex(place, { align: 'center' })
  }, [place, virtualizer])
  return (
    // A pane that scrolls must be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={frame} className={styles['list']} tabIndex={0} role="region" aria-label={compareText.list}>
      <div className={styles['sheet']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const line = shown[index]
          if (line === undefined) return null
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={styles['line']}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line.opensPart && <h2 className={styles['part']}>{compareText.parts[line.item.part]}</h2>}
              <CompareLine
                item={line.item}
                layout={layout}
                isCurrent={line.item.key === current}
                showsTitles={shown[index - 1]?.item.noun !== 'row' || shown[index - 1]?.item.leftBehind === true}
                onGoTo={onGoTo}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
