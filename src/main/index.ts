import { join } from 'node:path'
import { app, protocol, session, type BrowserWindow, type Tray } from 'electron'
import { createDefectLog } from './files/defect-log.ts'
import { resourceFile } from './files/resources.ts'
import { createFileGrants } from './ipc/file-grants.ts'
import { emitTo, registerChannels } from './ipc/register.ts'
import type { Office } from './office.ts'
import { readStartOptions } from './start-options.ts'
import { answerRequest, declareScheme } from './window/app-protocol.ts'
import { goOnLeaving, rememberClosing } from './window/leaving.ts'
import { lockSession, lockWebContents } from './window/lockdown.ts'
import { openMainWindow, preloadFile } from './window/main-window.ts'
import { installMenu } from './window/menu.ts'
import { ORIGIN, SCHEME, trustedOrigins } from './window/origin.ts'
import { makeTray } from './window/tray.ts'

// Composition root of the window application: builds the parts, joins them, and decides nothing itself. What is imported here is read
// before there is a window, so it stays small; the office behind the door (office.ts) is read while the page starts.

const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const trusted = trustedOrigins(developmentServer)
const inspectable = !app.isPackaged

declareScheme(protocol)
lockWebContents(app)

let window: BrowserWindow | null = null

/** The icon beside the clock, and whether a closed window goes on behind it. */
let tray: Tray | null = null
let keepsWindow = false
let isQuitting = false

/** A pack that the program was started with and that no window has asked for yet. */
let waitingPack: string | null = null

// One program for one user's data: a second start shows the window that is open.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, words, folder) => {
    showWindow()
    waitingPack = readStartOptions(words.slice(1), folder).pack ?? waitingPack
    if (waitingPack !== null && window !== null) emitTo(window.webContents, 'pack.waiting', {})
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', () => (isQuitting = true))
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  const options = readStartOptions(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())
  waitingPack = options.pack
  const reportDefect = createDefectLog(join(app.getPath('userData'), 'log.txt'), () => new Date())
  process.on('uncaughtException', (error) => reportDefect('main', 'uncaught', error))
  process.on('unhandledRejection', (error) => reportDefect('main', 'unhandled', error))

  lockSession(session.defaultSession, trusted, inspectable)
  const pages = join(import.meta.dirname, '..', 'renderer')
  protocol.handle(SCHEME, (request) => answerRequest(request, pages))
  const grants = createFileGrants()
  const { promise: office, resolve: officeIsOpen, reject: officeFailed } = Promise.withResolvers<Office>()
  // Every call that waits fails with it; this is the one that tells.
  office.catch((error: unknown) => reportDefect('main', 'office', error))
  registerChannels({
    office: office.then(({ answer }) => answer),
    grants,
    trustedOrigins: trusted,
    ownContents: () => window?.webContents ?? null,
    reportDefect,
  })
  let isOpening = false
  const openTheOffice = async (): Promise<void> => {
    isOpening = true
    const { openOffice } = await import('./office.ts')
    officeIsOpen(
      openOffice({
        options,
        window: () => window,
        takeWaitingPack: () => {
          const pack = waitingPack
          waitingPack = null
          return pack
        },
        leaveWindow: () => {
          if (window !== null) goOnLeaving(window)
        },
        emit: (event, payload) => {
          if (window !== null) emitTo(window.webContents, event, payload)
        },
        tray: { isThere: () => tray !== null, keepWindow: (keep) => (keepsWindow = keep) },
        showReminders,
        grants,
        reportDefect,
      }),
    )
  }
  installMenu()
  window = openMainWindow({
    address: developmentServer ?? `${ORIGIN}/`,
    preload: preloadFile(import.meta.dirname),
    inspectable,
    onShown: () =>
      setTimeout(() => {
        if (options.tray ?? app.isPackaged)
          tray = makeTray(resourceFile('tray', 'tray.png'), { open: showWindow, remind: showReminders, quit: () => app.quit() })
        void openTheOffice().catch(officeFailed)
      }, FRAME_ON_SCREEN),
  })
  window.on('close', (event) => {
    // Only where the person chose so: its words stay in the page, and the icon brings it back.
    if (!keepsWindow || tray === null || isQuitting) return
    event.preventDefault()
    window?.hide()
  })
  rememberClosing(window)
  window.on('closed', () => {
    window = null
  })
  // The first page is asked for soon after the plan is read: by then its engine has started, and nothing else waited for it.
  window.webContents.once('did-finish-load', () => setTimeout(() => void office.then(({ warmUp }) => warmUp()), IDLE_AFTER_START))
  closeBeforeQuit(async () => {
    // A window closed before it was shown: there is no office, and there will be none.
    if (isOpening) await (await office).close()
  })
}

/**
 * Milliseconds that a shown window needs to put its first frame on the screen. Main takes part in that, and reading the office keeps it busy:
 * read at once, it holds the frame back by its own tenth of a second; read later, the answers come later (measured, docs/decisions/0031).
 */
const FRAME_ON_SCREEN = 40

/** Milliseconds after which the first screen is drawn and its questions are answered. */
const IDLE_AFTER_START = 2000

/**
 * Lets the store end in order before the program does, and after the windows: a window that is asked to close first writes the words
 * that stand in it. A second request to quit does not wait again.
 */
function closeBeforeQuit(close: () => Promise<void>): void {
  let closing = false
  app.on('will-quit', (event) => {
    if (closing) return
    closing = true
    event.preventDefault()
    // Electron must be done with this request before it hears the next: asked within it, it never quits.
    void close().finally(() => setImmediate(() => app.quit()))
  })
}

function showWindow(): void {
  if (window === null) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function showReminders(): void {
  showWindow()
  if (window !== null) emitTo(window.webContents, 'reminder.show', {})
}
