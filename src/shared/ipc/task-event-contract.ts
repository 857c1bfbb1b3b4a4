import { z } from 'zod'
import {
  AgencyId,
  AssignmentId,
  Day,
  EvidenceId,
  ExtensionId,
  KeptFile,
  PlanId,
  ProvisionId,
  TaskEventId,
  TaskId,
} from '../domain/identifier.ts'
import { Assignment, BasisDocument, Evidence, Extension, Progress } from '../domain/progress.ts'
import { TaskEvent, TaskEventKind } from '../domain/task-event.ts'
import { DoneRule } from '../domain/task-state.ts'
import { call } from './call.ts'
import { ChosenFile } from './progress-contract.ts'

/** A sentence of a plan that gave the task. */
export const SourceSentence = z.object({ planId: PlanId, provisionId: ProvisionId, address: z.string(), text: z.string() })

/** Everything that one task is followed by. */
export const FollowUp = z.object({
  sentences: z.array(SourceSentence).readonly(),
  /** Ended ones too. */
  assignments: z.array(Assignment).readonly(),
  progress: z.array(Progress).readonly(),
  evidence: z.array(Evidence).readonly(),
  extensions: z.array(Extension).readonly(),
  events: z.array(TaskEvent).readonly(),
  doneRule: DoneRule,
})
export type FollowUp = z.infer<typeof FollowUp>

export const taskEventContract = {
  /** One task with all that was said, proved and decided of it. */
  'follow-up.get': call(z.object({ taskId: TaskId }), FollowUp),
  /** Asks for a file in the system's dialog and keeps it; null when none was chosen. */
  'follow-up.choose-file': call(z.object({}), KeptFile.nullable()),
  /** Keeps a file that was dropped on the window. */
  'follow-up.keep-file': call(z.object({ path: z.string() }), KeptFile),
  /** Opens a copy of a kept file in the machine's own program. */
  'follow-up.open-file': call(
    z.object({ of: z.enum(['evidence', 'extension', 'task-event']), id: z.union([EvidenceId, ExtensionId, TaskEventId]) }),
    z.object({}),
  ),
  'task-event.add': call(
    z.object({
      taskId: TaskId,
      assignmentId: AssignmentId.nullable(),
      kind: TaskEventKind,
      happenedOn: Day,
      /** The new lead, for `lead-changed`. */
      agencyId: AgencyId.nullable(),
      reason: z.string(),
      basis: BasisDocument,
      file: ChosenFile.nullable(),
      correctsId: TaskEventId.nullable(),
    }),
    TaskEvent,
  ),
  /** Says when a task led by several is done. */
  'done-rule.set': call(z.object({ taskId: TaskId, rule: DoneRule }), z.object({})),
}
