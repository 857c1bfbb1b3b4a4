import { agencyFormText } from '#shared/text/vi/agency-form.ts'
import { makeAgencyForms, readAgencyForms } from '#main/services/agency-form.ts'
import { acceptReturnedForm, readReturnedForm, type FormReadings } from '#main/services/agency-form-import.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Desk } from './desk.ts'
import type { SavedFiles } from './exchange-handlers.ts'
import type { Handlers } from './handlers.ts'

type Channels = Extract<keyof Handlers, `agency-form.${string}`>

const filters = [{ name: agencyFormText.xlsxFiles, extensions: ['xlsx'] }]

/** One line a channel. */
export function agencyFormHandlers(session: () => Session, { jobs, dialogs }: Desk, saved: SavedFiles): Pick<Handlers, Channels> {
  const readings: FormReadings = new Map()
  return {
    'agency-form.list': (input) => readAgencyForms(session().context, input),
    'agency-form.make': async ({ jobId, ...input }) => {
      const folder = await dialogs.chooseFolder()
      if (folder === null) return null
      const made = await jobs.run(jobId, (control) => makeAgencyForms(session().context, session().actor, input, folder, control))
      for (const file of made.files) saved.add(file)
      return made
    },
    'agency-form.choose': async () => ({ paths: await dialogs.chooseFiles(filters) }),
    'agency-form.read': ({ jobId, path, year }) =>
      jobs.run(jobId, (control) => readReturnedForm(session().context, readings, { path, year }, control)),
    'agency-form.accept': ({ id }) => acceptReturnedForm(session().context, session().actor, readings, id),
  }
}
