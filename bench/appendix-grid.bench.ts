// The appendix grid of 2,000 rows against a plain HTML table of the same 2,000 rows in the same window: time from the wish to see it
// to the frame that shows it, and the frames lost while it is scrolled from one end to the other.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { fillAppendix } from './fill-sample.ts'
import { median, reportRatio } from './measure.ts'
import { scroll } from './scroll.ts'

const ROWS = 2000
const ROUNDS = 5
const root = join(import.meta.dirname, '..')

/** Milliseconds from asking for the appendix, its answers at hand, to the frame that shows its first row. */
async function timeToShowGrid(page: Page, plan: string): Promise<number> {
  await page.evaluate((address) => {
    location.hash = `${address}/thong-tin`
  }, plan)
  await page.waitForFunction(() => document.querySelector('[role="grid"]') === null)
  return page.evaluate(
    async (address) =>
      new Promise<number>((resolve) => {
        const begin = performance.now()
        location.hash = `${address}/phu-luc?gon=1`
        const look = (): void => {
          if (document.querySelector('[role="gridcell"][data-row="5"]') === null) requestAnimationFrame(look)
          else requestAnimationFrame(() => resolve(performance.now() - begin))
        }
        requestAnimationFrame(look)
      }),
    plan,
  )
}

/** The same words as a plain table, built at once by the browser's own means. */
async function timeToShowTable(page: Page, plan: string): Promise<number> {
  await page.evaluate((address) => {
    location.hash = `${address}/thong-tin`
  }, plan)
  return page.evaluate(async (rows) => {
    document.querySelector('#plain')?.remove()
    const tasks = await window.bridge.call('task.list', { planId: location.hash.split('/')[2] as never })
    if (!tasks.ok) throw new Error(tasks.code)
    const cells = tasks.value
      .slice(0, rows)
      .map(({ content, product, deadline }, at) => [String(at + 1), content, product, content.slice(0, 30), product, deadline.phrase])
    return new Promise<number>((resolve) => {
      const begin = performance.now()
      const frame = document.createElement('div')
      frame.id = 'plain'
      frame.style.cssText = 'position:fixed;inset:160px 0 0 210px;overflow:auto;background:white;z-index:9999'
      const table = document.createElement('table')
      const looks = new CSSStyleSheet()
      looks.replaceSync(
        '#plain table{table-layout:fixed;width:100%;border-collapse:collapse}#plain td{height:31px;padding:0 8px;border:1px solid #ddd;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}',
      )
      document.adoptedStyleSheets = [looks]
      for (const row of cells) {
        const line = table.insertRow()
        for (const words of row) line.insertCell().textContent = words
      }
      frame.append(table)
      document.body.append(frame)
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begin)))
    })
  }, ROWS)
}

const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
const app = await _electron.launch({ cwd: root, args: ['.', `--user-data-dir=${folder}`, '--sample'] })
try {
  const page = await app.firstWindow()
  await page.waitForFunction(async () => (await window.bridge.call('plan.list', {})).ok)
  const plan = await fillAppendix(page, ROWS)
  // The first showing asks the office for the rows; what is compared is showing them.
  await timeToShowGrid(page, plan)
  const grid: number[] = []
  const table: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) grid.push(await timeToShowGrid(page, plan))
  const gridScroll = await scroll(page, 'div:has(> [role="grid"])')
  for (let round = 0; round < ROUNDS; round += 1) table.push(await timeToShowTable(page, plan))
  const tableScroll = await scroll(page, '#plain')
  reportRatio(`appendix of ${ROWS} rows shown, against a plain table`, median(grid), median(table), 1)
  reportRatio('a frame while it is scrolled, against the plain table', gridScroll.frame, tableScroll.frame, 1.1)
  console.log(`frames of 120 that took longer than two: ${gridScroll.lost} in the grid, ${tableScroll.lost} in the plain table`)
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
