import { join } from 'node:path'
import { goTo } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'
import { photograph, setUpCamera } from './camera.ts'
import { startOnFollowedYear } from './followed-year.ts'

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')
startOnFollowedYear()

test('the year in one look and over its months', async ({ office }) => {
  const page = office.window
  await setUpCamera(office, 1)
  await goTo(office, '/nhiem-vu/bang-dieu-hanh?nam=2023&ngay=2023-06-30')
  await expect(page.locator('.recharts-pie-sector').first()).toBeVisible()
  await photograph(office, pictures, 'bang-dieu-hanh')
  await goTo(office, '/nhiem-vu/dong-thoi-gian?nam=2023&ngay=2023-06-30')
  await expect(page.locator('i[data-light]').first()).toBeVisible()
  await photograph(office, pictures, 'dong-thoi-gian')
})
