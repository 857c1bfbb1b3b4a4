import { z } from 'zod'
import { Party } from './agency.ts'
import { Deadline } from './deadline.ts'
import { AppendixId, FieldId, OrderKey, PlanId, ProvisionId, TaskId, TaskWordingId, Version } from './identifier.ts'

export const TaskSource = z.enum(['plan', 'conclusion', 'directive', 'inspection', 'other'])
export type TaskSource = z.infer<typeof TaskSource>

/** The columns an appendix may have; `extra:…` ones are kept, shown and printed as they came (funding, note, code, start). */
export const AppendixColumnKey = z.union([
  z.enum(['stt', 'task', 'product', 'lead', 'coordinating', 'deadline']),
  z.string().regex(/^extra:.+$/),
])
export type AppendixColumnKey = z.infer<typeof AppendixColumnKey>

export const AppendixColumn = z.object({
  key: AppendixColumnKey,
  /** As printed: "Cơ quan chủ trì". */
  title: z.string().min(1),
  /** Share of the table's width, any positive number. */
  weight: z.number().positive(),
})
export type AppendixColumn = z.infer<typeof AppendixColumn>

/** Appendix (phụ lục) of a plan: a table of tasks under the fields' rows. */
export const Appendix = z.object({
  id: AppendixId,
  planId: PlanId,
  position: OrderKey,
  title: z.string(),
  orientation: z.enum(['portrait', 'landscape']),
  columns: z.array(AppendixColumn).readonly(),
  version: Version,
})
export type Appendix = z.infer<typeof Appendix>

/**
 * Task (nhiệm vụ) as worded in one version of a plan: the row of its appendix. `taskId` lives on across versions and years.
 * STT is computed: one position within the field. `subgroup` prints as a row above the first task that has it.
 */
export const Task = z.object({
  id: TaskWordingId,
  taskId: TaskId,
  planId: PlanId,
  appendixId: AppendixId,
  source: TaskSource,
  fieldId: FieldId.nullable(),
  subgroup: z.string().nullable(),
  position: OrderKey,
  content: z.string(),
  product: z.string(),
  leads: z.array(Party).readonly(),
  coordinating: z.array(Party).readonly(),
  deadline: Deadline,
  /** Sentences of the plan it comes from, in the plan's order. */
  provisionIds: z.array(ProvisionId).readonly(),
  extra: z.record(z.string(), z.string()),
  version: Version,
})
export type Task = z.infer<typeof Task>

/** What the grid, an import or a paste may set on a task. */
export const TaskPatch = Task.pick({
  fieldId: true,
  subgroup: true,
  content: true,
  product: true,
  leads: true,
  coordinating: true,
  deadline: true,
  provisionIds: true,
  extra: true,
}).partial()
export type TaskPatch = z.infer<typeof TaskPatch>
