import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { goTo } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'
import { photograph, setUpCamera } from './camera.ts'

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')
const folder = mkdtempSync(join(tmpdir(), 'cchc-guide-'))

test.beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['bench/make-year.ts', join(folder, 'year')], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))
test.use({ startWith: ['--workspace', join(folder, 'year')] })

test('a letter to agencies that are late', async ({ office }) => {
  const page = office.window
  await setUpCamera(office, 1)
  await goTo(office, '/nhiem-vu/don-doc?nam=2023&ngay=2023-07-10')
  const firstPage = page.getByLabel('Trang công văn').first().getByRole('img').first()
  await expect(firstPage).toBeVisible()
  await photograph(office, pictures, 'don-doc')
})
