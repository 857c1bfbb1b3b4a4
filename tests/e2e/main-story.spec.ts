import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { expect, test, type Office } from '../helpers/office.ts'
import { caretAtEnd, taskCount, untilStored } from '../helpers/plan-story.ts'

/** Answers the next save dialogs with this file: a test cannot click in a dialog of the system. */
async function saveTo(office: Office, file: string): Promise<void> {
  await office.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => Promise.resolve({ canceled: false, filePath })
  }, file)
}

/** What was handed to the system's own programs to open. */
async function catchOpenedFiles(office: Office): Promise<() => Promise<readonly string[]>> {
  await office.app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedFiles: opened })
    shell.openPath = async (path) => {
      opened.push(path)
      return Promise.resolve('')
    }
  })
  return async () => office.app.evaluate(() => (globalThis as unknown as { openedFiles: string[] }).openedFiles)
}

async function copyInAnotherProgram(office: Office, text: string): Promise<void> {
  await office.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
}

const sentence = 'Tổ chức hội thi tìm hiểu cải cách hành chính cho cán bộ, công chức trẻ.'
const pastedRows = Array.from({ length: 10 }, (_, index) =>
  [
    `Nhiệm vụ dán số ${index + 1}`,
    'Báo cáo',
    index % 2 === 0 ? 'Sở Nội vụ' : '"Sở Tư pháp;\nSở Tài chính"',
    'Các sở, ban, ngành',
    'Quý III/2023',
  ].join('\t'),
).join('\n')

test.describe('the main job on the sample', () => {
  test.use({ startWith: ['--sample'] })

  test('a sentence becomes a task, rows come from a spreadsheet, the paper goes out, and all of it is there after a restart', async ({
    office,
  }) => {
    const { window } = office
    // Edit a sentence, and add one.
    await window.getByRole('link', { name: 'Soạn tiếp' }).click()
    const lastBullet = window.locator('.ProseMirror p[data-kind="bullet"]').filter({ hasText: 'Đẩy mạnh công tác tuyên truyền, phổ biến' })
    await caretAtEnd(lastBullet)
    await window.keyboard.press('Enter')
    await window.keyboard.insertText(sentence)
    await window.keyboard.press('Control+s')
    await untilStored(window, sentence)
    await expect(window.locator('.ProseMirror p[data-kind="bullet"]').filter({ hasText: sentence })).toHaveCount(1)

    // Its task, made from the plan.
    await window.getByRole('link', { name: 'Phụ lục' }).click()
    const grid = window.getByRole('grid')
    await expect(grid.getByText('Trước ngày 15/01/2023')).toBeVisible()
    await window.getByRole('button', { name: 'Việc khác' }).click()
    await window.getByRole('menuitem', { name: 'Lập nhiệm vụ từ kế hoạch' }).click()
    await expect(window.getByText('Đã lập 1 nhiệm vụ từ kế hoạch')).toBeVisible({ timeout: 20_000 })
    expect(await taskCount(window)).toBe(45)

    // Ten rows from a spreadsheet below it.
    await window.getByRole('toolbar', { name: 'Lọc và thao tác trên phụ lục' }).getByRole('button', { name: 'Thêm nhiệm vụ' }).click()
    await expect.poll(async () => taskCount(window)).toBe(46)
    await expect(window.locator('textarea[data-history]')).toBeFocused()
    await copyInAnotherProgram(office, pastedRows)
    await window.keyboard.press('Control+v')
    await expect.poll(async () => taskCount(window)).toBe(55)
    await window.keyboard.press('Control+End')
    await expect(grid.getByText('Nhiệm vụ dán số 10')).toBeVisible()

    // Assign the task made from the sentence, by letters without accents.
    await window.keyboard.press('Control+Home')
    const made = grid.getByRole('row').filter({ hasText: sentence.slice(0, -1) })
    await expect(async () => {
      await window.keyboard.press('PageDown')
      await expect(made).toBeVisible({ timeout: 500 })
    }).toPass()
    await made.getByRole('gridcell').nth(2).click()
    await window.keyboard.type('so noi v')
    await expect(window.getByRole('option', { name: 'Sở Nội vụ' }).first()).toBeVisible()
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Enter')
    await window.keyboard.press('Enter')
    await expect(made.getByRole('gridcell').nth(2)).toHaveText(/Sở Nội vụ/)

    // The paper.
    const file = join(office.dataFolder, 'ke-hoach.docx')
    await saveTo(office, file)
    await window.getByRole('link', { name: 'Dự thảo & ban hành' }).click()
    await window.getByRole('button', { name: 'Lưu Word' }).click()
    await expect(window.getByText('ke-hoach.docx').first()).toBeVisible({ timeout: 20_000 })
    const { value: words } = await mammoth.extractRawText({ buffer: await readFile(file) })
    expect([sentence, 'Nhiệm vụ dán số 10', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'].map((each) => words.includes(each))).toEqual([
      true,
      true,
      true,
    ])

    // Another day.
    const later = await office.restart()
    await later.window.getByRole('link', { name: 'Soạn tiếp' }).click()
    await expect(later.window.locator('.ProseMirror p[data-kind="bullet"]').filter({ hasText: sentence })).toHaveCount(1)
    expect(await taskCount(later.window)).toBe(55)
    await later.window.keyboard.press('Control+k')
    await later.window.keyboard.insertText('hoi thi tim hieu')
    await expect(later.window.getByText('Tổ chức hội thi tìm hiểu', { exact: false }).first()).toBeVisible()
  })
})

test('an office of my own goes from nothing to a printed one-page plan', async ({ office }) => {
  const { window } = office
  const opened = await catchOpenedFiles(office)
  await window.getByRole('button', { name: 'Tạo đơn vị của tôi' }).click()
  await window.getByRole('textbox', { name: 'Tỉnh, thành phố' }).fill('tỉnh Mẫu')
  await window.getByRole('textbox', { name: 'Địa danh' }).fill('Mẫu')
  await window.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('ỦY BAN NHÂN DÂN\nTỈNH MẪU')
  await window.getByRole('textbox', { name: 'Tên trong câu' }).fill('UBND tỉnh Mẫu')
  await window.getByRole('textbox', { name: 'Ký hiệu kế hoạch' }).fill('KH-UBND')
  await window.getByRole('textbox', { name: 'Ký hiệu quyết định' }).fill('QĐ-UBND')
  await window.getByRole('button', { name: 'Tạo đơn vị', exact: true }).click()
  await expect(window.getByRole('link', { name: 'Đơn vị & thành viên' })).toBeVisible()

  // Agencies, pasted from a spreadsheet.
  await window.getByRole('link', { name: 'Đơn vị & thành viên' }).click()
  await window.getByRole('button', { name: 'Dán từ Excel…' }).first().click()
  await window.getByRole('textbox', { name: 'Nội dung dán' }).fill('Sở Nội vụ\tSở NV\tSở\nSở Tư pháp\tSở TP\tSở')
  await expect(window.getByText('Sẽ thêm 2 mục')).toBeVisible()
  await window.getByRole('button', { name: 'Thêm vào danh sách' }).click()
  await expect(window.getByRole('button', { name: 'Sở Tư pháp' })).toBeVisible()

  // A short plan with one task.
  await window.getByRole('link', { name: 'Kế hoạch', exact: true }).click()
  await window.getByRole('button', { name: 'Lập kế hoạch' }).first().click()
  await window.getByRole('textbox', { name: 'Năm' }).fill('2027')
  await window.getByRole('dialog').getByRole('button', { name: 'Lập kế hoạch' }).click()
  await expect(window.locator('.ProseMirror')).toContainText('Mục đích, yêu cầu')
  await window.getByRole('link', { name: 'Phụ lục' }).click()
  await window.getByRole('toolbar', { name: 'Lọc và thao tác trên phụ lục' }).getByRole('button', { name: 'Thêm nhiệm vụ' }).click()
  await expect.poll(async () => taskCount(window)).toBe(1)
  await expect(window.locator('textarea[data-history]')).toBeFocused()
  await copyInAnotherProgram(office, 'Ban hành Kế hoạch kiểm tra\tKế hoạch\tSở NV\tSở TP\tQuý I')
  await window.keyboard.press('Control+v')
  await expect(window.getByRole('grid').getByText('hạn 31/3/2027')).toBeVisible()

  // Printed: the PDF goes to the machine's own reader.
  await window.getByRole('link', { name: 'Dự thảo & ban hành' }).click()
  await window.getByRole('button', { name: 'In', exact: true }).click()
  await expect.poll(opened, { timeout: 30_000 }).toHaveLength(1)
  const [printed = ''] = await opened()
  expect((await readFile(printed)).subarray(0, 5).toString()).toBe('%PDF-')
})
