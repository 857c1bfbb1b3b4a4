import { savePaperFile } from '#main/services/export.ts'
import { makeRegisterPaper } from '#main/services/register-paper.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Desk } from './desk.ts'
import { choosePlaceWith, type SavedFiles } from './exchange-handlers.ts'
import type { Handlers } from './handlers.ts'

/** One line a channel. */
export function registerPaperHandlers(
  session: () => Session,
  { jobs, pages, dialogs }: Desk,
  written: SavedFiles,
): Pick<Handlers, Extract<keyof Handlers, `register-paper.${string}`>> {
  return {
    'register-paper.save': async ({ jobId, request, format }) => {
      const saved = await jobs.run(jobId, async (control) =>
        savePaperFile(
          await makeRegisterPaper(session().context, pages, request, format, control),
          format,
          choosePlaceWith(dialogs),
          control,
        ),
      )
      if (saved !== null) written.add(saved.file)
      return saved
    },
  }
}
