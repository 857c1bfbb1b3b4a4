import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { goTo } from '../helpers/appendix-screen.ts'
import { expect, test, type Office } from '../helpers/office.ts'

const tab = (window: Page, name: string) => window.getByRole('navigation', { name: 'Các phần của kế hoạch' }).getByRole('link', { name })
const pane = (window: Page) => window.getByRole('tabpanel', { name: 'Việc cần rà' })
const progress = (window: Page, text: string) => expect(pane(window).getByText(text, { exact: true })).toBeVisible()

async function seriousIn({ window }: Office): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).include('#content').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** From the list of plans: the draft of `year` made from the sample's plan of 2023, with the list beside its text. */
async function draftFor(office: Office, year: number): Promise<void> {
  const { window } = office
  await goTo(office, '/ke-hoach')
  await window.getByRole('button', { name: 'Việc khác với kế hoạch 2023' }).click()
  await window.getByRole('menuitem', { name: 'Lập kế hoạch năm sau từ kế hoạch này…' }).click()
  const box = window.getByRole('textbox', { name: 'Năm của kế hoạch mới' })
  await expect(box).toHaveValue('2024')
  await box.fill(String(year))
  await office.photograph(`new-year-${year}`)
  await window.getByRole('button', { name: 'Lập bản thảo' }).click()
  await expect(pane(window)).toBeVisible({ timeout: 20_000 })
}

test.describe('next year’s plan from last year’s', () => {
  test.use({ startWith: ['--sample'] })

  test('the list beside the text is worked off by clicks, by keys and by typing', async ({ office }) => {
    const { window } = office
    await window.setViewportSize({ width: 1366, height: 740 })
    await draftFor(office, 2024)
    await progress(window, '0/72')
    await office.photograph('review-begin')
    expect(await seriousIn(office)).toEqual([])

    // One kind at once, with what needs a look left out.
    await pane(window).getByRole('region', { name: 'Năm cũ trong văn bản' }).getByRole('button', { name: 'Sửa cả 10 chỗ…' }).click()
    const dialog = window.getByRole('dialog', { name: 'Sửa 10 chỗ cùng lúc' })
    await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(8)
    await office.photograph('settle-together')
    await dialog.getByRole('button', { name: 'Sửa 8 chỗ' }).click()
    await progress(window, '8/72')
    await expect(window.locator('.ProseMirror')).toContainText('kế hoạch cải cách hành chính (CCHC) năm 2024 như sau:', {
      ignoreCase: true,
    })

    // By the keyboard: to the place, then the reason for keeping it.
    const cited = pane(window).locator('[data-leftover]').filter({ hasText: 'cước chú' }).first()
    await cited.focus()
    await window.keyboard.press('Delete')
    await window.getByRole('textbox', { name: 'Lý do giữ nguyên' }).fill('Tên của văn bản được viện dẫn')
    await window.keyboard.press('Enter')
    await progress(window, '9/72')

    // Typed over in the text, it ticks itself.
    const period = pane(window).locator('[data-leftover]').filter({ hasText: '2019 - 2023' }).first()
    await period.focus()
    await window.keyboard.press('Enter')
    await expect(window.locator('.ProseMirror')).toBeFocused()
    await window.keyboard.type('2024')
    await window.keyboard.press('Control+s')
    await progress(window, '10/72')
    await office.photograph('review-going-on')

    await window.keyboard.press('Control+z')
    await progress(window, '9/72')
  })

  test('tasks are decided one by one, with their years before', async ({ office }) => {
    const { window } = office
    await draftFor(office, 2024)
    await pane(window).getByText('Nhiệm vụ', { exact: true }).click()
    await expect(pane(window).getByRole('region', { name: 'Hạn trong năm cũ, chưa rõ đã xong' })).toBeVisible()
    await pane(window).getByText('Đã nêu: 2023').first().click()
    await office.photograph('carried-tasks')
    const dropped = pane(window).getByRole('listitem').filter({ hasText: 'Ban hành Kế hoạch CCHC năm 2023 của cơ quan' })
    await dropped.getByRole('button', { name: 'Bỏ', exact: true }).click()
    await expect(pane(window).getByText('Bỏ 1', { exact: true })).toBeVisible()
    await dropped.getByRole('button', { name: 'Lấy lại' }).click()
    await expect(pane(window).getByText('Bỏ 0', { exact: true })).toBeVisible()
    await pane(window).getByText('Câu', { exact: true }).click()
    await expect(pane(window).getByText(/^Giữ \d+$/)).toBeVisible()
    await office.photograph('carried-sentences')
    expect(await seriousIn(office)).toEqual([])
  })

  test('bodies that the reorganisation of 2025 ended are replaced by those that took over, one body at a time', async ({ office }) => {
    const { window } = office
    await draftFor(office, 2026)
    const districts = pane(window).getByRole('region', { name: 'UBND các huyện, thành phố' })
    await expect(districts).toBeVisible()
    await office.photograph('bodies-gone')
    await districts.getByRole('button', { name: /^Sửa cả/ }).click()
    await office.photograph('bodies-together')
    await window
      .getByRole('dialog')
      .getByRole('button', { name: /^Sửa \d+ chỗ$/ })
      .click()
    await expect(window.locator('.ProseMirror')).toContainText('UBND các xã, phường')
  })

  test('the issue is stopped by red places, and a reason lets it pass', async ({ office }) => {
    const { window } = office
    await draftFor(office, 2024)
    await tab(window, 'Dự thảo & ban hành').click()
    for (const move of ['Trình ký', 'Đã ký, chờ số']) {
      await window.getByRole('button', { name: move, exact: true }).click()
      await window.getByRole('dialog').getByRole('button', { name: 'Chuyển', exact: true }).click()
    }
    await window.getByRole('button', { name: 'Ban hành…' }).click()
    const dialog = window.getByRole('dialog', { name: 'Ban hành kế hoạch' })
    await expect(dialog.getByText('chỗ còn năm của kế hoạch cũ').first()).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Số' }).fill('12')
    await dialog.getByRole('textbox', { name: 'Ngày ban hành' }).fill('28/12/2023')
    await expect(dialog.getByRole('button', { name: 'Ban hành', exact: true })).toBeDisabled()
    await office.photograph('issue-stopped')
    await dialog.getByRole('textbox', { name: 'Lý do vẫn ban hành' }).fill('Bản chạy thử, đã xem từng chỗ')
    await dialog.getByRole('button', { name: 'Ban hành', exact: true }).click()
    await expect(window.getByRole('note').filter({ hasText: 'đã ban hành số 12/KH-UBND' })).toBeVisible({ timeout: 20_000 })
  })
})
