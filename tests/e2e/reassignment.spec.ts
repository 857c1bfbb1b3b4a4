import type { Output } from '#shared/ipc/contract.ts'
import { goTo, seriousFindings } from '../helpers/appendix-screen.ts'
import { issueSample } from '../helpers/issued-sample.ts'
import { expect, test, type Office } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

async function reassignmentOf({ window: page }: Office): Promise<Output<'reassignment.list'>> {
  return page.evaluate(async () => {
    const answer = await window.bridge.call('reassignment.list', {})
    if (!answer.ok) throw new Error(answer.code)
    return answer.value
  })
}

test('two departments merge by one act, and what districts leave behind waits until somebody is chosen by keys', async ({ office }) => {
  const page = office.window
  await issueSample(office)
  await goTo(office, '/nhiem-vu/cho-giao-lai')
  await expect(page.getByText('Đơn vị đã kết thúc nhưng còn việc chưa chuyển')).toBeVisible()
  await office.photograph('ended-with-work')

  // A merger that the registry tells of: what will happen is told before it is done.
  await page
    .getByText(/Hợp nhất, sáp nhập từ 01\/03\/2025: Sở Kế hoạch và Đầu tư/)
    .locator('xpath=..')
    .getByRole('link', { name: 'Xem và chuyển…' })
    .click()
  await expect(page.getByText(/^Chuyển cho đơn vị tiếp nhận: \d+ lượt$/)).toBeVisible()
  await expect(page.getByText(/^Nhập vào phần việc đơn vị tiếp nhận đã có: \d+ lượt$/)).toBeVisible()
  await expect(page.getByTestId('share-sum')).toContainText('Số nhiệm vụ không đổi.')
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('merge-preview')
  await page.getByRole('button', { name: 'Ghi nhận và chuyển việc' }).click()
  await expect(page.getByText(/^Đã sắp xếp: \d+ lượt chuyển sang đơn vị tiếp nhận/)).toBeVisible()
  const merged = await reassignmentOf(office)
  expect(merged.endedWithWork.some(({ legalBasis, toIds }) => toIds.length === 1 && legalBasis === '')).toBe(false)

  // The districts have no heirs: what was theirs waits.
  await goTo(office, '/nhiem-vu/cho-giao-lai')
  await page
    .getByText(/Giải thể, kết thúc hoạt động từ 01\/07\/2025/)
    .locator('xpath=..')
    .getByRole('link', { name: 'Xem và chuyển…' })
    .click()
  await expect(page.getByText(/^Chờ giao lại \(cơ quan thường trực giữ\): \d+ lượt$/)).toBeVisible()
  await office.photograph('dissolve-preview')
  await page.getByRole('button', { name: 'Ghi nhận và chuyển việc' }).click()
  const table = page.getByRole('table', { name: 'Chờ giao lại' })
  await expect(table).toBeVisible()
  const { waiting } = await reassignmentOf(office)
  expect(waiting.length).toBeGreaterThan(20)

  // By keys: two rows, then whom.
  await table
    .getByRole('checkbox', { name: /^Chọn: / })
    .first()
    .focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByText('Đã chọn 2 lượt')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Giao cho' })).toBeFocused()
  await page.keyboard.type('phường Kỳ Lừa')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('waiting')
  await page.getByRole('button', { name: 'Giao', exact: true }).click()
  await expect.poll(async () => (await reassignmentOf(office)).waiting.length).toBe(waiting.length - 2)
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).last().click()
  await expect.poll(async () => (await reassignmentOf(office)).waiting.length).toBe(waiting.length)

  // A member's part: what is late there opens the rows behind it.
  await goTo(office, '/nhiem-vu/thanh-vien?nam=2023&ngay=2023-12-31')
  await expect(page.getByText('Lĩnh vực phụ trách (theo nhiệm vụ)')).toBeVisible()
  await page.getByRole('button', { name: 'Đánh dấu đã xem' }).click()
  await expect(page.getByText('Không có thay đổi nào.')).toBeVisible()
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('portfolio')
  await page
    .getByRole('region', { name: 'Phần việc' })
    .getByRole('link', { name: /Quá hạn$/ })
    .click()
  await expect(page).toHaveURL(/thanhVien=/)
})
