import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { ElectronApplication, Page } from '@playwright/test'
import { seriousFindings } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'
import { caretAtEnd, untilStored } from '../helpers/plan-story.ts'

const tab = (window: Page, name: string) => window.getByRole('navigation', { name: 'Các phần của kế hoạch' }).getByRole('link', { name })

async function dialogsGive(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => Promise.resolve({ canceled: false, filePath: path })
    dialog.showOpenDialog = async () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, filePath)
}

/** What a colleague does in Word: words changed, a sentence gone, a cell, and a remark. */
function editInWord(file: string): void {
  const parts = unzipSync(readFileSync(file))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    .replace('tiến hành động bộ', 'tiến hành đồng bộ')
    .replace('phấn đấu giữ vững xếp hạng', 'phấn đấu nâng xếp hạng')
    .replace('Trước ngày 15/01/2023', 'Trước ngày 20/01/2023')
  parts['word/document.xml'] = strToU8(xml)
  writeFileSync(file, zipSync(parts))
}

test.describe('a Word file that comes back', () => {
  test.use({ startWith: ['--sample'] })

  test('is compared with the draft, chosen from by keyboard, applied and taken back', async ({ office }) => {
    const { window, app, dataFolder, photograph } = office
    const file = join(dataFolder, 'gửi góp ý.docx')
    await dialogsGive(app, file)
    await window.getByRole('link', { name: 'Soạn tiếp' }).click()
    await tab(window, 'Bản Word về').click()
    await expect(window.getByText('Kéo tệp Word đã sửa thả vào đây')).toBeVisible()
    await photograph('empty')
    expect(await seriousFindings(office)).toEqual([])
    await tab(window, 'Dự thảo & ban hành').click()
    await window.getByRole('button', { name: 'Word', exact: false }).first().click()
    await expect(window.getByRole('alert').filter({ hasText: 'gửi góp ý' })).toBeVisible({ timeout: 30_000 })
    editInWord(file)

    // The draft goes on meanwhile, in one of the same sentences.
    await tab(window, 'Soạn thảo').click()
    const sentence = window.locator('.ProseMirror p').filter({ hasText: 'phấn đấu giữ vững xếp hạng' })
    await caretAtEnd(sentence)
    await window.keyboard.type(' Câu thêm ở dự thảo.')
    await untilStored(window, 'Câu thêm ở dự thảo.')

    await tab(window, 'Bản Word về').click()
    await window.getByRole('button', { name: 'Chọn tệp Word…' }).click()
    await expect(window.getByText('3 thay đổi · 2 nhận · 0 bỏ · 1 chưa chọn')).toBeVisible({ timeout: 30_000 })
    await photograph('differences')
    expect(await seriousFindings(office)).toEqual([])
    await window.getByText('Mâu thuẫn (1)').click()
    await photograph('conflict')
    await window.getByRole('button', { name: 'Lấy theo bản Word' }).click()
    await window.getByText('Tất cả (3)').click()
    await window.getByRole('checkbox').first().focus()
    await window.keyboard.press('r')
    await expect(window.getByText('3 thay đổi · 0 nhận · 3 bỏ')).toBeVisible()
    await window.keyboard.press('a')
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Space')
    await expect(window.getByText('3 thay đổi · 2 nhận · 1 bỏ')).toBeVisible()
    await window.getByRole('button', { name: 'Áp dụng 2 thay đổi' }).click()
    await expect(window.getByText('Đã nhận 2 thay đổi từ bản Word.')).toBeVisible({ timeout: 20_000 })
    await tab(window, 'Soạn thảo').click()
    await expect(window.locator('.ProseMirror')).toContainText('tiến hành đồng bộ')
    await window.getByRole('button', { name: 'Hoàn tác' }).first().click()
    await expect(window.locator('.ProseMirror')).toContainText('tiến hành động bộ', { timeout: 20_000 })
    await expect(window.locator('.ProseMirror')).toContainText('Câu thêm ở dự thảo.')
  })
})
