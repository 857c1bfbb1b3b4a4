import { join } from 'node:path'
import { firstPlan, goTo } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'
import { photograph, setUpCamera } from './camera.ts'

const root = join(import.meta.dirname, '..', '..')

for (const zoom of [1, 1.25]) {
  const folder = zoom === 1 ? join(root, 'docs', 'guide', 'pictures') : join(root, '.cache', 'guide-125')

  test.describe(`citations, ${zoom * 100} %`, () => {
    test.use({ startWith: ['--sample'] })

    test('what is to be said of them, the legal bases, the registry', async ({ office }) => {
      const { window: page } = office
      await setUpCamera(office, zoom)
      await expect(page.getByText('Việc tiếp theo').first()).toBeVisible()
      const planId = await firstPlan(office)
      await goTo(office, `/ke-hoach/${planId}?trang=1&ben=vien-dan`)
      const pane = page.getByRole('tabpanel', { name: /^Viện dẫn/ })
      await expect(pane.getByText('Thiếu chữ “ngày” trước 13/07/2022.')).toBeVisible()
      await photograph(office, folder, 'vien-dan')

      await pane.getByText('Căn cứ', { exact: true }).click()
      for (const [typed, found] of [
        ['249', /249\/KH-UBND/],
        ['45 2020', /45\/2020\/NĐ-CP/],
      ] as const) {
        await pane.getByRole('combobox', { name: /^Thêm căn cứ từ sổ/ }).fill(typed)
        await page.getByRole('option', { name: found }).click()
        await expect(pane.getByRole('button', { name: found })).toBeVisible()
      }
      for (const close of await page.locator('.mantine-Notification-closeButton').all()) await close.click()
      await expect(page.locator('.mantine-Notification-root')).toHaveCount(0)
      await photograph(office, folder, 'can-cu')

      await goTo(office, '/van-ban/vien-dan')
      await page.getByRole('button', { name: 'Nghị quyết 76/NQ-CP' }).click()
      await expect(page.getByRole('button', { name: /^I\.1\.đoạn 1/ })).toBeVisible()
      await photograph(office, folder, 'so-van-ban-vien-dan')
    })
  })
}
