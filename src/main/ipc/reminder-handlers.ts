import type { Desk } from './desk.ts'
import type { Handlers } from './handlers.ts'

/** One line a channel. */
export function reminderHandlers({ reminding }: Desk): Pick<Handlers, 'reminder.settings' | 'reminder.choose'> {
  return {
    'reminder.settings': () => reminding.settings(),
    'reminder.choose': (chosen) => reminding.choose(chosen),
  }
}
