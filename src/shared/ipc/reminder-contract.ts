import { z } from 'zod'
import { call } from './call.ts'

/** How this machine reminds; kept beside the workspaces, for it is the machine's and not the office's. */
export const ReminderSettings = z.object({
  /** The system's notice, once a day at most. */
  notify: z.boolean(),
  /** Closing the window keeps the program in the tray. */
  keepInTray: z.boolean(),
  /** Whether there is a tray to be kept in. */
  hasTray: z.boolean(),
})
export type ReminderSettings = z.infer<typeof ReminderSettings>

export const reminderContract = {
  'reminder.settings': call(z.object({}), ReminderSettings),
  'reminder.choose': call(ReminderSettings.omit({ hasTray: true }), ReminderSettings),
}
