import { join } from 'node:path'
import { goTo } from '../helpers/appendix-screen.ts'
import { issueSample } from '../helpers/issued-sample.ts'
import { expect, test } from '../helpers/office.ts'
import { photograph, setUpCamera } from './camera.ts'

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')
const list = '/nhiem-vu?nam=2023&ngay=2023-06-30'

test.use({ startWith: ['--sample'] })

test('the year’s tasks as a list, and the late shares by agency', async ({ office }) => {
  const { window } = office
  const rows = window.locator('[data-line][aria-level="2"]')
  await setUpCamera(office, 1)
  await issueSample(office)
  await goTo(office, list)
  await expect(rows.first()).toBeVisible()
  await photograph(office, pictures, 'danh-sach-nhiem-vu')
  await goTo(office, `${list}&cap=luot&nhom=don-vi&sap=qua-han&giam=1&den=qua-han`)
  await expect(window.locator('[data-counts]')).toContainText('/')
  await rows.nth(2).click()
  await window.keyboard.press('Escape')
  await window.keyboard.press('F2')
  await window.getByLabel('Phần trăm').fill('40')
  await photograph(office, pictures, 'ghi-nhanh-tien-do')
})
