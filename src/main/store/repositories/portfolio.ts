import { fromJson } from '../json.ts'
import type { Readable } from '../schema.ts'

/** A line of the log that touched what tasks are followed by, with the record it wrote. */
export interface FollowingWrite {
  readonly changeId: string
  readonly at: string
  readonly by: string
  readonly command: string
  /** The share it is about, or null where it is about the task. */
  readonly assignmentId: string | null
  readonly taskId: string | null
}

const MOST = 5000

/** What was reported, moved, decided and given since a moment, the latest first; what was emptied from the log is left out. */
export async function listFollowingWrites(db: Readable, since: string): Promise<readonly FollowingWrite[]> {
  const rows = await db
    .selectFrom('change_item')
    .innerJoin('change', 'change.id', 'change_item.change_id')
    .select(['change.id', 'change.at', 'change.profile_name', 'change.command'])
    .select(['change_item.table_name', 'change_item.record_id', 'change_item.before', 'change_item.after'])
    .where('change.at', '>', since)
    .where('change_item.table_name', 'in', ['progress', 'extension', 'assignment', 'task_event'])
    .orderBy('change.sequence', 'desc')
    .orderBy('change_item.ordinal')
    .limit(MOST)
    .execute()
  return rows.flatMap((row): readonly FollowingWrite[] => {
    const image = row.after ?? row.before
    if (image === null) return []
    const record = fromJson<{ readonly assignment_id?: string | null; readonly task_id?: string }>(image)
    const assignmentId = row.table_name === 'assignment' ? row.record_id : (record.assignment_id ?? null)
    return [{ changeId: row.id, at: row.at, by: row.profile_name, command: row.command, assignmentId, taskId: record.task_id ?? null }]
  })
}
