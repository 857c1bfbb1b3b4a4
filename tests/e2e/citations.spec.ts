import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../helpers/office.ts'
import { caretAtEnd } from '../helpers/plan-story.ts'

test.use({ startWith: ['--sample'] })

async function openPane(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click()
  await page
    .getByRole('link', { name: /Cải cách hành chính tỉnh Lạng Sơn năm 2023/ })
    .first()
    .click()
  await expect(page.locator('.ProseMirror p').first()).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('F4')
  await page.getByRole('tab', { name: /^Viện dẫn/ }).click()
  const pane = page.getByRole('tabpanel', { name: /^Viện dẫn/ })
  await expect(pane.getByRole('status')).toBeVisible()
  return pane
}

const block = (page: Page, words: string | RegExp): Locator => page.locator('.ProseMirror p').filter({ hasText: words }).first()

test('slips are found in the text as it is typed, mended in one step, and taken back', async ({ office }) => {
  const { window: page } = office
  const pane = await openPane(page)
  await expect(pane.getByRole('status')).toHaveText('28 viện dẫn · 2 chỗ cần sửa')
  await expect(pane.getByText('Thiếu chữ “ngày” trước 13/07/2022.')).toBeVisible()
  await office.photograph('vien-dan-ra-soat')

  await pane.getByRole('button', { name: 'Sửa tất cả (2)' }).click()
  await expect(pane.getByRole('status')).toHaveText('28 viện dẫn · không có chỗ cần sửa')
  await page.locator('.ProseMirror').press('Control+z')
  await expect(pane.getByRole('status')).toHaveText('28 viện dẫn · 2 chỗ cần sửa')

  // Nothing is saved for this: the words on the screen are read.
  await caretAtEnd(block(page, 'Tổ chức nghiên cứu, học tập kinh nghiệm'))
  await page.keyboard.type(' Theo Nghị quyết số 15/NQ-CP 05/3/2022.')
  await expect(pane.getByRole('status')).toHaveText('29 viện dẫn · 3 chỗ cần sửa')
  await expect(pane.getByRole('button', { name: 'Ghi nhận 15/NQ-CP' })).toBeVisible()
  await pane.getByRole('button', { name: 'Ghi nhận 15/NQ-CP' }).click()
  await expect(pane.getByRole('button', { name: 'Ghi nhận 15/NQ-CP' })).toHaveCount(0)
})

test('a paragraph moved above another swaps what is offered in full and in short', async ({ office }) => {
  const { window: page } = office
  const pane = await openPane(page)
  const offers = pane.getByRole('region', { name: /^Viết đầy đủ lần đầu/ })
  await expect(offers.getByRole('button', { name: 'Ghi gọn' })).toHaveCount(2)
  await expect(offers.getByRole('button', { name: 'Ghi đầy đủ' })).toHaveCount(0)
  const later = block(page, 'Tiếp tục triển khai đồng bộ')
  await caretAtEnd(later)
  // Above its heading, its section and the opening sentence.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Alt+ArrowUp')
  await expect(page.locator('.ProseMirror p').first()).toContainText('Tiếp tục triển khai đồng bộ')
  await expect(offers.getByRole('button', { name: 'Ghi đầy đủ' })).toHaveCount(2)
  await expect(offers.getByRole('button', { name: 'Ghi gọn' })).toHaveCount(2)
  await office.photograph('vien-dan-doi-cho')
  await offers.getByRole('button', { name: /^Viết tất cả/ }).click()
  await expect(page.locator('.ProseMirror p').first()).toContainText(
    'Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về việc ban hành Chương trình tổng thể',
  )
  await expect(block(page, /^Thực hiện/)).toContainText(
    'Thực hiện Nghị quyết số 76/NQ-CP; Nghị quyết số 60-NQ/TU; Kế hoạch số 249/KH-UBND ngày 29/12/2021',
  )
  await expect(offers).toHaveCount(0)
})

test('from a citation to its entry in the registry, and from there to every place that cites it', async ({ office }) => {
  const { window: page } = office
  const pane = await openPane(page)
  await page
    .locator('.ProseMirror span[data-citation]')
    .first()
    .click({ modifiers: ['Control'] })
  const entry = page.getByRole('complementary', { name: 'Văn bản viện dẫn' })
  await expect(entry.getByRole('heading', { name: 'Nghị quyết 76/NQ-CP' })).toBeVisible()
  await expect(entry.getByRole('textbox', { name: 'Ngày ban hành' })).toHaveValue('15/07/2021')
  await expect(page.getByText('25 văn bản', { exact: true })).toBeVisible()
  await office.photograph('so-van-ban-vien-dan')

  // It is looked up, and found to be no longer in force.
  await entry.getByRole('textbox', { name: 'Hết hiệu lực từ' }).fill('01/01/2023')
  await entry.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByRole('row', { name: /76\/NQ-CP/ })).toContainText('Hết hiệu lực')
  const serious = (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  )
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])

  await entry.getByRole('button', { name: /^I\.1\.đoạn 1/ }).click()
  await expect(block(page, 'Tiếp tục triển khai đồng bộ')).toBeVisible()
  await expect(pane.getByText('76/NQ-CP hết hiệu lực từ ngày 01/01/2023.').first()).toBeVisible()

  // The same way by keyboard, from the sentence with the caret.
  await expect(block(page, 'Tiếp tục tổ chức triển khai Luật sửa đổi')).toBeVisible()
  await block(page, 'Tiếp tục tổ chức triển khai Luật sửa đổi').evaluate((element) => {
    // The key comes in the same turn of the page as the caret, as it does when the machine is busy.
    getSelection()?.collapse(element, element.childNodes.length)
    const key = { key: 'g', code: 'KeyG', ctrlKey: true, altKey: true, bubbles: true, cancelable: true }
    element.closest('.ProseMirror')?.dispatchEvent(new KeyboardEvent('keydown', key))
  })
  await expect(entry.getByRole('heading', { name: 'Chỉ thị 43/CT-TTg' })).toBeVisible()
})

test('a citation is put in by a few letters: in full where it is the first, in short where it is not', async ({ office }) => {
  const { window: page } = office
  await openPane(page)
  const sentence = block(page, 'Tổ chức nghiên cứu, học tập kinh nghiệm')
  await caretAtEnd(sentence)
  await page.keyboard.type(' Theo ')
  await page.keyboard.press('Control+Alt+v')
  const dialog = page.getByRole('dialog', { name: 'Chèn viện dẫn' })
  await dialog.getByRole('textbox').fill('468 thu tuong')
  await expect(dialog.getByText('Quyết định số 468/QĐ-TTg', { exact: true })).toBeVisible()
  await office.photograph('chen-vien-dan')
  await page.keyboard.press('Enter')
  await expect(sentence).toContainText('Theo Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ phê duyệt Đề án')
  await page.keyboard.type(' và ')
  await page.keyboard.press('Control+Alt+v')
  await dialog.getByRole('textbox').fill('76')
  await expect(dialog.getByText('Nghị quyết số 76/NQ-CP', { exact: true }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(sentence).toContainText('và Nghị quyết số 76/NQ-CP')
  await expect(sentence).not.toContainText('76/NQ-CP ngày')
})

test('the legal bases are a list that writes itself', async ({ office }) => {
  const { window: page } = office
  const pane = await openPane(page)
  await pane.getByText('Căn cứ', { exact: true }).click()
  const bases = page.locator('.ProseMirror p[data-kind="legal-basis"]')
  const add = pane.getByRole('combobox', { name: /^Thêm căn cứ từ sổ/ })
  await add.fill('249')
  await page.getByRole('option', { name: /249\/KH-UBND/ }).click()
  await expect(bases).toHaveCount(1)
  await add.fill('45/2020')
  await page.getByRole('option', { name: /45\/2020\/NĐ-CP/ }).click()
  await expect(bases).toHaveCount(2)
  await pane.getByRole('textbox', { name: /^Căn cứ khác/ }).fill('Theo đề nghị của Giám đốc Sở Nội vụ')
  await page.keyboard.press('Enter')
  await expect(bases).toHaveText([
    'Căn cứ Kế hoạch số 249/KH-UBND ngày 29 tháng 12 năm 2021 của UBND tỉnh về cải cách hành chính tỉnh Lạng Sơn giai đoạn 2021-2025;',
    'Căn cứ Nghị định số 45/2020/NĐ-CP ngày 08 tháng 4 năm 2020 của Chính phủ về thực hiện TTHC trên môi trường điện tử;',
    'Theo đề nghị của Giám đốc Sở Nội vụ.',
  ])
  await office.photograph('can-cu')
  await pane.getByRole('button', { name: 'Xếp theo hiệu lực' }).click()
  await expect(bases.first()).toContainText('45/2020/NĐ-CP')
  await pane.getByRole('button', { name: /^Theo đề nghị/ }).press('Alt+ArrowUp')
  await expect(bases.nth(1)).toHaveText('Theo đề nghị của Giám đốc Sở Nội vụ;')
  await expect(bases.nth(2)).toContainText('2021-2025.')
})
