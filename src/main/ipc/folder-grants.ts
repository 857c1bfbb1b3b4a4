import { AppError } from '#shared/app-error.ts'
import type { Handlers } from './handlers.ts'

type Guarded = 'workspace.choose-folder' | 'workspace.open-own' | 'workspace.copy-to-machine' | 'workspace.status'

/**
 * The same handlers, refusing with `workspace-not-found` every folder that was neither chosen in the system's dialog since the program started
 * nor named to the window in a failure: a page's script must not make, open or copy a folder by naming it.
 */
export function guardFolders(handlers: Pick<Handlers, Guarded>): Pick<Handlers, Guarded> {
  const granted = new Set<string>()
  /** A failure that names a folder offers a way out with it ("Chép về máy"). */
  const naming = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof AppError && 'folder' in error.details && typeof error.details.folder === 'string')
        granted.add(error.details.folder)
      throw error
    }
  }
  const refuseStrange = (folder: string): void => {
    if (!granted.has(folder)) throw new AppError('workspace-not-found', { folder })
  }
  return {
    'workspace.choose-folder': async (input, context) => {
      const folder = await handlers['workspace.choose-folder'](input, context)
      if (folder !== null) granted.add(folder)
      return folder
    },
    'workspace.status': async (input, context) => naming(() => handlers['workspace.status'](input, context)),
    'workspace.open-own': async (input, context) => {
      if (input.folder !== null) refuseStrange(input.folder)
      return naming(() => handlers['workspace.open-own'](input, context))
    },
    'workspace.copy-to-machine': async (input, context) => {
      refuseStrange(input.folder)
      return naming(() => handlers['workspace.copy-to-machine'](input, context))
    },
  }
}
