import { join } from 'node:path'
import { app, clipboard, protocol, session, shell, type BrowserWindow } from 'electron'
import { AppError } from '#shared/app-error.ts'
import { createPageService } from './documents/page-service.ts'
import { closeWorkerPool } from './documents/worker-pool.ts'
import { createDefectLog } from './files/defect-log.ts'
import { createDialogs } from './files/dialogs.ts'
import { resourceFile } from './files/resources.ts'
import { allHandlers, waitingFor } from './ipc/all-handlers.ts'
import type { Desk } from './ipc/desk.ts'
import { channelNames, emitTo, eventNames, registerChannels } from './ipc/register.ts'
import type { Emit } from './services/context.ts'
import { createJobs } from './services/jobs.ts'
import { readOrganisationSeed } from './services/organisation-seed.ts'
import { fillSample } from './services/sample.ts'
import { createWorkspaces } from './services/workspace.ts'
import { readStartOptions } from './start-options.ts'
import { answerRequest, declareScheme } from './window/app-protocol.ts'
import { goOnLeaving, rememberClosing } from './window/leaving.ts'
import { lockSession, lockWebContents } from './window/lockdown.ts'
import { openMainWindow, preloadFile } from './window/main-window.ts'
import { installMenu } from './window/menu.ts'
import { ORIGIN, SCHEME, trustedOrigins } from './window/origin.ts'

// Composition root of the window application: builds the parts, joins them, and decides nothing itself.

const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const trusted = trustedOrigins(developmentServer)
const inspectable = !app.isPackaged

declareScheme(protocol)
lockWebContents(app)

let window: BrowserWindow | null = null

/** A pack that the program was started with and that no window has asked for yet. */
let waitingPack: string | null = null

const ONE_HOUR = 3_600_000

// One program for one user's data: a second start shows the window that is open.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, words, folder) => {
    showWindow()
    waitingPack = readStartOptions(words.slice(1), folder).pack ?? waitingPack
    if (waitingPack !== null && window !== null) emitTo(window.webContents, 'pack.waiting', {})
  })
  app.on('window-all-closed', () => app.quit())
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

  const emit: Emit = (event, payload) => {
    if (window !== null) emitTo(window.webContents, event, payload)
  }
  const workspaces = createWorkspaces({
    userDataFolder: app.getPath('userData'),
    programVersion: app.getVersion(),
    sampleOrganisation: resourceFile('sample', 'organisation.json'),
    fillSample: (context, actor) =>
      fillSample(context, actor, {
        plan: resourceFile('sample', 'ke-hoach-cchc-2023.docx'),
        links: resourceFile('sample', 'phu-luc-2023.tsv'),
      }),
    emit,
    now: () => new Date(),
    remember: true,
  })
  const desk: Desk = {
    dialogs: createDialogs(() => window),
    jobs: createJobs(emit),
    pages: createPageService(),
    openFile: async (file) => {
      const problem = await shell.openPath(file)
      if (problem !== '') throw new AppError('file-without-program', { file })
    },
    takeWaitingPack: () => {
      const pack = waitingPack
      waitingPack = null
      return pack
    },
    leaveWindow: () => {
      if (window !== null) goOnLeaving(window)
    },
    showInFolder: (file) => shell.showItemInFolder(file),
    writeClipboard: (copy) => clipboard.write(copy),
    temporaryFolder: app.getPath('temp'),
  }
  const handlers = allHandlers(workspaces, desk, () => readOrganisationSeed(resourceFile('defaults', 'organisation.json')))
  // The window is shown while the workspace opens; its first questions wait for it.
  const opening = workspaces.openAtStart(options)
  const backUp = (): void => void workspaces.backUpDaily().catch((error: unknown) => reportDefect('main', 'daily-backup', error))
  void opening.then(backUp)
  // A program left open overnight makes the next day's backup too.
  setInterval(backUp, ONE_HOUR)
  closeBeforeQuit(async () => {
    await opening
    await Promise.all([workspaces.close(), desk.pages.close(), closeWorkerPool()])
  })

  lockSession(session.defaultSession, trusted, inspectable)
  const pages = join(import.meta.dirname, '..', 'renderer')
  protocol.handle(SCHEME, (request) => answerRequest(request, pages))
  registerChannels({
    handlers: waitingFor(opening, handlers),
    trustedOrigins: trusted,
    ownContents: () => window?.webContents ?? null,
    reportDefect,
  })
  installMenu()
  window = openMainWindow({
    address: developmentServer ?? `${ORIGIN}/`,
    preload: preloadFile(import.meta.dirname),
    channels: channelNames,
    events: eventNames,
    inspectable,
  })
  // The first page is asked for soon after the plan is read: by then its engine has started, and nothing else waited for it.
  window.webContents.once('did-finish-load', () => setTimeout(desk.pages.warmUp, IDLE_AFTER_START))
  rememberClosing(window)
  window.on('closed', () => {
    window = null
  })
}

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
  window.focus()
}
