import { type RefObject, useLayoutEffect, useState } from 'react'

export interface FrameSize {
  /** Inside the scroll bars, in CSS pixels. */
  readonly width: number
  readonly height: number
  /** Of the sticky heading row. */
  readonly head: number
}

/** Follows the inner size of the grid's frame and the height of its heading row. */
export function useFrameSize(frame: RefObject<HTMLElement | null>, head: RefObject<HTMLElement | null>): FrameSize {
  const [size, setSize] = useState<FrameSize>({ width: 0, height: 0, head: 0 })
  useLayoutEffect(() => {
    const outer = frame.current
    const inner = head.current
    if (outer === null || inner === null) return undefined
    const measure = (): void => {
      const next = { width: outer.clientWidth, height: outer.clientHeight, head: inner.offsetHeight }
      setSize((known) => (known.width === next.width && known.height === next.height && known.head === next.head ? known : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(outer)
    observer.observe(inner)
    return () => observer.disconnect()
  }, [frame, head])
  return size
}
