import { z } from 'zod'
import { fold } from '../language/fold.ts'
import { SavedViewId, Version } from './identifier.ts'
import { RegisterView } from './register-view.ts'

/**
 * A view of the year's tasks that the office comes back to (khung nhìn đã lưu): rows, order and columns under a name. It names no year and no
 * day: "quá hạn của Sở Nội vụ" is looked at every year.
 */
export const SavedView = z.object({
  id: SavedViewId,
  name: z.string().trim().min(1),
  view: RegisterView,
  /** Keys of the columns shown, in their order; a key that the list does not know is passed over. */
  columns: z.array(z.string()).readonly(),
  /** The list opens with it; at most one is. */
  isDefault: z.boolean(),
  version: Version,
})
export type SavedView = z.infer<typeof SavedView>

/** The saved view of a name, told apart as a person tells names: accents and capitals do not make another one. */
export function savedViewNamed<View extends Pick<SavedView, 'name'>>(views: readonly View[], name: string): View | null {
  return views.find((view) => fold(view.name) === fold(name)) ?? null
}
