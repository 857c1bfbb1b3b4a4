import { comparePlanSides, readCompareChoices } from '#main/services/compare.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Handlers } from './handlers.ts'

type Channels = Extract<keyof Handlers, `compare.${string}`>

/** One line a channel. */
export function compareHandlers(session: () => Session): Pick<Handlers, Channels> {
  return {
    'compare.choices': (input) => readCompareChoices(session().context, input),
    'compare.run': (input) => comparePlanSides(session().context, input),
  }
}
