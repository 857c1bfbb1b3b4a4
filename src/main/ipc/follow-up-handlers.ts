import { followUpText } from '#shared/text/vi/follow-up.ts'
import { readFollowUp } from '#main/services/follow-up.ts'
import { keepProofFile, openProofFile, proofEndings } from '#main/services/kept-file.ts'
import { addTaskEvent, setDoneRule } from '#main/services/task-event.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Desk } from './desk.ts'
import type { Handlers } from './handlers.ts'

type Channels = Extract<keyof Handlers, `follow-up.${string}` | `task-event.${string}` | `done-rule.${string}`>

/** One line a channel. */
export function followUpHandlers(session: () => Session, desk: Desk): Pick<Handlers, Channels> {
  const filters = [{ name: followUpText.proofFiles, extensions: [...proofEndings] }]
  return {
    'follow-up.get': (input) => readFollowUp(session().context, input),
    'follow-up.choose-file': async () => {
      const path = await desk.dialogs.chooseFile(filters)
      return path === null ? null : keepProofFile(session().context, path)
    },
    'follow-up.keep-file': ({ path }) => keepProofFile(session().context, path),
    'follow-up.open-file': (input) => openProofFile(session().context, input, desk.temporaryFolder, desk.openFile),
    'task-event.add': (input) => addTaskEvent(session().context, session().actor, input),
    'done-rule.set': (input) => setDoneRule(session().context, session().actor, input),
  }
}
