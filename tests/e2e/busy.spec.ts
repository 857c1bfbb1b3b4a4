import { box, cell, firstPlan, openAppendix, tasksOf } from '../helpers/appendix-screen.ts'
import { expect, test, type Office } from '../helpers/office.ts'
import { caretAtEnd } from '../helpers/plan-story.ts'
import { holdChannel, silenceOffice } from '../helpers/slow-office.ts'
import { typedWords, waysOfTyping } from '../helpers/vietnamese-typing.ts'

// A machine that is busy with something else answers late; nothing that was done meanwhile may be lost or come out of order.
test.use({ startWith: ['--sample'] })

async function writeCell(office: Office, row: number, words: string): Promise<void> {
  await cell(office, row, 1).click()
  await office.window.keyboard.type(words)
  await office.window.keyboard.press('Enter')
  await expect(cell(office, row, 1)).toHaveText(words)
}

const products = async (office: Office, count: number): Promise<readonly string[]> =>
  (await tasksOf(office, await firstPlan(office))).slice(0, count).map(({ product }) => product)

test('Ctrl+Z takes back a cell of which the window has not heard yet that it is written', async ({ office }) => {
  await openAppendix(office)
  const before = await products(office, 1)
  await silenceOffice(office)
  await writeCell(office, 0, 'Báo cáo tuần')
  await expect.poll(async () => products(office, 1)).toEqual(['Báo cáo tuần'])
  await office.window.keyboard.press('Control+z')
  await expect.poll(async () => products(office, 1)).toEqual(before)
})

test('Ctrl+Z between two cells takes back the first, however late the office writes it', async ({ office }) => {
  await openAppendix(office)
  const [first, , third] = await products(office, 3)
  const release = await holdChannel(office, 'task.update')
  await writeCell(office, 0, 'Báo cáo tuần')
  await office.window.keyboard.press('Control+z')
  await writeCell(office, 1, 'Báo cáo tháng')
  await release()
  await expect.poll(async () => products(office, 3)).toEqual([first, 'Báo cáo tháng', third])
  await expect(cell(office, 0, 1)).toHaveText(first ?? '')
})

test('a cell that is written again right after Ctrl+Z is written, before the window has heard what the row says now', async ({
  office,
}) => {
  await openAppendix(office)
  await writeCell(office, 0, 'Báo cáo tuần')
  await expect.poll(async () => products(office, 1)).toEqual(['Báo cáo tuần'])
  await expect(office.window.getByRole('button', { name: /^Hoàn tác: sửa nhiệm vụ/ })).toBeVisible()
  const release = await holdChannel(office, 'task.list')
  await office.window.keyboard.press('Control+z')
  await expect(office.window.getByRole('button', { name: /^Làm lại: sửa nhiệm vụ/ })).toBeVisible()
  await writeCell(office, 0, 'Báo cáo tháng')
  await release()
  await expect.poll(async () => products(office, 1)).toEqual(['Báo cáo tháng'])
  await expect(cell(office, 0, 1)).toHaveText('Báo cáo tháng')
})

test('Ctrl+Z pressed twice takes back two cells, and Ctrl+Y twice brings both again', async ({ office }) => {
  await openAppendix(office)
  const before = await products(office, 2)
  const release = await holdChannel(office, 'task.update')
  await writeCell(office, 0, 'Báo cáo tuần')
  await writeCell(office, 1, 'Báo cáo tháng')
  await office.window.keyboard.press('Control+z')
  await office.window.keyboard.press('Control+z')
  await release()
  await expect.poll(async () => products(office, 2)).toEqual(before)
  await office.window.keyboard.press('Control+y')
  await office.window.keyboard.press('Control+y')
  await expect.poll(async () => products(office, 2)).toEqual(['Báo cáo tuần', 'Báo cáo tháng'])
})

test('cells that are still to be written, and one that is still being typed, are there after the window is closed', async ({ office }) => {
  await openAppendix(office)
  const release = await holdChannel(office, 'task.update')
  await writeCell(office, 0, 'Báo cáo tuần')
  await writeCell(office, 1, 'Báo cáo tháng')
  await cell(office, 2, 1).click()
  await office.window.keyboard.type('Báo cáo quý')
  await expect(box(office)).toHaveValue('Báo cáo quý')
  const closed = office.window.waitForEvent('close')
  await office.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await release()
  await closed
  const again = await office.restart()
  expect(await products(again, 3)).toEqual(['Báo cáo tuần', 'Báo cáo tháng', 'Báo cáo quý'])
})

test('words written right after an undo do not bring back what it took away', async ({ office }) => {
  const { window: page } = office
  await page.getByRole('link', { name: 'Soạn tiếp' }).click()
  const block = (index: number) => page.locator('.ProseMirror p').nth(index)
  const before = await block(3).innerText()
  await caretAtEnd(block(3))
  await page.keyboard.type(' thêm')
  await page.keyboard.press('Control+s')
  const undo = page.getByRole('button', { name: /^Hoàn tác: sửa nội dung/ })
  await expect(undo).toBeVisible()
  // The office takes back, but the window does not hear of it before it saves again.
  const release = await holdChannel(office, 'plan.get')
  await undo.click()
  await expect(page.getByRole('button', { name: /^Hoàn tác: sửa nội dung/ })).toHaveCount(0)
  await caretAtEnd(block(5))
  await page.keyboard.type(' viết sau')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: /^Hoàn tác: sửa nội dung/ })).toBeVisible()
  await release()
  await expect(block(3)).toHaveText(before)
  await expect(block(5)).toHaveText(/ viết sau$/)
})

for (const [name, type] of Object.entries(waysOfTyping)) {
  test(`${name} loses and doubles no letter when a save is answered in the middle of a syllable`, async ({ office }) => {
    const { window: page } = office
    await page.getByRole('link', { name: 'Soạn tiếp' }).click()
    await page.locator('.ProseMirror p').first().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    const last = page.locator('.ProseMirror p').last()
    const words: string[] = []
    for (const keys of ['ddaf', 'uwu tieen', 'taoj'] as const) {
      const release = await holdChannel(office, 'plan.save-text')
      await type(page, 'taoj')
      await page.keyboard.press('Control+s')
      // The answer comes while the keys do.
      await Promise.all([type(page, keys), release()])
      words.push('tạo', typedWords[keys])
      await expect(last).toHaveText(words.join(''))
    }
    await page.keyboard.press('Control+s')
    await expect(last).toHaveText(words.join(''))
  })
}

test('a window that is asked to load its page again does so when the words of the text are written, and stays open', async ({ office }) => {
  const { window: page, app } = office
  await page.getByRole('link', { name: 'Soạn tiếp' }).click()
  const last = page.locator('.ProseMirror p').last()
  await expect(last).toBeVisible()
  await page.locator('.ProseMirror p').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('chữ chưa lưu')
  const release = await holdChannel(office, 'plan.save-text')
  await page.evaluate(() => {
    document.documentElement.dataset['page'] = 'before'
  })
  const loaded = page.waitForEvent('load')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await release()
  await loaded
  await expect(page.locator('html[data-page]')).toHaveCount(0)
  await expect(last).toHaveText('chữ chưa lưu')
  await expect(page.getByRole('button', { name: 'Khôi phục' })).toHaveCount(0)
  // And closing still closes.
  await page.locator('.ProseMirror p').last().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' thêm')
  const closed = page.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await closed
  const again = await office.restart()
  await again.window.getByRole('link', { name: 'Soạn tiếp' }).click()
  await expect(again.window.locator('.ProseMirror p').last()).toHaveText('chữ chưa lưu thêm')
})
