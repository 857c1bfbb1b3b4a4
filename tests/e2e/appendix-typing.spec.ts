import { box, cell, copyElsewhere, goTo, openAppendix } from '../helpers/appendix-screen.ts'
import { expect, test, type Office } from '../helpers/office.ts'
import { type TelexKeys, typedWords, unikeyStrokes, waysOfTyping } from '../helpers/vietnamese-typing.ts'

test.use({ startWith: ['--sample'] })

const keys = Object.keys(unikeyStrokes) as readonly TelexKeys[]

for (const [name, type] of Object.entries(waysOfTyping)) {
  test.describe(`${name}, no pause between keys`, () => {
    test('every cell takes the first key right after an arrow move', async ({ office }) => {
      await openAppendix(office)
      await cell(office, 1, 0).click()
      const typed: string[] = []
      for (let column = 0; column < 5; column += 1) {
        for (const each of keys) {
          await type(office.window, each)
          typed.push(await box(office).inputValue())
          await leave(office)
        }
        await office.window.keyboard.press('ArrowRight')
      }
      expect(typed).toEqual(Array.from({ length: 5 }, () => keys.map((each) => typedWords[each])).flat())
    })

    test('what was typed is what the cell says', async ({ office }) => {
      await openAppendix(office)
      await cell(office, 0, 0).click()
      for (const [row, each] of keys.entries()) {
        await type(office.window, each)
        await office.window.keyboard.press('Enter')
        await expect(cell(office, row, 0)).toHaveText(typedWords[each])
      }
    })

    test('right after a paste, and while agencies are offered', async ({ office }) => {
      await openAppendix(office)
      await copyElsewhere(office, { text: 'Sở Tư pháp' })
      await cell(office, 0, 2).click()
      await office.window.keyboard.press('Control+v')
      await type(office.window, 'ddaf')
      expect(await box(office).inputValue()).toBe('đà')
      await leave(office)
      await office.window.keyboard.type('so ')
      await expect(office.window.getByRole('option').first()).toBeVisible()
      await type(office.window, 'taoj')
      expect(await box(office).inputValue()).toBe('so tạo')
      await leave(office)
    })

    test('filters, search boxes and the boxes of a form', async ({ office }) => {
      await openAppendix(office)
      for (const label of ['Lĩnh vực', 'Cơ quan']) {
        const filter = office.window.getByRole('combobox', { name: label, exact: true })
        await filter.click()
        await type(office.window, 'uwu tieen')
        await expect(filter).toHaveValue('ưu tiên')
        await office.window.keyboard.press('Escape')
      }
      await goTo(office, '/don-vi')
      const search = office.window.getByPlaceholder(/Tìm theo tên/)
      for (const each of keys) {
        await search.fill('')
        await type(office.window, each)
        await expect(search).toHaveValue(typedWords[each])
      }
      await goTo(office, '/don-vi?muc=moi')
      await office.window.locator('form input').first().focus()
      await type(office.window, 'uwu tieen')
      await expect(office.window.locator('form input').first()).toHaveValue('ưu tiên')
    })
  })
}

/** Gives up what was typed: an open list first, then the cell. */
async function leave(office: Office): Promise<void> {
  await office.window.keyboard.press('Escape')
  if ((await box(office).getAttribute('data-history')) === 'own') await office.window.keyboard.press('Escape')
  await expect(box(office)).toHaveAttribute('data-history', 'log')
}
