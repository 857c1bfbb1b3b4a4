import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { dropFile } from '../helpers/drop-file.ts'
import { expect, test, type Office } from '../helpers/office.ts'
import { caretAtEnd, untilStored } from '../helpers/plan-story.ts'

/** Answers the next dialogs with this file: a test cannot click in a dialog of the system. */
async function chooseFile({ app }: Office, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => Promise.resolve({ canceled: false, filePath: path })
    dialog.showOpenDialog = async () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, file)
}

/** Where packs lie between two machines. */
let stick = ''
test.beforeEach(() => {
  stick = mkdtempSync(join(tmpdir(), 'cchc-stick-'))
})
test.afterEach(() => rmSync(stick, { recursive: true, force: true }))

const passphrase = '4821-9075-3316'

async function typePassphraseTwice({ window }: Office): Promise<void> {
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel('Mật khẩu của gói').fill(passphrase)
  await dialog.getByLabel('Nhập lại mật khẩu').fill(passphrase)
}

/** Saves the pack that the open dialog is about, and puts the dialog away. */
async function savePack(office: Office, file: string): Promise<void> {
  await chooseFile(office, file)
  await office.window.getByRole('button', { name: 'Lưu gói…' }).click()
  const saved = office.window.getByRole('dialog', { name: 'Đã lưu gói bàn giao' })
  await expect(saved.getByText(passphrase)).toBeVisible({ timeout: 60_000 })
  await saved.getByRole('button', { name: 'Đóng' }).last().click()
}

async function openPack(office: Office, words = passphrase): Promise<void> {
  const dialog = office.window.getByRole('dialog', { name: 'Mở gói bàn giao' })
  await dialog.getByLabel('Mật khẩu của gói').fill(words)
  await dialog.getByRole('button', { name: 'Mở gói' }).click()
}

/** Whether what is on the screen can be read and reached by everybody. */
async function everybodyCanUse({ window }: Office): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

/** An office of the colleague's own, with nothing in it. */
async function setUpOffice({ window: page }: Office): Promise<void> {
  await expect(page.getByRole('button', { name: 'Mở gói bàn giao…' })).toBeVisible()
  await page.evaluate(async () => {
    await window.bridge.call('workspace.open-own', { folder: null })
    await window.bridge.call('office.create', {
      provinceName: 'tỉnh Mẫu',
      letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH MẪU'], place: 'Mẫu' },
      issuerInSentence: 'UBND tỉnh Mẫu',
      planSymbol: 'KH-UBND',
      decisionSymbol: 'QĐ-UBND',
      draftingSymbol: 'NC',
      signatures: [],
      recipients: [],
      sizeSet: 'larger',
    })
  })
  await page.reload()
  await expect(page.getByRole('link', { name: 'Kế hoạch', exact: true })).toBeVisible()
}

/** What the office answers to a change of the plan that no screen offers. */
async function refusedChange({ window: page }: Office): Promise<unknown> {
  return page.evaluate(async () => {
    const plans = await window.bridge.call('plan.list', {})
    const plan = plans.ok ? plans.value[0]?.plan : undefined
    return plan === undefined
      ? null
      : window.bridge.call('plan.update', { planId: plan.id, version: plan.version, patch: { subject: 'x' } })
  })
}

const added = 'Tổ chức hội thi tìm hiểu cải cách hành chính cho cán bộ trẻ.'

test.describe('two people, one plan', () => {
  test.use({ startWith: ['--sample'] })

  test('the plan goes to a colleague as a file, is read-only meanwhile, comes back edited, and work goes on', async ({
    office,
    startColleague,
  }) => {
    test.setTimeout(300_000)
    const there = join(stick, 'Bàn giao.cchc')
    const back = join(stick, 'Trả lại.cchc')
    const { window } = office

    await window.getByRole('link', { name: 'Soạn tiếp' }).click()
    await window.getByRole('link', { name: 'Dự thảo & ban hành' }).click()
    await window.getByRole('button', { name: 'Bàn giao…' }).click()
    await window.getByLabel('Bàn giao cho').fill('Người nhận (mẫu), Sở Nội vụ')
    await window.getByRole('button', { name: 'Tạo mật khẩu' }).click()
    await typePassphraseTwice(office)
    await office.photograph('ban-giao')
    await everybodyCanUse(office)
    await savePack(office, there)

    // Read-only, and it says why.
    await expect(window.getByText(/đang bàn giao cho Người nhận \(mẫu\), Sở Nội vụ từ .* – chỉ xem/)).toBeVisible()
    await office.photograph('dang-ban-giao')
    await everybodyCanUse(office)
    await window.getByRole('link', { name: 'Soạn thảo' }).click()
    await expect(window.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'false')
    const refused = await refusedChange(office)
    expect(refused).toMatchObject({ ok: false, code: 'handed-over' })

    // The colleague's machine: the wrong passphrase first.
    const colleague = await startColleague([])
    await setUpOffice(colleague)
    await chooseFile(colleague, there)
    await colleague.window.getByRole('link', { name: 'Cài đặt' }).click()
    await colleague.window.getByRole('tab', { name: 'Dữ liệu' }).click()
    await colleague.window.getByRole('button', { name: 'Mở gói bàn giao…' }).click()
    await openPack(colleague, 'sai mật khẩu')
    await expect(colleague.window.getByText('Mật khẩu không đúng với gói bàn giao này.')).toBeVisible({ timeout: 60_000 })
    await openPack(colleague)
    await expect(colleague.window.getByText('Người gửi bàn giao để bạn làm tiếp.')).toBeVisible({ timeout: 60_000 })
    await colleague.photograph('mo-goi')
    await colleague.window.getByRole('button', { name: 'Nhận bàn giao' }).click()
    await expect(colleague.window.getByText(/Bạn đang giữ “.*” do .* bàn giao ngày/)).toBeVisible()
    const bullet = colleague.window
      .locator('.ProseMirror p[data-kind="bullet"]')
      .filter({ hasText: 'Đẩy mạnh công tác tuyên truyền, phổ biến' })
    await caretAtEnd(bullet)
    await colleague.window.keyboard.press('Enter')
    await colleague.window.keyboard.insertText(added)
    await colleague.window.keyboard.press('Control+s')
    await untilStored(colleague.window, added)
    await colleague.photograph('dang-giu')
    await colleague.window.getByRole('button', { name: 'Trả lại…' }).click()
    await typePassphraseTwice(colleague)
    await savePack(colleague, back)
    await expect(colleague.window.getByText(/đã trả lại .* – chỉ xem/)).toBeVisible()
    await expect(colleague.window.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'false')

    // Back at the giver's: what changed, then taken back.
    await dropFile(window, back, 'whole window')
    await openPack(office)
    await expect(window.getByRole('region', { name: 'Các chỗ khác nhau' }).getByText(added)).toBeVisible({ timeout: 60_000 })
    await expect(window.getByRole('table', { name: 'Người gửi đã làm' }).getByText('sửa nội dung kế hoạch').first()).toBeVisible()
    await office.photograph('ban-tra-lai')
    await everybodyCanUse(office)
    await window.getByRole('button', { name: 'Nhận bản trả lại', exact: true }).click()
    await expect(window.locator('.ProseMirror').getByText(added)).toBeVisible()
    await expect(window.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'true')
    await expect(window.getByText('chỉ xem')).toHaveCount(0)
  })
})

test.describe('a whole workspace', () => {
  test.use({ startWith: ['--sample'] })

  test('is reclaimed with a reason, and opens on a machine that has nothing from the file it was started with', async ({
    office,
    startColleague,
  }) => {
    test.setTimeout(300_000)
    const file = join(stick, 'Toàn bộ.cchc')
    const { window } = office
    await window.getByRole('link', { name: 'Cài đặt' }).click()
    await window.getByRole('tab', { name: 'Dữ liệu' }).click()
    await window.getByRole('button', { name: 'Bàn giao toàn bộ…' }).click()
    await window.getByLabel('Bàn giao cho').fill('Người nhận (mẫu)')
    await typePassphraseTwice(office)
    await savePack(office, file)
    await expect(window.getByText(/đang bàn giao cho Người nhận \(mẫu\) từ/)).toBeVisible()
    await office.photograph('du-lieu')

    const colleague = await startColleague([file])
    await openPack(colleague)
    await expect(colleague.window.getByText('Người gửi bàn giao toàn bộ dữ liệu để bạn làm tiếp.')).toBeVisible({ timeout: 60_000 })
    await colleague.photograph('nhan-toan-bo')
    await colleague.window.getByRole('button', { name: 'Mở tại máy này' }).click()
    await expect(colleague.window.getByRole('link', { name: 'Soạn tiếp' })).toBeVisible()
    await expect(colleague.window.getByText(/Bạn đang giữ/)).toBeVisible()

    await window.getByRole('button', { name: 'Thu hồi…' }).first().click()
    await window.getByLabel('Lý do').fill('Người nhận đi công tác')
    await window.getByRole('dialog').getByRole('button', { name: 'Thu hồi', exact: true }).click()
    await expect(window.getByText('Đã thu hồi; sửa được trở lại.')).toBeVisible()
    await expect(window.getByText('chỉ xem')).toHaveCount(0)
  })
})
