import type { Actor } from '#shared/domain/actor.ts'
import type { ChangeId } from '#shared/domain/identifier.ts'
import { guardOf } from '#main/store/hand-over/guard.ts'
import { appendChange, takeHead, type NewChange, type Undoing } from '#main/store/repositories/change.ts'
import { createTrace, nounOf, type Trace } from '#main/store/trace.ts'
import { nameStoreFailure } from '#main/store/store-failures.ts'
import { authorise } from './authorise.ts'
import { runningCommand, type ServiceContext } from './context.ts'

/** What a command is called and how Ctrl+Z treats it. */
export interface CommandKind {
  /** `noun.verb`; `shared/text/vi/commands.ts` words it. */
  readonly command: string
  /**
   * `true`: Ctrl+Z takes it back. `false`: a barrier, only counter-acted (issue, send, migrate). `'apart'`: not part of the work on
   * documents (who uses the program), so Ctrl+Z passes over it.
   */
  readonly undoable: boolean | 'apart'
  /** Why, in the person's own words; kept in the log. */
  readonly note?: string
}

/**
 * Runs one command: asks leave, takes the workspace's lock, and does the work in one transaction that leaves one line in the log.
 * Work that writes nothing leaves no line. After the commit the windows are told which nouns changed.
 * Throws what the work throws (nothing is then written), `not-allowed`, `disk-full`.
 */
export async function runCommand<T>(
  context: ServiceContext,
  actor: Actor,
  kind: CommandKind,
  work: (trace: Trace) => Promise<T>,
): Promise<T> {
  authorise(actor, kind.command)
  const undoing: Undoing = kind.undoable === 'apart' ? 'apart' : kind.undoable ? 'undoable' : 'barrier'
  return runTraced(context, { actor, command: kind.command, kind: 'command', undoing, note: kind.note ?? null }, work).then(
    ({ result }) => result,
  )
}

/**
 * The same for any line of the log; undo and redo use it too, and say once the work is done which line they took back. Gives the line's id, null when
 * nothing was written.
 */
export async function runTraced<T>(
  context: ServiceContext,
  change: Omit<NewChange, 'id' | 'at' | 'undoes'>,
  work: (trace: Trace) => Promise<T>,
  undoes: () => ChangeId | null = () => null,
): Promise<{ readonly result: T; readonly changeId: ChangeId | null }> {
  // Outside the guarded stretch: a command inside a command meets the guard here instead of waiting for itself.
  const { db } = context
  const nouns = new Set<string>()
  const changeId = context.newId<ChangeId>()
  try {
    const result = await runningCommand.run(change.command, () =>
      db.transaction().execute(async (trx) => {
        const head = await takeHead(trx)
        // A hand-over's own commands are what opens a copy again.
        const trace = createTrace(trx, change.command.startsWith('hand-over.') ? null : await guardOf(trx))
        const value = await work(trace)
        if (trace.items.length > 0) {
          const at = context.now().toISOString()
          await appendChange(trx, head, { ...change, undoes: undoes(), id: changeId, at }, trace.items, () => context.newId())
        }
        for (const item of trace.items) nouns.add(nounOf(item.table))
        return value
      }),
    )
    if (nouns.size === 0) return { result, changeId: null }
    context.emit('data.changed', { nouns: [...nouns].toSorted(), command: change.command })
    return { result, changeId }
  } catch (error) {
    throw nameStoreFailure(error, context.files.folder)
  }
}
