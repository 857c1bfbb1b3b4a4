import { useEffect, useRef } from 'react'
import type { DraftSource } from '#shared/domain/draft.ts'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import styles from './import.module.css'

/** The source as it was read, line by line, with the lines of the chosen block marked and brought into view. */
export function SourceLines({
  source,
  marked,
}: {
  readonly source: DraftSource
  readonly marked: { readonly from: number; readonly to: number } | null
}) {
  const list = useRef<HTMLDivElement>(null)
  const first = marked?.from ?? null
  useEffect(() => {
    if (first !== null) list.current?.children[first - 1]?.scrollIntoView({ block: 'center' })
  }, [first])
  const numbered = source.lines.map((line, index) => ({ line, index }))
  return (
    // Scrolled by the keyboard like any reader, so it takes the focus (WCAG 2.1.1; axe scrollable-region-focusable).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={list} className={styles['lines']} role="region" tabIndex={0} aria-label={bringInText.sourceOf(source.name)}>
      {numbered.map(({ line, index }) => (
        <div
          key={`line/${index}`}
          className={styles['line']}
          data-marked={(marked !== null && index + 1 >= marked.from && index + 1 <= marked.to) || undefined}
        >
          <span className={styles['lineNumber']} aria-hidden>
            {index + 1}
          </span>
          <span>{line}</span>
        </div>
      ))}
    </div>
  )
}
