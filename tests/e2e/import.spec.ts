import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { box, cell, firstPlan, goTo, seriousFindings, tasksOf } from '../helpers/appendix-screen.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { dropFile } from '../helpers/drop-file.ts'
import { expect, test, type Office } from '../helpers/office.ts'
import { typedWords, waysOfTyping } from '../helpers/vietnamese-typing.ts'

test.use({ startWith: ['--sample'] })
// The accessibility check looks at every line of a plan and of its source.
test.slow()

const samples = resolve('tests/fixtures')

/** Drops a file of the machine on the window, as a person would. */
async function drop({ window: page }: Office, file: string): Promise<void> {
  await expect(page.getByText('Kéo tệp thả vào đây', { exact: false })).toBeVisible()
  await dropFile(page, file)
}

async function planCount({ window: page }: Office): Promise<number> {
  return page.evaluate(async () => {
    const answer = await window.bridge.call('plan.list', {})
    return answer.ok ? answer.value.length : -1
  })
}

test('the sample Word plan is dropped, looked through, put right by keys, and taken in as one command that can be taken back', async ({
  office,
}) => {
  const page = office.window
  await goTo(office, '/nhap')
  await drop(office, join(samples, 'ke-hoach-cchc-2023.docx'))
  await expect(page.getByText('3 phần · 43 gạch đầu dòng · 5 cước chú · 13 nơi nhận · 44 nhiệm vụ')).toBeVisible()
  expect(await planCount(office)).toBe(1)
  const blocks = page.getByRole('list', { name: 'Cấu trúc' }).getByRole('button')
  await blocks.first().click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' (đã xem)')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('list', { name: 'Cấu trúc' })).toContainText('(đã xem)')
  const count = await page.getByRole('list', { name: 'Cấu trúc' }).getByRole('listitem').count()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('list', { name: 'Cấu trúc' }).getByRole('listitem')).toHaveCount(count - 1)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('list', { name: 'Cấu trúc' }).getByRole('listitem')).toHaveCount(count)
  // A doubt leads to its place.
  await page.getByRole('complementary', { name: 'Điểm cần xem' }).getByText('15/2022/NQ-HĐND', { exact: false }).click()
  const footnote = page.getByLabel('Cước chú [1]')
  await expect(footnote).toHaveValue(/15\/2022\/NQ-HĐND/)
  await footnote.fill('Nghị quyết số 15/2022/NQ-HĐND ngày 13/07/2022')
  await footnote.press('Tab')
  await office.photograph('review')
  await page.getByRole('button', { name: 'Nhận vào' }).click()
  await expect.poll(() => page.url()).toMatch(/\/ke-hoach\/[^/]+$/)
  expect(await planCount(office)).toBe(2)
  await page.evaluate(async () => window.bridge.call('history.undo', {}))
  expect(await planCount(office)).toBe(1)
})

test('an imported plan and its appendix are joined by the suggestions at one click, taken back at one, and no sentence gets its task twice', async ({
  office,
}) => {
  const page = office.window
  await goTo(office, '/nhap')
  await drop(office, join(samples, 'ke-hoach-cchc-2023.docx'))
  await page.getByRole('button', { name: 'Nhận vào' }).click()
  await expect.poll(() => page.url()).toMatch(/\/ke-hoach\/[^/]+$/)
  const planId = decodeURIComponent(page.url().split('/').at(-1) ?? '') as PlanId
  const sentences = async (): Promise<readonly number[]> => {
    const tasks = await tasksOf(office, planId)
    return [tasks.length, tasks.filter(({ provisionIds }) => provisionIds.length === 1).length]
  }
  expect(await sentences()).toEqual([44, 0])
  await page.getByRole('link', { name: 'Phụ lục' }).click()

  // Making tasks asks first; joining shows what is left.
  await page.getByRole('toolbar').getByRole('button', { name: 'Lập nhiệm vụ từ kế hoạch' }).click()
  const question = page.getByRole('dialog')
  await expect(question).toContainText('Phụ lục có 44 nhiệm vụ chưa gắn với câu nào.')
  await question.getByRole('button', { name: 'Thôi' }).click()
  expect(await sentences()).toEqual([44, 0])
  await page.getByRole('button', { name: 'Độ phủ', exact: true }).click()
  await page.getByRole('button', { name: 'Gắn tất cả theo gợi ý (36)' }).click()
  await expect.poll(sentences).toEqual([44, 36])
  await expect(page.getByRole('button', { name: /^Câu của phần II chưa có nhiệm vụ\s*4$/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Nhiệm vụ chưa gắn với câu nào\s*8$/ })).toBeVisible()
  await office.photograph('joined')

  // One by one: the best sentence at one click, another by its address.
  await page
    .getByRole('button', { name: /^Gắn với câu II\.1\.2/ })
    .first()
    .click()
  await expect.poll(sentences).toEqual([44, 37])
  await page.getByRole('button', { name: 'Câu khác…' }).first().click()
  await page.getByRole('textbox', { name: /^Gõ số mục/ }).fill('II.1.1')
  await page.getByRole('button', { name: /^II\.1\.1 / }).click()
  await expect.poll(sentences).toEqual([44, 38])
  expect(await seriousFindings(office)).toEqual([])
  for (const left of [37, 36, 0]) {
    await page.evaluate(async () => window.bridge.call('history.undo', {}))
    await expect.poll(sentences).toEqual([44, left])
  }
})

test('the plan’s text file gives the same structure, with its source beside', async ({ office }) => {
  const page = office.window
  await goTo(office, '/nhap')
  await drop(office, join(samples, 'ke-hoach-cchc-2023.txt'))
  await expect(page.getByText('3 phần · 43 gạch đầu dòng · 5 cước chú · 13 nơi nhận · 0 nhiệm vụ')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Bản gốc: ke-hoach-cchc-2023.txt' })).toBeVisible()
  expect(await seriousFindings(office)).toEqual([])
})

test('an appendix from Excel: a wrong name is doubted, put right in its cell, and the rows come into the plan', async ({ office }) => {
  const page = office.window
  const planId = await firstPlan(office)
  await goTo(office, `/nhap?loai=phu-luc&keHoach=${planId}`)
  await drop(office, join(samples, 'phu-luc-2023.xlsx'))
  await expect(page.getByText('phu-luc-2023.xlsx: 44 nhiệm vụ')).toBeVisible()
  await cell(office, 5, 2).click()
  await page.keyboard.type('Sở Không Có')
  await page.keyboard.press('Enter')
  const doubts = page.getByRole('complementary', { name: 'Điểm cần xem' })
  await expect(doubts).toContainText('Chưa nhận ra cơ quan “Sở Không Có”')
  await cell(office, 0, 0).click()
  await doubts.getByRole('button', { name: /Sở Không Có/ }).click()
  await expect(box(office)).toHaveAccessibleName(/cột Chủ trì: Sở Không Có/)
  await page.keyboard.type('so noi vu')
  await expect(page.getByRole('option', { name: /Sở Nội vụ/ })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(doubts).toContainText('Không có điểm nào cần xem')
  for (const [name, type] of Object.entries(waysOfTyping)) {
    await page.keyboard.press('ArrowDown')
    await type(page, 'ddaf')
    expect(await box(office).inputValue(), name).toBe(typedWords.ddaf)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: 'Ý nghĩa các cột' }).click()
  await page.getByLabel('Ý nghĩa của cột “Sản phẩm”').selectOption('extra')
  await page.keyboard.press('Escape')
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('appendix-review')
  await page.getByRole('button', { name: 'Thêm vào phụ lục' }).click()
  await expect.poll(async () => (await tasksOf(office, planId)).length).toBe(88)
})

test.describe('what cannot be read says why and what to do, and stays until another source is chosen', () => {
  let folder: string
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cchc-bad-'))
  })
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('empty, cut off, PDF, old Word, not what it says, gone', async ({ office }) => {
    const page = office.window
    const docx = readFileSync(join(samples, 'ke-hoach-cchc-2023.docx'))
    const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)])
    const bad: Readonly<Record<string, Buffer>> = {
      'rong.docx': Buffer.alloc(0),
      'cut.docx': docx.subarray(0, 3000),
      'a.pdf': Buffer.from('%PDF-1.7\n'),
      'cu.doc': oldWord,
      'anh.docx': Buffer.from('89504e470d0a1a0a', 'hex'),
    }
    for (const [name, bytes] of Object.entries(bad)) writeFileSync(join(folder, name), bytes)
    await goTo(office, '/nhap')
    const said: string[] = []
    for (const name of Object.keys(bad)) {
      await drop(office, join(folder, name))
      const alert = page.getByRole('alert').filter({ hasText: name })
      await expect(alert).toBeVisible()
      said.push(await alert.innerText())
    }
    // A sentence that names the file, and a way out.
    expect(
      said.every(
        (words) =>
          words
            .trim()
            .split('\n')
            .filter((line) => line.trim() !== '').length >= 2,
      ),
    ).toBe(true)
    expect(new Set(said.map((words) => words.replace(/“[^”]*”/g, ''))).size).toBeGreaterThanOrEqual(4)
    expect(await planCount(office)).toBe(1)
    expect(await seriousFindings(office)).toEqual([])
    copyFileSync(join(samples, 'ke-hoach-cchc-2023.docx'), join(folder, 'dung.docx'))
    await drop(office, join(folder, 'dung.docx'))
    await expect(page.getByText('3 phần', { exact: false })).toBeVisible()
  })
})

test('pasted words are read too, and a place for them is reached by keys alone', async ({ office }) => {
  const page = office.window
  await goTo(office, '/nhap')
  await expect(page.getByRole('button', { name: 'Chọn tệp…' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(readFileSync(join(samples, 'ke-hoach-cchc-2023.txt'), 'utf8'))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 phần · 43 gạch đầu dòng', { exact: false })).toBeVisible()
})
