// The window on the store of twenty years: each screen of the year's tasks from the wish to see it to the frame that shows it. Every round asks for a
// day that was not asked for before, so that the office reads and judges the year anew; better-sqlite3 asked by hand for the same year's rows stands
// beside it in the same round.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { largeStore } from './large-store.ts'
import { median, reportRatio } from './measure.ts'

const ROUNDS = 7
/** Milliseconds: what a screen may take. */
const SCREEN = 150
const root = join(import.meta.dirname, '..')

/** Each screen with words that stand on it once its rows do. */
const screens = [
  ['the list of 500 tasks', '/nhiem-vu', 'Ban hành Kế hoạch CCHC'],
  ['the list of 2,459 shares', '/nhiem-vu?cap=luot', 'Ban hành Kế hoạch CCHC'],
  ['the dashboard', '/nhiem-vu/bang-dieu-hanh', 'nhiều việc quá hạn nhất đứng đầu'],
  ['the timeline', '/nhiem-vu/dong-thoi-gian', 'Ban hành Kế hoạch CCHC'],
  ['what may be urged', '/nhiem-vu/don-doc', 'Đã chọn'],
  ['a member’s portfolio', '/nhiem-vu/thanh-vien', 'Lĩnh vực phụ trách'],
  ['what waits to be given again', '/nhiem-vu/cho-giao-lai', 'Sắp xếp đơn vị'],
  ['forms of agencies', '/nhiem-vu/phieu', 'Lập phiếu'],
] as const

/** Milliseconds from asking for an address to the frame in which the words stand in the middle of the window. */
async function timeToShow(page: Page, address: string, words: string): Promise<number> {
  await page.evaluate(() => {
    location.hash = '/cai-dat'
  })
  await page.waitForFunction(() => document.querySelector('main')?.textContent.includes('Cài đặt'))
  return page.evaluate(
    async ([wanted, mark]) =>
      new Promise<number>((resolve) => {
        const begin = performance.now()
        location.hash = wanted
        const look = (): void => {
          if (document.querySelector('main')?.textContent.includes(mark) !== true) requestAnimationFrame(look)
          else requestAnimationFrame(() => resolve(performance.now() - begin))
        }
        requestAnimationFrame(look)
      }),
    [address, words] as const,
  )
}

const { folder, drop } = await largeStore()
const userData = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
const app = await _electron.launch({ cwd: root, args: ['.', `--user-data-dir=${userData}`, '--workspace', folder] })
const raw = new Database(join(folder, 'workspace.sqlite'), { readonly: true })
try {
  const page = await app.firstWindow()
  page.setDefaultTimeout(120_000)
  // The backup of the day copies the whole file: an ordinary day's screens come after it.
  await page.waitForFunction(async () => {
    const status = await window.bridge.call('workspace.status', {})
    return status.ok && status.value.lastBackupAt !== null
  })
  const year = `select w.task_id from task_wording w join plan on plan.id = w.plan_id where plan.year = 2023`
  const rows = [
    `select * from task_wording where task_id in (${year})`,
    `select * from assignment where task_id in (${year})`,
    `select * from extension where task_id in (${year})`,
    `select p.* from progress p join assignment a on a.id = p.assignment_id where a.task_id in (${year})`,
  ].map((query) => raw.prepare(query))
  const rawYear = (): number => {
    const begin = performance.now()
    for (const query of rows) query.all()
    return performance.now() - begin
  }
  let asked = 0
  for (const [what, address, words] of screens) {
    const [shown, alone]: [number[], number[]] = [[], []]
    for (let round = 0; round <= ROUNDS; round += 1) {
      const day = new Date(Date.UTC(2023, 5, 1 + asked)).toISOString().slice(0, 10)
      asked += 1
      const took = await timeToShow(page, `${address}${address.includes('?') ? '&' : '?'}nam=2023&ngay=${day}`, words)
      const hand = rawYear()
      // The first time reads the screen's own script.
      if (round === 0) continue
      shown.push(took)
      alone.push(hand)
    }
    reportRatio(`${what}, against what a screen may take`, median(shown), SCREEN, 1)
    console.log(`  ${(median(shown) / median(alone)).toFixed(1)} × the year's rows alone (${median(alone).toFixed(1)} ms)`)
  }
} finally {
  raw.close()
  await app.close()
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  drop()
}
