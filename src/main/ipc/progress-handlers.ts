import {
  addExtension,
  addManyExtensions,
  addManyProgress,
  addProgress,
  readProgress,
  readUnverified,
  verifyEntries,
} from '#main/services/progress.ts'
import { readRegister } from '#main/services/register.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Handlers } from './handlers.ts'

type Channels = Extract<keyof Handlers, `register.${string}` | `progress.${string}` | `extension.${string}`>

/** One line a channel. */
export function progressHandlers(session: () => Session): Pick<Handlers, Channels> {
  return {
    'register.list': (input) => readRegister(session().context, input),
    'progress.list': (input) => readProgress(session().context, input),
    'progress.add': (input) => addProgress(session().context, session().actor, input),
    'progress.add-many': (input) => addManyProgress(session().context, session().actor, input),
    'progress.unverified': (input) => readUnverified(session().context, input),
    'progress.verify': (input) => verifyEntries(session().context, session().actor, input),
    'extension.add-many': (input) => addManyExtensions(session().context, session().actor, input),
    'extension.add': (input) => addExtension(session().context, session().actor, input),
  }
}
