import { join } from 'node:path'
import { goTo } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'
import { photograph, setUpCamera } from './camera.ts'
import { startOnFollowedYear } from './followed-year.ts'

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')
startOnFollowedYear()

test('a letter to agencies that are late', async ({ office }) => {
  const page = office.window
  await setUpCamera(office, 1)
  await goTo(office, '/nhiem-vu/don-doc?nam=2023&ngay=2023-07-10')
  const firstPage = page.getByLabel('Trang công văn').first().getByRole('img').first()
  await expect(firstPage).toBeVisible()
  await photograph(office, pictures, 'don-doc')
})
