import { z } from 'zod'
import { Party } from '../domain/agency.ts'
import { Coverage } from '../domain/coverage.ts'
import { Deadline } from '../domain/deadline.ts'
import { AgencyId, AppendixId, FieldId, MemberId, PlanId, ProvisionId, TaskWordingId, Version } from '../domain/identifier.ts'
import { Appendix, Task, TaskPatch } from '../domain/task.ts'
import { call } from './call.ts'

const nothing = z.object({})
const tasks = z.array(Task).readonly()

/** What one agency or member was given. */
export const GivenTask = z.object({
  taskId: TaskWordingId,
  role: z.enum(['lead', 'coordinating']),
  /** The group through which it was given ("Các sở, ban, ngành"), or null. */
  through: z.string().nullable(),
})

export const taskContract = {
  'task.list': call(z.object({ planId: PlanId }), tasks),
  'task.create': call(z.object({ appendixId: AppendixId, afterId: TaskWordingId.nullable(), task: TaskPatch }), Task),
  'task.update': call(z.object({ id: TaskWordingId, version: Version, patch: TaskPatch }), Task),
  /** Bulk edit and block paste: one command, all or nothing. */
  'task.update-many': call(
    z.object({ updates: z.array(z.object({ id: TaskWordingId, version: Version, patch: TaskPatch })).min(1) }),
    tasks,
  ),
  /** A pasted block that reaches below the last row: rows written over and rows added behind `afterId`, as one command. The answer: those added. */
  'task.paste': call(
    z.object({
      appendixId: AppendixId,
      updates: z.array(z.object({ id: TaskWordingId, version: Version, patch: TaskPatch })),
      afterId: TaskWordingId.nullable(),
      tasks: z.array(TaskPatch).min(1),
    }),
    tasks,
  ),
  /** A block from a spreadsheet as text cells: what each would mean, nothing written. */
  'task.read-cells': call(
    z.object({ planId: PlanId, columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
    z.object({ patches: z.array(TaskPatch).readonly() }),
  ),
  'task.duplicate': call(z.object({ id: TaskWordingId }), Task),
  'task.remove-many': call(z.object({ ids: z.array(TaskWordingId).min(1) }), nothing),
  /** Puts the tasks, in the order given, after `afterId` (null = first) of the field. */
  'task.move': call(
    z.object({ ids: z.array(TaskWordingId).min(1), fieldId: FieldId.nullable(), afterId: TaskWordingId.nullable() }),
    tasks,
  ),
  /** "Lập nhiệm vụ từ kế hoạch": every bullet of part II without a task becomes one. */
  'task.create-from-plan': call(z.object({ planId: PlanId, provisionIds: z.array(ProvisionId).nullable() }), z.object({ created: tasks })),
  /** Joins a sentence to a task (or takes it off). */
  'task.link-provision': call(z.object({ id: TaskWordingId, provisionId: ProvisionId, linked: z.boolean() }), Task),
  /** Joins many tasks to a sentence each: one command, all or nothing. */
  'task.link-many': call(z.object({ links: z.array(z.object({ id: TaskWordingId, provisionId: ProvisionId })).min(1) }), tasks),
  'task.coverage': call(z.object({ planId: PlanId }), Coverage),
  'task.suggest-leads': call(
    z.object({ planId: PlanId }),
    z
      .array(
        z.object({
          taskId: TaskWordingId,
          suggestions: z
            .array(z.object({ party: Party, because: z.enum(['last-year', 'field', 'sentence']), from: z.string() }))
            .readonly(),
        }),
      )
      .readonly(),
  ),
  /** For tasks that come from no sentence: the sentences of their field most like them, best first, with a score from 0 to 1. A person accepts. */
  'task.suggest-provisions': call(
    z.object({ planId: PlanId }),
    z
      .array(
        z.object({
          taskId: TaskWordingId,
          suggestions: z.array(z.object({ provisionId: ProvisionId, address: z.string(), text: z.string(), score: z.number() })).readonly(),
        }),
      )
      .readonly(),
  ),
  'task.given-to-agency': call(z.object({ planId: PlanId, agencyId: AgencyId }), z.array(GivenTask).readonly()),
  'task.given-to-member': call(z.object({ planId: PlanId, memberId: MemberId }), z.array(GivenTask).readonly()),
  'deadline.read': call(z.object({ phrase: z.string(), planYear: z.number().int() }), Deadline),
  'party.read': call(z.object({ text: z.string(), planId: PlanId }), z.array(Party).readonly()),
  'appendix.create': call(z.object({ planId: PlanId, title: z.string() }), Appendix),
  'appendix.update': call(
    z.object({ id: AppendixId, version: Version, patch: Appendix.pick({ title: true, orientation: true, columns: true }).partial() }),
    Appendix,
  ),
  'appendix.remove': call(z.object({ id: AppendixId, version: Version }), nothing),
}
