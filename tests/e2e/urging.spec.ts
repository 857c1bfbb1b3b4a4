import { goTo, seriousFindings } from '../helpers/appendix-screen.ts'
import { issueSample } from '../helpers/issued-sample.ts'
import { expect, test } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

test('agencies that are late are urged: the letter is made, marked as sent, and the next one to them is the second', async ({ office }) => {
  const page = office.window
  await issueSample(office)
  await goTo(office, '/nhiem-vu/don-doc?nam=2023&ngay=2023-07-10')
  const list = page.getByRole('region', { name: 'Đầu việc cần đôn đốc' })
  const firstPage = page.getByLabel('Trang công văn').first().getByRole('img').first()
  await list.getByRole('checkbox', { name: 'Chọn tất cả' }).click()
  await expect(page.getByText('Chọn ít nhất một đầu việc để xem công văn.')).toBeVisible()
  await list.getByRole('checkbox', { name: 'Chọn mọi đầu việc của Sở Nội vụ' }).click()
  await expect(page.getByText(/^Đã chọn \d+ đầu việc của 1 cơ quan, đơn vị/)).toBeVisible()
  await expect(firstPage).toBeVisible()
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('urging-new')

  await page.getByRole('button', { name: 'Lập công văn' }).click()
  const letters = page.getByRole('table', { name: 'Công văn đã lập' })
  await expect(letters.getByRole('row')).toHaveCount(1)
  await letters.getByRole('button', { name: 'Việc với Sở Nội vụ' }).click()
  await page.getByRole('menuitem', { name: 'Đánh dấu đã gửi…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Đánh dấu công văn đã gửi' })
  await dialog.getByRole('textbox', { name: 'Số' }).fill('105')
  await dialog.getByRole('textbox', { name: 'Ngày ban hành' }).fill('11/7/2023')
  await dialog.getByRole('button', { name: 'Đánh dấu đã gửi' }).click()
  await expect(letters.getByText('số 105/UBND-NC ngày 11/07/2023')).toBeVisible()
  await expect(letters.getByText('Đã gửi')).toBeVisible()
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('urging-sent')

  await page.getByText('Lập công văn', { exact: true }).click()
  await expect(list.getByText('đã đôn đốc 1 lần').first()).toBeVisible()
  await list.getByRole('checkbox', { name: 'Chọn tất cả' }).click()
  await list.getByRole('checkbox', { name: 'Chọn mọi đầu việc của Sở Nội vụ' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(letters.getByRole('row').filter({ hasText: 'Lần 2' })).toContainText('Dự thảo')
  await expect(firstPage).toBeVisible()
  await office.photograph('urging-second')
  await goTo(office, '/van-ban')
  await expect(page.getByRole('row', { name: /Công văn 105\/UBND-NC 11\/07\/2023 V\/v đôn đốc/ })).toBeVisible()
})
