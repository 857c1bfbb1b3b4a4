import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { RegisterView } from '#shared/domain/register-view.ts'
import type { SavedView } from '#shared/domain/saved-view.ts'
import { listRoute } from './routes.ts'
import { readyViews, type ReadyView } from './ready-views.ts'
import { ManageViewsDialog, SaveViewDialog } from './saved-view-dialogs.tsx'
import { sameView, type SavedViews } from './use-saved-views.ts'
import { ViewMenu } from './view-menu.tsx'

/** The menu of views with its dialogs; an address that asks for no view opens with the office's default. */
export function useViewMenu({
  view,
  columns,
  views,
  saved,
  onOpen,
}: {
  readonly view: RegisterView
  readonly columns: readonly string[]
  readonly views: readonly SavedView[]
  readonly saved: SavedViews
  /** `columns` null leaves them as they are. */
  readonly onOpen: (view: RegisterView, columns: readonly string[] | null) => void
}): {
  readonly menu: ReactElement
  readonly dialogs: ReactElement
  readonly openReady: (view: ReadyView) => void
  readonly openSaved: (view: SavedView) => void
  readonly saveView: () => void
} {
  const { nhom } = listRoute.useSearch()
  const [openedId, setOpenedId] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null)
  const openSaved = (one: SavedView): void => {
    setOpenedId(one.id)
    onOpen(one.view, one.columns)
  }
  const openReady = (one: ReadyView): void => {
    setOpenedId(one.id)
    onOpen(one.view, null)
  }
  const bare = nhom === undefined
  const began = useRef(false)
  useEffect(() => {
    if (began.current) return
    began.current = true
    const usual = views.find(({ isDefault }) => isDefault)
    if (bare && usual !== undefined) openSaved(usual)
    // Only when the list is opened: a default that is chosen later waits for the next time.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [])

  const equal = (one: SavedView | ReadyView): boolean =>
    sameView(one.view, view) && (!('columns' in one) || one.columns.join() === columns.join())
  const opened = [...views, ...readyViews].find(({ id }) => id === openedId)
  const current = (opened !== undefined && equal(opened) ? opened : [...views, ...readyViews].find(equal)) ?? opened ?? null
  const save = async (name: string, isDefault: boolean): Promise<void> => {
    const made = await saved.save({ name, view, columns, isDefault })
    if (made === null) return
    setOpenedId(made.id)
    setDialog(null)
  }
  return {
    openReady,
    openSaved,
    saveView: () => setDialog('save'),
    menu: (
      <ViewMenu
        current={current}
        changed={current !== null && !equal(current)}
        saved={views}
        onReady={openReady}
        onSaved={openSaved}
        onSave={() => setDialog('save')}
        onSaveOver={(over) => void saved.save({ ...over, view, columns })}
        onManage={() => setDialog('manage')}
      />
    ),
    dialogs: (
      <>
        {dialog === 'save' && <SaveViewDialog onSave={(name, isDefault) => void save(name, isDefault)} onClose={() => setDialog(null)} />}
        {dialog === 'manage' && (
          <ManageViewsDialog
            views={views}
            onChange={(changed) => void saved.save(changed)}
            onRemove={(removed) => void saved.remove(removed)}
            onClose={() => setDialog(null)}
          />
        )}
      </>
    ),
  }
}
