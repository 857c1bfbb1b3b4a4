import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { test as base, expect } from '@playwright/test'
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
