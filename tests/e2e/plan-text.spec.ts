import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../helpers/office.ts'
import { caretAtEnd, untilStored } from '../helpers/plan-story.ts'

test.use({ startWith: ['--sample'] })

async function openText(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'Kế hoạch', exact: true }).click()
  await window
    .getByRole('link', { name: /Cải cách hành chính tỉnh Lạng Sơn năm 2023/ })
    .first()
    .click()
  await expect(window.locator('.ProseMirror p').first()).toBeVisible({ timeout: 20_000 })
}

const blocks = (window: Page) => window.locator('.ProseMirror p')
const lastBlocks = async (window: Page, count: number) =>
  blocks(window).evaluateAll(
    (elements, wanted) =>
      elements
        .slice(-wanted)
        .map((element) => [element.getAttribute('data-kind'), element.getAttribute('data-label'), element.textContent]),
    count,
  )

/** Pastes as another program would put it on the clipboard. */
async function paste(window: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await window.locator('.ProseMirror').evaluate((element, contents) => {
    const transfer = new DataTransfer()
    for (const [type, text] of Object.entries(contents)) transfer.setData(type, text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }))
  }, data)
}

test('what is typed is numbered by the program, saved by itself and found again after a restart', async ({ office }) => {
  const { window } = office
  await openText(window)
  await blocks(window).first().click()
  await window.keyboard.press('Control+End')
  await window.keyboard.press('Enter')
  await window.keyboard.type('IV. NHIỆM VỤ THÊM')
  await window.keyboard.press('Enter')
  await window.keyboard.type('1. Khoản một')
  await window.keyboard.press('Enter')
  await window.keyboard.type('- Gạch đầu dòng')
  await window.keyboard.press('Enter')
  await window.keyboard.type('thụt vào')
  await window.keyboard.press('Tab')
  const typed = [
    ['section', 'IV.', 'NHIỆM VỤ THÊM'],
    ['heading', '1.', 'Khoản một'],
    ['bullet', '-', 'Gạch đầu dòng'],
    ['sub-bullet', '+', 'thụt vào'],
  ]
  expect(await lastBlocks(window, 4)).toEqual(typed)
  // Nothing is pressed to save it: closing the window writes it.
  const again = await office.restart()
  await openText(again.window)
  expect(await lastBlocks(again.window, 4)).toEqual(typed)
  await expect(again.window.getByRole('button', { name: 'Khôi phục' })).toHaveCount(0)
})

test('after a crash the words that were not saved are offered again', async ({ office }) => {
  const { window: page, app } = office
  await openText(page)
  await blocks(page).nth(3).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' chữ trước khi mất điện')
  // The draft row is written within a second of typing; the command is not until the block is left or five seconds pass.
  await expect
    .poll(async () =>
      page.evaluate(async () => {
        const list = await window.bridge.call('plan.list', {})
        if (!list.ok) return null
        const id = list.value[0]?.plan.id
        if (id === undefined) return null
        const detail = await window.bridge.call('plan.get', { planId: id })
        return detail.ok && JSON.stringify(detail.value.unsaved).includes('chữ trước khi mất điện')
      }),
    )
    .toBe(true)
  app.process().kill('SIGKILL')
  const again = await office.restart()
  await openText(again.window)
  await again.window.getByRole('button', { name: 'Khôi phục' }).click()
  await expect(blocks(again.window).nth(3)).toContainText('chữ trước khi mất điện')
})

test('Enter pressed right after End breaks the line at its end, even before the window has drawn the caret there', async ({
  office: { window },
}) => {
  await openText(window)
  await blocks(window).first().click()
  await window.keyboard.press('Control+End')
  await window.keyboard.press('Enter')
  await window.keyboard.type('trước sau')
  const caret = async (): Promise<number> => window.evaluate(() => getSelection()?.focusOffset ?? -1)
  for (let left = 8; left >= 6; left -= 1) {
    await window.keyboard.press('ArrowLeft')
    await expect.poll(caret).toBe(left)
  }
  await window.locator('.ProseMirror').evaluate((editor) => {
    // Both keys in one turn of the page, as they come to it when the machine is busy.
    getSelection()?.modify('move', 'forward', 'lineboundary')
    editor.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true }))
  })
  expect((await lastBlocks(window, 2)).map(([, , text]) => text)).toEqual(['trước sau', ''])
})

test('a list out of Word keeps its levels, footnotes and bold, and drops fonts and colours', async ({ office: { window } }) => {
  await openText(window)
  await blocks(window).first().click()
  await window.keyboard.press('Control+End')
  await window.keyboard.press('Enter')
  await paste(window, {
    'text/plain': 'không dùng',
    'text/html': `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body><!--StartFragment-->
      <p class=MsoNormal style='text-indent:1.0cm'><b><span style='font-size:14.0pt;font-family:"Times New Roman"'>2. Cải cách thể chế</span></b></p>
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>-<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Rà soát
      văn bản <span style='color:red'>quy phạm</span><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a> của <i>tỉnh</i>.</p>
      <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>+<span>&nbsp; </span></span>Cấp hai</p>
      <!--EndFragment--><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Luật năm 2015.</p></div></div></body></html>`,
  })
  expect(await lastBlocks(window, 3)).toEqual([
    ['heading', expect.stringMatching(/^\d+\.$/), 'Cải cách thể chế'],
    ['bullet', '-', 'Rà soát văn bản quy phạm của tỉnh.'],
    ['sub-bullet', '+', 'Cấp hai'],
  ])
  const rich = blocks(window).nth(-2)
  await expect(rich.locator('em')).toHaveText('tỉnh')
  await expect(rich.locator('sup[data-footnote]')).toHaveAttribute('data-content', '[{"kind":"text","text":"Luật năm 2015."}]')
  await expect(rich.locator('[style]')).toHaveCount(0)

  await window.keyboard.press('Control+End')
  await window.keyboard.press('Enter')
  await paste(window, {
    'text/plain': 'Sở Nội vụ\tchủ trì\nSở Tài chính\tphối hợp',
    'text/html': '<table><tr><td>Sở Nội vụ</td><td>chủ trì</td></tr><tr><td>Sở Tài chính</td><td>phối hợp</td></tr></table>',
  })
  expect((await lastBlocks(window, 2)).map(([, , text]) => text)).toEqual(['Sở Nội vụ chủ trì', 'Sở Tài chính phối hợp'])
})

test('Ctrl+Z takes back the typing first, then what the log has', async ({ office: { window } }) => {
  await openText(window)
  const block = blocks(window).nth(3)
  const before = await block.textContent()
  await block.click()
  await window.keyboard.press('End')
  await window.keyboard.type(' thêm')
  await window.keyboard.press('Control+z')
  await expect(block).toHaveText(before ?? '')
  await window.keyboard.type(' lưu')
  await window.keyboard.press('Control+s')
  await expect(window.getByRole('button', { name: /^Hoàn tác: sửa nội dung/ })).toBeVisible()
  await window.getByRole('link', { name: 'Thông tin' }).click()
  await window.getByRole('button', { name: /^Hoàn tác: sửa nội dung/ }).click()
  await window.getByRole('link', { name: 'Soạn thảo' }).click()
  await expect(blocks(window).nth(3)).toHaveText(before ?? '')
})

test('Ctrl+Z in the text goes on in the log where the typing ends, and Ctrl+Y comes back', async ({ office: { window: page } }) => {
  await openText(page)
  const block = blocks(page).nth(3)
  const before = await block.textContent()
  await caretAtEnd(block)
  await page.keyboard.type(' lưu')
  await page.keyboard.press('Control+s')
  await untilStored(page, ' lưu')
  // The text is opened again: what was typed stands in the log alone.
  await page.getByRole('link', { name: 'Thông tin' }).click()
  await page.getByRole('link', { name: 'Soạn thảo' }).click()
  await caretAtEnd(block)
  await page.keyboard.press('Control+z')
  await expect(block).toHaveText(before ?? '')
  await page.keyboard.press('Control+y')
  await expect(block).toHaveText(`${before} lưu`)
})

test('replacing shows every place first and is taken back in one step', async ({ office: { window } }) => {
  await openText(window)
  const before = await blocks(window).allTextContents()
  await blocks(window).first().click()
  await window.keyboard.press('Control+h')
  await window.getByRole('textbox', { name: 'Tìm', exact: true }).fill('Nghị quyết')
  await window.getByRole('textbox', { name: 'Thay bằng' }).fill('NQ')
  const replace = window.getByRole('button', { name: /^Thay \d+ chỗ đã chọn/ })
  await expect(replace).toBeEnabled()
  await replace.click()
  await expect(blocks(window).first()).toContainText('NQ số 76/NQ-CP')
  await window.getByRole('alert').getByRole('button', { name: 'Hoàn tác', exact: true }).click()
  await expect.poll(async () => blocks(window).allTextContents()).toEqual(before)
})

test('the printed page stands beside the text and follows it; a click on it finds the sentence', async ({ office: { window } }) => {
  await openText(window)
  await window.keyboard.press('F4')
  const page = window.getByLabel('Trang in của kế hoạch').first()
  await expect(page).toBeVisible({ timeout: 30_000 })
  const drawn = page.locator('img').first()
  await expect(drawn).toBeVisible({ timeout: 30_000 })
  const before = await drawn.evaluate((element) => element.outerHTML)
  await blocks(window).first().click()
  await window.keyboard.press('End')
  await window.keyboard.type(' chữ vừa gõ')
  await expect.poll(async () => drawn.evaluate((element) => element.outerHTML)).not.toBe(before)
  // Below the letterhead the page says the same sentences: a click there brings the caret to one.
  await window.getByRole('button', { name: 'Đậm' }).focus()
  const box = await drawn.boundingBox()
  await window.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + Math.min((box?.height ?? 0) * 0.5, 420))
  await expect(window.locator('.ProseMirror')).toBeFocused()
  await window.keyboard.press('F4')
  await expect(page).toHaveCount(0)
})

test('no screen of a plan has a serious fault for those who cannot see or use a mouse', async ({ office: { window } }) => {
  const judge = async (where: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page: window })
      .setLegacyMode(true)
      // Off by itself in axe, but voice control needs it: what is seen must be what is said.
      .options({ rules: { 'label-content-name-mismatch': { enabled: true } } })
      .analyze()
    expect(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ).toEqual([])
  }
  await expect(window.getByRole('heading', { name: 'Tổng quan' })).toBeVisible()
  await judge('overview')
  await openText(window)
  await judge('text')
  for (const name of ['Thông tin', 'Dự thảo & ban hành']) {
    await window.getByRole('navigation', { name: 'Các phần của kế hoạch' }).getByRole('link', { name }).click()
    await expect(window.getByRole('region').or(window.getByRole('group')).first()).toBeVisible()
    await judge(name)
  }
  await window.getByRole('link', { name: 'Văn bản' }).click()
  await judge('documents')
  await window.keyboard.press('Control+k')
  await expect(window.getByRole('textbox', { name: 'Tìm kiếm và lệnh' })).toBeVisible()
  await judge('palette')
})

test('Ctrl+K leads to the record of an agency and of a member, and shows a sentence around the words looked for', async ({
  office: { window: page },
}) => {
  const look = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Tìm kiếm và lệnh' }).fill(text)
  }
  await expect(page.getByRole('heading', { name: 'Tổng quan' })).toBeVisible()
  await look('so tu phap')
  await page
    .getByRole('button', { name: /^Sở Tư pháp\s*Cơ quan/ })
    .first()
    .click()
  await expect(page.getByRole('textbox', { name: 'Tên', exact: true })).toHaveValue('Sở Tư pháp')
  const member = await page.evaluate(async () => {
    const answer = await window.bridge.call('member.list', {})
    return answer.ok ? (answer.value[0]?.name ?? '') : ''
  })
  await look(member)
  await page
    .getByRole('button', { name: new RegExp(`^${member}\\s*Thành viên`) })
    .first()
    .click()
  await expect.poll(async () => page.evaluate(() => location.href)).toMatch(/the=thanh-vien&muc=/)
  await expect(page.getByRole('textbox', { name: 'Tên', exact: true })).toHaveValue(member)
  await look('nhung nhieu')
  const sentence = page.getByRole('button', { name: /Câu trong kế hoạch · Kế hoạch 2023/ }).first()
  await expect(sentence.locator('mark')).toHaveText('nhũng nhiễu')
})

test('the page opens at the sentence with the caret, however far down', async ({ office: { window } }) => {
  await openText(window)
  await blocks(window).first().click()
  await window.keyboard.press('Control+End')
  await window.keyboard.press('F4')
  const page = window.getByLabel('Trang in của kế hoạch').first()
  await expect(page).toContainText(/Trang [2-9]/, { timeout: 30_000 })
})
