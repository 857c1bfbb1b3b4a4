import { shelfText } from '#shared/text/vi/shelf.ts'
import { readPhrases, removePhrases, savePhrases } from '#main/services/phrase.ts'
import {
  changePlanTemplate,
  createPlanTemplate,
  readPlanTemplates,
  removePlanTemplate,
  saveAsTemplate,
} from '#main/services/plan-template.ts'
import { exportTemplate, importTemplate } from '#main/services/template-file.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Desk } from './desk.ts'
import type { Handlers } from './handlers.ts'

type Channels = Extract<keyof Handlers, `plan-template.${string}` | `phrase.${string}`>

/** One line a channel. */
export function shelfHandlers(session: () => Session, desk: Desk): Pick<Handlers, Channels> {
  const filters = [{ name: shelfText.templateFile, extensions: [shelfText.templateFileEnding] }]
  return {
    'plan-template.list': () => readPlanTemplates(session().context),
    'plan-template.create': (input) => createPlanTemplate(session().context, session().actor, input),
    'plan-template.create-from-plan': (input) => saveAsTemplate(session().context, session().actor, input),
    'plan-template.update': (input) => changePlanTemplate(session().context, session().actor, input),
    'plan-template.remove': (input) => removePlanTemplate(session().context, session().actor, input),
    'plan-template.export': (input) =>
      exportTemplate(session().context, input, (suggestion) => desk.dialogs.chooseNewFile(suggestion, filters)),
    'plan-template.import': () => importTemplate(session().context, session().actor, () => desk.dialogs.chooseFile(filters)),
    'phrase.list': () => readPhrases(session().context),
    'phrase.save': (input) => savePhrases(session().context, session().actor, input),
    'phrase.remove': (input) => removePhrases(session().context, session().actor, input),
  }
}
