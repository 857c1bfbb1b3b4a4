import { AppError } from '#shared/app-error.ts'
import { exportText } from '#shared/text/vi/export.ts'
import { copySelection } from '#main/services/clipboard.ts'
import { printExport, renderPreview, saveExport, type ChoosePlace } from '#main/services/export.ts'
import {
  acceptAppendix,
  acceptPlan,
  readAppendixFileDraft,
  readAppendixPasteDraft,
  readPlanFileDraft,
  readPlanPasteDraft,
} from '#main/services/import.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Desk } from './desk.ts'
import type { Handlers } from './handlers.ts'

type Channels = Extract<keyof Handlers, `import.${string}` | `preview.${string}` | `export.${string}` | `clipboard.${string}`>

const planFiles = [{ name: exportText.planFiles, extensions: ['docx', 'txt'] }]
const appendixFiles = [{ name: exportText.appendixFiles, extensions: ['docx', 'xlsx'] }]
const formatNames = { docx: exportText.wordFile, pdf: exportText.pdfFile, xlsx: exportText.excelFile }

/** Files saved since the start: only these are shown, because showing a made-up network path would log on to it. */
export type SavedFiles = Set<string>

/** Asks the person where a paper goes. */
export function choosePlaceWith(dialogs: Desk['dialogs']): ChoosePlace {
  return (suggestion, format) => dialogs.chooseNewFile(suggestion, [{ name: formatNames[format], extensions: [format] }])
}

/** One line a channel. */
export function exchangeHandlers(session: () => Session, desk: Desk, written: SavedFiles): Pick<Handlers, Channels> {
  const { jobs, pages, dialogs } = desk
  const choosePlace = choosePlaceWith(dialogs)
  return {
    'import.choose-plan': async ({ jobId, year }) => {
      const file = await dialogs.chooseFile(planFiles)
      return file === null ? null : jobs.run(jobId, (control) => readPlanFileDraft(session().context, file, year, control))
    },
    'import.read-plan-file': ({ jobId, path, year }) =>
      jobs.run(jobId, (control) => readPlanFileDraft(session().context, path, year, control)),
    'import.read-plan-text': (input) => jobs.run(input.jobId, (control) => readPlanPasteDraft(input, control)),
    'import.accept-plan': (input) => acceptPlan(session().context, session().actor, input),
    'import.choose-appendix': async ({ jobId, planId }) => {
      const file = await dialogs.chooseFile(appendixFiles)
      return file === null ? null : jobs.run(jobId, (control) => readAppendixFileDraft(session().context, planId, file, control))
    },
    'import.read-appendix-file': ({ jobId, planId, path }) =>
      jobs.run(jobId, (control) => readAppendixFileDraft(session().context, planId, path, control)),
    'import.read-appendix-cells': (input) => jobs.run(input.jobId, (control) => readAppendixPasteDraft(session().context, input, control)),
    'import.accept-appendix': (input) => acceptAppendix(session().context, session().actor, input),
    'preview.render': (input) => renderPreview(session().context, pages, input),
    'export.save': async (input) => {
      const saved = await jobs.run(input.jobId, (control) => saveExport(session().context, pages, input, choosePlace, control))
      if (saved !== null) written.add(saved.file)
      return saved
    },
    'export.print': ({ jobId, request }) =>
      jobs.run(jobId, (control) => printExport(session().context, pages, request, desk.temporaryFolder, desk.openFile, control)),
    'export.show-in-folder': ({ file }) => {
      if (!written.has(file)) throw new AppError('file-not-found', { file })
      desk.showInFolder(file)
      return {}
    },
    'clipboard.copy': (input) => copySelection(session().context, input, desk.writeClipboard),
  }
}
