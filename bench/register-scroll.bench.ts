// The list of a year's tasks with 2,000 rows against a plain HTML table of the same 2,000 rows in the same window: the time from the wish to see it to
// the frame that shows it, the frames lost while it is scrolled from one end to the other, and what 5,000 shares at once cost when a word is typed.
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
const list = '/nhiem-vu?nam=2023&ngay=2023-06-30&nhom=khong'

/** Milliseconds from asking for an address to the frame that shows its lines, the answers at hand. */
async function timeToShow(page: Page, address: string): Promise<number> {
  await page.evaluate(() => {
    location.hash = '/van-ban'
  })
  await page.waitForFunction(() => document.querySelector('[role="treegrid"]') === null)
  return page.evaluate(
    async (to) =>
      new Promise<number>((resolve) => {
        const begin = performance.now()
        location.hash = to
        const look = (): void => {
          if (document.querySelector('[data-line="5"]') === null) requestAnimationFrame(look)
          else requestAnimationFrame(() => resolve(performance.now() - begin))
        }
        requestAnimationFrame(look)
      }),
    address,
  )
}

/** The words of the list's rows as a plain table, built at once by the browser's own means. */
async function timeToShowTable(page: Page): Promise<number> {
  await page.evaluate(() => {
    location.hash = '/van-ban'
  })
  return page.evaluate(async (rows) => {
    document.querySelector('#plain')?.remove()
    const register = await window.bridge.call('register.list', { year: 2023, asOf: '2023-06-30' })
    if (!register.ok) throw new Error(register.code)
    const cells = register.value.tasks
      .slice(0, rows)
      .map(({ stt, content, product, phrase, nextDue, light, done, total }) => [
        String(stt),
        content,
        product,
        phrase,
        nextDue ?? '',
        light,
        `${done}/${total}`,
      ])
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

/** Milliseconds from a letter in the box of words to the frame that shows the rows it leaves, the rest of the hand included. */
async function timeToFind(page: Page, words: string): Promise<number> {
  await page.getByRole('textbox', { name: 'Lọc theo từ ngữ, không cần dấu' }).fill('')
  await page.waitForFunction(() => !location.hash.includes('tim='))
  return page.evaluate(
    async (typed) =>
      new Promise<number>((resolve) => {
        const box = document.querySelector<HTMLInputElement>('[role="toolbar"] input[placeholder="Lọc nhanh…"]')
        const shown = document.querySelector('[data-counts]')
        if (box === null || shown === null) throw new Error('no list')
        const before = shown.textContent
        const begin = performance.now()
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, typed)
        box.dispatchEvent(new Event('input', { bubbles: true }))
        const look = (): void => {
          if (shown.textContent === before) requestAnimationFrame(look)
          else requestAnimationFrame(() => resolve(performance.now() - begin))
        }
        requestAnimationFrame(look)
      }),
    words,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
const app = await _electron.launch({ cwd: root, args: ['.', `--user-data-dir=${folder}`, '--sample'] })
try {
  const page = await app.firstWindow()
  await page.waitForFunction(async () => (await window.bridge.call('plan.list', {})).ok)
  await fillAppendix(page, ROWS)
  // The first showing asks the office for the rows; what is compared is showing them.
  await timeToShow(page, list)
  const shown: number[] = []
  const table: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) shown.push(await timeToShow(page, list))
  const counts = await page.locator('[data-counts]').textContent()
  const listScroll = await scroll(page, '[role="treegrid"]')
  await page.evaluate((to) => {
    location.hash = to
  }, `${list}&cap=luot`)
  await page.waitForFunction(() => Number(document.querySelector('[role="treegrid"]')?.getAttribute('aria-rowcount')) > 5000)
  const shareScroll = await scroll(page, '[role="treegrid"]')
  const found: number[] = []
  for (const words of ['ra soat', 'so noi vu', 'bao cao quy', 'chuyen doi so', 'mot cua']) found.push(await timeToFind(page, words))
  for (let round = 0; round < ROUNDS; round += 1) table.push(await timeToShowTable(page))
  const tableScroll = await scroll(page, '#plain')
  console.log(`rows: ${ROWS} tasks; ${counts}`)
  reportRatio(`list of ${ROWS} rows shown, against a plain table`, median(shown), median(table), 1)
  reportRatio('a frame while it is scrolled, against the plain table', listScroll.frame, tableScroll.frame, 1.1)
  reportRatio('a frame while its shares are scrolled, against the plain table', shareScroll.frame, tableScroll.frame, 1.1)
  console.log(
    `frames of 120 that took longer than two: ${listScroll.lost} in the list, ${shareScroll.lost} among its shares, ${tableScroll.lost} in the plain table`,
  )
  console.log(
    `a word typed over all shares to the frame that shows what is left: ${median(found).toFixed(0)} ms, of which 130 the hand’s rest`,
  )
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
