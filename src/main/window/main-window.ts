import { join } from 'node:path'
import { BrowserWindow } from 'electron'

export interface MainWindowOptions {
  /** The page to show: our own scheme, or the development server. */
  readonly address: string
  readonly preload: string
  readonly inspectable: boolean
  /** Told once, when the window was put on the screen. */
  readonly onShown: () => void
}

/** Opens the one window: sandboxed, isolated, and shown when its first frame is ready, so that no empty window flashes. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: options.inspectable,
    },
  })
  window.setMenuBarVisibility(false)
  const show = (): void => {
    window.removeListener('ready-to-show', show)
    window.show()
    options.onShown()
  }
  window.once('ready-to-show', show)
  // A page that fails to load is told by the window staying away for ever, unless somebody says so.
  void window.loadURL(options.address).catch((error: unknown) => {
    console.error(`The window could not load ${options.address}`, error)
    if (!window.isDestroyed() && !window.isVisible()) show()
  })
  return window
}

/** Where the built preload lies beside the built main. */
export function preloadFile(folder: string): string {
  return join(folder, '..', 'preload', 'index.cjs')
}
