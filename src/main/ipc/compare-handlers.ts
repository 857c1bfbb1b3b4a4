import { saveComparison } from '#main/services/comparison-file.ts'
import { comparePlanSides, readCompareChoices } from '#main/services/compare.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Desk } from './desk.ts'
import { choosePlaceWith, type SavedFiles } from './exchange-handlers.ts'
import type { Handlers } from './handlers.ts'

type Channels = Extract<keyof Handlers, `compare.${string}`>

/** One line a channel. */
export function compareHandlers(session: () => Session, { jobs, pages, dialogs }: Desk, saved: SavedFiles): Pick<Handlers, Channels> {
  const choosePlace = choosePlaceWith(dialogs)
  return {
    'compare.choices': (input) => readCompareChoices(session().context, input),
    'compare.run': (input) => comparePlanSides(session().context, input),
    'compare.save': async (input) => {
      const made = await jobs.run(input.jobId, (control) => saveComparison(session().context, pages, input, choosePlace, control))
      if (made !== null) saved.add(made.file)
      return made
    },
  }
}
