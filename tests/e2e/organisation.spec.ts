import { cell, copyElsewhere, firstPlan, goTo, openAppendix, registryOf, seriousFindings } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

test('agencies pasted from Excel are looked through first, then added at once, and can be taken back', async ({ office }) => {
  const page = office.window
  await goTo(office, '/don-vi')
  const before = (await registryOf(office)).agencies.length
  await page.getByRole('button', { name: 'Dán từ Excel…' }).first().click()
  await copyElsewhere(office, { text: 'Trung tâm Phục vụ hành chính công A\tTTPVHCC A\nSở Nội vụ\tSNV\nTrung tâm Thử B\t\n' })
  await page.getByLabel('Nội dung dán').click()
  await page.keyboard.press('Control+v')
  await expect(page.getByText('Sẽ thêm 2 mục')).toBeVisible()
  await office.photograph('paste')
  await page.getByRole('button', { name: 'Thêm vào danh sách' }).click()
  await expect.poll(async () => (await registryOf(office)).agencies.length).toBe(before + 2)
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).last().click()
  await expect.poll(async () => (await registryOf(office)).agencies.length).toBe(before)
})

test('a name that is corrected is corrected in the grid and in the plan’s pages', async ({ office }) => {
  const page = office.window
  const planId = await firstPlan(office)
  await goTo(office, '/don-vi?het=1')
  await page.getByPlaceholder(/Tìm theo tên/).fill('so noi vu')
  const first = page.getByRole('button', { name: 'Sở Nội vụ', exact: true }).first()
  await first.click()
  const name = page.locator('form input').first()
  await expect(name).toHaveValue('Sở Nội vụ')
  await name.fill('Sở Nội vụ tỉnh')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(page.getByText('Đã lưu', { exact: true })).toBeVisible()
  await openAppendix(office)
  await expect(cell(office, 1, 2)).toHaveText('Sở Nội vụ tỉnh')
  const words = await page.evaluate(async (id) => {
    const drawn = await window.bridge.call('preview.render', {
      request: { planId: id, what: 'plan', agencyId: null, memberId: null, copy: 'paper', draftRoundId: null, unsaved: null },
      generation: 1,
      firstPage: 0,
      lastPage: 0,
    })
    const detail = await window.bridge.call('plan.get', { planId: id })
    return { drawn: drawn.ok, text: detail.ok ? JSON.stringify(detail.value.provisions) : '' }
  }, planId)
  expect(words.drawn).toBe(true)
  expect(words.text).toContain('Sở Nội vụ tỉnh')
})

test('lists are walked by arrows, a record opens with Enter and closes again', async ({ office }) => {
  const page = office.window
  await goTo(office, '/don-vi')
  await page.getByRole('table').getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('aside form')).toBeVisible()
  await page.getByRole('button', { name: 'Đóng khung bên' }).click()
  await expect(page.locator('aside form')).toHaveCount(0)
})

for (const [name, search] of [
  ['agencies', ''],
  ['groups', 'the=nhom'],
  ['members', 'the=thanh-vien'],
  ['fields', 'the=linh-vuc'],
  ['a new agency', 'muc=moi'],
] as const) {
  test(`${name}: no serious finding of the accessibility check`, async ({ office }) => {
    await goTo(office, `/don-vi?${search}`)
    await expect(office.window.getByRole('heading', { name: 'Đơn vị & thành viên' })).toBeVisible()
    await expect(office.window.getByRole('tablist')).toBeVisible()
    expect(await seriousFindings(office)).toEqual([])
  })
}
