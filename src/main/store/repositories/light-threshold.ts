import { usualThresholds, type LightThresholds } from '#shared/domain/light.ts'
import type { Readable } from '../schema.ts'
import type { Trace } from '../trace.ts'

/** The one row there is. */
const OF_OFFICE = 'office'

/** From how many days on the office is warned: its own, or the usual ones with version 0 before it set any. */
export async function readThresholds(db: Readable): Promise<LightThresholds & { readonly version: number }> {
  const row = await db.selectFrom('light_threshold').selectAll().where('id', '=', OF_OFFICE).executeTakeFirst()
  if (row === undefined) return { ...usualThresholds, version: 0 }
  return { dueSoonDays: row.due_soon_days, staleDays: row.stale_days, version: row.version }
}

/** Writes them; `version` is the one they were read with. Throws `record-changed-meanwhile`. */
export async function writeThresholds(trace: Trace, { dueSoonDays, staleDays }: LightThresholds, version: number): Promise<void> {
  const days = { due_soon_days: dueSoonDays, stale_days: staleDays }
  const row = await trace.read('light_threshold', OF_OFFICE)
  if (row === null) await trace.insert('light_threshold', { id: OF_OFFICE, ...days })
  else await trace.update('light_threshold', OF_OFFICE, days, version)
}
