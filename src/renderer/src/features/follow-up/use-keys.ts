import { useEffect, useRef, type RefObject } from 'react'
import { useLatest } from '../../lib/use-latest.ts'

/** Listens to the keys of a part of the window; what Unikey is still putting together is left alone. */
export function useKeys<Part extends HTMLElement>(onKey: (event: KeyboardEvent, part: Part) => void): RefObject<Part | null> {
  const part = useRef<Part>(null)
  const latest = useLatest(onKey)
  useEffect(() => {
    const { current } = part
    const handle = (event: KeyboardEvent): void => {
      if (current !== null && !event.defaultPrevented && !event.isComposing) latest.current(event, current)
    }
    current?.addEventListener('keydown', handle)
    return () => current?.removeEventListener('keydown', handle)
  }, [latest])
  return part
}
