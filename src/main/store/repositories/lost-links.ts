import type { ProvisionId, TaskWordingId } from '#shared/domain/identifier.ts'
import { fromJson } from '../json.ts'
import type { Readable } from '../schema.ts'

/** A task's link that went when its sentence went, as the log has it. */
export interface LostLink {
  readonly wordingId: TaskWordingId
  readonly provisionId: ProvisionId
  /** The sentence that took the task over in the same change because the words were joined into it, or null. */
  readonly heirId: ProvisionId | null
  /** The heir took the task over from another sentence too, which has not come back. */
  readonly shared: boolean
}

interface LinkImage {
  readonly wording_id: TaskWordingId
  readonly provision_id: ProvisionId
}

/** Links that tasks lost when the sentences of these ids were last removed; one whose log entry was purged has none. */
export async function findLostLinks(db: Readable, provisionIds: readonly ProvisionId[]): Promise<readonly LostLink[]> {
  if (provisionIds.length === 0) return []
  const removals = await db
    .selectFrom('change_item')
    .innerJoin('change', 'change.id', 'change_item.change_id')
    .select(['change_item.record_id', 'change_item.change_id'])
    .where('change_item.table_name', '=', 'provision')
    .where('change_item.record_id', 'in', provisionIds)
    .where('change_item.after', 'is', null)
    .where('change_item.purged_at', 'is', null)
    .orderBy('change.sequence')
    .execute()
  // The last removal of each counts.
  const changeOf = new Map(removals.map((row) => [row.record_id as ProvisionId, row.change_id]))
  if (changeOf.size === 0) return []
  const items = await db
    .selectFrom('change_item')
    .select(['change_id', 'before', 'after'])
    .where('table_name', '=', 'task_provision')
    .where('change_id', 'in', [...new Set(changeOf.values())])
    .where('purged_at', 'is', null)
    .execute()
  const links = (side: 'before' | 'after'): readonly (LinkImage & { readonly changeId: string })[] =>
    items.flatMap((item) => {
      const image = item[side]
      const isOnlySide = item[side === 'before' ? 'after' : 'before'] === null
      return image === null || !isOnlySide ? [] : [{ ...fromJson<LinkImage>(image), changeId: item.change_id }]
    })
  const added = links('after')
  const lost = links('before')
  return lost
    .filter((link) => changeOf.get(link.provision_id) === link.changeId)
    .map((link) => {
      const ofSame = ({ changeId, wording_id }: (typeof lost)[number]): boolean =>
        changeId === link.changeId && wording_id === link.wording_id
      return {
        wordingId: link.wording_id,
        provisionId: link.provision_id,
        heirId: added.find(ofSame)?.provision_id ?? null,
        shared: lost.some((other) => ofSame(other) && !provisionIds.includes(other.provision_id)),
      }
    })
}
