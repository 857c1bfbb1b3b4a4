import type { ReminderSettings } from '#shared/ipc/reminder-contract.ts'
import type { PageService } from '#main/documents/page-service.ts'
import type { Dialogs } from '#main/files/dialogs.ts'
import type { WriteClipboard } from '#main/services/clipboard.ts'
import type { Jobs } from '#main/services/jobs.ts'

/** What channels need of the machine the window stands on; given by the composition root, so that services run without a window. */
export interface Desk {
  readonly dialogs: Dialogs
  readonly jobs: Jobs
  readonly pages: PageService
  /** Opens a file in the office's own program for it. */
  readonly openFile: (file: string) => Promise<void>
  /** The screen that is shown, as its style sheet lays it out on paper: a PDF. */
  readonly printScreen: () => Promise<Uint8Array>
  /** How this machine reminds. */
  readonly reminding: {
    readonly settings: () => Promise<ReminderSettings>
    readonly choose: (chosen: Omit<ReminderSettings, 'hasTray'>) => Promise<ReminderSettings>
  }
  /** Closes the window or loads its page again, whichever it was asked before it took time to write its words. */
  readonly leaveWindow: () => void
  /** The pack the program was started with, handed out once; null when there is none. */
  readonly takeWaitingPack: () => string | null
  readonly showInFolder: (file: string) => void
  readonly writeClipboard: WriteClipboard
  /** Where copies go that are only looked at or printed. */
  readonly temporaryFolder: string
}
