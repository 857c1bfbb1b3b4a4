import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { SavedViewId } from '#shared/domain/identifier.ts'
import { savedViewNamed, type SavedView } from '#shared/domain/saved-view.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { compareVietnamese } from '#shared/language/fold.ts'
import { insertSavedView, listSavedViews, updateSavedView } from '#main/store/repositories/saved-view.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'

/** All saved views, by name. */
export async function readSavedViews({ db }: ServiceContext): Promise<readonly SavedView[]> {
  return (await listSavedViews(db)).toSorted((one, other) => compareVietnamese(one.name, other.name))
}

/**
 * Writes a new or a changed view. Throws `record-changed-meanwhile`, `record-not-found`, `saved-view-name-taken` (another one has the name).
 */
export async function saveView(
  context: ServiceContext,
  actor: Actor,
  { id, version, ...view }: Input<'saved-view.save'>,
): Promise<SavedView> {
  return runCommand(context, actor, { command: 'saved-view.save', undoable: true }, async (trace) => {
    const name = view.name.trim().normalize('NFC')
    const others = (await listSavedViews(trace.trx)).filter((other) => other.id !== id)
    if (savedViewNamed(others, name) !== null) throw new AppError('saved-view-name-taken', { name })
    if (view.isDefault) for (const other of others) if (other.isDefault) await updateSavedView(trace, { ...other, isDefault: false })
    return id === null || version === null
      ? insertSavedView(trace, { id: context.newId<SavedViewId>(), ...view, name })
      : updateSavedView(trace, { id, version, ...view, name })
  })
}

/** Throws `record-not-found`, `record-changed-meanwhile`. */
export async function removeSavedView(
  context: ServiceContext,
  actor: Actor,
  { id, version }: Input<'saved-view.remove'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'saved-view.remove', undoable: true }, async (trace) => {
    await trace.remove('saved_view', id, version)
    return {}
  })
}
