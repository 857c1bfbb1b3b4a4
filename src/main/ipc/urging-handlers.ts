import { openToPrint, savePaperFile } from '#main/services/export.ts'
import { makeDueListFile, makeLetterFile, renderLetter, writeLetters } from '#main/services/urging-paper.ts'
import {
  makeUrgingLetters,
  markLetterSent,
  readLettersOfTask,
  readUrgingLetters,
  removeUrgingDraft,
  startUrging,
  withdrawLetter,
} from '#main/services/urging.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Desk } from './desk.ts'
import { choosePlaceWith, type SavedFiles } from './exchange-handlers.ts'
import type { Handlers } from './handlers.ts'

/** One line a channel. */
export function urgingHandlers(
  session: () => Session,
  { jobs, pages, dialogs, temporaryFolder, openFile }: Desk,
  written: SavedFiles,
): Pick<Handlers, Extract<keyof Handlers, `urging.${string}`>> {
  return {
    'urging.start': (input) => startUrging(session().context, input),
    'urging.list': (input) => readUrgingLetters(session().context, input),
    'urging.of-task': (input) => readLettersOfTask(session().context, input),
    'urging.preview': (input) => renderLetter(session().context, pages, input),
    'urging.make': (input) => makeUrgingLetters(session().context, session().actor, input),
    'urging.remove': (input) => removeUrgingDraft(session().context, session().actor, input),
    'urging.mark-sent': (input) => markLetterSent(session().context, session().actor, input),
    'urging.withdraw': (input) => withdrawLetter(session().context, session().actor, input),
    'urging.save': async ({ jobId, id, format }) => {
      const saved = await jobs.run(jobId, async (control) =>
        savePaperFile(await makeLetterFile(session().context, pages, id, format, control), format, choosePlaceWith(dialogs), control),
      )
      if (saved !== null) written.add(saved.file)
      return saved
    },
    'urging.save-all': async ({ jobId, ids, format }) => {
      const folder = await dialogs.chooseFolder()
      if (folder === null) return null
      const made = await jobs.run(jobId, (control) => writeLetters(session().context, pages, ids, format, folder, control))
      for (const file of made.files) written.add(file)
      return made
    },
    'urging.print': ({ jobId, id }) =>
      jobs.run(jobId, async (control) =>
        openToPrint(await makeLetterFile(session().context, pages, id, 'pdf', control), temporaryFolder, openFile),
      ),
    'urging.save-list': async ({ jobId, request, format }) => {
      const saved = await jobs.run(jobId, async (control) =>
        savePaperFile(await makeDueListFile(session().context, pages, request, format, control), format, choosePlaceWith(dialogs), control),
      )
      if (saved !== null) written.add(saved.file)
      return saved
    },
  }
}
