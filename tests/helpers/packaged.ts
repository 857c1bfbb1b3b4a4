import { spawn, spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..')

/** The program as an office gets it: packed, fuses set, running from its own folder. */
export interface PackagedOffice {
  readonly window: Page
  readonly folder: string
  readonly dataFolder: string
  /** Ends the program and starts it again on the same data. */
  readonly restart: () => Promise<PackagedOffice>
  /** Ends the program and takes its data away. */
  readonly stop: () => Promise<void>
}

/** Packs the Linux folder from what `out/` holds, and says where it lies. */
export function packageLinux(): string {
  const packed = spawnSync(process.execPath, ['tools/package.ts', '--target', 'linux', '--no-build'], { cwd: root, encoding: 'utf8' })
  if (packed.status !== 0) throw new Error(packed.stderr)
  return join(root, packed.stdout.trim())
}

/** The program's executable in a packed folder: the one file there that has no ending and is ours. */
export function executableOf(folder: string): string {
  const [file] = globSync('ban-lam-viec-cchc*', { cwd: folder })
  if (file === undefined) throw new Error(`no executable in ${folder}`)
  return join(folder, file)
}

/**
 * Starts a packed program. Its fuses refuse Node's inspector, through which Playwright drives Electron, so only the window
 * is driven, over Chromium's own protocol.
 */
export async function startPackaged(
  folder: string,
  startWith: readonly string[],
  dataFolder = mkdtempSync(join(tmpdir(), 'cchc-packaged-')),
): Promise<PackagedOffice> {
  const program = spawn(executableOf(folder), ['--remote-debugging-port=0', `--user-data-dir=${dataFolder}`, ...startWith], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => program.on('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    program.stderr.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /DevTools listening on (\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    program.on('exit', () => reject(new Error(`the packed program ended at once:\n${said}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the packed program has no window')
  const window = context.pages()[0] ?? (await context.waitForEvent('page'))
  const end = async (): Promise<void> => {
    await browser.close()
    program.kill()
    await ended
  }
  return {
    window,
    folder,
    dataFolder,
    restart: async () => {
      await end()
      return startPackaged(folder, startWith, dataFolder)
    },
    stop: async () => {
      await end()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
