import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Office } from '../helpers/office.ts'
import { palettePng } from './palette-png.ts'

/** The screen of the laptop that the window is made for. */
const screen = { width: 1366, height: 768 }

/**
 * Gives the window the laptop's size inside its frame, at 100 % or at the 125 % that Windows offers such a screen
 * (1.25: then 1093 × 614 points are left for the page).
 */
export async function setUpCamera({ app }: Office, zoom: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { width, height, factor }) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setContentSize(width, height)
      window?.webContents.setZoomFactor(factor)
    },
    { ...screen, factor: zoom },
  )
}

/**
 * Takes the whole window as a person sees it. Electron draws the picture: Playwright's own crops a window that is zoomed.
 */
export async function photograph({ app, window }: Office, folder: string, name: string): Promise<void> {
  // No hint of a button lies over what the picture shows.
  await window.mouse.move(700, 2)
  await expect(window.locator('[role="tooltip"]:visible')).toHaveCount(0)
  await window.evaluate(async () => {
    await document.fonts.ready
    // What comes in or goes out by a movement has arrived; an endless one (a turning wheel) is not waited for.
    const movements = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.all(movements.map(({ finished }) => finished.catch(() => undefined)))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
  const picture = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image === undefined ? null : { size: image.getSize(), bitmap: image.toBitmap().toString('base64') }
  })
  if (picture === null) throw new Error('there is no window')
  if (picture.size.width !== screen.width || picture.size.height !== screen.height)
    throw new Error(`${name}: the window is ${picture.size.width} × ${picture.size.height}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), palettePng(Buffer.from(picture.bitmap, 'base64'), picture.size.width, picture.size.height))
}

/** The next dialogs for opening and saving answer with these files, as if a person had chosen them. */
export async function answerDialogs({ app }: Office, files: { readonly open?: string; readonly save?: string }): Promise<void> {
  await app.evaluate(({ dialog, shell }, { open, save }) => {
    if (open !== undefined) dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [open] })
    if (save !== undefined) dialog.showSaveDialog = async () => ({ canceled: false, filePath: save })
    // A paper that is opened for printing would start another program beside the camera.
    shell.openPath = async () => ''
  }, files)
}
