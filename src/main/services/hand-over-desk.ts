import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { v7 as uuid } from 'uuid'
import { AppError } from '#shared/app-error.ts'
import type { HandOver } from '#shared/domain/hand-over.ts'
import type { DraftRound } from '#shared/ipc/plan-contract.ts'
import type { PackPreview } from '#shared/ipc/hand-over-contract.ts'
import { getHandOver } from '#main/store/repositories/hand-over.ts'
import { acceptPack, fillFromPack, keepPackAsRound } from './hand-over-accept.ts'
import { openPack, verdictOf, type OpenedPack } from './hand-over-open.ts'
import { previewPack } from './hand-over-preview.ts'
import type { JobControl } from './jobs.ts'
import type { Session, Workspaces } from './workspace.ts'

/** The one pack that a person has opened and not put away: it is looked at in one call and acted on in another. */
export interface PackDesk {
  /** Opens a file; what lay open before is put away. Throws what `openPack` throws, `file-not-found`, `file-too-large`. */
  readonly open: (path: string, passphrase: string, control: JobControl) => Promise<PackPreview>
  /** Does with it what it is for. A whole workspace becomes the open one. Throws `pack-not-usable` for a token that is put away. */
  readonly accept: (token: string) => Promise<HandOver>
  readonly keepAsRound: (token: string) => Promise<DraftRound>
  readonly openBeside: (token: string) => Promise<void>
  readonly close: (token: string) => Promise<void>
}

/** More than any pack can be (`write-pack.ts`), with what sealing adds. */
const LARGEST_FILE_MEGABYTES = 400

export function createPackDesk(workspaces: Workspaces): PackDesk {
  let lying: { readonly token: string; readonly opened: OpenedPack } | null = null

  const putAway = async (): Promise<void> => {
    const last = lying
    lying = null
    await last?.opened.close()
  }
  const take = (token: string): OpenedPack => {
    if (lying?.token !== token) throw new AppError('pack-not-usable', { verdict: 'closed' })
    return lying.opened
  }
  /** Null on a machine where no workspace was opened yet: a whole one may be received there. */
  const current = (): Session | null => {
    try {
      return workspaces.session()
    } catch (error) {
      if (error instanceof AppError && error.code === 'workspace-not-set-up') return null
      throw error
    }
  }

  return {
    open: async (path, passphrase, control) => {
      const bytes = await readPackFile(path)
      const opened = await openPack(basename(path), bytes, passphrase, control)
      await putAway()
      lying = { token: uuid(), opened }
      return previewPack(current()?.context.db ?? null, opened, lying.token, control)
    },
    accept: async (token) => {
      const opened = take(token)
      const session = current()
      if ((await verdictOf(session?.context.db ?? null, opened)) === 'receive-workspace') {
        await workspaces.openFilled((context, actor) => fillFromPack(context, actor, opened, false))
        await putAway()
        return getHandOver(workspaces.session().context.db, opened.manifest.handOverId)
      }
      const { context, actor } = workspaces.session()
      const handOver = await acceptPack(context, actor, opened)
      await putAway()
      return handOver
    },
    keepAsRound: async (token) => {
      const { context, actor } = workspaces.session()
      return keepPackAsRound(context, actor, take(token))
    },
    openBeside: async (token) => {
      const opened = take(token)
      if (opened.manifest.scope !== 'workspace') throw new AppError('pack-not-usable', { verdict: 'unknown' })
      await workspaces.openFilled((context, actor) => fillFromPack(context, actor, opened, true))
      await putAway()
    },
    close: async (token) => {
      if (lying?.token === token) await putAway()
    },
  }
}

/** The bytes of a pack's file. Throws `file-not-found`, `file-too-large`. */
async function readPackFile(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new AppError('file-not-found', { file: path })
  const megabytes = Math.ceil(found.size / 1_048_576)
  if (megabytes > LARGEST_FILE_MEGABYTES) throw new AppError('file-too-large', { file: basename(path), megabytes })
  return readFile(path)
}
