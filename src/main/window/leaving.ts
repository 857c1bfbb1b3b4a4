import type { BrowserWindow } from 'electron'

/** Windows that were asked to close and are still there, because their page is writing its words. */
const closing = new WeakSet<BrowserWindow>()

/** Electron tells of a close before the page is asked (`beforeunload`), and of loading the page again not at all. */
export function rememberClosing(window: BrowserWindow): void {
  window.on('close', (event) => {
    // Hidden behind its icon it was not asked to leave.
    if (!event.defaultPrevented) closing.add(window)
  })
}

/** The page has written its words: the window closes if it was asked to, else loads its page again. */
export function goOnLeaving(window: BrowserWindow): void {
  if (closing.has(window)) window.close()
  else window.webContents.reload()
}
