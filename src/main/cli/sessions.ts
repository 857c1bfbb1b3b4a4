import { resolve } from 'node:path'
import type { Session, Workspaces } from '#main/services/workspace.ts'
import type { World } from './world.ts'

/** Opens a workspace to read and closes it again; the person's own when none is named. */
export async function toRead<T>(world: World, workspace: string | null, work: (session: Session) => Promise<T>): Promise<T> {
  const workspaces = world.workspacesIn(null)
  try {
    return await work(await workspaces.openToRead(workspace === null ? null : resolve(world.currentFolder, workspace)))
  } finally {
    await workspaces.close()
  }
}

/** Opens to write, alone: refused with `workspace-locked` while a window has the workspace. Never makes a workspace by the way. */
export async function toWrite<T>(
  world: World,
  workspace: string | null,
  work: (session: Session, workspaces: Workspaces) => Promise<T>,
): Promise<T> {
  // Reading first: a folder that holds no workspace is told, not filled.
  await toRead(world, workspace, async () => undefined)
  const workspaces = world.workspacesIn(null)
  try {
    await workspaces.openOwn(workspace === null ? null : resolve(world.currentFolder, workspace))
    return await work(workspaces.session(), workspaces)
  } finally {
    await workspaces.close()
  }
}
