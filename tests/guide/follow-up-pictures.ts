import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goTo } from '../helpers/appendix-screen.ts'
import { issueSample, tasksOn } from '../helpers/issued-sample.ts'
import { expect, test } from '../helpers/office.ts'
import { answerDialogs, photograph, setUpCamera } from './camera.ts'

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')
const ON = '2023-06-30'

test.use({ startWith: ['--sample'] })

test('one task from its source to its proof', async ({ office }) => {
  const { window, dataFolder } = office
  const pane = window.getByRole('complementary', { name: 'Chi tiết nhiệm vụ' })
  const form = window.getByRole('dialog')
  const noNotice = async (): Promise<void> => {
    for (const close of await window.locator('.mantine-Notification-closeButton').all())
      await close.click({ timeout: 1000 }).catch(() => undefined)
    await expect(window.locator('.mantine-Notification-root')).toHaveCount(0, { timeout: 15_000 })
  }
  await setUpCamera(office, 1)
  await issueSample(office)
  const task = (await tasksOn(office, ON)).find(({ total, light }) => total === 1 && light === 'overdue')
  if (task === undefined) throw new Error('the sample has no such task')
  const proof = join(dataFolder, 'bao-cao-quy-1.pdf')
  writeFileSync(proof, '%PDF-1.4\n')
  await answerDialogs(office, { open: proof })
  await goTo(office, `/nhiem-vu?nam=2023&ngay=${ON}&chon=${task.taskId}`)
  await pane.getByRole('button', { name: 'Ghi tiến độ' }).first().click()
  await form.getByLabel('Trạng thái').selectOption('Hoàn thành')
  await form.getByLabel('Ngày thực hiện').fill('27/03/2023')
  await form.getByText('Công văn', { exact: true }).click()
  await form.getByLabel('Số, ký hiệu').fill('112/SNV-CCHC')
  await form.getByLabel('Ngày văn bản').fill('28/03/2023')
  await form.getByRole('button', { name: 'Chọn bản quét…' }).click()
  await expect(form.getByText('bao-cao-quy-1.pdf')).toBeVisible()
  await form.getByLabel('Kết quả thực hiện').fill('Đã ban hành kế hoạch tuyên truyền')
  await photograph(office, pictures, 'ghi-tien-do')
  await form.getByRole('button', { name: 'Ghi tiến độ' }).click()
  await pane.locator('[data-progress]').getByRole('button', { name: 'Xác nhận' }).click()
  await expect(pane.getByRole('img', { name: /Đã xác nhận lúc/ })).toBeVisible()
  await noNotice()
  await photograph(office, pictures, 'chi-tiet-nhiem-vu')
})
