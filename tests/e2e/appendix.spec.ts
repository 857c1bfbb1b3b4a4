import { box, cell, copyElsewhere, goTo, openAppendix, seriousFindings, tasksOf, withoutVersions } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

test('fifteen rows of one line are seen on a laptop of 768 lines, none higher than 36 pixels', async ({ office }) => {
  await openAppendix(office, 'gon=1')
  const rows = await office.window.evaluate(() => {
    const frame = document.querySelector('[role="grid"]')?.parentElement?.getBoundingClientRect()
    return Array.from(document.querySelectorAll('[role="rowheader"]'), (head) => head.getBoundingClientRect())
      .filter(({ bottom }) => frame !== undefined && bottom <= frame.bottom)
      .map(({ height }) => height)
  })
  expect(rows.length).toBeGreaterThanOrEqual(15)
  expect(Math.max(...rows)).toBeLessThanOrEqual(36)
})

test('the keys of a spreadsheet: move, write, edit, clear, fill down, new line in a cell', async ({ office }) => {
  const { keyboard } = office.window
  const planId = await openAppendix(office)
  await cell(office, 0, 1).click()
  await keyboard.type('Báo cáo')
  await keyboard.press('Enter')
  await expect(cell(office, 0, 1)).toHaveText('Báo cáo')
  await keyboard.press('ArrowUp')
  await keyboard.press('F2')
  await keyboard.type(' năm')
  await keyboard.press('Alt+Enter')
  await keyboard.type('Phụ lục')
  await keyboard.press('Tab')
  await expect(cell(office, 0, 1)).toHaveText('Báo cáo năm\nPhụ lục', { useInnerText: true })
  await keyboard.press('Shift+Tab')
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Control+d')
  await expect(cell(office, 2, 1)).toHaveText('Báo cáo năm\nPhụ lục', { useInnerText: true })
  await keyboard.press('Delete')
  await expect(cell(office, 1, 1)).toHaveText('')
  await keyboard.press('Escape')
  // The log, not the text box, takes back what the grid did; a cell that is being typed into keeps its own steps.
  await keyboard.press('Control+z')
  await expect(cell(office, 1, 1)).toHaveText('Báo cáo năm\nPhụ lục', { useInnerText: true })
  await keyboard.press('ArrowUp')
  await keyboard.type('xyz')
  await keyboard.press('Control+z')
  await expect(box(office)).not.toHaveValue('xyz')
  await keyboard.press('Escape')
  expect((await tasksOf(office, planId)).length).toBe(44)
})

test('a new row is where the hand is: its first cell is ready for typing; doubled, moved and removed by keys', async ({ office }) => {
  const { keyboard } = office.window
  const planId = await openAppendix(office)
  const before = await tasksOf(office, planId)
  await cell(office, 2, 3).click()
  await keyboard.press('Control+Enter')
  await expect(box(office)).toHaveAccessibleName(/Nhiệm vụ 4, cột Nội dung nhiệm vụ: trống/)
  await keyboard.type('Việc mới')
  await keyboard.press('Enter')
  await expect(cell(office, 3, 0)).toHaveText('Việc mới')
  await keyboard.press('ArrowUp')
  await keyboard.press('Control+Shift+d')
  await expect(box(office)).toHaveAccessibleName(/Nhiệm vụ 5, cột Nội dung nhiệm vụ: Việc mới/)
  await keyboard.press('Alt+ArrowUp')
  await keyboard.press('Alt+ArrowUp')
  await expect(cell(office, 2, 0)).toHaveText('Việc mới')
  await expect(box(office)).toHaveAccessibleName(/Nhiệm vụ 3, .*: Việc mới/)
  await keyboard.press('Control+-')
  await expect(cell(office, 2, 0)).not.toHaveText('Việc mới')
  expect((await tasksOf(office, planId)).length).toBe(before.length + 1)
})

test('ten rows from a spreadsheet come in as tasks, are given to an agency at once, and everything is taken back', async ({ office }) => {
  const { keyboard } = office.window
  const planId = await openAppendix(office)
  const before = withoutVersions(await tasksOf(office, planId))
  await office.window.getByRole('button', { name: 'Thêm nhiệm vụ', exact: true }).click()
  await expect.poll(async () => (await tasksOf(office, planId)).length).toBe(45)
  await expect(box(office)).toBeFocused()
  await expect(box(office)).toHaveAccessibleName(/: trống/)
  const rows = Array.from(
    { length: 10 },
    (_, at) => `Việc thứ ${at + 1}\t"Báo cáo\nPhụ lục kèm theo"\tSở Nội vụ; Sở Tư pháp\tCác sở, ban, ngành\tQuý ${(at % 4) + 1}/2023`,
  )
  await copyElsewhere(office, { text: rows.join('\n') })
  await keyboard.press('Control+v')
  await expect.poll(async () => (await tasksOf(office, planId)).length).toBe(54)
  // The grid goes to what was pasted as soon as it has heard of it.
  await expect(box(office)).toHaveAccessibleName(/: Việc thứ 1/)
  const pasted = (await tasksOf(office, planId)).filter(({ content }) => content.startsWith('Việc thứ'))
  expect(
    pasted.map(({ product, leads, coordinating, deadline }) => [
      product,
      leads.map(({ kind }) => kind),
      coordinating.map(({ kind }) => kind),
      deadline.milestones.length,
    ]),
  ).toEqual(Array.from({ length: 10 }, () => ['Báo cáo\nPhụ lục kèm theo', ['agency', 'agency'], ['group'], 1]))
  // Whole rows, then one box for all, once the grid has them too: 54 rows under 7 fields and a head.
  await expect(office.window.getByRole('grid')).toHaveAttribute('aria-rowcount', '62')
  await keyboard.press('Control+End')
  for (let row = 0; row < 8; row += 1) await keyboard.press('Shift+ArrowUp')
  await keyboard.press('Shift+Space')
  // The address follows the choice a moment later, and leaves it as it is.
  await expect.poll(async () => office.window.evaluate(() => location.hash)).toContain(pasted[1]?.id ?? 'no row')
  const bulk = office.window.getByRole('group', { name: 'Sửa hàng loạt' })
  await bulk.getByLabel('Cơ quan chủ trì').fill('Văn phòng UBND tỉnh')
  await keyboard.press('Enter')
  await expect
    .poll(
      async () =>
        (await tasksOf(office, planId)).filter(({ content, leads }) => content.startsWith('Việc thứ') && leads.length === 1).length,
    )
    .toBe(9)
  await office.photograph('pasted')
  await box(office).focus()
  for (let step = 0; step < 8; step += 1) {
    if (JSON.stringify(withoutVersions(await tasksOf(office, planId))) === JSON.stringify(before)) break
    const known = JSON.stringify(await tasksOf(office, planId))
    await keyboard.press('Control+z')
    await expect.poll(async () => JSON.stringify(await tasksOf(office, planId))).not.toBe(known)
  }
  expect(withoutVersions(await tasksOf(office, planId))).toEqual(before)
})

test('words in a cell are not lost when the screen is left by a key or another row is gone to', async ({ office }) => {
  const { keyboard } = office.window
  const planId = await openAppendix(office)
  await cell(office, 0, 1).click()
  await keyboard.type('Công văn')
  await keyboard.press('Alt+1')
  await expect(office.window.getByRole('grid')).toHaveCount(0)
  await expect.poll(async () => (await tasksOf(office, planId)).filter(({ product }) => product === 'Công văn').length).toBe(1)
  await openAppendix(office)
  await cell(office, 1, 1).click()
  await keyboard.type('Tờ trình')
  await keyboard.press('Control+Enter')
  await expect(cell(office, 1, 1)).toHaveText('Tờ trình')
  expect((await tasksOf(office, planId)).length).toBe(44)
})

test('a block goes out as text and as a table, and a Word table comes in with its paragraphs inside their cells', async ({ office }) => {
  const { keyboard } = office.window
  await openAppendix(office)
  await cell(office, 0, 0).click()
  await keyboard.press('Shift+ArrowRight')
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Control+c')
  const copied = await office.app.evaluate(({ clipboard }) => ({ text: clipboard.readText(), html: clipboard.readHTML() }))
  expect(copied.text.split('\n').map((line) => line.split('\t').length)).toEqual([2, 2])
  expect(copied.html).toContain('<td>Kế hoạch</td>')
  await copyElsewhere(office, {
    text: 'Một\r\nhai\tBa\r\n',
    html: '<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><table><tr><td><p>Một</p><p>hai</p></td><td><p>Ba</p></td></tr></table></body></html>',
  })
  await cell(office, 1, 0).click()
  await keyboard.press('Control+v')
  await expect(cell(office, 1, 0)).toHaveText('Một\nhai', { useInnerText: true })
  await expect(cell(office, 1, 1)).toHaveText('Ba')
})

test('an agency is found without accents and taken with one key; a deadline says its meaning while it is typed', async ({ office }) => {
  const { keyboard } = office.window
  await openAppendix(office)
  await cell(office, 3, 2).click()
  await keyboard.type('so tu ph')
  await expect(office.window.getByRole('option', { name: /Sở Tư pháp/ })).toBeVisible()
  await keyboard.press('Enter')
  await expect(box(office)).toHaveValue('Sở Tư pháp; ')
  await keyboard.type('vp ubnd')
  await expect(office.window.getByRole('option', { name: /Văn phòng UBND tỉnh/ })).toBeVisible()
  await keyboard.press('Tab')
  await expect(cell(office, 3, 2)).toHaveText('Sở Tư pháp; Văn phòng UBND tỉnh')
  await keyboard.press('Tab')
  await keyboard.type('30/6/2023')
  await expect(office.window.getByText('hạn 30/6/2023')).toBeVisible()
  await keyboard.press('Enter')
  await expect(cell(office, 3, 4)).toContainText('30/6/2023')
})

test('moving the chosen cell draws no row anew', async ({ office }) => {
  await openAppendix(office, 'gon=1')
  await cell(office, 0, 0).click()
  await office.window.evaluate(() => {
    const seen: string[] = []
    Reflect.set(globalThis, 'drawnAnew', seen)
    const rows = document.querySelector('[role="grid"] [role="rowgroup"]')
    if (rows !== null)
      new MutationObserver((changes) => seen.push(...changes.map(({ type }) => type))).observe(rows, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      })
  })
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowRight', 'ArrowLeft', 'ArrowUp'])
    await office.window.keyboard.press(key)
  await expect(box(office)).toHaveAccessibleName(/cột Nội dung nhiệm vụ/)
  expect(await office.window.evaluate(() => Reflect.get(globalThis, 'drawnAnew'))).toEqual([])
})

test('a row dragged by its number comes to stand where it is dropped', async ({ office }) => {
  await openAppendix(office, 'gon=1')
  const words = await cell(office, 0, 0).innerText()
  const from = await office.window.locator('[data-head][data-row="0"]').boundingBox()
  const to = await office.window.locator('[data-head][data-row="3"]').boundingBox()
  if (from === null || to === null) throw new Error('the rows are not seen')
  const { mouse } = office.window
  await mouse.move(from.x + 10, from.y + 10)
  await mouse.down()
  await mouse.move(to.x + 10, to.y + 6, { steps: 6 })
  await mouse.move(to.x + 10, to.y + to.height - 4)
  await mouse.up()
  await expect(cell(office, 3, 0)).toHaveText(words)
})

test('from a task to its sentence in one click', async ({ office }) => {
  const planId = await openAppendix(office, 'khung=chi-tiet')
  await cell(office, 8, 0).click()
  const link = office.window.getByTitle('Đến câu trong kế hoạch').first()
  await expect(link).toBeVisible()
  await link.click()
  await expect.poll(() => office.window.url()).toContain(`/ke-hoach/${planId}?muc=`)
})

test('columns are renamed, widened, added and taken away, and a second appendix is made and removed', async ({ office }) => {
  const page = office.window
  await openAppendix(office, 'khung=bang')
  const title = page.getByLabel('Tên cột 3')
  await title.fill('Kết quả')
  await title.press('Tab')
  await expect(page.getByRole('columnheader', { name: 'Kết quả' })).toBeVisible()
  await page.getByRole('button', { name: 'Thêm cột' }).click()
  await page.getByRole('menuitem', { name: 'Cột khác' }).click()
  await expect(page.getByRole('columnheader', { name: 'Ghi chú' })).toBeVisible()
  await cell(office, 0, 5).click()
  await page.keyboard.type('Kinh phí tự chủ')
  await page.keyboard.press('Enter')
  await expect(cell(office, 0, 5)).toHaveText('Kinh phí tự chủ')
  await page.getByRole('button', { name: 'Bỏ cột Ghi chú' }).click()
  await expect(page.getByRole('columnheader', { name: 'Ghi chú' })).toHaveCount(0)
  await page.getByText('Khổ dọc').click()
  await expect(page.getByRole('radio', { name: 'Khổ dọc' })).toBeChecked()
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name: 'Thêm phụ lục' }).click()
  await expect(page.getByText('Phụ lục chưa có nhiệm vụ nào')).toBeVisible()
  await page.getByRole('button', { name: 'Xóa phụ lục này' }).click()
  await expect(cell(office, 0, 0)).toBeVisible()
})

test('a plan that is no longer drafted shows its appendix to read only', async ({ office }) => {
  const planId = await openAppendix(office)
  await office.window.evaluate(async (id) => {
    const detail = await window.bridge.call('plan.get', { planId: id })
    if (detail.ok)
      await window.bridge.call('plan.set-status', { planId: id, version: detail.value.plan.version, status: 'submitted', reason: '' })
  }, planId)
  await expect(office.window.getByRole('grid')).toHaveAttribute('aria-readonly', 'true')
  await cell(office, 0, 0).click()
  await office.window.keyboard.type('x')
  await office.window.keyboard.press('Delete')
  await expect(cell(office, 0, 0)).not.toHaveText('x')
  await expect(cell(office, 0, 0)).not.toHaveText('')
})

test('the printed appendix stands beside the grid and follows what is changed', async ({ office }) => {
  await openAppendix(office, 'trang=1&gon=1')
  const pages = office.window.getByRole('region', { name: 'Trang in của phụ lục' })
  await expect(pages.first()).toBeVisible({ timeout: 20_000 })
  const picture = pages.first().locator('img').first()
  await expect(picture).toHaveAttribute('src', /./, { timeout: 20_000 })
  const before = await picture.getAttribute('src')
  await cell(office, 0, 0).click()
  await office.window.keyboard.type('Việc đã sửa')
  await office.window.keyboard.press('Enter')
  await expect(picture).not.toHaveAttribute('src', before ?? '', { timeout: 20_000 })
  await office.photograph('page')
})

for (const [name, search] of [
  ['the grid', ''],
  ['the grid with its pane', 'khung=chi-tiet&gon=1'],
  ['coverage', 'khung=do-phu'],
  ['suggestions', 'khung=goi-y'],
  ['columns', 'khung=bang'],
] as const) {
  test(`${name} has no serious finding of the accessibility check`, async ({ office }) => {
    await openAppendix(office, search)
    expect(await seriousFindings(office)).toEqual([])
  })
}

test('the assignment screen has no serious finding and is walked by keys', async ({ office }) => {
  const planId = await openAppendix(office)
  await goTo(office, `/ke-hoach/${planId}/phan-cong`)
  const first = office.window.getByRole('button', { name: /^Sở Nội vụ/ })
  await first.focus()
  await office.window.keyboard.press('ArrowDown')
  await expect.poll(() => office.window.url()).toContain('donVi=')
  await expect(office.window.getByRole('heading', { name: 'Sở Tư pháp' })).toBeVisible()
  await expect(office.window.getByRole('table')).toBeVisible()
  expect(await seriousFindings(office)).toEqual([])
})
