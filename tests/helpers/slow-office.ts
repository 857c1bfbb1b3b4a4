import type { ElectronApplication } from '@playwright/test'
import type { Channel } from '#shared/ipc/contract.ts'
import type { Office } from './office.ts'

/**
 * Lets the office begin nothing on `channel` until the answer is called, as on a machine that is busy with something else; what was asked meanwhile is
 * then done in order.
 */
export async function holdChannel({ app }: Office, channel: Channel): Promise<() => Promise<void>> {
  await app.evaluate(({ ipcMain }, name) => {
    const held = globalThis as unknown as Record<string, () => void>
    // Electron keeps the handlers behind its door under this name.
    const usual = (Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...call: unknown[]) => unknown>).get(name)
    if (usual === undefined) throw new Error(`nobody answers ${name}`)
    const gate = new Promise<void>((open) => {
      held[`release ${name}`] = open
    })
    ipcMain.removeHandler(name)
    ipcMain.handle(name, async (...call) => {
      await gate
      return usual(...call)
    })
  }, channel)
  return async () => release(app, channel)
}

/** Keeps from the window what the office tells unasked, for good: it then knows only what it was told before. */
export async function silenceOffice({ app }: Office): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send = () => undefined
  })
}

async function release(app: ElectronApplication, channel: string): Promise<void> {
  await app.evaluate((_electron, name) => {
    ;(globalThis as unknown as Record<string, () => void>)[`release ${name}`]?.()
  }, channel)
}
