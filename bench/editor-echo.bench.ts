// Typing into a plan of 1,000 blocks, against typing into a bare contenteditable of 1,000 paragraphs in the same window: from the key to
// the letter in the page (the handler), and to the next frame.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { fillText } from './fill-sample.ts'
import { median, reportRatio } from './measure.ts'

const BLOCKS = 1000
const KEYS = 150
const AIM_MILLISECONDS = 16
const root = join(import.meta.dirname, '..')

interface Echo {
  /** Median milliseconds from the key's event to the changed page. */
  readonly handled: number
  readonly framed: number
  readonly worst: number
}

/** Types letters into the editable place that has the focus, one a frame. */
async function type(page: Page): Promise<Echo> {
  await page.evaluate(() => {
    const times: { handled: number[]; framed: number[] } = { handled: [], framed: [] }
    Object.assign(globalThis, { echoTimes: times })
    let begin: number | null = null
    const abort = new AbortController()
    Object.assign(globalThis, { stopEcho: () => abort.abort() })
    document.addEventListener(
      'beforeinput',
      (event) => {
        begin = event.timeStamp
        const since = begin
        requestAnimationFrame(() => requestAnimationFrame(() => times.framed.push(performance.now() - since)))
      },
      { signal: abort.signal },
    )
    // Observers are told in the order of their making: the editor's own has done its work by then.
    const observer = new MutationObserver(() => {
      if (begin !== null) times.handled.push(performance.now() - begin)
      begin = null
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    abort.signal.addEventListener('abort', () => observer.disconnect())
  })
  for (let key = 0; key < KEYS; key += 1) await page.keyboard.press('a')
  const { handled, framed } = await page.evaluate(() => {
    const { echoTimes, stopEcho } = globalThis as unknown as { echoTimes: { handled: number[]; framed: number[] }; stopEcho: () => void }
    stopEcho()
    return echoTimes
  })
  return {
    handled: median(handled),
    framed: median(framed),
    worst: handled.toSorted((one, other) => other - one)[Math.floor(handled.length * 0.05)] ?? 0,
  }
}

const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
const app = await _electron.launch({ cwd: root, args: ['.', `--user-data-dir=${folder}`, '--sample'] })
try {
  const page = await app.firstWindow()
  await page.waitForFunction(async () => (await window.bridge.call('plan.list', {})).ok)
  const plan = await fillText(page, BLOCKS)
  await page.evaluate((address) => {
    location.hash = address
  }, plan)
  await page.waitForFunction((wanted) => document.querySelectorAll('.ProseMirror > *').length >= wanted, BLOCKS)
  await page.locator('.ProseMirror > p').nth(20).click()
  const ours = await type(page)
  await page.evaluate(() => {
    location.hash = '/ke-hoach'
  })
  await page.waitForFunction(() => document.querySelector('.ProseMirror') === null)
  await page.evaluate((wanted) => {
    const words = 'Tiếp tục triển khai thực hiện có hiệu quả các nhiệm vụ cải cách hành chính trên địa bàn tỉnh. '.repeat(3)
    const bare = document.createElement('div')
    bare.style.cssText = 'position:fixed;inset:0;overflow:auto;background:white;z-index:9999'
    bare.contentEditable = 'true'
    for (let at = 0; at < wanted; at += 1) {
      const paragraph = document.createElement('p')
      paragraph.textContent = words
      bare.append(paragraph)
    }
    document.body.append(bare)
    bare.focus()
    getSelection()?.collapse(bare.children[20] ?? bare, 1)
  }, BLOCKS)
  const bare = await type(page)
  reportRatio(`a letter into a plan of ${BLOCKS} blocks, handled, against the aim`, ours.handled, AIM_MILLISECONDS, 1)
  console.log(
    `handled: ${ours.handled.toFixed(1)} ms (one in twenty over ${ours.worst.toFixed(1)}), bare ${bare.handled.toFixed(1)} ms; seen in a frame: ${ours.framed.toFixed(1)} ms, bare ${bare.framed.toFixed(1)} ms`,
  )
  reportRatio('until the frame after it, against a bare contenteditable', ours.framed, bare.framed, 2)
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
