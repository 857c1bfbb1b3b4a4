import type { Output } from '#shared/ipc/contract.ts'
import { cell, copyElsewhere, goTo, seriousFindings } from '../helpers/appendix-screen.ts'
import { expect, test, type Office } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

const templatesOf = async ({ window: page }: Office): Promise<Output<'plan-template.list'>> =>
  page.evaluate(async () => {
    const answer = await window.bridge.call('plan-template.list', {})
    if (!answer.ok) throw new Error(answer.code)
    return answer.value
  })

test('a plan is saved as the office’s own skeleton, edited, and next year’s plan is made of it', async ({ office }) => {
  const page = office.window
  await goTo(office, '/ke-hoach')
  await page.getByRole('button', { name: 'Việc khác với kế hoạch 2023' }).click()
  await page.getByRole('menuitem', { name: 'Lưu làm khung…' }).click()
  await page.getByLabel('Tên khung').fill('Khung năm (mẫu)')
  await page.getByLabel('Chỉ các mục, câu mở đầu, câu kết; chỗ khác để trống').check()
  await office.photograph('save-as-template')
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByRole('button', { name: 'Xem khung' }).click()

  await expect(cell(office, 0, 1)).toBeVisible()
  await office.photograph('template')
  expect(await seriousFindings(office)).toEqual([])
  await page.getByLabel('Trích yếu').fill('Cải cách hành chính {tinh} năm {năm} {lạ}')
  await page.getByLabel('Nơi nhận').click()
  await expect(page.getByText('Không có chỗ điền sẵn tên: {lạ}')).toBeVisible()
  await page.getByLabel('Trích yếu').fill('Cải cách hành chính {tinh} năm {năm}')
  await page.getByLabel('Nơi nhận').click()
  // A line of the skeleton typed over, and one added behind it.
  await cell(office, 0, 1).click()
  await page.keyboard.type('{cơ quan ban hành} ban hành Kế hoạch năm {năm}:')
  await page.keyboard.press('Enter')
  await expect.poll(async () => JSON.stringify((await templatesOf(office))[0]?.blocks[0])).toContain('ban hành Kế hoạch năm {năm}:')
  const before = (await templatesOf(office))[0]?.blocks.length ?? 0
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await templatesOf(office))[0]?.blocks.length).toBe(before + 1)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await templatesOf(office))[0]?.blocks.length).toBe(before)

  await goTo(office, '/ke-hoach')
  await page.getByRole('button', { name: 'Lập kế hoạch mới…' }).first().click()
  await page.getByRole('dialog').getByRole('textbox', { name: /^Năm/ }).fill('2027')
  await page.getByLabel('Theo khung “Khung năm (mẫu)”').check()
  await office.photograph('create-from-template')
  await page.getByRole('dialog').getByRole('button', { name: 'Lập kế hoạch' }).click()
  await expect(page.locator('.ProseMirror p').first()).toHaveText('UBND tỉnh Lạng Sơn ban hành Kế hoạch năm 2027:', { timeout: 20_000 })
  const made = await page.evaluate(async () => {
    const plans = await window.bridge.call('plan.list', {})
    return plans.ok ? plans.value.filter(({ plan }) => plan.year === 2027).map(({ plan, taskCount }) => [plan.subject, taskCount]) : []
  })
  expect(made).toEqual([['Cải cách hành chính tỉnh Lạng Sơn năm 2027', 0]])
})

test('usual sentences are kept as a table that is pasted from Excel and taken back', async ({ office }) => {
  const page = office.window
  await goTo(office, '/cai-dat?the=khung-cau&phan=cau')
  await office.photograph('phrases-empty')
  await page
    .getByRole('button', { name: /Thêm câu/ })
    .last()
    .click()
  await expect(cell(office, 0, 0)).toBeVisible()
  await page.locator('textarea[data-history]').focus()
  await copyElsewhere(office, { text: 'csbn\tcác sở, ban, ngành\tPhối hợp\nbc\tbáo cáo kết quả\tBáo cáo' })
  await page.keyboard.press('Control+v')
  const phrases = async (): Promise<Output<'phrase.list'>> =>
    page.evaluate(async () => {
      const answer = await window.bridge.call('phrase.list', {})
      if (!answer.ok) throw new Error(answer.code)
      return answer.value
    })
  await expect
    .poll(async () => (await phrases()).map(({ key, group, content }) => [key, group, content[0]?.text]))
    .toEqual([
      ['bc', 'Báo cáo', 'báo cáo kết quả'],
      ['csbn', 'Phối hợp', 'các sở, ban, ngành'],
    ])
  await expect(cell(office, 1, 1)).toHaveText('các sở, ban, ngành')
  await office.photograph('phrases')
  expect(await seriousFindings(office)).toEqual([])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await phrases()).length).toBe(1)
})
