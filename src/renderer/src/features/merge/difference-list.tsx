import { Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { MergeDifference } from '#shared/domain/merge-difference.ts'
import type { MergeReading } from '#shared/ipc/merge-contract.ts'
import { mergeText } from '#shared/text/vi/merge.ts'
import { DifferenceLine } from './difference-line.tsx'
import { decide, type Decisions } from './kept-reading.ts'
import styles from './merge.module.css'

/** Height of a line of two or three lines of words, before it is measured. */
const USUAL_HEIGHT = 90

interface ListProps {
  readonly planId: PlanId
  readonly reading: MergeReading
  readonly shown: readonly MergeDifference[]
  readonly decisions: Decisions
}

/** The differences as one long list, driven by arrows, Space, Enter, A and R; only what is in sight is drawn. */
export function DifferenceList({ planId, reading, shown, decisions }: ListProps): ReactElement {
  const frame = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const at = Math.min(current, shown.length - 1)
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => frame.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 6,
  })
  const wantsFocus = useRef(false)
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(shown.length - 1, index))
    wantsFocus.current = true
    setCurrent(next)
    virtualizer.scrollToIndex(next, { align: 'auto' })
  }
  useEffect(() => {
    // The line may be drawn only after the list has scrolled to it.
    if (!wantsFocus.current) return
    const box = frame.current?.querySelector<HTMLInputElement>(`[data-index="${at}"] input[type="checkbox"]`)
    if (box === null || box === undefined) return
    wantsFocus.current = false
    box.focus({ preventScroll: true })
  })
  if (shown.length === 0)
    return (
      <Text p="lg" c="dimmed">
        {reading.differences.length === 0 ? mergeText.nothing : mergeText.nothingHere}
      </Text>
    )
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const difference = shown[at]
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(shown.length - 1),
      Enter: () => difference !== undefined && decide(planId, [difference.id], !decisions.taken.has(difference.id)),
      a: () =>
        decide(
          planId,
          shown.map(({ id }) => id),
          true,
        ),
      r: () =>
        decide(
          planId,
          shown.map(({ id }) => id),
          false,
        ),
    }
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (act === undefined || (event.key === 'Enter' && !(event.target instanceof HTMLInputElement))) return
    event.preventDefault()
    act()
  }
  return (
    <>
      <div className={styles['heads']}>
        <span>{mergeText.keys}</span>
        <span>{mergeText.mine}</span>
        <span>{mergeText.theirs}</span>
      </div>
      {/* Keys are those of the boxes inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/no-noninteractive-element-interactions */}
      <div ref={frame} className={styles['list']} role="group" aria-label={mergeText.list} onKeyDown={onKeyDown}>
        <div className={styles['sheet']} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const difference = shown[index]
            if (difference === undefined) return null
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={styles['line']}
                style={{ transform: `translateY(${start}px)` }}
              >
                <DifferenceLine
                  planId={planId}
                  difference={difference}
                  comments={difference.comments.flatMap((one) => reading.comments[one] ?? [])}
                  state={decisions.taken.has(difference.id) ? 'taken' : decisions.left.has(difference.id) ? 'left' : 'open'}
                  isCurrent={index === at}
                  onCurrent={() => setCurrent(index)}
                  onDecide={(take) => decide(planId, [difference.id], take)}
                />
              </div>
            )
          })}
        </div>
      </div>
    </>
  )
}
