import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { test as base, expect } from '@playwright/test'
import { caretAtEnd, taskCount, untilStored } from '../helpers/plan-story.ts'
import { executableOf, packageLinux, startPackaged, type PackagedOffice } from '../helpers/packaged.ts'

/** Packs once for the file, and starts the packed program for each test that asks for it. */
const test = base.extend<{ office: PackagedOffice }, { folder: string }>({
  folder: [
    // The fixture needs nothing, and Playwright wants to read that from the pattern.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      await provide(packageLinux())
    },
    { scope: 'worker' },
  ],
  office: async ({ folder }, provide) => {
    const office = await startPackaged(folder, ['--sample'])
    await provide(office)
    await office.stop()
  },
})

test('the packed program opens its window and answers', async ({ office }, info) => {
  await expect(office.window.getByRole('banner')).toBeVisible()
  expect(office.window.url()).toMatch(/^app:\/\/cchc\//)
  expect(await office.window.evaluate(async () => window.bridge.call('history.list', { recordId: 7 } as never))).toMatchObject({
    ok: false,
    code: 'bad-input',
  })
  await office.window.screenshot({ path: info.outputPath('packaged.png') })
})

test('the packed program does the main job: a sentence, its task, rows from a spreadsheet, the page, the number, another day', async ({
  folder,
}) => {
  const office = await startPackaged(folder, ['--sample'])
  const { window: page } = office
  await page.getByRole('link', { name: 'Soạn tiếp' }).click()
  await caretAtEnd(page.locator('.ProseMirror p[data-kind="bullet"]').filter({ hasText: 'Đẩy mạnh công tác tuyên truyền, phổ biến' }))
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('Tổ chức hội thi tìm hiểu cải cách hành chính')
  await page.keyboard.press('Control+s')
  await untilStored(page, 'Tổ chức hội thi tìm hiểu cải cách hành chính')
  // The printed page beside the text: the page engine runs from the archive.
  await page.keyboard.press('F4')
  await expect(page.locator('img[src^="blob:"]').first()).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('F4')

  await page.getByRole('link', { name: 'Phụ lục' }).click()
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name: 'Lập nhiệm vụ từ kế hoạch' }).click()
  await expect.poll(async () => taskCount(page)).toBe(45)
  await page.getByRole('toolbar', { name: 'Lọc và thao tác trên phụ lục' }).getByRole('button', { name: 'Thêm nhiệm vụ' }).click()
  const box = page.locator('textarea[data-history]')
  await expect(box).toBeFocused()
  await box.evaluate(
    (element, words) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', words)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    Array.from({ length: 10 }, (_, index) => `Nhiệm vụ dán số ${index + 1}\tBáo cáo\tSở Nội vụ\t\tQuý III/2023`).join('\n'),
  )
  await expect.poll(async () => taskCount(page)).toBe(55)

  // Signed and numbered: the Word file is written by its worker and kept under its hash.
  const issued = await page.evaluate(async () => {
    const list = await window.bridge.call('plan.list', {})
    const planId = list.ok ? list.value[0]?.plan.id : undefined
    if (planId === undefined) return 'no plan'
    const versionNow = async (): Promise<number> => {
      const detail = await window.bridge.call('plan.get', { planId })
      return detail.ok ? detail.value.plan.version : -1
    }
    const tasks = await window.bridge.call('task.list', { planId })
    const without = tasks.ok ? tasks.value.filter(({ leads }) => leads.length === 0) : []
    const agencies = await window.bridge.call('agency.list', {})
    const lead = agencies.ok ? agencies.value.agencies.find(({ name, activeTo }) => name === 'Sở Nội vụ' && activeTo !== null) : undefined
    if (lead === undefined) return 'no agency'
    for (const { id, version } of without) {
      await window.bridge.call('task.update', { id, version, patch: { leads: [{ kind: 'agency', agencyId: lead.id }] } })
    }
    for (const status of ['submitted', 'signed-awaiting-number'] as const) {
      const moved = await window.bridge.call('plan.set-status', { planId, version: await versionNow(), status, reason: 'thử' })
      if (!moved.ok) return moved.code
    }
    const answer = await window.bridge.call('plan.issue', {
      planId,
      version: await versionNow(),
      number: '12',
      issuedOn: '2023-01-09',
      signerName: 'Người ký mẫu',
      acceptDuplicate: false,
    })
    return answer.ok ? answer.value.plan.status : answer.code
  })
  expect(issued).toBe('issued')

  const later = await office.restart()
  await expect(later.window.getByText('Đã ban hành').first()).toBeVisible()
  expect(await taskCount(later.window)).toBe(55)
  await later.stop()
})

test('the packed program cannot be made to run something else in its name', async ({ folder }) => {
  const wire = await getCurrentFuseWire(executableOf(folder))
  // A fuse is the character 0 or 1 in the executable.
  const stateOf = (fuse: FuseV1Options): string => String.fromCharCode(Number(wire[fuse]))
  expect({
    runAsNode: stateOf(FuseV1Options.RunAsNode),
    nodeOptions: stateOf(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspector: stateOf(FuseV1Options.EnableNodeCliInspectArguments),
    onlyArchive: stateOf(FuseV1Options.OnlyLoadAppFromAsar),
    cookieEncryption: stateOf(FuseV1Options.EnableCookieEncryption),
    fileProtocol: stateOf(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: '0',
    nodeOptions: '0',
    inspector: '0',
    onlyArchive: '1',
    cookieEncryption: '1',
    fileProtocol: '0',
  })
})

test('the packed program carries the binaries and languages of its own platform only', ({ folder }) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(files.filter((file) => file.endsWith('.node')).map((file) => basename(file))).toEqual(['linux-x64.node'])
  expect(files.filter((file) => file.startsWith('locales/')).toSorted()).toEqual(['locales/en-US.pak', 'locales/vi.pak'])
})
