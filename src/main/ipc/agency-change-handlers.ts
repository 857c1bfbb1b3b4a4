import { makeAgencyChange, previewAgencyChange, readAgencyChanges } from '#main/services/agency-change.ts'
import { markPortfolioLooked, readPortfolioChanges } from '#main/services/portfolio.ts'
import { countReassignments, giveWaiting, readReassignment } from '#main/services/reassignment.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Handlers } from './handlers.ts'

type Channels = Extract<keyof Handlers, `agency-change.${string}` | `reassignment.${string}` | `portfolio.${string}`>

/** One line a channel. */
export function agencyChangeHandlers(session: () => Session): Pick<Handlers, Channels> {
  return {
    'agency-change.preview': (input) => previewAgencyChange(session().context, input),
    'agency-change.make': (input) => makeAgencyChange(session().context, session().actor, input),
    'agency-change.list': () => readAgencyChanges(session().context),
    'reassignment.list': () => readReassignment(session().context),
    'reassignment.count': () => countReassignments(session().context),
    'reassignment.give': (input) => giveWaiting(session().context, session().actor, input),
    'portfolio.changes': (input) => readPortfolioChanges(session().context, session().actor, input),
    'portfolio.mark-looked': (input) => markPortfolioLooked(session().context, session().actor, input),
  }
}
