import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../helpers/office.ts'

const tab = (window: Page, name: string) => window.getByRole('navigation', { name: 'Các phần của kế hoạch' }).getByRole('link', { name })

test.describe('a plan on its way to being issued', () => {
  test.use({ startWith: ['--sample'] })

  test('a round is kept, compared word by word and restored', async ({ office: { window } }) => {
    await window.getByRole('link', { name: 'Soạn tiếp' }).click()
    const block = window.locator('.ProseMirror p').nth(3)
    await expect(block).toBeVisible({ timeout: 20_000 })
    const before = (await block.textContent()) ?? ''
    await tab(window, 'Dự thảo & ban hành').click()
    await window.getByRole('button', { name: 'Lưu thành dự thảo lần 1' }).click()
    await window.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(window.getByText('Dự thảo lần 1', { exact: true })).toBeVisible()

    await tab(window, 'Soạn thảo').click()
    await block.click()
    await window.keyboard.press('End')
    await window.keyboard.type(' CHỮ THÊM')
    await tab(window, 'Dự thảo & ban hành').click()
    await window.getByRole('button', { name: 'So với bản hiện tại' }).click()
    await expect(window.getByRole('region', { name: 'Các chỗ khác nhau' }).locator('ins')).toContainText('CHỮ THÊM', { timeout: 20_000 })
    await tab(window, 'Dự thảo & ban hành').click()

    await window.getByRole('button', { name: 'Khôi phục' }).click()
    await tab(window, 'Soạn thảo').click()
    await expect(block).toHaveText(before)
  })

  test('issuing asks for number, date and signer, and from then on nothing can be typed', async ({ office: { window } }) => {
    await window.getByRole('link', { name: 'Soạn tiếp' }).click()
    await tab(window, 'Dự thảo & ban hành').click()
    for (const move of ['Trình ký', 'Đã ký, chờ số']) {
      await window.getByRole('button', { name: move, exact: true }).click()
      await window.getByRole('dialog').getByRole('button', { name: 'Chuyển', exact: true }).click()
    }
    await window.getByRole('button', { name: 'Ban hành…' }).click()
    const dialog = window.getByRole('dialog', { name: 'Ban hành kế hoạch' })
    await expect(dialog.getByRole('textbox', { name: 'Số' })).toBeVisible()
    // What lies in the shade behind the dialog is not read now.
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).include('[role="dialog"]').analyze()
    expect(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([])
    await dialog.getByRole('textbox', { name: 'Số' }).fill('35')
    await dialog.getByRole('textbox', { name: 'Ngày ban hành' }).fill('14/02/2023')
    await dialog.getByRole('textbox', { name: 'Người ký' }).fill('Người ký mẫu')
    await dialog.getByRole('button', { name: 'Ban hành', exact: true }).click()
    await expect(window.getByRole('note').filter({ hasText: 'đã ban hành số 35/KH-UBND ngày 14/02/2023' })).toBeVisible({ timeout: 20_000 })

    await tab(window, 'Soạn thảo').click()
    await expect(window.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'false')
    await window.getByRole('link', { name: 'Văn bản' }).click()
    await expect(window.getByRole('cell', { name: '35/KH-UBND' })).toBeVisible()
  })
})

test('a person with nothing sets up an office and writes a first plan', async ({ office: { window } }) => {
  await window.getByRole('button', { name: 'Tạo đơn vị của tôi' }).click()
  await window.getByRole('textbox', { name: 'Tỉnh, thành phố' }).fill('tỉnh Mẫu')
  await window.getByRole('textbox', { name: 'Địa danh' }).fill('Mẫu')
  await window.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('ỦY BAN NHÂN DÂN\nTỈNH MẪU')
  await window.getByRole('textbox', { name: 'Tên trong câu' }).fill('UBND tỉnh Mẫu')
  await expect(window.getByRole('figure', { name: 'Đầu văn bản sẽ in như sau' })).toContainText('TỈNH MẪU')
  await window.getByRole('button', { name: 'Tạo đơn vị', exact: true }).click()

  await expect(window.getByRole('heading', { name: 'Tổng quan' })).toBeVisible({ timeout: 20_000 })
  await window.getByRole('link', { name: 'Kế hoạch', exact: true }).click()
  await window.getByRole('button', { name: 'Lập kế hoạch mới…' }).first().click()
  await window.getByRole('textbox', { name: 'Trích yếu' }).fill('Cải cách hành chính tỉnh Mẫu')
  await window.getByRole('button', { name: 'Lập kế hoạch', exact: true }).click()
  await expect(window.locator('.ProseMirror p').first()).toBeVisible({ timeout: 20_000 })
  await tab(window, 'Thông tin').click()
  await expect(window.getByRole('textbox', { name: 'Địa danh' })).toHaveValue('Mẫu')
})
