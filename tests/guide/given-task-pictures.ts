import { join } from 'node:path'
import { goTo } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'
import { photograph, setUpCamera } from './camera.ts'

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')

test.use({ startWith: ['--sample'] })

test('tasks of a conclusion', async ({ office }) => {
  const page = office.window
  await setUpCamera(office, 1)
  await goTo(office, '/nhiem-vu?nam=2023&ngay=2023-04-01')
  await page.getByRole('button', { name: 'Thêm nhiệm vụ từ văn bản khác' }).click()
  const form = page.getByRole('dialog', { name: 'Thêm nhiệm vụ từ văn bản khác' })
  await form.getByLabel('Số, ký hiệu').fill('45/TB-UBND')
  await form.getByLabel('Ngày ban hành').fill('15/3/2023')
  await form.getByLabel('Cơ quan ban hành').fill('UBND tỉnh')
  await form.getByLabel('Trích yếu').fill('Kết luận cuộc họp Ban chỉ đạo quý I (mẫu)')
  await form.getByLabel('Nội dung nhiệm vụ').evaluate((box) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/plain',
      'Chấn chỉnh giờ làm việc\tSở Nội vụ\tSở Tư pháp\tCông văn\ttrước 15/6/2023\t\nRà soát kinh phí số hóa\tSở Tài chính\t\tBáo cáo\tHằng tháng\t',
    )
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(form.getByLabel('Nội dung nhiệm vụ')).toHaveCount(2)
  await page.getByRole('alert').getByRole('button').first().click()
  await photograph(office, pictures, 'nhiem-vu-van-ban-khac')
})
