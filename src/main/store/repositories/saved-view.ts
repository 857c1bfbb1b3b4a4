import type { SavedViewId } from '#shared/domain/identifier.ts'
import type { SavedView } from '#shared/domain/saved-view.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toSavedView(row: RowOf<'saved_view'>): SavedView {
  return {
    id: row.id as SavedViewId,
    name: row.name,
    view: fromJson(row.shown),
    columns: fromJson(row.columns),
    isDefault: row.is_default === 1,
    version: row.version,
  }
}

function toRow(view: Omit<SavedView, 'version'>): NewRowOf<'saved_view'> {
  return {
    id: view.id,
    name: view.name,
    shown: toJson(view.view),
    columns: toJson(view.columns),
    is_default: view.isDefault ? 1 : 0,
  }
}

/** All saved views, the first made first. */
export async function listSavedViews(db: Readable): Promise<readonly SavedView[]> {
  return (await db.selectFrom('saved_view').selectAll().orderBy('id').execute()).map(toSavedView)
}

export async function insertSavedView(trace: Trace, view: Omit<SavedView, 'version'>): Promise<SavedView> {
  return toSavedView(await trace.insert('saved_view', toRow(view)))
}

/** Writes a saved view; `version` is the one it was read with. */
export async function updateSavedView(trace: Trace, view: SavedView): Promise<SavedView> {
  return toSavedView(await trace.update('saved_view', view.id, toRow(view), view.version))
}
