import { readSavedViews, removeSavedView, saveView } from '#main/services/saved-view.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Handlers } from './handlers.ts'

/** One line a channel. */
export function savedViewHandlers(session: () => Session): Pick<Handlers, Extract<keyof Handlers, `saved-view.${string}`>> {
  return {
    'saved-view.list': () => readSavedViews(session().context),
    'saved-view.save': (input) => saveView(session().context, session().actor, input),
    'saved-view.remove': (input) => removeSavedView(session().context, session().actor, input),
  }
}
