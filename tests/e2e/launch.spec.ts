import { expect, test } from '../helpers/office.ts'

test('the window opens with its frame, in Vietnamese, at the size of an office laptop', async ({ office }) => {
  await expect(office.window.getByRole('banner')).toBeVisible()
  expect(await office.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()))).toEqual([
    'Bàn làm việc CCHC',
  ])
  expect(await office.window.evaluate(() => document.documentElement.lang)).toBe('vi')
  expect(
    await office.app.evaluate(({ BrowserWindow }) => {
      const { width, height } = BrowserWindow.getAllWindows()[0]!.getBounds()
      return { width, height }
    }),
  ).toEqual({ width: 1366, height: 768 })
  await office.photograph('frame')
})

test('the screen speaks in the bundled font, not in whatever the machine has', async ({ office }) => {
  await expect(office.window.getByRole('banner')).toBeVisible()
  expect(await office.window.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Be Vietnam Pro')
  const loaded = await office.window.evaluate(async () =>
    (await document.fonts.load("16px 'Be Vietnam Pro'", 'Kế hoạch ộ ữ đ')).map((face) => face.status),
  )
  expect(new Set(loaded)).toEqual(new Set(['loaded']))
})

test('a second start on the same data gives way to the window that is open', async ({ office }) => {
  const second = await office.app.evaluate(async ({ app }) => {
    const { spawn } = process.getBuiltinModule('node:child_process')
    const child = spawn(process.execPath, process.argv.slice(1), { stdio: 'ignore', env: process.env })
    void app
    return new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  })
  expect(second).toBe(0)
  expect(await office.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test.describe('after a defect of the window', () => {
  test.use({ startWith: ['--sample'] })

  test('the window is loaded again and shows the same screen', async ({ office: { window: page } }) => {
    await page.getByRole('link', { name: 'Cài đặt' }).click()
    await expect(page.getByRole('heading', { name: 'Cài đặt' })).toBeVisible()
    await page.evaluate(() => Object.assign(globalThis, { before: true }))
    await Promise.all([page.waitForEvent('load'), page.evaluate(() => location.reload())])
    await expect(page.getByRole('heading', { name: 'Cài đặt' })).toBeVisible()
    expect(await page.evaluate(() => 'before' in globalThis)).toBe(false)
  })
})
