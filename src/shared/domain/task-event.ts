import { z } from 'zod'
import { AgencyId, AssignmentId, Day, KeptFile, Moment, TaskEventId, TaskId, Version } from './identifier.ts'
import type { LightDecision } from './light.ts'
import { BasisDocument } from './progress.ts'

/**
 * What is decided of a task after its issue: it is suspended, stopped (ended, not done any more), taken up again, given to another lead; or an
 * event is withdrawn, having been entered by mistake.
 */
export const TaskEventKind = z.enum(['suspended', 'resumed', 'stopped', 'lead-changed', 'withdrawn'])
export type TaskEventKind = z.infer<typeof TaskEventKind>

/**
 * Event of a task (sự kiện): dated, resting on a document, append-only. One that was entered wrongly is corrected or withdrawn by a new event
 * that names it; the old one stays readable and counts no more.
 */
export const TaskEvent = z.object({
  id: TaskEventId,
  taskId: TaskId,
  /** The one share it is about, null for all of the task. */
  assignmentId: AssignmentId.nullable(),
  kind: TaskEventKind,
  /** The day it holds from. */
  happenedOn: Day,
  recordedAt: Moment,
  recordedBy: z.string(),
  /** Who leads from then on, for `lead-changed`. */
  agencyId: AgencyId.nullable(),
  reason: z.string(),
  basis: BasisDocument,
  /** The scanned document, or null. */
  file: KeptFile.nullable(),
  correctsId: TaskEventId.nullable(),
  version: Version,
})
export type TaskEvent = z.infer<typeof TaskEvent>

/** The events that still count: neither corrected nor withdrawn; in the order they hold from. */
export function eventsInForce(events: readonly TaskEvent[]): readonly TaskEvent[] {
  const gone = new Set(events.flatMap(({ correctsId }) => (correctsId === null ? [] : [correctsId])))
  return events
    .filter(({ id, kind }) => kind !== 'withdrawn' && !gone.has(id))
    .toSorted((one, other) => (moment(one) < moment(other) ? -1 : 1))
}

const moment = ({ happenedOn, recordedAt, id }: TaskEvent): string => `${happenedOn} ${recordedAt} ${id}`

/**
 * What is in force on a day for one share (`line`: it and those it goes on with), or null. What was decided of the share and what was decided of all
 * of the task stand beside each other: stopped outweighs suspended, and all of the task going on does not take up a share that rests by its own document.
 */
export function decisionFor(events: readonly TaskEvent[], line: ReadonlySet<AssignmentId>, on: Day): LightDecision | null {
  if (events.length === 0) return null
  const held = eventsInForce(events).filter(({ happenedOn }) => happenedOn <= on)
  const last = [
    lastDecision(held.filter(({ assignmentId }) => assignmentId !== null && line.has(assignmentId))),
    lastDecision(held.filter(({ assignmentId }) => assignmentId === null)),
  ].filter((decision) => decision !== null)
  const first = (['stopped', 'suspended', 'resumed'] as const).flatMap((kind) => last.filter((decision) => decision.kind === kind))
  return first[0] ?? null
}

function lastDecision(events: readonly TaskEvent[]): LightDecision | null {
  for (const { kind, happenedOn, basis } of events.toReversed())
    if (kind === 'suspended' || kind === 'stopped' || kind === 'resumed') return { kind, since: happenedOn, symbol: basis.symbol }
  return null
}
