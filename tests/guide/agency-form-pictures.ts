import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { goTo } from '../helpers/appendix-screen.ts'
import { editForm, wellDone } from '../helpers/form-sheet.ts'
import { issueSample } from '../helpers/issued-sample.ts'
import { expect, test } from '../helpers/office.ts'
import { photograph, setUpCamera } from './camera.ts'

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')

test.use({ startWith: ['--sample'] })

test('forms for agencies: who has answered, and what of one is to be mended', async ({ office }) => {
  const { window: page, app, dataFolder } = office
  const folder = join(dataFolder, 'phiếu')
  mkdirSync(folder)
  await issueSample(office)
  await setUpCamera(office, 1)
  const dialogsGive = async (filePaths: readonly string[]): Promise<void> =>
    app.evaluate(
      ({ dialog }, paths) => {
        dialog.showOpenDialog = async () => Promise.resolve({ canceled: false, filePaths: paths })
      },
      [...filePaths],
    )
  const noNotices = async (): Promise<void> => {
    for (const close of await page.locator('.mantine-Notification-closeButton').all())
      await close.click({ timeout: 1000 }).catch(() => undefined)
    await expect(page.locator('.mantine-Notification-root')).toHaveCount(0, { timeout: 15_000 })
  }
  await goTo(office, '/nhiem-vu/phieu?nam=2023&ngay=2023-06-30')
  const agencies = ['Sở Công Thương', 'Sở Giao thông vận tải', 'Sở Giáo dục và Đào tạo', 'Ban Dân tộc']
  for (const name of agencies) await page.getByRole('checkbox', { name: `Chọn ${name}`, exact: true }).check()
  await dialogsGive([folder])
  await page.getByRole('button', { name: 'Lập 4 phiếu…' }).click()
  await expect(page.getByText('Đã nhận 0/4 phiếu.')).toBeVisible({ timeout: 30_000 })
  const [industry = '', transport = '', education = ''] = agencies.map((name) => join(folder, `Phiếu cập nhật 2023 - ${name}.xlsx`))
  for (const file of [industry, transport]) await editForm(file, ({ firstRow, fill }) => fill(firstRow, wellDone))
  await editForm(education, ({ firstRow, fill }) => {
    fill(firstRow, { state: 'Hoàn thành', happenedOn: '6/25/2023', result: 'Đã ban hành kế hoạch' })
    fill(firstRow + 1, { state: 'Đang thực hiện', percent: 150, happenedOn: '20/6/2023' })
  })
  await dialogsGive([industry, transport, education])
  await page.getByRole('button', { name: 'Nhập phiếu…' }).click()
  await expect(page.getByText('2 phiếu sẵn sàng, 1 phiếu có lỗi')).toBeVisible({ timeout: 30_000 })
  await noNotices()
  await photograph(office, pictures, 'phieu-co-loi')
  await page.getByRole('button', { name: 'Nhận 2 phiếu (2 dòng)' }).click()
  await page.getByRole('button', { name: 'Danh sách phiếu' }).click()
  await expect(page.getByText('Đã nhận 2/4 phiếu.')).toBeVisible()
  await noNotices()
  await photograph(office, pictures, 'phieu-cap-nhat')
})
