import type { TaskId } from '#shared/domain/identifier.ts'
import { plainText } from '#shared/domain/inline.ts'
import { numberProvisions } from '#shared/domain/numbering.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { FollowUp } from '#shared/ipc/task-event-contract.ts'
import { listAssignments, listEvidence, listExtensions, listProgress, readDoneRules } from '#main/store/repositories/progress.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import type { Readable } from '#main/store/schema.ts'
import { listSourcePlans, listTaskEvents } from '#main/store/repositories/task-event.ts'
import type { ServiceContext } from './context.ts'

/** One task with all that was said, proved and decided of it. A task that does not exist has nothing. */
export async function readFollowUp({ db }: ServiceContext, { taskId }: Input<'follow-up.get'>): Promise<FollowUp> {
  const ids = [taskId]
  const progress = await listProgress(db, ids)
  return {
    sentences: await readSentences(db, taskId),
    assignments: await listAssignments(db, ids),
    progress,
    evidence: await listEvidence(
      db,
      progress.flatMap(({ evidenceIds }) => evidenceIds),
    ),
    extensions: await listExtensions(db, ids),
    events: await listTaskEvents(db, ids),
    doneRule: (await readDoneRules(db, ids)).get(taskId) ?? { kind: 'all' },
  }
}

/** The sentences that gave the task, of each plan that words it and was not replaced, the newest plan first. */
async function readSentences(db: Readable, taskId: TaskId): Promise<FollowUp['sentences']> {
  const sentences: FollowUp['sentences'][number][] = []
  for (const { planId, provisionIds } of await listSourcePlans(db, taskId)) {
    const provisions = await listProvisions(db, planId)
    const numbers = numberProvisions(provisions)
    for (const [index, { id, content }] of provisions.entries())
      if (provisionIds.includes(id))
        sentences.push({ planId, provisionId: id, address: numbers[index]?.address ?? '', text: plainText(content) })
  }
  return sentences
}
