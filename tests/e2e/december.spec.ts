import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { ElectronApplication, Page } from '@playwright/test'
import type { PlanId } from '#shared/domain/identifier.ts'
import { goTo, tasksOf } from '../helpers/appendix-screen.ts'
import { dropFile } from '../helpers/drop-file.ts'
import { expect, test, type Office } from '../helpers/office.ts'
import { makeThirtyChanges } from '../helpers/thirty-changes.ts'

const tab = (window: Page, name: string) => window.getByRole('navigation', { name: 'Các phần của kế hoạch' }).getByRole('link', { name })
const planOnScreen = (window: Page): PlanId => decodeURIComponent(/ke-hoach\/([^/?]+)/.exec(window.url())?.[1] ?? '') as PlanId

/** Each row of the appendix with the sentences it comes from, by what is written in them: what no round trip may lose. */
async function links(office: Office, planId: PlanId): Promise<ReadonlyMap<string, readonly string[]>> {
  const tasks = await tasksOf(office, planId)
  return new Map(tasks.map(({ taskId, provisionIds }) => [taskId, provisionIds]))
}

async function dialogsGive(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => Promise.resolve({ canceled: false, filePath: path })
    dialog.showOpenDialog = async () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, filePath)
}

async function exportWord({ window, app }: Office, file: string): Promise<void> {
  await dialogsGive(app, file)
  await tab(window, 'Dự thảo & ban hành').click()
  await window.getByRole('button', { name: 'Word', exact: false }).first().click()
  await expect.poll(() => readableSize(file), { timeout: 60_000 }).toBeGreaterThan(10_000)
}

function readableSize(file: string): number {
  try {
    return readFileSync(file).byteLength
  } catch {
    return 0
  }
}

async function takeBack({ window, app }: Office, file: string): Promise<void> {
  await dialogsGive(app, file)
  await tab(window, 'Bản Word về').click()
  await window.getByRole('button', { name: /Chọn tệp Word/ }).click()
}

/** A colleague who pasted the paper into a new file: no hidden mark is left, and three places are reworded. */
function rewordWithoutMarks(file: string): void {
  const parts = unzipSync(readFileSync(file))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    .replaceAll(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')
    .replace('phấn đấu nâng xếp hạng', 'phấn đấu nâng từ 3 đến 5 bậc xếp hạng')
    .replace('khẩn trương triển khai thực hiện', 'nghiêm túc, khẩn trương triển khai thực hiện')
    .replace('Báo cáo tổng kết đề tài', 'Báo cáo tổng kết đề tài khoa học')
  delete parts['docProps/custom.xml']
  parts['word/document.xml'] = strToU8(xml)
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
  parts['[Content_Types].xml'] = strToU8(types.replace(/<Override[^>]*custom\.xml[^>]*\/>/, ''))
  const relations = strFromU8(parts['_rels/.rels'] ?? new Uint8Array())
  parts['_rels/.rels'] = strToU8(relations.replace(/<Relationship [^>]*custom\.xml[^>]*\/>/, ''))
  writeFileSync(file, zipSync(parts))
}

test.describe('December', () => {
  test.use({ startWith: ['--sample'] })

  test('this year’s plan is drafted from last year’s Word file, goes through two hands in Word, and is issued with no link lost', async ({
    office,
  }) => {
    test.setTimeout(360_000)
    const { window, dataFolder, photograph } = office
    await window.setViewportSize({ width: 1366, height: 740 })

    // Last year's plan, from its file; its rows are joined to its sentences.
    await goTo(office, '/nhap')
    await expect(window.getByText('Kéo tệp thả vào đây', { exact: false })).toBeVisible()
    await dropFile(window, resolve('tests/fixtures/ke-hoach-cchc-2023.docx'))
    await expect(window.getByText('3 phần · 43 gạch đầu dòng · 5 cước chú · 13 nơi nhận · 44 nhiệm vụ')).toBeVisible()
    await window.getByRole('button', { name: 'Nhận vào' }).click()
    await expect.poll(() => window.url()).toMatch(/\/ke-hoach\/[^/]+$/)
    await photograph('old-plan-taken-in')
    await tab(window, 'Phụ lục').click()
    await window.getByRole('button', { name: 'Độ phủ', exact: true }).click()
    await window.getByRole('button', { name: 'Gắn tất cả theo gợi ý (36)' }).click()
    await expect.poll(async () => [...(await links(office, planOnScreen(window))).values()].filter((ids) => ids.length > 0).length).toBe(36)

    // Next year's, with the list of what is left of the old one.
    const old = planOnScreen(window)
    await goTo(office, '/ke-hoach')
    await window.getByRole('button', { name: 'Việc khác với kế hoạch 2023' }).first().click()
    await window.getByRole('menuitem', { name: 'Lập kế hoạch năm sau từ kế hoạch này…' }).click()
    await window.getByRole('button', { name: 'Lập bản thảo' }).click()
    const list = window.getByRole('tabpanel', { name: 'Việc cần rà' })
    await expect(list).toBeVisible({ timeout: 30_000 })
    await expect(list.getByText('0/72', { exact: true })).toBeVisible({ timeout: 30_000 })
    const planId = planOnScreen(window)
    expect(planId).not.toBe(old)
    await photograph('draft-of-next-year')
    const before = await links(office, planId)
    expect(before.size).toBe(44)
    const linked = [...before.values()].filter((ids) => ids.length > 0).length

    // The first round: LibreOffice stands in for Word, with tracked changes.
    const first = join(dataFolder, 'gửi lãnh đạo.docx')
    const returned = join(dataFolder, 'lãnh đạo trả lại.docx')
    await exportWord(office, first)
    await makeThirtyChanges([{ from: first, to: returned, tracked: true }])
    await takeBack(office, returned)
    await expect(window.getByText('30 thay đổi · 30 nhận · 0 bỏ')).toBeVisible({ timeout: 60_000 })
    await photograph('first-round-back')
    await window.getByRole('button', { name: 'Áp dụng 30 thay đổi' }).click()
    await expect(window.getByText('Đã nhận 30 thay đổi từ bản Word.')).toBeVisible({ timeout: 30_000 })

    // The old year goes out of the text.
    await tab(window, 'Soạn thảo').click()
    await list
      .getByRole('region', { name: 'Năm cũ trong văn bản' })
      .getByRole('button', { name: /^Sửa cả/ })
      .click()
    await window
      .getByRole('dialog')
      .getByRole('button', { name: /^Sửa \d+ chỗ$/ })
      .click()
    await expect(window.locator('.ProseMirror')).toContainText('năm 2024 như sau:')
    await photograph('old-year-gone')

    // The second round comes back without any hidden mark.
    const second = join(dataFolder, 'gửi Văn phòng.docx')
    await exportWord(office, second)
    rewordWithoutMarks(second)
    await takeBack(office, second)
    await expect(window.getByText(/^3 thay đổi/)).toBeVisible({ timeout: 60_000 })
    await photograph('second-round-back')
    await window.getByRole('button', { name: /^Áp dụng 3 thay đổi/ }).click()
    await expect(window.getByText('Đã nhận 3 thay đổi từ bản Word.')).toBeVisible({ timeout: 30_000 })

    const after = await links(office, planId)
    expect([after.size, [...after.values()].filter((ids) => ids.length > 0).length]).toEqual([44, linked])
    expect([...before.keys()].toSorted()).toEqual([...after.keys()].toSorted())

    // Issued; what is left is the person's own decision, with its reason.
    await tab(window, 'Dự thảo & ban hành').click()
    for (const move of ['Trình ký', 'Đã ký, chờ số']) {
      await window.getByRole('button', { name: move, exact: true }).click()
      await window.getByRole('dialog').getByRole('button', { name: 'Chuyển', exact: true }).click()
    }
    await window.getByRole('button', { name: 'Ban hành…' }).click()
    const dialog = window.getByRole('dialog', { name: 'Ban hành kế hoạch' })
    await dialog.getByRole('textbox', { name: 'Số' }).fill('212')
    await dialog.getByRole('textbox', { name: 'Ngày ban hành' }).fill('28/12/2023')
    await dialog.getByRole('textbox', { name: 'Lý do vẫn ban hành' }).fill('Thời hạn từng việc rà sau, đã thống nhất với Văn phòng')
    await photograph('before-the-issue')
    await dialog.getByRole('button', { name: 'Ban hành', exact: true }).click()
    await expect(window.getByRole('note').filter({ hasText: 'đã ban hành số 212/KH-UBND' })).toBeVisible({ timeout: 60_000 })
    await photograph('issued')
  })
})
