import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { PlanId } from '#shared/domain/identifier.ts'
import { partOf } from '../helpers/docx.ts'
import { expect, test } from '../helpers/office.ts'

const tab = (page: Page, name: string) => page.getByRole('navigation', { name: 'Các phần của kế hoạch' }).getByRole('link', { name })

/** Keeps a round, then edits a sentence, the subject and a cell behind its back, takes a sentence and a row away and moves others. Gives the plan's id. */
async function roundAndEdits(page: Page): Promise<PlanId> {
  await page.getByRole('link', { name: 'Soạn tiếp' }).click()
  await expect(page.locator('.ProseMirror p').nth(3)).toBeVisible({ timeout: 20_000 })
  return page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page, where nothing of the test's own is
    const valueOf = <T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string }): T => {
      if (!answer.ok) throw new Error(answer.code)
      return answer.value
    }
    const { call } = window.bridge
    const [summary] = valueOf(await call('plan.list', {}))
    if (summary === undefined) throw new Error('there is no plan')
    const planId = summary.plan.id
    valueOf(await call('draft-round.save', { planId, name: 'Gửi lấy ý kiến' }))
    const { plan, provisions } = valueOf(await call('plan.get', { planId }))
    const bullets = provisions.filter(({ kind }) => kind === 'bullet')
    const [first, second, third] = bullets
    if (first === undefined || second === undefined || third === undefined) throw new Error('there are bullets')
    const edited = provisions
      .filter(({ id }) => id !== second.id && id !== third.id)
      .flatMap((block) => {
        if (block.id === first.id)
          return [{ ...block, content: [...block.content, { kind: 'text', text: ' và công khai kết quả' } as const] }]
        return block.id === bullets[9]?.id ? [block, third] : [block]
      })
      .map(({ id, area, kind, content }) => ({ id, area, kind, content: [...content] }))
    valueOf(await call('plan.save-text', { planId, provisions: edited }))
    const subject = 'Cải cách hành chính tỉnh Lạng Sơn năm 2023 (sửa đổi)'
    valueOf(await call('plan.update', { planId, version: plan.version, patch: { subject } }))
    const tasks = valueOf(await call('task.list', { planId }))
    const [row, moved, gone] = [tasks[0], tasks[1], tasks[4]]
    const last = tasks.at(-1)
    if (row === undefined || moved === undefined || gone === undefined || last === undefined) throw new Error('there are rows')
    valueOf(await call('task.update', { id: row.id, version: row.version, patch: { product: 'Kế hoạch của UBND tỉnh, báo cáo năm' } }))
    valueOf(await call('task.move', { ids: [moved.id], fieldId: last.fieldId, afterId: last.id }))
    valueOf(await call('task.remove-many', { ids: [gone.id] }))
    return planId
  })
}

test.describe('two states of a plan side by side', () => {
  test.use({ startWith: ['--sample'] })

  test('are gone through change by change, in both looks, and saved as one Word file with tracked changes', async ({ office }) => {
    const { window: page } = office
    await roundAndEdits(page)
    await tab(page, 'Dự thảo & ban hành').click()
    await page.getByRole('button', { name: 'So với bản hiện tại' }).click()
    await expect(tab(page, 'So sánh')).toHaveAttribute('aria-current', 'page')
    const list = page.getByRole('region', { name: 'Các chỗ khác nhau' })
    await expect(list.getByText('công khai kết quả')).toBeVisible({ timeout: 20_000 })
    const counts = page.getByRole('group', { name: 'Số chỗ khác theo loại' })
    await expect(counts.getByRole('button')).toHaveText(['Tất cả', 'Sửa 3', 'Bỏ 2', 'Chuyển chỗ 2'])
    await office.photograph('both')

    // F8 goes through them in order.
    const place = page.getByRole('status')
    await page.keyboard.press('F8')
    await expect(place.filter({ hasText: '1/7' })).toBeVisible()
    await page.keyboard.press('Shift+F8')
    await expect(place.filter({ hasText: '7/7' })).toBeVisible()
    await office.photograph('last')
    await page.getByText('Một cột', { exact: true }).click()
    await page.getByText('Toàn văn', { exact: true }).click()
    await page.keyboard.press('F8')
    await expect(list.locator('ins').first()).toBeVisible()
    await office.photograph('one')
    await page.getByText('Chỗ khác', { exact: true }).click()
    await counts.getByRole('button', { name: 'Chuyển chỗ 2' }).click()
    await expect(list.getByText(/chuyển từ|chuyển xuống|chuyển lên/).first()).toBeVisible()
    await office.photograph('moved')

    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([])

    const folder = mkdtempSync(join(tmpdir(), 'cchc-compare-'))
    try {
      const file = join(folder, 'so-sanh.docx')
      await office.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => Promise.resolve({ canceled: false, filePath })
      }, file)
      await page.getByRole('button', { name: 'Lưu bản so sánh Word…' }).click()
      await expect(page.getByText(`Đã lưu: ${file}`)).toBeVisible({ timeout: 30_000 })
      const xml = partOf(new Uint8Array(readFileSync(file)), 'word/document.xml')
      expect([/<w:ins [^>]*>.*?công khai kết quả/s.test(xml), /<w:trPr>.*?<w:del /s.test(xml)]).toEqual([true, true])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('in the dark, and beside a plan of another year, what came and what went can still be told apart', async ({ office }) => {
    const { window: page } = office
    const planId = await roundAndEdits(page)
    const cloned = await page.evaluate(async (fromPlanId) => {
      const made = await window.bridge.call('plan.clone', { fromPlanId, toYear: 2024 })
      if (!made.ok) throw new Error(made.code)
      localStorage.setItem('color-scheme', 'dark')
      return made.value.id
    }, planId)
    await page.evaluate((id) => {
      location.hash = `/ke-hoach/${id}/so-sanh`
      location.reload()
    }, cloned)
    await expect(page.getByRole('combobox', { name: 'Bản trước' })).toHaveValue('Năm 2023 · Bản hiện tại (soạn thảo)', {
      timeout: 20_000,
    })
    await expect(page.getByRole('region', { name: 'Các chỗ khác nhau' }).locator('ins').first()).toBeVisible({ timeout: 20_000 })
    await office.photograph('dark')
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([])
  })
})
