import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { Change } from '#shared/domain/change.ts'
import type { ChangeId } from '#shared/domain/identifier.ts'
import type { Input } from '#shared/ipc/contract.ts'
import {
  appendChange,
  findLaterWriter,
  listChanges,
  listItems,
  purgeItems,
  takeHead,
  walkBack,
  type ChangeLine,
  type LoggedItem,
} from '#main/store/repositories/change.ts'
import type { Readable } from '#main/store/schema.ts'
import { sameRow, type Trace } from '#main/store/trace.ts'
import { authorise } from './authorise.ts'
import { runTraced } from './command.ts'
import type { ServiceContext } from './context.ts'

/** The log from its end, of one record or of all. */
export async function listHistory(context: ServiceContext, input: Input<'history.list'>): Promise<readonly Change[]> {
  return listChanges(context.db, input.recordId, input.limit)
}

/** What Ctrl+Z and Ctrl+Y would take back now, as command names; null when nothing, or a barrier, stands there. */
export async function readHistoryState(
  context: ServiceContext,
  actor: Actor,
): Promise<{ readonly undo: string | null; readonly redo: string | null }> {
  const done = await findUndo(context.db, actor)
  const undone = await findRedo(context.db, actor)
  return { undo: done === null || done.line.undoing === 'barrier' ? null : done.command, redo: undone?.command ?? null }
}

/**
 * Takes back the actor's own last command by a new traced one.
 * Throws `nothing-to-undo`, `undo-barrier`, and `undo-blocked` when somebody wrote on its records since.
 */
export async function undo(context: ServiceContext, actor: Actor): Promise<{ readonly changeId: ChangeId; readonly command: string }> {
  return takeBack(context, actor, 'undo', async (db) => {
    const target = await findUndo(db, actor)
    if (target === null) throw new AppError('nothing-to-undo', {})
    if (target.line.undoing === 'barrier') throw new AppError('undo-barrier', { command: target.command })
    return target
  })
}

/** Does again what the actor's last undo took back. Throws `nothing-to-redo`, `undo-blocked`. */
export async function redo(context: ServiceContext, actor: Actor): Promise<{ readonly changeId: ChangeId; readonly command: string }> {
  return takeBack(context, actor, 'redo', async (db) => {
    const target = await findRedo(db, actor)
    if (target === null) throw new AppError('nothing-to-redo', {})
    return target
  })
}

/**
 * Empties what the log keeps of a record's text, for a person's data that must go; hashes stay, so the chain still holds. The record
 * itself is not touched. Undo stops at emptied items.
 */
export async function purgeRecord(context: ServiceContext, actor: Actor, recordId: string): Promise<number> {
  const command = 'history.purge'
  authorise(actor, command)
  return context.db.transaction().execute(async (trx) => {
    const head = await takeHead(trx)
    const at = context.now().toISOString()
    const emptied = await purgeItems(trx, recordId, at)
    const line = { id: context.newId<ChangeId>(), at, actor, command, kind: 'command', undoing: 'apart', undoes: null } as const
    if (emptied > 0) await appendChange(trx, head, line, [], context.newId)
    return emptied
  })
}

/** A line that can be taken back, and the name of the command behind it: a redo is called what it did again. */
interface Target {
  readonly line: ChangeLine
  readonly command: string
}

/** The last command that is still done: each undo hides one before it, unless a redo took that undo back. */
async function findUndo(db: Readable, actor: Actor): Promise<Target | null> {
  let hidden = 0
  return findTarget(db, actor, (line) => {
    if (line.kind === 'undo') hidden += 1
    else if (hidden === 0) return 'this'
    else hidden -= 1
    return 'further'
  })
}

/** The last undo that is still in force: any command since ends it. */
async function findRedo(db: Readable, actor: Actor): Promise<Target | null> {
  let redone = 0
  return findTarget(db, actor, (line) => {
    if (line.kind === 'command') return 'none'
    if (line.kind === 'redo') redone += 1
    else if (redone === 0) return 'this'
    else redone -= 1
    return 'further'
  })
}

/** Walks the actor's lines from the newest until `judge` names one, and on to the command whose name it bears. */
async function findTarget(db: Readable, actor: Actor, judge: (line: ChangeLine) => 'this' | 'none' | 'further'): Promise<Target | null> {
  let target: ChangeLine | null = null
  let behind: ChangeLine | null = null
  for await (const line of walkBack(db, actor.profileId)) {
    if (line.undoing === 'apart') continue
    if (behind === null) {
      const verdict = judge(line)
      if (verdict === 'none') return null
      if (verdict === 'further') continue
      target = line
      behind = line
    } else if (line.id === behind.undoes) behind = line
    if (behind.undoes === null) break
  }
  return target === null || behind === null ? null : { line: target, command: behind.command }
}

/** What is taken back is looked up under the lock: of two undos asked at once each takes back its own command. */
async function takeBack(
  context: ServiceContext,
  actor: Actor,
  kind: 'undo' | 'redo',
  find: (db: Readable) => Promise<Target>,
): Promise<{ readonly changeId: ChangeId; readonly command: string }> {
  const command = `history.${kind}`
  authorise(actor, command)
  let found = null as Target | null
  try {
    const { result, changeId } = await runTraced(
      context,
      { actor, command, kind, undoing: 'undoable' },
      async (trace) => {
        const target = await find(trace.trx)
        found = target
        const items = await listItems(trace.trx, target.line.id)
        if (!(await areAsLeft(trace, items))) throw new BlockedError()
        for (const item of items.toReversed()) await trace.restore(item.table, item.id, item.before)
        return target
      },
      () => found?.line.id ?? null,
    )
    if (changeId === null) throw new Error(`the ${kind} of ${result.line.id} wrote nothing`)
    return { changeId, command: result.command }
  } catch (error) {
    if (found === null || !(error instanceof BlockedError || isForeignKeyFailure(error))) throw error
    throw new AppError('undo-blocked', await nameBlocker(context.db, found, actor))
  }
}

/** Inside the transaction only: who is to blame is looked up after it ended. */
class BlockedError extends Error {}

/** Whether every record still says what the change left it saying. Versions do not count: an undo and a redo raise them too. */
async function areAsLeft(trace: Trace, items: readonly LoggedItem[]): Promise<boolean> {
  if (items.some((item) => item.purged)) return false
  const left = new Map(items.map((item) => [`${item.table} ${item.id}`, item]))
  for (const { table, id, after } of left.values()) if (!sameRow(await trace.read(table, id), after)) return false
  return true
}

/** A record that was made since leans on one that would go ("the agency leads a task by now"). */
function isForeignKeyFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || error.code === '23503')
}

async function nameBlocker(db: Readable, target: Target, actor: Actor): Promise<{ readonly by: string; readonly command: string }> {
  for (const item of await listItems(db, target.line.id)) {
    const later = await findLaterWriter(db, item.id, target.line.sequence)
    if (later !== null) return later
  }
  // Nobody wrote on its own records: somebody made a record that leans on them.
  const [last] = await listChanges(db, null, 1)
  return { by: last?.profileName ?? actor.name, command: last?.command ?? target.command }
}
