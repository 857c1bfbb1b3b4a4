import type { OrganisationSeed } from '#main/services/organisation-seed.ts'
import type { Workspaces } from '#main/services/workspace.ts'
import { agencyChangeHandlers } from './agency-change-handlers.ts'
import { agencyFormHandlers } from './agency-form-handlers.ts'
import { carryOverHandlers } from './carry-over-handlers.ts'
import { compareHandlers } from './compare-handlers.ts'
import { citationHandlers } from './citation-handlers.ts'
import type { Desk } from './desk.ts'
import { exchangeHandlers, type SavedFiles } from './exchange-handlers.ts'
import { followUpHandlers } from './follow-up-handlers.ts'
import type { CallContext, Handlers } from './handlers.ts'
import { givenTaskHandlers } from './given-task-handlers.ts'
import { handOverHandlers } from './hand-over-handlers.ts'
import { mergeHandlers } from './merge-handlers.ts'
import { organisationHandlers } from './organisation-handlers.ts'
import { planHandlers } from './plan-handlers.ts'
import { progressHandlers } from './progress-handlers.ts'
import { programmeHandlers } from './programme-handlers.ts'
import { savedViewHandlers } from './saved-view-handlers.ts'
import { registerPaperHandlers } from './register-paper-handlers.ts'
import { reminderHandlers } from './reminder-handlers.ts'
import { screenHandlers } from './screen-handlers.ts'
import { shelfHandlers } from './shelf-handlers.ts'
import { taskHandlers } from './task-handlers.ts'
import { urgingHandlers } from './urging-handlers.ts'
import { workspaceHandlers } from './workspace-handlers.ts'

/** Every channel of the contract with the service that answers it; one left out does not compile. */
export function allHandlers(workspaces: Workspaces, desk: Desk, usualOrganisation: () => Promise<OrganisationSeed>): Handlers {
  const { session } = workspaces
  const saved: SavedFiles = new Set()
  return {
    'window.leave': () => {
      desk.leaveWindow()
      return {}
    },
    ...workspaceHandlers({ workspaces, dialogs: desk.dialogs, jobs: desk.jobs, usualOrganisation }),
    ...organisationHandlers(session),
    ...agencyChangeHandlers(session),
    ...planHandlers(session, desk),
    ...citationHandlers(session),
    ...taskHandlers(session),
    ...carryOverHandlers(session),
    ...programmeHandlers(session),
    ...agencyFormHandlers(session, desk, saved),
    ...progressHandlers(session),
    ...givenTaskHandlers(session),
    ...followUpHandlers(session, desk),
    ...registerPaperHandlers(session, desk, saved),
    ...savedViewHandlers(session),
    ...reminderHandlers(desk),
    ...screenHandlers(desk),
    ...shelfHandlers(session, desk),
    ...urgingHandlers(session, desk, saved),
    ...compareHandlers(session, desk, saved),
    ...mergeHandlers(session, desk),
    ...exchangeHandlers(session, desk, saved),
    ...handOverHandlers(workspaces, desk),
  }
}

/** The same handlers, each waiting until `ready` is over: the window is there before the workspace is. */
export function waitingFor(ready: Promise<unknown>, handlers: Handlers): Handlers {
  const entries = Object.entries(handlers).map(([channel, handler]) => {
    // A handler and its own channel's input stay together; the compiler loses the pair through the loop.
    const answer = handler as (input: unknown, context: CallContext) => unknown
    return [
      channel,
      async (input: unknown, context: CallContext): Promise<unknown> => {
        await ready
        return answer(input, context)
      },
    ] as const
  })
  return Object.fromEntries(entries) as unknown as Handlers
}
