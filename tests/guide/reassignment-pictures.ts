import { join } from 'node:path'
import { goTo } from '../helpers/appendix-screen.ts'
import { issueSample } from '../helpers/issued-sample.ts'
import { expect, test } from '../helpers/office.ts'
import { photograph, setUpCamera } from './camera.ts'

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')

test.use({ startWith: ['--sample'] })

test('agencies that merge and end, what waits, a member’s part', async ({ office }) => {
  const page = office.window
  const take = (name: string): Promise<void> => photograph(office, pictures, name)
  const change = async (line: RegExp): Promise<void> => {
    await goTo(office, '/nhiem-vu/cho-giao-lai')
    await page.getByText(line).locator('xpath=..').getByRole('link', { name: 'Xem và chuyển…' }).click()
    await expect(page.getByTestId('share-sum')).toBeVisible()
  }
  const make = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Ghi nhận và chuyển việc' }).click()
    await expect(page.getByText(/^Đã sắp xếp: /)).toBeVisible()
    for (const close of await page.locator('.mantine-Notification-closeButton').all())
      await close.click({ timeout: 1000 }).catch(() => undefined)
    await expect(page.locator('.mantine-Notification-root')).toHaveCount(0, { timeout: 15_000 })
  }
  await setUpCamera(office, 1)
  await expect(page.getByText('Việc tiếp theo').first()).toBeVisible()
  await issueSample(office)
  await change(/Sở Kế hoạch và Đầu tư/)
  await take('sap-xep-don-vi')
  await make()
  for (const name of [/Sở Giao thông vận tải/, /Sở Thông tin và Truyền thông/, /Ban Dân tộc/, /từ 01\/07\/2025/]) {
    await change(name)
    await make()
  }
  await goTo(office, '/nhiem-vu/cho-giao-lai')
  const boxes = page.getByRole('checkbox', { name: /^Chọn: / })
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await take('cho-giao-lai')
  await goTo(office, '/nhiem-vu/thanh-vien?nam=2023&ngay=2023-06-30')
  await expect(page.getByText('Lĩnh vực phụ trách (theo nhiệm vụ)')).toBeVisible()
  await take('phan-viec-thanh-vien')
})
