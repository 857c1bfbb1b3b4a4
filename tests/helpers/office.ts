import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bridge } from '../../src/preload/bridge.ts'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'

declare global {
  interface Window {
    /** Inside `office.window.evaluate`, the page's own bridge. */
    readonly bridge: Bridge
  }
}

/** The running program with its window, a data folder of its own, and nothing left from another test. */
export interface Office {
  readonly app: ElectronApplication
  readonly window: Page
  /** The folder that stands for the user's data; gone after the test. */
  readonly dataFolder: string
  /** What the program wrote to its standard error; Chromium's own noise is among it. */
  readonly complaints: () => string
  /** Takes a picture of the window into the test's results. */
  readonly photograph: (name: string) => Promise<void>
  /** Closes the program and starts it again on the same data. */
  readonly restart: () => Promise<Office>
}

export interface OfficeOptions {
  /** Words after the program's name, such as `--sample`. */
  readonly startWith: readonly string[]
}

/** Launches the built program on `dataFolder`. */
async function launch(
  dataFolder: string,
  options: OfficeOptions,
  pictures: (name: string) => string,
  open: Set<ElectronApplication>,
): Promise<Office> {
  const app = await _electron.launch({ args: ['.', `--user-data-dir=${dataFolder}`, ...options.startWith] })
  open.add(app)
  let complaints = ''
  app.process().stderr?.on('data', (text: Buffer) => {
    complaints += text.toString()
  })
  const window = await app.firstWindow()
  return {
    app,
    window,
    dataFolder,
    complaints: () => complaints,
    photograph: async (name) => {
      await window.screenshot({ path: pictures(`${name}.png`) })
    },
    restart: async () => {
      open.delete(app)
      await app.close()
      return launch(dataFolder, options, pictures, open)
    },
  }
}

/** Another person's machine: starts the program on a data folder of its own, with words of its own after the program's name. */
export type StartColleague = (startWith: readonly string[]) => Promise<Office>

/**
 * `test` with the fixture `office`: `test('…', async ({ office }) => …)`. Choose how it starts with
 * `test.use({ startWith: ['--sample'] })`.
 */
export const test = base.extend<OfficeOptions & { office: Office; startColleague: StartColleague }>({
  startWith: [[], { option: true }],
  // oxlint-disable-next-line no-empty-pattern
  startColleague: async ({}, provide, info) => {
    const folders: string[] = []
    const open = new Set<ElectronApplication>()
    await provide(async (startWith) => {
      const dataFolder = mkdtempSync(join(tmpdir(), 'cchc-colleague-'))
      folders.push(dataFolder)
      return launch(dataFolder, { startWith }, (name) => info.outputPath(name), open)
    })
    for (const app of open) await app.close()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  },
  office: async ({ startWith }, provide, info) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'cchc-office-'))
    const open = new Set<ElectronApplication>()
    await provide(await launch(dataFolder, { startWith }, (name) => info.outputPath(name), open))
    for (const app of open) await app.close()
    rmSync(dataFolder, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
