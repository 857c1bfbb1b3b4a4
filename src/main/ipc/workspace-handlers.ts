import type { Dialogs } from '#main/files/dialogs.ts'
import { listHistory, redo, undo } from '#main/services/history.ts'
import type { Jobs } from '#main/services/jobs.ts'
import { changeOffice, createOffice } from '#main/services/office.ts'
import type { OrganisationSeed } from '#main/services/organisation-seed.ts'
import type { Workspaces } from '#main/services/workspace.ts'
import { guardFolders } from './folder-grants.ts'
import type { Handlers } from './handlers.ts'

/** What the workspace's channels stand on. */
export interface WorkspaceDesk {
  readonly workspaces: Workspaces
  readonly dialogs: Pick<Dialogs, 'chooseFolder'>
  readonly jobs: Pick<Jobs, 'cancel'>
  /** What every province has alike (`resources/defaults/organisation.json`), given to a new office. */
  readonly usualOrganisation: () => Promise<OrganisationSeed>
}

type Channels =
  | Extract<keyof Handlers, `workspace.${string}` | `office.${string}` | `profile.${string}` | `history.${string}`>
  | 'job.cancel'

/** One line a channel. */
export function workspaceHandlers({ workspaces, dialogs, jobs, usualOrganisation }: WorkspaceDesk): Pick<Handlers, Channels> {
  const { session } = workspaces
  return {
    ...guardFolders({
      'workspace.status': () => workspaces.status(),
      'workspace.open-own': ({ folder }) => workspaces.openOwn(folder),
      'workspace.copy-to-machine': ({ folder }) => workspaces.copyToThisMachine(folder),
      'workspace.choose-folder': () => dialogs.chooseFolder(),
    }),
    'workspace.open-sample': () => workspaces.openSample(),
    'workspace.back-up': () => workspaces.backUp(),
    'workspace.list-backups': () => workspaces.backups(),
    'workspace.restore': ({ file }) => workspaces.restore(file),
    'workspace.check': () => workspaces.check(),
    'office.create': async (input) => createOffice(session().context, session().actor, input, await usualOrganisation()),
    'office.update': (input) => changeOffice(session().context, session().actor, input),
    'profile.save': (input) => workspaces.saveProfile(input),
    'profile.choose': ({ id }) => workspaces.chooseProfile(id),
    'history.list': (input) => listHistory(session().context, input),
    'history.undo': () => undo(session().context, session().actor),
    'history.redo': () => redo(session().context, session().actor),
    'job.cancel': ({ jobId }) => {
      jobs.cancel(jobId)
      return {}
    },
  }
}
