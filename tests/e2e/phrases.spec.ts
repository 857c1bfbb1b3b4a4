import type { Page } from '@playwright/test'
import { box, cell, firstPlan, openAppendix, seriousFindings, tasksOf } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'
import { typedWords, waysOfTyping } from '../helpers/vietnamese-typing.ts'

test.use({ startWith: ['--sample'] })

async function keepPhrases(page: Page): Promise<void> {
  const plain = [
    ['csbn', 'các sở, ban, ngành, UBND các huyện, thành phố'],
    ['bc', 'báo cáo kết quả về Sở Nội vụ'],
    ['đà', 'đà đổi mới'],
  ].map(([key = '', text = '']) => ({ key, content: [{ kind: 'text' as const, text }] }))
  const bold = { kind: 'text', text: 'Nghiêm túc', bold: true } as const
  const phrases = [...plain, { key: 'in', content: [bold, { kind: 'text' as const, text: ' thực hiện' }] }]
  await page.evaluate(
    async (kept) =>
      window.bridge.call('phrase.save', { phrases: kept.map((each) => ({ ...each, id: null, version: null, group: 'Mẫu' })) }),
    phrases,
  )
}

/** The text of the sample, with a new empty block at its end. */
async function newBlock(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Soạn tiếp' }).click()
  await expect(page.locator('.ProseMirror p').first()).toBeVisible({ timeout: 20_000 })
  await page.locator('.ProseMirror p').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
}

test('a usual sentence is kept from the text and called by a few letters, keyboard only', async ({ office }) => {
  const page = office.window
  await newBlock(page)
  const last = page.locator('.ProseMirror p').last()
  await page.keyboard.type('Giao các sở, ban, ngành thực hiện')
  for (let count = 0; count < ' thực hiện'.length; count += 1) await page.keyboard.press('ArrowLeft')
  for (let count = 0; count < 'các sở, ban, ngành'.length; count += 1) await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Control+Alt+l')
  await page.getByLabel('Chữ tắt').fill('csbn')
  await office.photograph('save-phrase')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Đã lưu câu. Gõ /csbn để chèn.')).toBeVisible()

  await page.keyboard.press('End')
  await page.keyboard.type(', cùng /CSB')
  const menu = page.getByRole('listbox', { name: 'Câu thường dùng' })
  await expect(menu.getByRole('option')).toHaveCount(1)
  await office.photograph('phrase-menu')
  expect(await seriousFindings(office)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(last).toHaveText('Giao các sở, ban, ngành thực hiện, cùng các sở, ban, ngành')
  await expect(menu).toBeHidden()
  // One step of the editor's own history.
  await page.keyboard.press('Control+z')
  await expect(last).toHaveText('Giao các sở, ban, ngành thực hiện, cùng /CSB')
})

test('a slash inside a word, a call that fits nothing and one given up are ordinary letters; Enter then divides as ever', async ({
  office,
}) => {
  const page = office.window
  await keepPhrases(page)
  await newBlock(page)
  const menu = page.getByRole('listbox', { name: 'Câu thường dùng' })
  const paragraphs = page.locator('.ProseMirror p')
  const count = await paragraphs.count()
  await page.keyboard.type('76/NQ-CP và/hoặc 24/7 /zzz')
  await expect(menu).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(paragraphs).toHaveCount(count + 1)
  await page.keyboard.type('/cs')
  await expect(menu).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await page.keyboard.type('b')
  await expect(menu).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(paragraphs).toHaveCount(count + 2)
  await expect(paragraphs.nth(count)).toHaveText('/csb')
  // By key, without a slash: the word before the caret looks; arrows choose; the look of the words is kept.
  await page.keyboard.press('Control+ ')
  await expect(menu.getByRole('option')).toHaveCount(4)
  await page.keyboard.type('in')
  await expect(menu.getByRole('option').first()).toContainText('Nghiêm túc')
  await page.keyboard.press('Tab')
  await expect(paragraphs.last().locator('strong')).toHaveText('Nghiêm túc')
  await expect(paragraphs.last()).toHaveText('Nghiêm túc thực hiện')
})

test('keys that come faster than the list is drawn mean what stands in the text', async ({ office }) => {
  const page = office.window
  await keepPhrases(page)
  await newBlock(page)
  const keys = ['/', 'b', 'c', 'Enter', ' ', '/', 'c', 's', 'b', 'n', 'Tab']
  await Promise.all(keys.map(async (key) => page.keyboard.press(key)))
  await expect(page.locator('.ProseMirror p').last()).toHaveText(
    'báo cáo kết quả về Sở Nội vụ các sở, ban, ngành, UBND các huyện, thành phố',
  )
})

for (const [name, type] of Object.entries(waysOfTyping)) {
  test(`${name} types a call with accents as it types everything, and the list follows`, async ({ office }) => {
    const page = office.window
    await keepPhrases(page)
    await newBlock(page)
    const last = page.locator('.ProseMirror p').last()
    await page.keyboard.type('/')
    await type(page, 'ddaf')
    await expect(last).toHaveText(`/${typedWords.ddaf}`)
    await expect(page.getByRole('option', { name: /đà đổi mới/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(last).toHaveText('đà đổi mới')
    await type(page, 'uwu tieen')
    await expect(last).toHaveText(`đà đổi mới${typedWords['uwu tieen']}`)
  })
}

test('a cell of the appendix takes a usual sentence too', async ({ office }) => {
  const page = office.window
  await keepPhrases(page)
  const planId = await firstPlan(office)
  await openAppendix(office)
  await cell(office, 0, 1).click()
  await page.keyboard.type('Văn bản, /bc')
  await expect(page.getByRole('option', { name: /báo cáo kết quả/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(box(office)).toHaveValue('Văn bản, báo cáo kết quả về Sở Nội vụ')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await tasksOf(office, planId)).some(({ product }) => product === 'Văn bản, báo cáo kết quả về Sở Nội vụ'))
    .toBe(true)
})
