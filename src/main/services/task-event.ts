import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { lineOf } from '#shared/domain/following.ts'
import type { AgencyId, Day, TaskEventId } from '#shared/domain/identifier.ts'
import type { Assignment } from '#shared/domain/progress.ts'
import { decisionFor, eventsInForce, type TaskEvent } from '#shared/domain/task-event.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { getAgency } from '#main/store/repositories/agency.ts'
import { writeClosure } from '#main/store/repositories/carry-over.ts'
import { getAssignment, listAssignments } from '#main/store/repositories/progress.ts'
import { noteStoredFile } from '#main/store/repositories/stored-file.ts'
import { getTaskEvent, insertTaskEvent, listTaskEvents, writeDoneRule } from '#main/store/repositories/task-event.ts'
import type { Trace } from '#main/store/trace.ts'
import { endShare, giveShare } from './assignment-making.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { heldFile } from './kept-file.ts'
import { documentInNfc, inNfc } from './progress.ts'

/**
 * Records what was decided of a task after its issue: suspended, stopped, taken up again, given to another lead; or that an event was entered by mistake. Old
 * rows are never changed: the new event counts beside or instead of them. Stopping all of a task closes it, taking it up again opens it. Throws
 * `record-not-found`, `event-needs-document`, `event-nothing-to-resume`, `event-corrects-another`, `lead-already`, `agency-not-active`,
 * `assignment-ended`, `bad-input` (a lead without a share or an agency), and of the file what `heldFile` throws.
 */
export async function addTaskEvent(context: ServiceContext, actor: Actor, input: Input<'task-event.add'>): Promise<TaskEvent> {
  return runCommand(context, actor, { command: 'task-event.add', undoable: true }, async (trace) => {
    if (input.kind !== 'withdrawn' && inNfc(input.basis.symbol) === '') throw new AppError('event-needs-document', {})
    const assignments = await listAssignments(trace.trx, [input.taskId])
    const share = input.assignmentId === null ? null : await getAssignment(trace.trx, input.assignmentId)
    if (share !== null && share.taskId !== input.taskId) throw new AppError('record-not-found', { noun: 'assignment', id: share.id })
    const events = await listTaskEvents(trace.trx, [input.taskId])
    const corrected = await refuseOtherEvent(trace, input, events)
    if (input.kind === 'resumed')
      refuseNothingToResume(
        input,
        events.filter(({ id }) => id !== corrected?.id),
        assignments,
      )
    if (input.kind === 'lead-changed') await changeLead(context, trace, { ...input, share }, assignments)
    const file = await heldFile(context, input.file)
    const recordedAt = context.now().toISOString()
    if (file !== null) await noteStoredFile(trace.trx, { ...file, storedAt: recordedAt })
    const event = await insertTaskEvent(trace, {
      ...input,
      id: context.newId<TaskEventId>(),
      recordedAt,
      recordedBy: actor.name,
      agencyId: input.kind === 'lead-changed' ? input.agencyId : null,
      reason: inNfc(input.reason),
      basis: documentInNfc(input.basis),
      file,
    })
    if (touchesClosure(event) || (corrected !== null && touchesClosure(corrected))) await followClosure(trace, event, [...events, event])
    return event
  })
}

/** The event that a new one names: of this task, still counting, and none that gave shares away. */
async function refuseOtherEvent(
  trace: Trace,
  { kind, correctsId, taskId }: Input<'task-event.add'>,
  events: readonly TaskEvent[],
): Promise<TaskEvent | null> {
  if (correctsId === null) {
    if (kind === 'withdrawn') throw new AppError('event-corrects-another', {})
    return null
  }
  const named = await getTaskEvent(trace.trx, correctsId)
  const counts = eventsInForce(events).some(({ id }) => id === correctsId)
  if (named.taskId !== taskId || !counts || named.kind === 'lead-changed' || kind === 'lead-changed')
    throw new AppError('event-corrects-another', {})
  return named
}

function refuseNothingToResume(
  { assignmentId, happenedOn }: Input<'task-event.add'>,
  events: readonly TaskEvent[],
  assignments: readonly Assignment[],
): void {
  const line = assignmentId === null ? new Set<never>() : lineOf(assignmentId, assignments)
  const own = events.filter((event) => (event.assignmentId === null) === (assignmentId === null))
  const decision = decisionFor(own, line, happenedOn)
  if (decision === null || decision.kind === 'resumed') throw new AppError('event-nothing-to-resume', { on: happenedOn })
}

/** Gives a lead's share to another agency from a day on; one that helps until then leads from then on. */
async function changeLead(
  context: ServiceContext,
  trace: Trace,
  { share, agencyId, happenedOn, taskId }: Input<'task-event.add'> & { readonly share: Assignment | null },
  assignments: readonly Assignment[],
): Promise<void> {
  if (share === null || share.role !== 'lead' || agencyId === null)
    throw new AppError('bad-input', { channel: 'task-event.add', problem: 'a lead and its share' })
  if (share.endedOn !== null) throw new AppError('assignment-ended', { on: share.endedOn })
  const own = assignments.filter((one) => one.agencyId === agencyId && one.endedOn === null)
  await refuseAgency(trace, agencyId, happenedOn)
  if (own.some(({ role }) => role === 'lead')) throw new AppError('lead-already', { name: (await getAgency(trace.trx, agencyId)).name })
  const given = await giveShare(
    context,
    trace,
    taskId,
    { role: 'lead', agencyId, throughGroupId: null, ordinal: share.ordinal },
    happenedOn,
  )
  await endShare(trace, share, happenedOn, 'reassigned', given.id)
  for (const helping of own) await endShare(trace, helping, happenedOn, 'reassigned')
}

async function refuseAgency(trace: Trace, agencyId: AgencyId, on: Day): Promise<void> {
  const { name, activeFrom, activeTo, successorIds } = await getAgency(trace.trx, agencyId)
  if ((activeFrom === null || activeFrom <= on) && (activeTo === null || on <= activeTo)) return
  const [next] = successorIds
  throw new AppError('agency-not-active', { name, on, successor: next === undefined ? null : (await getAgency(trace.trx, next)).name })
}

/** Whether an event says of all of the task that it ends or goes on. */
function touchesClosure({ assignmentId, kind }: TaskEvent): boolean {
  return assignmentId === null && (kind === 'stopped' || kind === 'resumed')
}

/** A task that is stopped as a whole is closed from that day, so that no later plan takes it over unasked; one that goes on is open. */
async function followClosure(trace: Trace, { taskId }: TaskEvent, events: readonly TaskEvent[]): Promise<void> {
  const last = eventsInForce(events).findLast(touchesClosure)
  const closure = last?.kind === 'stopped' ? { closedOn: last.happenedOn, note: `${last.basis.symbol}. ${last.reason}`.trim() } : null
  await writeClosure(trace, taskId, closure)
}

/** Says when a task led by several is done. Throws `record-not-found`. */
export async function setDoneRule(
  context: ServiceContext,
  actor: Actor,
  { taskId, rule }: Input<'done-rule.set'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'done-rule.set', undoable: true }, async (trace) => {
    await writeDoneRule(trace, taskId, rule)
    return {}
  })
}
