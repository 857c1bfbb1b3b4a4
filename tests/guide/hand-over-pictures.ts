import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Office } from '../helpers/office.ts'
import { caretAtEnd } from '../helpers/plan-story.ts'
import { answerDialogs, photograph, setUpCamera } from './camera.ts'

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')
const passphrase = '4821-9075-3316'

async function press({ window }: Office, name: string): Promise<void> {
  await window.getByRole('button', { name, exact: true }).first().click()
}

async function savePack(office: Office, file: string): Promise<void> {
  const dialog = office.window.getByRole('dialog')
  await dialog.getByLabel('Mật khẩu của gói').fill(passphrase)
  await dialog.getByLabel('Nhập lại mật khẩu').fill(passphrase)
  await answerDialogs(office, { save: file })
  await press(office, 'Lưu gói…')
  await expect(dialog.getByText(passphrase)).toBeVisible({ timeout: 60_000 })
}

async function openPack(office: Office, file: string, button: string): Promise<void> {
  await answerDialogs(office, { open: file })
  await press(office, button)
  await office.window.getByRole('dialog').getByLabel('Mật khẩu của gói').fill(passphrase)
  await press(office, 'Mở gói')
}

test.describe('handing over', () => {
  test.use({ startWith: ['--sample'] })

  test('there and back', async ({ office, startColleague }) => {
    const stick = mkdtempSync(join(tmpdir(), 'cchc-stick-'))
    const [there, back] = [join(stick, 'Bàn giao.cchc'), join(stick, 'Trả lại.cchc')]
    await setUpCamera(office, 1)
    const { window } = office
    await window.getByRole('link', { name: 'Soạn tiếp' }).click()
    await window.getByRole('link', { name: 'Dự thảo & ban hành' }).click()
    await press(office, 'Bàn giao…')
    await window.getByLabel('Bàn giao cho').fill('Nguyễn Văn Mẫu, Sở Nội vụ')
    await press(office, 'Tạo mật khẩu')
    await photograph(office, pictures, 'ban-giao')
    await savePack(office, there)
    await window.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click()
    await expect(window.getByText('chỉ xem')).toBeVisible()
    await photograph(office, pictures, 'dang-ban-giao')

    const colleague = await startColleague(['--sample'])
    await setUpCamera(colleague, 1)
    await colleague.window.getByRole('link', { name: 'Cài đặt' }).click()
    await colleague.window.getByRole('tab', { name: 'Dữ liệu' }).click()
    await openPack(colleague, there, 'Mở gói bàn giao…')
    await expect(colleague.window.getByText('Người gửi bàn giao để bạn làm tiếp.')).toBeVisible({ timeout: 60_000 })
    await photograph(colleague, pictures, 'mo-goi-ban-giao')
    await press(colleague, 'Nhận bàn giao')
    const bullet = colleague.window
      .locator('.ProseMirror p[data-kind="bullet"]')
      .filter({ hasText: 'Đẩy mạnh công tác tuyên truyền, phổ biến' })
    await caretAtEnd(bullet)
    await colleague.window.keyboard.press('Enter')
    await colleague.window.keyboard.insertText('Tổ chức hội thi tìm hiểu cải cách hành chính cho cán bộ trẻ.')
    await colleague.window.keyboard.press('Control+s')
    await press(colleague, 'Trả lại…')
    await savePack(colleague, back)

    await openPack(office, back, 'Nhận bản trả lại…')
    await expect(window.getByRole('region', { name: 'Các chỗ khác nhau' }).getByText('Tổ chức hội thi')).toBeVisible({ timeout: 60_000 })
    await photograph(office, pictures, 'ban-tra-lai')
    rmSync(stick, { recursive: true, force: true })
  })
})
