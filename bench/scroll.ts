import type { Page } from '@playwright/test'
import { median } from './measure.ts'

/** Scrolls a pane from top to bottom in 120 frames. Gives the median length of a frame in milliseconds, and how many took longer than two. */
export async function scroll(page: Page, pane: string): Promise<{ readonly frame: number; readonly lost: number }> {
  const frames = await page.evaluate(
    async (selector) =>
      new Promise<number[]>((resolve) => {
        const element = document.querySelector(selector)
        if (element === null) throw new Error(`no ${selector}`)
        const step = (element.scrollHeight - element.clientHeight) / 120
        const lengths: number[] = []
        let last = performance.now()
        element.scrollTop = 0
        const next = (now: number): void => {
          lengths.push(now - last)
          last = now
          if (lengths.length > 120) return resolve(lengths.slice(1))
          element.scrollTop += step
          requestAnimationFrame(next)
        }
        requestAnimationFrame(next)
      }),
    pane,
  )
  return { frame: median(frames), lost: frames.filter((length) => length > 34).length }
}
