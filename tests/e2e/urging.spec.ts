import { firstPlan, goTo, seriousFindings } from '../helpers/appendix-screen.ts'
import { expect, test, type Office } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

/** Issues the sample's plan, as an office does on 5 January: its tasks are given out, and by July much of it is late. */
async function issueSample(office: Office): Promise<void> {
  const planId = await firstPlan(office)
  await office.window.evaluate(async (id) => {
    const plan = async () => {
      const answer = await window.bridge.call('plan.get', { planId: id })
      if (!answer.ok) throw new Error(answer.code)
      return answer.value.plan
    }
    for (const status of ['submitted', 'signed-awaiting-number'] as const) {
      const moved = await window.bridge.call('plan.set-status', { planId: id, version: (await plan()).version, status, reason: '' })
      if (!moved.ok) throw new Error(moved.code)
    }
    const issued = await window.bridge.call('plan.issue', {
      planId: id,
      version: (await plan()).version,
      number: '05',
      issuedOn: '2023-01-05',
      signerName: 'Người ký (mẫu)',
      acceptDuplicate: false,
    })
    if (!issued.ok) throw new Error(issued.code)
  }, planId)
}

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
