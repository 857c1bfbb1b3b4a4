import { goTo, seriousFindings } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

test('a secretary gives out what a meeting’s conclusion asks for, pasted from a table, corrects one, closes one and finds it again', async ({
  office,
}) => {
  const page = office.window
  await goTo(office, '/nhiem-vu?nam=2023&ngay=2023-04-01&nhom=khong')
  const find = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Tìm kiếm và lệnh' }).fill(text)
  }
  await expect(page.locator('[data-counts]')).toContainText('44 nhiệm vụ')
  await find('ket luan chi dao')
  const palette = page.getByRole('dialog', { name: 'Tìm kiếm và lệnh' })
  await palette.getByRole('button', { name: 'Thêm nhiệm vụ từ văn bản khác' }).click()
  const form = page.getByRole('dialog', { name: 'Thêm nhiệm vụ từ văn bản khác' })
  await form.getByLabel('Số, ký hiệu').fill('45/TB-UBND')
  await form.getByLabel('Ngày ban hành').fill('15/3/2023')
  await form.getByLabel('Cơ quan ban hành').fill('UBND tỉnh')
  await form.getByLabel('Trích yếu').fill('Kết luận cuộc họp Ban chỉ đạo quý I')
  await form.getByLabel('Nội dung nhiệm vụ').evaluate((box) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/plain',
      'Chấn chỉnh giờ làm việc\tSở Nội vụ\tSở Tư pháp\tCông văn\ttrước 15/6/2023\t\nRà soát kinh phí số hóa\tSở Tài chính\t\tBáo cáo\tHằng tháng\t',
    )
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(form.getByLabel('Nội dung nhiệm vụ')).toHaveCount(2)
  await expect(form.getByText('Sở Tài chính')).toBeVisible()
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('given-task-add')
  await form.getByRole('button', { name: 'Ghi 2 nhiệm vụ' }).click()
  await expect(form).toBeHidden()

  const grid = page.getByRole('treegrid', { name: 'Nhiệm vụ năm 2023' })
  await expect(page.locator('[data-counts]')).toContainText('46 nhiệm vụ')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('45 tb ubnd')
  await expect(grid.locator('[data-line]').filter({ hasText: 'Chấn chỉnh giờ' })).toBeVisible()
  await grid.locator('[data-line]').filter({ hasText: 'Chấn chỉnh giờ' }).click()
  await office.photograph('given-task-list')

  const edit = page.getByRole('dialog', { name: 'Sửa, kết thúc nhiệm vụ từ văn bản khác' })
  const openEdit = async (): Promise<void> => {
    await find('sua, ket thuc nhiem vu')
    await palette.getByRole('button', { name: 'Sửa, kết thúc nhiệm vụ từ văn bản khác' }).click()
    await expect(edit.getByLabel('Nội dung nhiệm vụ')).toBeVisible()
  }
  await openEdit()
  await edit.getByLabel('Nội dung nhiệm vụ').fill('Chấn chỉnh giờ làm việc tại một cửa')
  await edit.getByRole('button', { name: 'Ghi thay đổi' }).click()
  await expect(edit).toBeHidden()
  await openEdit()
  await edit.getByLabel('Kết thúc ngày').fill('20/3/2023')
  await office.photograph('given-task-edit')
  await edit.getByRole('button', { name: 'Kết thúc nhiệm vụ', exact: true }).click()
  await expect(edit).toBeHidden()

  await goTo(office, '/')
  await expect(page.getByRole('heading', { name: 'Tổng quan' })).toBeVisible()
  await find('mot cua chan chinh gio')
  await page.getByRole('button', { name: /Chấn chỉnh giờ làm việc tại một cửa/ }).click()
  await expect(page).toHaveURL(/nhiem-vu.*chon=/)
  await expect(page.getByRole('heading', { name: 'Chấn chỉnh giờ làm việc tại một cửa' })).toBeVisible()
})

test('the days of warning are set in Cài đặt and taken back', async ({ office }) => {
  const page = office.window
  await goTo(office, '/cai-dat?the=du-lieu')
  const card = page.getByRole('region', { name: 'Ngưỡng nhắc việc' })
  await card.getByLabel('Sắp đến hạn: trước hạn (ngày)').fill('7')
  await card.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText('Đã đặt ngưỡng nhắc việc')).toBeVisible()
  await card.scrollIntoViewIfNeeded()
  await office.photograph('given-task-thresholds')
  await page.getByRole('button', { name: 'Hoàn tác' }).first().click()
  await expect(card.getByLabel('Sắp đến hạn: trước hạn (ngày)')).toHaveValue('15')
})
