import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { box, cell, firstPlan, goTo, seriousFindings, tasksOf } from '../helpers/appendix-screen.ts'
import { expect, test, type Office } from '../helpers/office.ts'
import { typedWords, waysOfTyping } from '../helpers/vietnamese-typing.ts'

test.use({ startWith: ['--sample'] })

const samples = resolve('tests/fixtures')

/** Drops a file of the machine on the window, as a person would. */
async function drop({ window }: Office, file: string): Promise<void> {
  await expect(window.getByText('Kéo tệp thả vào đây', { exact: false })).toBeVisible()
  const input = await window.context().newCDPSession(window)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await input.send('Input.dispatchDragEvent', { type, x: 780, y: 320, data })
  await input.detach()
}

async function planCount({ window }: Office): Promise<number> {
  return window.evaluate(async () => {
    const answer = await window.bridge.call('plan.list', {})
    return answer.ok ? answer.value.length : -1
  })
}

test('the sample Word plan is dropped, looked through, put right by keys, and taken in as one command that can be taken back', async ({ office }) => {
  const { window } = office
  await goTo(office, '/nhap')
  await drop(office, join(samples, 'ke-hoach-cchc-2023.docx'))
  await expect(window.getByText('3 phần · 43 gạch đầu dòng · 5 cước chú · 13 nơi nhận · 44 nhiệm vụ')).toBeVisible()
  expect(await planCount(office)).toBe(1)
  const blocks = window.getByRole('list', { name: 'Cấu trúc' }).getByRole('button')
  await blocks.first().click()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('F2')
  await window.keyboard.press('Control+End')
  await window.keyboard.type(' (đã xem)')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByRole('list', { name: 'Cấu trúc' })).toContainText('(đã xem)')
  const count = await window.getByRole('list', { name: 'Cấu trúc' }).getByRole('listitem').count()
  await window.keyboard.press('Delete')
  await expect(window.getByRole('list', { name: 'Cấu trúc' }).getByRole('listitem')).toHaveCount(count - 1)
  await window.keyboard.press('Control+z')
  await expect(window.getByRole('list', { name: 'Cấu trúc' }).getByRole('listitem')).toHaveCount(count)
  // A doubt leads to its place.
  await window.getByRole('complementary', { name: 'Điểm cần xem' }).getByText('15/2022/NQ-HĐND', { exact: false }).click()
  await expect(window.locator('li[data-chosen]')).toContainText('15/2022/NQ-HĐND')
  await office.photograph('review')
  await window.getByRole('button', { name: 'Nhận vào' }).click()
  await expect.poll(() => window.url()).toMatch(/\/ke-hoach\/[^/]+$/)
  expect(await planCount(office)).toBe(2)
  await window.evaluate(async () => window.bridge.call('history.undo', {}))
  expect(await planCount(office)).toBe(1)
})

test('the plan’s text file gives the same structure, with its source beside', async ({ office }) => {
  const { window } = office
  await goTo(office, '/nhap')
  await drop(office, join(samples, 'ke-hoach-cchc-2023.txt'))
  await expect(window.getByText('3 phần · 43 gạch đầu dòng · 5 cước chú · 13 nơi nhận · 0 nhiệm vụ')).toBeVisible()
  await expect(window.getByRole('region', { name: 'Bản gốc: ke-hoach-cchc-2023.txt' })).toBeVisible()
  expect(await seriousFindings(office)).toEqual([])
})

test('an appendix from Excel: a wrong name is doubted, put right in its cell, and the rows come into the plan', async ({ office }) => {
  const { window } = office
  const planId = await firstPlan(office)
  await goTo(office, `/nhap?loai=phu-luc&keHoach=${planId}`)
  await drop(office, join(samples, 'phu-luc-2023.xlsx'))
  await expect(window.getByText('phu-luc-2023.xlsx: 44 nhiệm vụ')).toBeVisible()
  await cell(office, 5, 2).click()
  await window.keyboard.type('Sở Không Có')
  await window.keyboard.press('Enter')
  const doubts = window.getByRole('complementary', { name: 'Điểm cần xem' })
  await expect(doubts).toContainText('Chưa nhận ra cơ quan “Sở Không Có”')
  await cell(office, 0, 0).click()
  await doubts.getByRole('button', { name: /Sở Không Có/ }).click()
  await expect(box(office)).toHaveAccessibleName(/cột Chủ trì: Sở Không Có/)
  await window.keyboard.type('so noi vu')
  await expect(window.getByRole('option', { name: /Sở Nội vụ/ })).toBeVisible()
  await window.keyboard.press('Tab')
  await expect(doubts).toContainText('Không có điểm nào cần xem')
  for (const [name, type] of Object.entries(waysOfTyping)) {
    await window.keyboard.press('ArrowDown')
    await type(window, 'ddaf')
    expect(await box(office).inputValue(), name).toBe(typedWords.ddaf)
    await window.keyboard.press('Escape')
    await window.keyboard.press('Escape')
  }
  await window.getByRole('button', { name: 'Ý nghĩa các cột' }).click()
  await window.getByLabel('Ý nghĩa của cột “Sản phẩm”').selectOption('extra')
  await window.keyboard.press('Escape')
  expect(await seriousFindings(office)).toEqual([])
  await office.photograph('appendix-review')
  await window.getByRole('button', { name: 'Thêm vào phụ lục' }).click()
  await expect.poll(async () => (await tasksOf(office, planId)).length).toBe(88)
})

test.describe('what cannot be read says why and what to do, and stays until another source is chosen', () => {
  let folder: string
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cchc-bad-'))
  })
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('empty, cut off, PDF, old Word, not what it says, gone', async ({ office }) => {
    const { window } = office
    const docx = readFileSync(join(samples, 'ke-hoach-cchc-2023.docx'))
    const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)])
    const bad: Readonly<Record<string, Buffer>> = { 'rong.docx': Buffer.alloc(0), 'cut.docx': docx.subarray(0, 3000), 'a.pdf': Buffer.from('%PDF-1.7\n'), 'cu.doc': oldWord, 'anh.docx': Buffer.from('89504e470d0a1a0a', 'hex') }
    for (const [name, bytes] of Object.entries(bad)) writeFileSync(join(folder, name), bytes)
    await goTo(office, '/nhap')
    const said: string[] = []
    for (const name of Object.keys(bad)) {
      await drop(office, join(folder, name))
      const alert = window.getByRole('alert').filter({ hasText: name })
      await expect(alert).toBeVisible()
      said.push(await alert.innerText())
    }
    // A sentence that names the file, and a way out.
    expect(said.every((words) => words.trim().split('\n').filter((line) => line.trim() !== '').length >= 2)).toBe(true)
    expect(new Set(said.map((words) => words.replace(/“[^”]*”/g, ''))).size).toBeGreaterThanOrEqual(4)
    expect(await planCount(office)).toBe(1)
    expect(await seriousFindings(office)).toEqual([])
    copyFileSync(join(samples, 'ke-hoach-cchc-2023.docx'), join(folder, 'dung.docx'))
    await drop(office, join(folder, 'dung.docx'))
    await expect(window.getByText('3 phần', { exact: false })).toBeVisible()
  })
})

test('pasted words are read too, and a place for them is reached by keys alone', async ({ office }) => {
  const { window } = office
  await goTo(office, '/nhap')
  await expect(window.getByRole('button', { name: 'Chọn tệp…' })).toBeFocused()
  await window.keyboard.press('Tab')
  await window.keyboard.insertText(readFileSync(join(samples, 'ke-hoach-cchc-2023.txt'), 'utf8'))
  await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect(window.getByText('3 phần · 43 gạch đầu dòng', { exact: false })).toBeVisible()
})
