import { z } from 'zod'
import { Day, TaskId } from './identifier.ts'

/** A task that a person closed: done, or given up. It lives on in the plans that hold it, and next year's plan proposes to leave it out. */
export const TaskClosure = z.object({
  taskId: TaskId,
  closedOn: Day,
  /** What was said when it was closed; may be empty. */
  note: z.string(),
})
export type TaskClosure = z.infer<typeof TaskClosure>
