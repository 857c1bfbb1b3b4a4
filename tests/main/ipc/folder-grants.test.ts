import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import { workspaceHandlers } from '#main/ipc/workspace-handlers.ts'
import { createJobs } from '#main/services/jobs.ts'
import { createWorkspaces } from '#main/services/workspace.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

const context = { emit: () => undefined }

async function outcome(work: unknown): Promise<unknown> {
  try {
    return (await (work as Promise<{ folder: string }>)).folder
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
}

test('a folder is opened or copied only when a person chose it or the program itself named it', async () => {
  const root = temporaryFolder()
  const shared = join(root, 'OneDrive', 'cchc')
  const chosen = join(root, 'chosen')
  const workspaces = createWorkspaces({
    userDataFolder: join(root, 'user'),
    programVersion: '0',
    sampleOrganisation: '',
    fillSample: async () => undefined,
    emit: () => undefined,
    now: () => new Date('2024-01-02T03:04:05Z'),
    remember: true,
  })
  let answer: string | null = null
  const handlers = workspaceHandlers({
    workspaces,
    dialogs: { chooseFolder: async () => answer },
    jobs: createJobs(() => undefined),
    usualOrganisation: async () => {
      throw new Error('not asked for')
    },
  })
  const open = async (folder: string): Promise<unknown> => outcome(handlers['workspace.open-own']({ folder }, context))
  const copy = async (folder: string): Promise<unknown> => outcome(handlers['workspace.copy-to-machine']({ folder }, context))

  const unasked = [await open(chosen), await copy(chosen), existsSync(chosen)]
  answer = chosen
  await handlers['workspace.choose-folder']({}, context)
  const asked = await open(chosen)
  await workspaces.close()
  expect({ unasked, asked }).toEqual({ unasked: ['workspace-not-found', 'workspace-not-found', false], asked: chosen })

  // A folder that the program refused, and told the window so, may be copied: that is the way out it offers.
  const before = await copy(shared)
  await workspaces.openAtStart({ workspace: shared, sample: false })
  const told = await outcome(handlers['workspace.status']({}, context))
  expect([before, told, await open(shared)]).toEqual(['workspace-not-found', 'workspace-in-synced-folder', 'workspace-in-synced-folder'])
})
