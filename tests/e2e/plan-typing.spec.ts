import type { Page } from '@playwright/test'
import { expect, test } from '../helpers/office.ts'
import { typedWords, waysOfTyping, type TelexKeys } from '../helpers/vietnamese-typing.ts'

test.use({ startWith: ['--sample'] })

async function openText(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'Soạn tiếp' }).click()
  await expect(window.locator('.ProseMirror p').first()).toBeVisible({ timeout: 20_000 })
}

/** A new empty block at the end of the text, with the caret in it. */
async function newBlock(window: Page): Promise<void> {
  await window.locator('.ProseMirror p').first().click()
  await window.keyboard.press('Control+End')
  await window.keyboard.press('Enter')
}

const keys: readonly TelexKeys[] = ['ddaf', 'uwu tieen', 'taoj']
const sentence = keys.map((each) => typedWords[each]).join('')

for (const [name, type] of Object.entries(waysOfTyping)) {
  const typeSentence = async (window: Page): Promise<void> => {
    for (const each of keys) await type(window, each)
  }

  test(`${name} loses and doubles no letter in the plan's text, in the middle of a word and while it is being saved`, async ({
    office: { window },
  }) => {
    await openText(window)
    await newBlock(window)
    const last = window.locator('.ProseMirror p').last()
    await typeSentence(window)
    await expect(last).toHaveText(sentence)
    for (let count = 0; count < 3; count += 1) await window.keyboard.press('ArrowLeft')
    await typeSentence(window)
    await expect(last).toHaveText(`đàưu tiên${sentence}tạo`)
    await window.keyboard.press('End')
    await window.keyboard.press('Enter')
    for (let round = 1; round <= 4; round += 1) {
      await typeSentence(window)
      await window.keyboard.press('Control+s')
    }
    await expect(window.locator('.ProseMirror p').last()).toHaveText(sentence.repeat(4))
  })

  test(`${name} loses and doubles no letter in Ctrl+H, a footnote, a plan's details and Ctrl+K`, async ({ office: { window } }) => {
    await openText(window)
    await newBlock(window)
    await window.keyboard.press('Control+Alt+f')
    const note = window.getByRole('textbox', { name: 'Nội dung cước chú' })
    await expect(note).toBeFocused()
    await typeSentence(window)
    await expect(note).toHaveValue(sentence)
    await window.keyboard.press('Escape')

    await window.keyboard.press('Control+h')
    const find = window.getByRole('textbox', { name: 'Tìm', exact: true })
    await expect(find).toBeFocused()
    await typeSentence(window)
    await expect(find).toHaveValue(sentence)
    const replacement = window.getByRole('textbox', { name: 'Thay bằng' })
    await replacement.click()
    await typeSentence(window)
    await expect(replacement).toHaveValue(sentence)

    await window.getByRole('link', { name: 'Thông tin' }).click()
    const place = window.getByRole('textbox', { name: 'Địa danh' })
    await place.fill('')
    await typeSentence(window)
    await expect(place).toHaveValue(sentence)

    await window.keyboard.press('Control+k')
    const search = window.getByRole('textbox', { name: 'Tìm kiếm và lệnh' })
    await expect(search).toBeFocused()
    await typeSentence(window)
    await expect(search).toHaveValue(sentence)
  })
}
