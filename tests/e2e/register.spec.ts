import { goTo, seriousFindings } from '../helpers/appendix-screen.ts'
import { issueSample, tasksOn } from '../helpers/issued-sample.ts'
import { expect, test, type Office } from '../helpers/office.ts'

test.use({ startWith: ['--sample'] })

const ON = '2023-06-30'
const list = `/nhiem-vu?nam=2023&ngay=${ON}`

const grid = ({ window: page }: Office) => page.getByRole('treegrid', { name: 'Nhiệm vụ năm 2023' })
const rowsOf = (office: Office) => grid(office).locator('[data-line][aria-level="2"]')
const activeRow = (office: Office) => grid(office).locator('[data-line][data-active="true"]')

test('a draft’s tasks show what would be given, and say why nothing can be reported yet', async ({ office }) => {
  const page = office.window
  await goTo(office, list)
  await expect(page.getByText(/chưa ban hành: các lượt phân công dưới đây mới là dự kiến/)).toBeVisible()
  await rowsOf(office).first().click()
  await page.keyboard.press('F2')
  await expect(page.getByRole('alert')).toContainText('Kế hoạch chưa ban hành nên chưa ghi tiến độ được.')
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('register-draft')
})

test('a secretary finds the late shares, enters how far one is by keys, takes it back, and keeps the view for tomorrow', async ({
  office,
}) => {
  const page = office.window
  await issueSample(office)
  await goTo(office, list)
  await expect(page.locator('[data-counts]')).toHaveText('44 nhiệm vụ · 708 lượt')
  const fitting = await rowsOf(office).evaluateAll(
    (rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight && row.getBoundingClientRect().height <= 36).length,
  )
  // Three heads of groups stand among them at the usual size of an office's laptop.
  expect(fitting).toBeGreaterThanOrEqual(15)
  await office.photograph('register-tasks')

  // Without accents, as one types; the words found are marked where they stand.
  await page.keyboard.press('Control+f')
  await page.keyboard.type('ra soat vi tri')
  await expect(rowsOf(office)).toHaveCount(1)
  await expect(rowsOf(office).first().locator('mark').first()).toHaveText('Rà')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-counts]')).toContainText('44 nhiệm vụ ·')

  // The ready view of what is late, one row a share, opened from the palette.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('khung nhin qua han')
  await page.getByRole('button', { name: 'Khung nhìn: Quá hạn, theo đơn vị' }).click()
  const late = (await tasksOn(office, ON)).flatMap(({ shares }) => shares.filter(({ light }) => light === 'overdue')).length
  await expect(page.locator('[data-counts]')).toHaveText(`${late} / 708 lượt`)
  await office.photograph('register-late')

  // Arrows, Shift and the space bar choose; what may be done with the rows stands below.
  await grid(office).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('Đã chọn 3 lượt')).toBeVisible()
  await page.keyboard.press('Control+c')
  await expect.poll(async () => office.app.evaluate(({ clipboard }) => clipboard.readText().split('\n').length)).toBe(4)
  await page.keyboard.press('Escape')
  await expect(page.getByText('Đã chọn 3 lượt')).toBeHidden()

  // In place: a percent makes the share one under way; the light keeps saying why.
  await page.keyboard.press('F2')
  await page.getByLabel('Phần trăm').fill('40')
  await office.photograph('register-edit')
  await page.keyboard.press('Enter')
  await expect(activeRow(office)).toContainText('Đang thực hiện · 40%')
  const said = (await tasksOn(office, ON)).flatMap(({ shares }) =>
    shares.flatMap(({ dues }) => dues.filter(({ percent }) => percent === 40)),
  )
  expect(said.map(({ state, updatedOn }) => [state, updatedOn])).toEqual([['in-progress', ON]])
  await page.keyboard.press('Control+z')
  await expect(activeRow(office)).not.toContainText('40%')
  // What needs proof goes on to the form that asks for it, with what was entered; Enter shows the task beside its row.
  await page.keyboard.press('F2')
  await page.getByLabel('Trạng thái').selectOption('Hoàn thành…')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Trạng thái')).toHaveValue('done')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await grid(office).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Chi tiết nhiệm vụ' })).toBeVisible()
  await office.photograph('register-pane')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary', { name: 'Chi tiết nhiệm vụ' })).toBeHidden()

  // A view of the office's own, opened whenever the list is.
  await page.getByRole('button', { name: 'Quá hạn, theo đơn vị' }).click()
  await page.getByRole('menuitem', { name: 'Lưu khung nhìn này…' }).click()
  await page.getByLabel('Tên khung nhìn').fill('Giao ban thứ Hai')
  await page.getByLabel('Mở danh sách là thấy khung nhìn này').check()
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Giao ban thứ Hai' })).toBeVisible()
  await goTo(office, '/')
  await goTo(office, list)
  await expect(page.locator('[data-counts]')).toHaveText(`${late} / 708 lượt`)
  // A figure asks for its own rows: the default does not take their place.
  await goTo(office, `${list}&nhom=linh-vuc`)
  await expect(page.locator('[data-counts]')).toHaveText('44 nhiệm vụ · 708 lượt')
  expect(await seriousFindings(office)).toEqual([])

  // On paper stands the whole list, not only the lines in sight.
  const pages = await office.app.evaluate(async ({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows()
    return (await shown!.webContents.printToPDF({ preferCSSPageSize: true })).length
  })
  expect(pages).toBeGreaterThan(20_000)
})
