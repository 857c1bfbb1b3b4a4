import type { Output } from '#shared/ipc/contract.ts'
import { cell, copyElsewhere, firstPlan, goTo, openAppendix, seriousFindings } from '../helpers/appendix-screen.ts'
import { expect, test, type Office } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

/** The table as an office copies it from its spreadsheet, with its heading row; the words meet sentences of the sample plan. */
const table = [
  ['Mục tiêu', 'Đơn vị tính', 'Mức đầu kỳ', '2021', '2022', '2023', '2024', '2025', 'Lĩnh vực', 'Ghi chú'],
  [
    'Mẫu: Tỷ lệ cắt giảm thời gian giải quyết thủ tục hành chính',
    '%',
    '10',
    '',
    '≥ 15',
    '≥ 20',
    '≥ 25',
    '≥ 30',
    'Cải cách thủ tục hành chính',
    '',
  ],
  ['Mẫu: Mức độ hài lòng của người dân', '%', '90,5', '', '', 'Nhóm khá', '', '95', '', 'mẫu'],
]

const goalsOf = async ({ window: page }: Office): Promise<Output<'programme.get'>['goals']> =>
  page.evaluate(async () => {
    const list = await window.bridge.call('programme.list', {})
    const id = list.ok ? list.value[0]?.programme.id : undefined
    if (id === undefined) return []
    const answer = await window.bridge.call('programme.get', { id })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value.goals
  })

/** Makes the programme that the sample's plan belongs to, by its form. */
async function makeProgramme(office: Office): Promise<void> {
  const page = office.window
  await goTo(office, '/chuong-trinh')
  await page.getByRole('button', { name: 'Thêm chương trình' }).first().click()
  await page.getByLabel('Tên chương trình, kế hoạch giai đoạn').fill('Kế hoạch cải cách hành chính tỉnh Lạng Sơn giai đoạn 2021 - 2025')
  await page.getByLabel('Văn bản ban hành').fill('Kế hoạch số 249/KH-UBND ngày 29/12/2021')
  await page.getByLabel('Từ năm').fill('2021')
  await page.getByLabel('Đến năm').fill('2025')
  await page.getByLabel('Văn bản cấp trên').fill('Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(page.getByRole('heading', { name: /giai đoạn 2021 - 2025/ })).toBeVisible()
}

/** Pastes the table over a first empty row, as the empty place teaches. */
async function pasteGoals(office: Office): Promise<void> {
  const page = office.window
  await page
    .getByRole('button', { name: /Thêm mục tiêu/ })
    .last()
    .click()
  await expect(cell(office, 0, 0)).toBeVisible()
  await page.locator('textarea[data-history]').focus()
  await copyElsewhere(office, { text: table.map((row) => row.join('\t')).join('\n') })
  await page.keyboard.press('Control+v')
}

test('a programme’s goals are pasted from Excel with their heading, edited by keyboard, taken back by one undo', async ({ office }) => {
  const page = office.window
  await makeProgramme(office)
  await office.photograph('programme-empty')
  await pasteGoals(office)
  await expect.poll(async () => (await goalsOf(office)).length).toBe(2)
  await expect(cell(office, 0, 5)).toHaveText('≥ 20')
  expect(
    (await goalsOf(office)).map(({ content, targets, fieldId, note }) => [
      content.slice(0, 12),
      Object.keys(targets),
      fieldId !== null,
      note,
    ]),
  ).toEqual([
    ['Mẫu: Tỷ lệ c', ['2022', '2023', '2024', '2025'], true, ''],
    ['Mẫu: Mức độ ', ['2023', '2025'], false, 'mẫu'],
  ])
  await office.photograph('programme-goals')
  // Typed over, as in a spreadsheet; the year's number follows.
  await cell(office, 1, 5).click()
  await page.keyboard.type('92,5')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await goalsOf(office))[1]?.targets['2023']).toEqual({ words: '92,5', hundredths: 9250 })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await goalsOf(office))[1]?.targets['2023']?.words).toBe('Nhóm khá')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await goalsOf(office)).map(({ content }) => content)).toEqual([''])
  expect(await seriousFindings(office)).toEqual([])
})

test('a plan takes up a goal by a suggested sentence; the programme shows which year leaves which goal out', async ({ office }) => {
  const page = office.window
  await makeProgramme(office)
  await pasteGoals(office)
  await expect.poll(async () => (await goalsOf(office)).length).toBe(2)
  const planId = await firstPlan(office)
  await goTo(office, `/ke-hoach/${planId}?trang=1&ben=muc-tieu`)
  const first = page.getByRole('region', { name: /cắt giảm thời gian/ })
  await expect(first).toContainText('Chỉ tiêu 2023: ≥ 20 %')
  await expect(first.getByText(/Gợi ý: II\.3/).first()).toBeVisible()
  await office.photograph('plan-goals-suggested')
  await first
    .getByRole('button', { name: /Gắn câu II\.3/ })
    .first()
    .click()
  await expect(page.getByText('1/2 mục tiêu có trong kế hoạch')).toBeVisible()
  await expect(first.getByRole('checkbox')).toBeChecked()
  await office.photograph('plan-goals-served')
  expect(await seriousFindings(office)).toEqual([])

  await goTo(office, '/chuong-trinh?the=do-phu')
  await expect(page.getByLabel('Năm 2023: 1 trên 2 mục tiêu có trong kế hoạch')).toHaveText('1/2')
  const rows = page.getByRole('table', { name: 'Độ phủ: mục tiêu theo từng năm' }).getByRole('row')
  await expect(rows.nth(1).getByRole('cell').nth(3)).toContainText('1 câu')
  await expect(rows.nth(2).getByRole('cell').nth(3)).toContainText('Bỏ trống')
  await expect(rows.nth(2).getByRole('cell').nth(4)).toContainText('Chưa có kế hoạch')
  await office.photograph('programme-coverage')
  expect(await seriousFindings(office)).toEqual([])
  // The gap leads to the plan that leaves it.
  await rows.nth(2).getByRole('link', { name: 'Bỏ trống' }).click()
  await expect(page.getByRole('tab', { name: /Mục tiêu/ })).toHaveAttribute('aria-selected', 'true')
})

test('a task is given a goal from its own pane; the palette finds programme and goal', async ({ office }) => {
  const page = office.window
  await makeProgramme(office)
  await pasteGoals(office)
  await expect.poll(async () => (await goalsOf(office)).length).toBe(2)
  await openAppendix(office, 'khung=chi-tiet')
  await cell(office, 0, 0).click()
  await page.getByRole('combobox', { name: 'Phục vụ mục tiêu…' }).click()
  await page.keyboard.type('hai long')
  await page.getByRole('option', { name: /hài lòng/ }).click()
  await expect(page.getByRole('button', { name: /Bỏ mục tiêu Mẫu: Mức độ hài lòng/ })).toBeVisible()
  await office.photograph('task-goals')
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder(/^Gõ tên màn hình/).fill('hai long cua nguoi dan')
  await page.getByRole('button', { name: /Mẫu: Mức độ hài lòng của người dân\s*Mục tiêu/ }).click()
  await expect(cell(office, 1, 0)).toContainText('hài lòng')
})
