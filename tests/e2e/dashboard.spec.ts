import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultParseSearch } from '@tanstack/react-router'
import { applyView, type RegisterLookup } from '../../src/shared/domain/register-rows.ts'
import type { Register } from '../../src/shared/domain/register.ts'
import { RegisterSearch, viewOfSearch } from '../../src/renderer/src/lib/register-address.ts'
import { goTo, seriousFindings } from '../helpers/appendix-screen.ts'
import { expect, test, type Office } from '../helpers/office.ts'
import { readPdf } from '../helpers/pdf.ts'

// A year as offices live it, with its answers, moved days and silences; judged at its middle.
const folder = mkdtempSync(join(tmpdir(), 'cchc-year-'))
const ON = '2023-06-30'
const dashboard = `/nhiem-vu/bang-dieu-hanh?nam=2023&ngay=${ON}`

test.beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['bench/make-year.ts', join(folder, 'year')], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.use({ startWith: ['--workspace', join(folder, 'year')] })

/** What the window itself is told, to count by. */
async function recordsOf({ window: page }: Office): Promise<{ readonly register: Register; readonly lookup: RegisterLookup }> {
  const register = await page.evaluate(async (asOf) => window.bridge.call('register.list', { year: 2023, asOf }), ON)
  const registry = await page.evaluate(async () => window.bridge.call('agency.list', {}))
  const fields = await page.evaluate(async () => window.bridge.call('field.list', {}))
  const members = await page.evaluate(async () => window.bridge.call('member.list', {}))
  if (!register.ok || !registry.ok || !fields.ok || !members.ok) throw new Error('the office does not answer')
  return { register: register.value, lookup: { year: 2023, ...registry.value, fields: fields.value, members: members.value } }
}

/** Every figure on the screen that is a number of rows and leads to them. */
async function figuresOf({
  window: page,
}: Office): Promise<readonly { readonly says: string; readonly count: number; readonly to: string }[]> {
  return page.locator('#content a[href*="#/nhiem-vu?"]').evaluateAll((links) =>
    links.flatMap((link) => {
      const text = link.textContent?.trim() ?? ''
      const says = link.getAttribute('aria-label') ?? link.getAttribute('title') ?? text
      // A percentage is no number of rows, and the title of one task none either.
      const written = /^\d+(?=(?: |$))/.exec(text) ?? /(?<=: )\d+(?= nhiệm vụ)|(?<=lỡ |\p{L})\d+$/u.exec(says)
      const to = link.getAttribute('href') ?? ''
      return written === null || to.includes('chon=') ? [] : [{ says, count: Number(written[0]), to: to.slice(to.indexOf('?')) }]
    }),
  )
}

/** Presses "In…" and gives the pages of the file that would open in the office's reader. */
async function printed(office: Office, button: string): Promise<Awaited<ReturnType<typeof readPdf>>> {
  await office.app.evaluate(({ shell }) => {
    shell.openPath = async (file) => {
      Object.assign(globalThis, { opened: file })
      return Promise.resolve('')
    }
    Object.assign(globalThis, { opened: undefined })
  })
  await office.window.getByRole('button', { name: button }).click()
  const opened = () => office.app.evaluate(() => (globalThis as { readonly opened?: string }).opened ?? null)
  await expect.poll(opened).toMatch(/\.pdf$/)
  return readPdf(readFileSync((await opened()) ?? ''))
}

const wordsOf = (page: { readonly words: readonly { readonly text: string }[] } | undefined): string =>
  page?.words.map(({ text }) => text).join(' ') ?? ''

test('every figure of the dashboard equals the rows it opens, and the whole prints on one sheet of A4', async ({ office }) => {
  const page = office.window
  await goTo(office, dashboard)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bảng điều hành năm 2023, tính đến ngày 30/06/2023')
  await expect(page.locator('.recharts-pie-sector').first()).toBeVisible()
  const { register, lookup } = await recordsOf(office)
  const figures = await figuresOf(office)
  expect(figures.length).toBeGreaterThan(100)
  expect(
    figures.flatMap(({ says, count, to }) => {
      const rows = applyView(register, viewOfSearch(RegisterSearch.parse(defaultParseSearch(to))), lookup).counts.rows
      return rows === count ? [] : [{ says, count, rows }]
    }),
  ).toEqual([])
  // Nothing to scroll for at the size of an office laptop.
  expect(
    await page
      .locator('#content')
      .evaluate((main) => [...main.querySelectorAll('[class*="tab-body"]')].map((body) => body.scrollHeight <= body.clientHeight)),
  ).toEqual([true])
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('dashboard')

  const sheets = await printed(office, 'In một trang A4')
  expect(sheets.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[842, 595]])
  expect(wordsOf(sheets[0])).toContain('Bảng điều hành năm 2023')

  const overdue = figures.find(({ says }) => says.startsWith('Quá hạn: '))
  await page.getByRole('link', { name: overdue?.says ?? '' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treegrid').locator('[data-line][aria-level="2"]')).toHaveCount(overdue?.count ?? 0)
})

test('the timeline draws every task, opens one by keyboard, and prints lying on A4', async ({ office }) => {
  const page = office.window
  await goTo(office, `/nhiem-vu/dong-thoi-gian?nam=2023&ngay=${ON}`)
  const names = page.getByRole('table', { name: 'Mười hai tháng của năm' }).getByRole('rowheader').getByRole('link')
  await expect(names).toHaveCount(44)
  const marks = page.locator('i[data-light]')
  await expect(marks.first()).toBeAttached()
  await names.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(names.nth(1)).toBeFocused()
  await expect(page.getByRole('tooltip', { name: /^2\. Theo dõi, đôn đốc/ })).toContainText('Thường xuyên')
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('timeline')
  const sheets = await printed(office, 'In khổ A4 ngang')
  expect(new Set(sheets.map(({ width, height }) => width > height))).toEqual(new Set([true]))
  // The months stand over every sheet.
  expect(sheets.every((sheet) => wordsOf(sheet).includes('T1 T2 T3'))).toBe(true)
  await names.nth(1).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/nhiem-vu\?.*chon=/)
})

test.describe('beside the clock', () => {
  test.use({ startWith: ['--workspace', join(folder, 'year'), '--tray'] })

  test('the overview reminds with the rows behind it, and a closed window goes on only where a person chose so', async ({ office }) => {
    const page = office.window
    const panel = page.getByRole('region', { name: 'Việc cần nhắc hôm nay, năm 2023' })
    await expect(panel.getByRole('link', { name: /nhiệm vụ quá hạn$/ })).toBeVisible()
    expect(await seriousFindings(office)).toEqual([])
    await office.photograph('reminders')
    await goTo(office, '/cai-dat?the=du-lieu')
    const keep = page.getByRole('checkbox', { name: /giữ chương trình ở khay hệ thống/ })
    await expect(keep).not.toBeChecked()
    await keep.click()
    await expect(keep).toBeChecked()
    const windows = () => office.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
    await office.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect.poll(windows).toEqual([false])
    await office.app.evaluate(({ app }) => app.emit('second-instance', {}, [], ''))
    await expect.poll(windows).toEqual([true])
  })
})
