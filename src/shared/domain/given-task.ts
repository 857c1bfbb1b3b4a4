import { z } from 'zod'
import { Party } from './agency.ts'
import { Deadline } from './deadline.ts'
import { Day, FieldId, TaskId, Version } from './identifier.ts'
import { BasisDocument } from './progress.ts'
import { TaskSource } from './task.ts'

/** What a task that stands in no plan was given by: kết luận, chỉ đạo, kiểm tra, another document. */
export const GivenTaskSource = TaskSource.exclude(['plan'])
export type GivenTaskSource = z.infer<typeof GivenTaskSource>

/** The document that gives tasks: its symbol and its day are always known, since the tasks are given out as of that day. */
export const GivingDocument = BasisDocument.extend({ symbol: z.string().trim().min(1), issuedOn: Day })
export type GivingDocument = z.infer<typeof GivingDocument>

/**
 * Task given by a conclusion, a directive, an inspection or another document (nhiệm vụ giao ngoài kế hoạch). It is followed like a row of a plan,
 * in every year from its document's until it is closed or was done.
 */
export const GivenTask = z.object({
  taskId: TaskId,
  source: GivenTaskSource,
  document: GivingDocument,
  content: z.string(),
  product: z.string(),
  leads: z.array(Party).readonly(),
  coordinating: z.array(Party).readonly(),
  deadline: Deadline,
  fieldId: FieldId.nullable(),
  note: z.string(),
  version: Version,
})
export type GivenTask = z.infer<typeof GivenTask>
