import { exportText } from '#shared/text/vi/export.ts'
import { mergeWord, readReturnedFile, type MergeReadings } from '#main/services/merge-word.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Desk } from './desk.ts'
import type { Handlers } from './handlers.ts'

type Channels = Extract<keyof Handlers, `merge.${string}`>

const wordFiles = [{ name: exportText.wordFile, extensions: ['docx'] }]

/** One line a channel. */
export function mergeHandlers(session: () => Session, { jobs, dialogs }: Desk): Pick<Handlers, Channels> {
  const readings: MergeReadings = new Map()
  return {
    'merge.choose': async ({ jobId, planId }) => {
      const path = await dialogs.chooseFile(wordFiles)
      if (path === null) return null
      return jobs.run(jobId, (control) => readReturnedFile(session().context, readings, { planId, path, base: 'of-file' }, control))
    },
    'merge.read': ({ jobId, planId, path, base }) =>
      jobs.run(jobId, (control) => readReturnedFile(session().context, readings, { planId, path, base }, control)),
    'merge.apply': (input) => mergeWord(session().context, session().actor, readings, input),
  }
}
