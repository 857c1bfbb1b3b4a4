import type { Row } from './row.ts'

/** Bodies that merged, split, were renamed or dissolved. Lists of ids and pairs of groups are JSON. */
export interface AgencyChangeTable extends Row {
  kind: string
  effective_on: string
  basis: string
  from_ids: string
  to_ids: string
  group_pairs: string
}

/** When a person last looked at a member's portfolio; no log, no undo. */
export interface LastLookTable {
  profile_id: string
  member_id: string
  looked_at: string
}
