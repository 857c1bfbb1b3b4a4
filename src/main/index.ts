import { join } from 'node:path'
import { app, protocol, session, type BrowserWindow } from 'electron'
import { createDefectLog } from './files/defect-log.ts'
import type { Handlers } from './ipc/handlers.ts'
import { channelNames, eventNames, registerChannels } from './ipc/register.ts'
import { readStartOptions } from './start-options.ts'
import { answerRequest, declareScheme } from './window/app-protocol.ts'
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

// One program for one user's data: a second start shows the window that is open.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow)
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  const options = readStartOptions(process.argv.slice(app.isPackaged ? 1 : 2))
  const reportDefect = createDefectLog(join(app.getPath('userData'), 'log.txt'), () => new Date())
  process.on('uncaughtException', (error) => reportDefect('main', 'uncaught', error))
  process.on('unhandledRejection', (error) => reportDefect('main', 'unhandled', error))

  void options
  const handlers: Partial<Handlers> = {}

  lockSession(session.defaultSession, trusted, inspectable)
  const pages = join(import.meta.dirname, '..', 'renderer')
  protocol.handle(SCHEME, (request) => answerRequest(request, pages))
  registerChannels({ handlers, trustedOrigins: trusted, ownContents: () => window?.webContents ?? null, reportDefect })
  installMenu()
  window = openMainWindow({
    address: developmentServer ?? `${ORIGIN}/`,
    preload: preloadFile(import.meta.dirname),
    channels: channelNames,
    events: eventNames,
    inspectable,
  })
  window.on('closed', () => {
    window = null
  })
}

function showWindow(): void {
  if (window === null) return
  if (window.isMinimized()) window.restore()
  window.focus()
}
