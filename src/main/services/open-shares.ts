import { duesOf } from '#shared/domain/followed-due.ts'
import { followTask, type FollowedShare } from '#shared/domain/following.ts'
import type { AssignmentId, Day, TaskId } from '#shared/domain/identifier.ts'
import { isOpen, type LightThresholds } from '#shared/domain/light.ts'
import type { Assignment } from '#shared/domain/progress.ts'
import type { TaskToReassign } from '#shared/domain/reassignment.ts'
import { readWordingsInForce, type WordingInForce } from '#main/store/repositories/agency-change.ts'
import { listAssignments, listExtensions, listProgressFacts } from '#main/store/repositories/progress.ts'
import { listTaskEvents } from '#main/store/repositories/task-event.ts'
import type { Readable } from '#main/store/schema.ts'

/** Whether something is open does not hang on how early it is said to be due. */
const noThresholds: LightThresholds = { dueSoonDays: 0, staleDays: 0 }

/** A task with what is open in it, and its shares of all times. */
export interface OpenTask extends TaskToReassign {
  readonly wording: WordingInForce
  readonly everyShare: readonly Assignment[]
  /** Days by which the latest of what a share owes is overdue. */
  readonly daysLate: ReadonlyMap<AssignmentId, number>
}

/**
 * Judges which shares of these tasks are open today, and which of them owe something that fell due before a day. Tasks that were closed, and those of no plan
 * in force, are left out: nothing in them is open.
 */
export async function readOpenTasks(
  db: Readable,
  taskIds: readonly TaskId[],
  { before, today }: { readonly before: Day; readonly today: Day },
): Promise<readonly OpenTask[]> {
  const wordings = await readWordingsInForce(db, taskIds)
  const ids = taskIds.filter((id) => wordings.get(id)?.closedOn === null)
  const shares = Map.groupBy(await listAssignments(db, ids), ({ taskId }) => taskId)
  const taskOf = new Map([...shares].flatMap(([taskId, own]) => own.map(({ id }) => [id, taskId] as const)))
  const progress = Map.groupBy(await listProgressFacts(db, ids), ({ assignmentId }) => taskOf.get(assignmentId))
  const extensions = Map.groupBy(await listExtensions(db, ids), ({ taskId }) => taskId)
  const events = Map.groupBy(await listTaskEvents(db, ids), ({ taskId }) => taskId)
  return ids.flatMap((taskId): readonly OpenTask[] => {
    const wording = wordings.get(taskId)
    const everyShare = shares.get(taskId) ?? []
    if (wording === undefined) return []
    const { deadline, year } = wording
    const followed = followTask(
      {
        deadline,
        assignments: everyShare,
        progress: progress.get(taskId) ?? [],
        extensions: extensions.get(taskId) ?? [],
        events: events.get(taskId) ?? [],
        doneRule: { kind: 'all' },
      },
      year,
      today,
      noThresholds,
    )
    const open = followed.shares.filter(({ judged }) => isOpen(judged))
    return [
      {
        taskId,
        wording,
        everyShare,
        shares: everyShare.filter(({ endedOn }) => endedOn === null),
        openIds: new Set(open.map(({ assignment }) => assignment.id)),
        overdueIds: new Set(open.filter((share) => fellDue(share, before)).map(({ assignment }) => assignment.id)),
        daysLate: new Map(open.map(({ assignment, dues }) => [assignment.id, Math.max(0, ...dues.map(lateDays))])),
        goesOn: duesOf(deadline, year).some(({ due }) => due === null || due >= before),
      },
    ]
  })
}

function fellDue({ dues }: FollowedShare, before: Day): boolean {
  return dues.some(({ judged }) => isOpen(judged) && judged.facts.due !== null && judged.facts.due < before)
}

function lateDays({ judged }: FollowedShare['dues'][number]): number {
  return judged.light === 'overdue' ? judged.daysLate : 0
}
