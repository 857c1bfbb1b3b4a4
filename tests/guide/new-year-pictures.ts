import { join } from 'node:path'
import { firstPlan, goTo } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'
import { photograph, setUpCamera } from './camera.ts'

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')

test.use({ startWith: ['--sample'] })

test('next year’s plan from this year’s', async ({ office }) => {
  const { window } = office
  const pane = window.getByRole('tabpanel', { name: 'Việc cần rà' })
  const take = (name: string): Promise<void> => photograph(office, pictures, name)
  const noNotice = async (): Promise<void> => {
    for (const close of await window.locator('.mantine-Notification-closeButton').all())
      await close.click({ timeout: 1000 }).catch(() => undefined)
    await expect(window.locator('.mantine-Notification-root')).toHaveCount(0, { timeout: 15_000 })
  }
  await setUpCamera(office, 1)
  await expect(window.getByText('Việc tiếp theo').first()).toBeVisible()
  const planId = await firstPlan(office)
  await goTo(office, `/ke-hoach-nam-sau?tu=${planId}`)
  await expect(window.getByRole('button', { name: 'Lập bản thảo' })).toBeVisible()
  await take('lap-nam-sau')
  await window.getByRole('button', { name: 'Lập bản thảo' }).click()
  await expect(pane.getByRole('region', { name: 'Năm cũ trong văn bản' })).toBeVisible()
  await noNotice()
  await take('viec-can-ra')
  await pane
    .getByRole('region', { name: 'Năm cũ trong văn bản' })
    .getByRole('button', { name: /^Sửa cả/ })
    .click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await take('sua-cung-luc')
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Sửa \d+ chỗ$/ })
    .click()
  await noNotice()
  await pane.getByText('Nhiệm vụ', { exact: true }).click()
  await expect(pane.getByRole('region', { name: 'Hạn trong năm cũ, chưa rõ đã xong' })).toBeVisible()
  await take('nhiem-vu-chuyen-tiep')
})
