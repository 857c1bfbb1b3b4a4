import { cell, goTo, openAppendix, seriousFindings } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

test('the office’s own words are changed in its settings and taken back', async ({ office }) => {
  const page = office.window
  await goTo(office, '/cai-dat')
  const place = page.getByLabel('Địa danh')
  await place.fill('Thành phố Lạng Sơn')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(page.getByText('Đã lưu thông tin đơn vị')).toBeVisible()
  await expect(place).toHaveValue('Thành phố Lạng Sơn')
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).last().click()
  await expect(place).toHaveValue('Lạng Sơn')
})

test('a backup is made, restoring says what will happen, and everything is as it was', async ({ office }) => {
  const page = office.window
  await goTo(office, '/cai-dat?the=du-lieu')
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click()
  await expect(page.getByRole('cell', { name: 'sao lưu bằng tay' })).toBeVisible()
  await openAppendix(office)
  const words = await cell(office, 0, 0).innerText()
  await cell(office, 0, 0).click()
  await page.keyboard.type('Bị sửa')
  await page.keyboard.press('Enter')
  await expect(cell(office, 0, 0)).toHaveText('Bị sửa')
  await goTo(office, '/cai-dat?the=du-lieu')
  await page.getByRole('row').filter({ hasText: 'sao lưu bằng tay' }).getByRole('button').click()
  const dialog = page.getByRole('dialog', { name: 'Khôi phục bản sao lưu' })
  await expect(dialog).toContainText('Dữ liệu hiện tại được sao lưu trước')
  await office.photograph('restore')
  await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click()
  await expect(page.getByText(/Đã khôi phục dữ liệu lúc/)).toBeVisible()
  await openAppendix(office)
  await expect(cell(office, 0, 0)).toHaveText(words)
  await goTo(office, '/cai-dat?the=du-lieu')
  await expect(page.getByRole('cell', { name: 'trước khi khôi phục' })).toBeVisible()
})

test('the log says who changed which task, before and after, and that it was undone', async ({ office }) => {
  const page = office.window
  await openAppendix(office)
  await cell(office, 0, 1).click()
  await page.keyboard.type('Báo cáo tuần')
  await page.keyboard.press('Enter')
  await expect(cell(office, 0, 1)).toHaveText('Báo cáo tuần')
  await page.keyboard.press('Control+z')
  await expect(cell(office, 0, 1)).toHaveText('Kế hoạch')
  await goTo(office, '/cai-dat?the=nhat-ky')
  const row = page.getByRole('row').filter({ hasText: 'đã hoàn tác' })
  await expect(row).toContainText('Sửa nhiệm vụ')
  await row.getByRole('button').press('Enter')
  const detail = page.getByRole('complementary', { name: 'Chi tiết thay đổi' })
  await expect(detail).toContainText('Sản phẩm')
  await expect(detail.locator('del')).toHaveText('Kế hoạch')
  await expect(detail.locator('ins')).toHaveText('Báo cáo tuần')
  await detail.getByRole('button', { name: 'Chỉ xem mục này' }).click()
  await expect(page.getByText('Chỉ hiện thay đổi của', { exact: false })).toBeVisible()
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('log')
})

test('a second person is added, chosen, and named in the log from then on', async ({ office }) => {
  const page = office.window
  await goTo(office, '/cai-dat?the=nguoi-dung')
  await page.getByRole('button', { name: 'Thêm người dùng' }).click()
  await page.getByLabel('Họ và tên').fill('Cán bộ thứ hai')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByRole('row').filter({ hasText: 'Cán bộ thứ hai' }).getByRole('button', { name: 'Dùng tên này' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Cán bộ thứ hai' })).toContainText('đang dùng')
  await openAppendix(office)
  await cell(office, 0, 1).click()
  await page.keyboard.type('Tờ trình')
  await page.keyboard.press('Enter')
  await expect(cell(office, 0, 1)).toHaveText('Tờ trình')
  await goTo(office, '/cai-dat?the=nhat-ky')
  await expect(page.getByRole('row').nth(1)).toContainText('Cán bộ thứ hai')
})

for (const [name, search] of [
  ['the office', ''],
  ['data', 'the=du-lieu'],
  ['people', 'the=nguoi-dung'],
  ['about', 'the=gioi-thieu'],
] as const) {
  test(`${name}: no serious finding of the accessibility check`, async ({ office }) => {
    await goTo(office, `/cai-dat?${search}`)
    await expect(office.window.getByRole('tabpanel')).toBeVisible()
    expect(await seriousFindings(office)).toEqual([])
  })
}
