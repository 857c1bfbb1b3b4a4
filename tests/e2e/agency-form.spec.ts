import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { goTo, seriousFindings } from '../helpers/appendix-screen.ts'
import { dropFile } from '../helpers/drop-file.ts'
import { editForm, wellDone } from '../helpers/form-sheet.ts'
import { issueSample } from '../helpers/issued-sample.ts'
import { expect, test } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

test('forms go out to a folder, come back by file and by hand, are looked at row by row, taken, and taken back', async ({ office }) => {
  const { window: page, app, dataFolder, photograph } = office
  const folder = join(dataFolder, 'phiếu gửi đi')
  mkdirSync(folder)
  const dialogsGive = async (filePaths: readonly string[]): Promise<void> =>
    app.evaluate(
      ({ dialog }, paths) => {
        dialog.showOpenDialog = async () => Promise.resolve({ canceled: false, filePaths: paths })
      },
      [...filePaths],
    )
  await issueSample(office)
  await goTo(office, '/nhiem-vu/phieu?nam=2023&ngay=2023-06-30')
  await expect(page.getByText('Chưa lập phiếu nào')).toBeVisible()
  expect(await seriousFindings(office)).toEqual([])

  const agencies = ['Sở Tư pháp', 'Sở Tài chính', 'Sở Giao thông vận tải']
  for (const name of agencies) await page.getByRole('checkbox', { name: `Chọn ${name}`, exact: true }).check()
  await dialogsGive([folder])
  await page.getByRole('button', { name: 'Lập 3 phiếu…' }).click()
  await expect(page.getByText('Đã nhận 0/3 phiếu. 3 đơn vị chưa trả lời.')).toBeVisible({ timeout: 30_000 })
  expect(readdirSync(folder).toSorted()).toEqual(agencies.map((name) => `Phiếu cập nhật 2023 - ${name}.xlsx`).toSorted())
  await photograph('sent')

  const [justice = '', finance = '', transport = ''] = agencies.map((name) => join(folder, `Phiếu cập nhật 2023 - ${name}.xlsx`))
  await editForm(justice, ({ firstRow, fill }) => {
    fill(firstRow, wellDone)
    fill(firstRow + 1, { state: 'Đang thực hiện', percent: 60, happenedOn: '30/6/2023', result: 'Đã trình dự thảo' })
  })
  await editForm(finance, ({ firstRow, fill }) =>
    fill(firstRow, { ...wellDone, happenedOn: '6/20/2023', documentSymbol: '', documentTitle: '' }),
  )
  await dialogsGive([justice, finance])
  await page.getByRole('button', { name: 'Nhập phiếu…' }).click()
  await expect(page.getByText('1 phiếu sẵn sàng, 1 phiếu có lỗi')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('“6/20/2023” viết tháng trước ngày.')).toBeVisible()
  await photograph('problems')
  expect(await seriousFindings(office)).toEqual([])
  await page.getByRole('button', { name: /Sở Tư pháp/ }).click()
  await expect(page.getByRole('table', { name: '2 dòng sẽ ghi' })).toContainText('ngày ghi bằng chữ, hiểu là 30/06/2023')
  await photograph('changes')
  await page.getByRole('button', { name: 'Nhận 1 phiếu (2 dòng)' }).click()
  await expect(page.getByText('Đã nhận 2 dòng của 1 phiếu.')).toBeVisible()
  await page.getByRole('button', { name: 'Danh sách phiếu' }).click()
  await expect(page.getByText('Đã nhận 1/3 phiếu. 2 đơn vị chưa trả lời.')).toBeVisible()

  // The same file again changes nothing; another is let fall on the window.
  await dialogsGive([justice])
  await page.getByRole('button', { name: 'Nhập phiếu…' }).click()
  await expect(page.getByText('Mọi dòng đã điền đều đã nhận trước đây')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Danh sách phiếu' }).click()
  await editForm(transport, ({ firstRow, fill }) => fill(firstRow, wellDone))
  await dropFile(page, transport)
  await expect(page.getByText('1 phiếu sẵn sàng')).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Đã nhận 2/3 phiếu. 1 đơn vị chưa trả lời.')).toBeVisible()
  await photograph('list')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Đã nhận 1/3 phiếu. 2 đơn vị chưa trả lời.')).toBeVisible()
})
