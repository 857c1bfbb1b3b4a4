// The window while a Word file of 1,000 sentences and 500 rows comes back, is compared and applied: the longest time between two frames,
// against that of the same window while it only shows the plan's text. The heavy work is in a thread; what is left is the window's own.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { fillAppendix, fillText } from './fill-sample.ts'
import { reportRatio } from './measure.ts'
import { rewordEveryThirtieth } from './reworded-file.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
const file = join(folder, 'gửi góp ý.docx')

interface Frames {
  readonly longest: number
  readonly took: number
}

/** Draws frames while something is done, and gives the longest wait between two. */
async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const seen = { longest: 0, last: performance.now(), going: true }
    Object.assign(globalThis, { framesSeen: seen })
    const tick = (now: number): void => {
      seen.longest = Math.max(seen.longest, now - seen.last)
      seen.last = now
      if (seen.going) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  const begin = performance.now()
  await work()
  const took = performance.now() - begin
  const longest = await page.evaluate(() => {
    const { framesSeen } = globalThis as unknown as { framesSeen: { longest: number; going: boolean } }
    framesSeen.going = false
    return framesSeen.longest
  })
  return { longest, took }
}

const app = await _electron.launch({ cwd: root, args: ['.', `--user-data-dir=${folder}`, '--sample'] })
try {
  const page = await app.firstWindow()
  page.setDefaultTimeout(120_000)
  await page.waitForFunction(async () => (await window.bridge.call('plan.list', {})).ok)
  await fillText(page, 1000)
  const plan = await fillAppendix(page, 500)
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => Promise.resolve({ canceled: false, filePath: path })
    dialog.showOpenDialog = async () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, file)
  const go = async (address: string): Promise<void> =>
    page.evaluate((wanted) => {
      location.hash = wanted
    }, address)
  await go(`${plan}/ban-hanh`)
  await page.getByRole('button', { name: 'Word', exact: false }).first().click()
  await page.getByRole('alert').filter({ hasText: 'gửi góp ý' }).waitFor()
  writeFileSync(file, rewordEveryThirtieth(readFileSync(file), true))

  const shown = await framesDuring(page, async () => {
    await go(plan)
    await page.waitForFunction(() => document.querySelectorAll('.ProseMirror > *').length >= 1000)
  })
  await go(`${plan}/ban-word-ve`)
  const choose = page.getByRole('button', { name: /Chọn tệp Word/ })
  await choose.waitFor()
  const read = await framesDuring(page, async () => {
    await choose.click()
    await page.getByRole('button', { name: /^Áp dụng/ }).waitFor()
  })
  const applied = await framesDuring(page, async () => {
    await page.getByRole('button', { name: /^Áp dụng/ }).click()
    await page.getByText(/^Đã nhận \d+ thay đổi từ bản Word\.$/).waitFor()
  })
  reportRatio('longest wait for a frame while the file is read and compared, against opening the text', read.longest, shown.longest, 1)
  reportRatio('the same while what was chosen is applied', applied.longest, shown.longest, 1)
  console.log(
    `read and shown in ${read.took.toFixed(0)} ms, applied in ${applied.took.toFixed(0)} ms, the text opened in ${shown.took.toFixed(0)} ms`,
  )
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
