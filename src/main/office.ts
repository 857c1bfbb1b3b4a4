import { join } from 'node:path'
import { app, clipboard, shell, type BrowserWindow } from 'electron'
import { AppError } from '#shared/app-error.ts'
import type { ReminderSettings } from '#shared/ipc/reminder-contract.ts'
import { reminderText } from '#shared/text/vi/reminder.ts'
import { createPageService } from './documents/page-service.ts'
import { closeWorkerPool } from './documents/worker-pool.ts'
import { createDialogs } from './files/dialogs.ts'
import { resourceFile } from './files/resources.ts'
import { allHandlers, waitingFor } from './ipc/all-handlers.ts'
import { answer, type ReportDefect } from './ipc/answer.ts'
import type { Desk } from './ipc/desk.ts'
import type { FileGrants } from './ipc/file-grants.ts'
import type { AnswerCall } from './ipc/register.ts'
import type { Emit } from './services/context.ts'
import { createJobs } from './services/jobs.ts'
import { readOrganisationSeed } from './services/organisation-seed.ts'
import { createReminderRounds } from './services/reminder.ts'
import { fillSample } from './services/sample.ts'
import { createWorkspaces } from './services/workspace.ts'
import { showSystemNotice } from './window/tray.ts'
import type { StartOptions } from './start-options.ts'

/** What the office needs of the window application around it. */
export interface OfficeSetting {
  readonly options: StartOptions
  readonly window: () => BrowserWindow | null
  readonly takeWaitingPack: Desk['takeWaitingPack']
  readonly leaveWindow: Desk['leaveWindow']
  readonly emit: Emit
  /** The icon beside the clock: whether there is one, and whether it keeps the program when the window is closed. */
  readonly tray: { readonly isThere: () => boolean; readonly keepWindow: (keep: boolean) => void }
  /** Puts the window forward with what must be acted on today. */
  readonly showReminders: () => void
  readonly grants: FileGrants
  readonly reportDefect: ReportDefect
}

/** Everything behind the door: store, services, documents. */
export interface Office {
  readonly answer: AnswerCall
  /** Starts the engine of the pages before the first one is asked for. */
  readonly warmUp: () => void
  readonly close: () => Promise<void>
}

const ONE_HOUR = 3_600_000

/**
 * The second half of the composition root, read while the window starts (docs/decisions/0031): joins the parts and opens the workspace.
 * Questions that come before it is open wait for it.
 */
export function openOffice({
  options,
  window,
  takeWaitingPack,
  leaveWindow,
  emit,
  tray,
  showReminders,
  grants,
  reportDefect,
}: OfficeSetting): Office {
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
  const rounds = createReminderRounds({
    file: join(app.getPath('userData'), 'reminders.json'),
    now: () => new Date(),
    emit,
    // Where no notice can be shown the year is not read for one.
    office: async () => (tray.isThere() && (await workspaces.status()).kind === 'office' ? workspaces.session().context : null),
    notify: (year, reminders) => showSystemNotice(reminderText.title(year), reminderText.notice(reminders), showReminders),
  })
  const reminding = async (settings: ReturnType<typeof rounds.settings>): Promise<ReminderSettings> => {
    const { notify, keepInTray } = await settings
    tray.keepWindow(keepInTray)
    return { notify, keepInTray, hasTray: tray.isThere() }
  }
  const desk: Desk = {
    reminding: { settings: () => reminding(rounds.settings()), choose: (change) => reminding(rounds.choose(change)) },
    dialogs: createDialogs(window),
    jobs: createJobs(emit),
    pages: createPageService(),
    openFile: async (file) => {
      const problem = await shell.openPath(file)
      if (problem !== '') throw new AppError('file-without-program', { file })
    },
    // The page's own size: a screen says by its style sheet which way its paper lies.
    printScreen: async () => {
      const shown = window()
      if (shown === null) throw new Error('no window to print')
      return shown.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
    },
    takeWaitingPack,
    leaveWindow,
    showInFolder: (file) => shell.showItemInFolder(file),
    writeClipboard: (copy) => clipboard.write(copy),
    temporaryFolder: app.getPath('temp'),
  }
  const opening = workspaces.openAtStart(options)
  const backUp = (): void => void workspaces.backUpDaily().catch((error: unknown) => reportDefect('main', 'daily-backup', error))
  void opening.then(backUp)
  const remind = (): void => void rounds.round().catch((error: unknown) => reportDefect('main', 'reminder', error))
  void opening.then(() => reminding(rounds.settings()).then(remind))
  setInterval(remind, ONE_HOUR)
  // A program left open overnight makes the next day's backup too.
  setInterval(backUp, ONE_HOUR)

  const all = allHandlers(workspaces, desk, () => readOrganisationSeed(resourceFile('defaults', 'organisation.json')))
  const handlers = grants.guard(waitingFor(opening, all))
  return {
    answer: async (channel, input, context) => answer(handlers, channel, input, context, reportDefect),
    warmUp: desk.pages.warmUp,
    close: async () => {
      await opening
      await Promise.all([workspaces.close(), desk.pages.close(), closeWorkerPool()])
    },
  }
}
