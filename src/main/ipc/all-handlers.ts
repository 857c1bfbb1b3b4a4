import type { OrganisationSeed } from '#main/services/organisation-seed.ts'
import type { Workspaces } from '#main/services/workspace.ts'
import type { Desk } from './desk.ts'
import { exchangeHandlers } from './exchange-handlers.ts'
import type { Handlers } from './handlers.ts'
import { organisationHandlers } from './organisation-handlers.ts'
import { planHandlers } from './plan-handlers.ts'
import { taskHandlers } from './task-handlers.ts'
import { workspaceHandlers } from './workspace-handlers.ts'

/** Every channel of the contract with the service that answers it; one left out does not compile. */
export function allHandlers(workspaces: Workspaces, desk: Desk, usualOrganisation: () => Promise<OrganisationSeed>): Handlers {
  const { session } = workspaces
  return {
    ...workspaceHandlers({ workspaces, dialogs: desk.dialogs, jobs: desk.jobs, usualOrganisation }),
    ...organisationHandlers(session),
    ...planHandlers(session, desk),
    ...taskHandlers(session),
    ...exchangeHandlers(session, desk),
  }
}
