import type { Page } from '@playwright/test'
import { expect, test } from '../helpers/office.ts'
import { telexSentence, waysOfTyping } from '../helpers/vietnamese-typing.ts'

test.use({ startWith: ['--sample'] })

async function openText(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'Soạn tiếp' }).click()
  await expect(window.locator('.ProseMirror p').first()).toBeVisible()
}

/** A new empty block after the first bullet, with the caret in it. */
async function newBlock(window: Page): Promise<void> {
  await window.locator('.ProseMirror p[data-kind="bullet"]').first().click()
  await window.keyboard.press('End')
  await window.keyboard.press('Control+End')
  await window.keyboard.press('Enter')
}

for (const way of waysOfTyping) {
  test(`${way.name} loses and doubles no letter in the plan's text`, async ({ office: { window } }) => {
    await openText(window)
    await newBlock(window)
    await way.type(window, telexSentence.states)
    await expect(window.locator('.ProseMirror p').last()).toHaveText(telexSentence.words)
    // In the middle of a word that is there already.
    for (let count = 0; count < 3; count += 1) await window.keyboard.press('ArrowLeft')
    await way.type(window, telexSentence.states)
    await expect(window.locator('.ProseMirror p').last()).toHaveText('đà ưu tiên đà ưu tiên tạotạo')
  })

  test(`${way.name} loses and doubles no letter while the words are being saved`, async ({ office: { window } }) => {
    await openText(window)
    await newBlock(window)
    for (let round = 1; round <= 4; round += 1) {
      await way.type(window, telexSentence.states)
      await window.keyboard.press('Control+s')
    }
    await expect(window.locator('.ProseMirror p').last()).toHaveText(telexSentence.words.repeat(4))
  })

  test(`${way.name} loses and doubles no letter in Ctrl+K`, async ({ office: { window } }) => {
    await openText(window)
    await window.keyboard.press('Control+k')
    const box = window.getByRole('textbox', { name: 'Tìm kiếm và lệnh' })
    await expect(box).toBeFocused()
    await way.type(window, telexSentence.states)
    await expect(box).toHaveValue(telexSentence.words)
  })

  test(`${way.name} loses and doubles no letter in Ctrl+H`, async ({ office: { window } }) => {
    await openText(window)
    await window.locator('.ProseMirror p').first().click()
    await window.keyboard.press('Control+h')
    const find = window.getByRole('textbox', { name: 'Tìm', exact: true })
    await expect(find).toBeFocused()
    await way.type(window, telexSentence.states)
    await expect(find).toHaveValue(telexSentence.words)
    await window.getByRole('textbox', { name: 'Thay bằng' }).click()
    await way.type(window, telexSentence.states)
    await expect(window.getByRole('textbox', { name: 'Thay bằng' })).toHaveValue(telexSentence.words)
  })

  test(`${way.name} loses and doubles no letter in a footnote and in a plan's details`, async ({ office: { window } }) => {
    await openText(window)
    await newBlock(window)
    await window.keyboard.press('Control+Alt+f')
    const note = window.getByRole('textbox', { name: 'Nội dung cước chú' })
    await expect(note).toBeFocused()
    await way.type(window, telexSentence.states)
    await expect(note).toHaveValue(telexSentence.words)
    await window.keyboard.press('Escape')
    await window.getByRole('link', { name: 'Thông tin' }).click()
    const place = window.getByRole('textbox', { name: 'Địa danh' })
    await place.fill('')
    await way.type(window, telexSentence.states)
    await expect(place).toHaveValue(telexSentence.words)
  })
}
