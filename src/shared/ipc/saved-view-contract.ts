import { z } from 'zod'
import { SavedViewId, Version } from '../domain/identifier.ts'
import { SavedView } from '../domain/saved-view.ts'
import { call } from './call.ts'

const nothing = z.object({})

/** Views of the year's tasks under names, the same for everybody at the workspace. */
export const savedViewContract = {
  /** By name. */
  'saved-view.list': call(nothing, z.array(SavedView).readonly()),
  /** A new one has neither id nor version. One that becomes the default takes that from the one that was. */
  'saved-view.save': call(
    SavedView.omit({ id: true, version: true }).extend({ id: SavedViewId.nullable(), version: Version.nullable() }),
    SavedView,
  ),
  'saved-view.remove': call(z.object({ id: SavedViewId, version: Version }), nothing),
}
