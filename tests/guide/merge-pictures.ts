import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from '../helpers/office.ts'
import { caretAtEnd, untilStored } from '../helpers/plan-story.ts'
import { answerDialogs, photograph, setUpCamera } from './camera.ts'

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')

/** What a colleague changes in Word. */
function editInWord(file: string): void {
  const parts = unzipSync(readFileSync(file))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    .replace('phấn đấu giữ vững xếp hạng', 'phấn đấu nâng xếp hạng')
    .replace('tiến hành động bộ', 'tiến hành đồng bộ')
    .replace('Trước ngày 15/01/2023', 'Trước ngày 20/01/2023')
  parts['word/document.xml'] = strToU8(xml)
  writeFileSync(file, zipSync(parts))
}

test.describe('a Word file that comes back', () => {
  test.use({ startWith: ['--sample'] })

  test('beside the draft', async ({ office }) => {
    const folder = mkdtempSync(join(tmpdir(), 'cchc-guide-'))
    const file = join(folder, 'Ke hoach gop y.docx')
    await setUpCamera(office, 1)
    const { window } = office
    await window.getByRole('link', { name: 'Soạn tiếp' }).click()
    await window.getByRole('link', { name: 'Dự thảo & ban hành' }).click()
    await answerDialogs(office, { save: file, open: file })
    await window.getByRole('button', { name: 'Word', exact: false }).first().click()
    await expect(window.getByText('Ke hoach gop y')).toBeVisible({ timeout: 60_000 })
    editInWord(file)
    await window.getByRole('link', { name: 'Soạn thảo', exact: true }).click()
    const sentence = window.locator('.ProseMirror p').filter({ hasText: 'phấn đấu giữ vững xếp hạng' })
    await caretAtEnd(sentence)
    await window.keyboard.type(' Duy trì Chỉ số PAPI.')
    await untilStored(window, 'Duy trì Chỉ số PAPI.')
    await window.getByRole('link', { name: 'Bản Word về' }).click()
    await window.getByRole('button', { name: 'Chọn tệp Word…' }).click()
    await expect(window.getByText('1 chưa chọn')).toBeVisible({ timeout: 60_000 })
    await photograph(office, pictures, 'ban-word-ve')
    rmSync(folder, { recursive: true, force: true })
  })
})
