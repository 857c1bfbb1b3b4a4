import type { RegisterView } from '#shared/domain/register-view.ts'
import type { SavedView } from '#shared/domain/saved-view.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'

export interface SavedViews {
  /** Undefined until the office has answered; none when it could not. */
  readonly views: readonly SavedView[] | undefined
  /** Gives the view as saved, or null when it was refused (the reason is shown). */
  readonly save: (view: Omit<SavedView, 'id' | 'version'> & Partial<Pick<SavedView, 'id' | 'version'>>) => Promise<SavedView | null>
  readonly remove: (view: SavedView) => Promise<void>
}

/** The views that the office keeps under names. */
export function useSavedViews(): SavedViews {
  const query = useAsk('saved-view.list', {})
  return {
    views: query.data ?? (query.isError ? [] : undefined),
    save: async ({ id = null, version = null, ...view }) => {
      try {
        const saved = await ask('saved-view.save', { id, version, ...view, columns: [...view.columns] })
        showDone(registerList.viewSaved(saved.name), { undoable: true })
        return saved
      } catch (error) {
        showFailure(error)
        return null
      }
    },
    remove: async ({ id, version, name }) => {
      try {
        await ask('saved-view.remove', { id, version })
        showDone(registerList.viewRemoved(name), { undoable: true })
      } catch (error) {
        showFailure(error)
      }
    },
  }
}

/** Whether two views ask for the same rows in the same order. */
export function sameView(one: RegisterView, other: RegisterView): boolean {
  return (Object.keys(one) as (keyof RegisterView)[]).every((key) => one[key] === other[key])
}
