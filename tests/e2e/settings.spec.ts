import { cell, goTo, openAppendix, seriousFindings } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

test('the office’s own words are changed in its settings and taken back', async ({ office }) => {
  const { window } = office
  await goTo(office, '/cai-dat')
  const place = window.getByLabel('Địa danh')
  await place.fill('Thành phố Lạng Sơn')
  await window.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(window.getByText('Đã lưu thông tin đơn vị')).toBeVisible()
  await expect(place).toHaveValue('Thành phố Lạng Sơn')
  await window.getByRole('button', { name: 'Hoàn tác', exact: true }).last().click()
  await expect(place).toHaveValue('Lạng Sơn')
})

test('a backup is made, restoring says what will happen, and everything is as it was', async ({ office }) => {
  const { window } = office
  await goTo(office, '/cai-dat?the=du-lieu')
  await window.getByRole('button', { name: 'Sao lưu ngay' }).click()
  await expect(window.getByRole('cell', { name: 'sao lưu bằng tay' })).toBeVisible()
  await openAppendix(office)
  const words = await cell(office, 0, 0).innerText()
  await cell(office, 0, 0).click()
  await window.keyboard.type('Bị sửa')
  await window.keyboard.press('Enter')
  await expect(cell(office, 0, 0)).toHaveText('Bị sửa')
  await goTo(office, '/cai-dat?the=du-lieu')
  await window.getByRole('row').filter({ hasText: 'sao lưu bằng tay' }).getByRole('button').click()
  const dialog = window.getByRole('dialog', { name: 'Khôi phục bản sao lưu' })
  await expect(dialog).toContainText('Dữ liệu hiện tại được sao lưu trước')
  await office.photograph('restore')
  await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click()
  await expect(window.getByText(/Đã khôi phục dữ liệu lúc/)).toBeVisible()
  await openAppendix(office)
  await expect(cell(office, 0, 0)).toHaveText(words)
  await goTo(office, '/cai-dat?the=du-lieu')
  await expect(window.getByRole('cell', { name: 'trước khi khôi phục' })).toBeVisible()
})

test('the log says who changed which task, before and after, and that it was undone', async ({ office }) => {
  const { window } = office
  await openAppendix(office)
  await cell(office, 0, 1).click()
  await window.keyboard.type('Báo cáo tuần')
  await window.keyboard.press('Enter')
  await expect(cell(office, 0, 1)).toHaveText('Báo cáo tuần')
  await window.keyboard.press('Control+z')
  await expect(cell(office, 0, 1)).toHaveText('Kế hoạch')
  await goTo(office, '/cai-dat?the=nhat-ky')
  const row = window.getByRole('row').filter({ hasText: 'đã hoàn tác' })
  await expect(row).toContainText('Sửa nhiệm vụ')
  await row.getByRole('button').press('Enter')
  const detail = window.getByRole('complementary', { name: 'Chi tiết thay đổi' })
  await expect(detail).toContainText('Sản phẩm')
  await expect(detail.locator('del')).toHaveText('Kế hoạch')
  await expect(detail.locator('ins')).toHaveText('Báo cáo tuần')
  await detail.getByRole('button', { name: 'Chỉ xem mục này' }).click()
  await expect(window.getByText('Chỉ hiện thay đổi của', { exact: false })).toBeVisible()
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('log')
})

test('a second person is added, chosen, and named in the log from then on', async ({ office }) => {
  const { window } = office
  await goTo(office, '/cai-dat?the=nguoi-dung')
  await window.getByRole('button', { name: 'Thêm người dùng' }).click()
  await window.getByLabel('Họ và tên').fill('Cán bộ thứ hai')
  await window.getByRole('button', { name: 'Lưu', exact: true }).click()
  await window.getByRole('row').filter({ hasText: 'Cán bộ thứ hai' }).getByRole('button', { name: 'Dùng tên này' }).click()
  await expect(window.getByRole('row').filter({ hasText: 'Cán bộ thứ hai' })).toContainText('đang dùng')
  await openAppendix(office)
  await cell(office, 0, 1).click()
  await window.keyboard.type('Tờ trình')
  await window.keyboard.press('Enter')
  await expect(cell(office, 0, 1)).toHaveText('Tờ trình')
  await goTo(office, '/cai-dat?the=nhat-ky')
  await expect(window.getByRole('row').nth(1)).toContainText('Cán bộ thứ hai')
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
