import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goTo, seriousFindings } from '../helpers/appendix-screen.ts'
import { dropFile } from '../helpers/drop-file.ts'
import { issueSample, tasksOn } from '../helpers/issued-sample.ts'
import { expect, test, type Office } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

const ON = '2023-06-30'
const paneOf = ({ window: page }: Office) => page.getByRole('complementary', { name: 'Chi tiết nhiệm vụ' })
const formOf = ({ window: page }: Office) => page.getByRole('dialog')

/** What the machine's own program was asked to open. */
async function watchOpening({ app }: Office): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openPath = async (path) => {
      opened.push(path)
      return Promise.resolve('')
    }
  })
  return async () => app.evaluate(() => (globalThis as unknown as { readonly opened: readonly string[] }).opened)
}

test('a task is reported with its proof, verified, corrected; entered by hand from a letter; extended, suspended, and says why at every step', async ({
  office,
}) => {
  const { window: page, app, dataFolder } = office
  await page.setViewportSize({ width: 1366, height: 740 })
  await issueSample(office)
  const proof = join(dataFolder, 'Báo cáo rà soát.pdf')
  const scan = join(dataFolder, 'Công văn quét.pdf')
  writeFileSync(proof, '%PDF-1.4\nbáo cáo\n')
  writeFileSync(scan, '%PDF-1.4\ncông văn\n')
  const opened = await watchOpening(office)
  const tasks = await tasksOn(office, ON)
  const alone = tasks.find(({ total, light }) => total === 1 && light === 'overdue')
  const many = tasks.find(({ total, nextDue }) => total > 10 && nextDue !== null)
  if (alone === undefined || many === undefined) throw new Error('the sample has no such tasks')

  // The pane, by its address: where the task comes from, who owes it, and why it stands so.
  await goTo(office, `/nhiem-vu?nam=2023&ngay=${ON}&chon=${alone.taskId}`)
  const pane = paneOf(office)
  await expect(pane.getByRole('heading', { level: 2 })).toContainText(alone.content)
  await expect(pane.getByTitle('Mở câu này trong kế hoạch')).not.toHaveCount(0)
  await expect(pane).toContainText(alone.shares[0]!.explanation)

  // Done wants proof: without it the form says so; with a file let go on it, it is written. By keys alone but for the file.
  await pane.getByRole('button', { name: 'Ghi tiến độ' }).first().focus()
  await page.keyboard.press('Enter')
  const form = formOf(office)
  await form.getByLabel('Trạng thái').selectOption('Hoàn thành')
  await form.getByLabel('Kết quả thực hiện').fill('Đã rà soát xong, trình UBND tỉnh')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText(/cần một tài liệu kiểm chứng/)).toBeVisible()
  await dropFile(page, proof)
  await expect(form.getByRole('button', { name: 'Bỏ tệp Báo cáo rà soát.pdf' })).toBeVisible()
  await form.getByLabel('Số, ký hiệu').fill('112/BC-SNV')
  await office.photograph('report')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(pane.locator('[data-progress]')).toContainText('Đã rà soát xong')

  // The proof opens as a copy in the machine's program.
  await pane.getByRole('button', { name: 'Mở tệp Báo cáo rà soát.pdf' }).click()
  await expect.poll(async () => (await opened()).map((path) => path.endsWith('Báo cáo rà soát.pdf'))).toEqual([true])

  // Verified it is locked: Ctrl+Z does not take it back, only a correction stands beside it.
  await pane.locator('[data-progress]').getByRole('button', { name: 'Xác nhận' }).click()
  await expect(pane.getByRole('img', { name: /Đã xác nhận lúc/ })).toBeVisible()
  await pane.locator('[data-progress]').getByRole('button', { name: 'Đính chính' }).click()
  await form.getByLabel('Ngày thực hiện').fill('20/06/2023')
  await form.getByRole('button', { name: 'Đính chính' }).click()
  await expect(form).toBeHidden()
  await expect(pane.locator('[data-progress]')).toHaveCount(2)
  await expect(pane.getByText(/Đã được đính chính/)).toBeVisible()
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('pane')

  // An agency without the program wrote a letter: one of many is entered for it, with the scan.
  await goTo(office, `/nhiem-vu?nam=2023&ngay=${ON}&chon=${many.taskId}`)
  await expect(pane.getByRole('heading', { level: 2 })).toContainText(many.content)
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, scan)
  await pane.locator('summary').first().click()
  await pane.locator('details[open]').getByRole('button', { name: 'Ghi tiến độ' }).click()
  await form.getByLabel('Trạng thái').selectOption('Đang thực hiện')
  await form.getByLabel('Phần trăm').fill('60')
  await form.getByText('Công văn', { exact: true }).click()
  await form.getByLabel('Số, ký hiệu').fill('88/CV')
  await form.getByLabel('Ngày văn bản').fill('15/06/2023')
  await form.getByRole('button', { name: 'Chọn bản quét…' }).click()
  await expect(form.getByRole('button', { name: 'Bỏ tệp Công văn quét.pdf' })).toBeVisible()
  await form.getByRole('button', { name: 'Ghi tiến độ' }).click()
  await expect(pane.locator('[data-progress]')).toContainText('theo công văn: 88/CV ngày 15/06/2023')

  // A day moved by a document keeps the first one; a suspension is named by the light's sentence.
  await pane.locator('details[open]').getByRole('button', { name: 'Gia hạn' }).click()
  await form.getByLabel('Hạn mới').fill('30/09/2024')
  await form.getByLabel('Ngày quyết định').fill('20/06/2023')
  await form.getByLabel('Lý do').fill('Chờ hướng dẫn của Bộ Nội vụ')
  await form.getByLabel('Số, ký hiệu').fill('45/UBND-NC')
  await office.photograph('extend')
  await form.getByRole('button', { name: 'Gia hạn' }).click()
  await expect(pane.getByText(/hạn đầu/).first()).toBeVisible()
  await pane.getByRole('button', { name: 'Quyết định về nhiệm vụ…' }).click()
  await page.getByRole('menuitem', { name: 'Tạm dừng…' }).click()
  await form.getByLabel('Số, ký hiệu').fill('50/UBND-NC')
  await form.getByRole('button', { name: 'Tạm dừng' }).click()
  await expect(pane.locator('details[open]')).toContainText('tạm dừng theo văn bản “50/UBND-NC” từ 30/06/2023')
  await office.photograph('suspended')

  const after = await tasksOn(office, ON)
  const [done, paused] = [after.find(({ taskId }) => taskId === alone.taskId), after.find(({ taskId }) => taskId === many.taskId)]
  expect([done?.light, paused?.light, paused?.shares[0]?.dues[0]?.percent, paused?.shares[0]?.dues[0]?.due]).toEqual([
    'done-late',
    'paused',
    60,
    '2024-09-30',
  ])
})
