import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { dueOfKey } from '#shared/domain/followed-due.ts'
import { lineOf } from '#shared/domain/following.ts'
import type { EvidenceId, ExtensionId, ProgressId, TaskId } from '#shared/domain/identifier.ts'
import type { Assignment, BasisDocument, Extension, Progress } from '#shared/domain/progress.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { ChosenFile } from '#shared/ipc/progress-contract.ts'
import { localDay } from '#shared/language/day.ts'
import {
  getAssignment,
  getProgress,
  insertEvidence,
  insertExtension,
  insertProgress,
  listAssignments,
  listExtensions,
  listProgress,
  listUnverified,
  verifyProgress,
} from '#main/store/repositories/progress.ts'
import { noteStoredFile } from '#main/store/repositories/stored-file.ts'
import { readLatestWording } from '#main/store/repositories/task.ts'
import type { Trace } from '#main/store/trace.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { heldFile } from './kept-file.ts'

/** Everything that was said and decided of one task, the first first. */
export async function readProgress({ db }: ServiceContext, { taskId }: Input<'progress.list'>): Promise<Output<'progress.list'>> {
  return { progress: await listProgress(db, [taskId]), extensions: await listExtensions(db, [taskId]) }
}

export const inNfc = (text: string): string => text.trim().normalize('NFC')
export const documentInNfc = ({ symbol, issuedOn, issuer, title }: BasisDocument): BasisDocument => ({
  symbol: inNfc(symbol),
  issuedOn,
  issuer: inNfc(issuer),
  title: inNfc(title),
})

/** Reports progress of a share as a command of its own. Throws what `recordProgress` throws. */
export async function addProgress(context: ServiceContext, actor: Actor, input: Input<'progress.add'>): Promise<Progress> {
  return runCommand(context, actor, { command: 'progress.add', undoable: true }, (trace) => recordProgress(context, trace, actor, input))
}

/**
 * Reports progress of a share: a new entry, never a change of an old one. Whoever takes in many at once (a filled form) calls it once an
 * entry, so that every way in keeps the same rules. Throws `record-not-found`, `assignment-ended`, `progress-in-future`,
 * `progress-needs-evidence` (done, without evidence or a word why), `progress-needs-document` (a pause or a stop rests on a document),
 * `progress-corrects-another` (an entry of another share, or one corrected before), and of files what `heldFile` throws.
 */
export async function recordProgress(context: ServiceContext, trace: Trace, actor: Actor, input: Input<'progress.add'>): Promise<Progress> {
  const now = context.now().toISOString()
  if (input.happenedOn > localDay(context.now())) throw new AppError('progress-in-future', { on: input.happenedOn })
  const assignment = await getAssignment(trace.trx, input.assignmentId)
  if (assignment.endedOn !== null && assignment.endedOn <= input.happenedOn)
    throw new AppError('assignment-ended', { on: assignment.endedOn })
  if (input.state === 'done' && input.evidence.length === 0 && inNfc(input.explanation) === '')
    throw new AppError('progress-needs-evidence', {})
  const rests = input.state === 'paused' || input.state === 'not-doing'
  if (rests && (input.basis === null || inNfc(input.basis.symbol) === '')) throw new AppError('progress-needs-document', {})
  await refuseUnknownDue(trace, assignment.taskId, input.due)
  if (input.correctsId !== null) await refuseOtherCorrection(trace, input.correctsId, assignment)
  const evidenceIds: EvidenceId[] = []
  for (const { file: chosen, ...document } of input.evidence) {
    const file = await heldFile(context, chosen)
    if (file !== null) await noteStoredFile(trace.trx, { ...file, storedAt: now })
    const evidence = await insertEvidence(trace, { id: context.newId<EvidenceId>(), ...documentInNfc(document), file })
    evidenceIds.push(evidence.id)
  }
  return insertProgress(trace, {
    id: context.newId<ProgressId>(),
    assignmentId: assignment.id,
    due: input.due,
    happenedOn: input.happenedOn,
    recordedAt: now,
    recordedBy: actor.name,
    state: input.state,
    percent: input.percent,
    result: inNfc(input.result),
    product: inNfc(input.product),
    difficulty: inNfc(input.difficulty),
    proposal: inNfc(input.proposal),
    explanation: inNfc(input.explanation),
    evidenceIds,
    channel: input.channel,
    basis: input.basis === null ? null : documentInNfc(input.basis),
    verifiedAt: null,
    verifiedBy: null,
    correctsId: input.correctsId,
  })
}

async function refuseUnknownDue(trace: Trace, taskId: TaskId, due: string | null): Promise<void> {
  if (due === null) return
  const { task, year } = await readLatestWording(trace.trx, taskId)
  if (dueOfKey(task.deadline, due, year) === null) throw new AppError('bad-input', { channel: 'progress.add', problem: `due ${due}` })
}

async function refuseOtherCorrection(trace: Trace, correctsId: ProgressId, { id, taskId }: Assignment): Promise<void> {
  const corrected = await getProgress(trace.trx, correctsId)
  const others = await listProgress(trace.trx, [taskId])
  if (corrected.assignmentId !== id || others.some((entry) => entry.correctsId === correctsId))
    throw new AppError('progress-corrects-another', {})
}

/**
 * Verifies entries: the secretariat looked at them. A barrier: what was verified is counter-acted by a correction, never taken back. Throws `record-not-found`,
 * `record-changed-meanwhile`.
 */
export async function verifyEntries(
  context: ServiceContext,
  actor: Actor,
  { entries }: Input<'progress.verify'>,
): Promise<readonly Progress[]> {
  return runCommand(context, actor, { command: 'verification.add', undoable: false }, async (trace) => {
    const verified: Progress[] = []
    for (const { id, version } of entries) {
      const entry = await getProgress(trace.trx, id)
      verified.push(
        entry.verifiedAt === null ? await verifyProgress(trace, { ...entry, version }, context.now().toISOString(), actor.name) : entry,
      )
    }
    return verified
  })
}

/** What was reported of these shares, still counts and was not looked at by the secretariat. */
export async function readUnverified(
  { db }: ServiceContext,
  { assignmentIds }: Input<'progress.unverified'>,
): Promise<readonly Progress[]> {
  return listUnverified(db, assignmentIds)
}

/** Reports progress of many shares as one command, written whole or not at all. Throws what `recordProgress` throws. */
export async function addManyProgress(
  context: ServiceContext,
  actor: Actor,
  { reports }: Input<'progress.add-many'>,
): Promise<readonly Progress[]> {
  return runCommand(context, actor, { command: 'progress.add', undoable: true }, async (trace) => {
    const made: Progress[] = []
    for (const report of reports) made.push(await recordProgress(context, trace, actor, report))
    return made
  })
}

type ExtensionToAdd = Omit<Input<'extension.add'>, 'file' | 'assignmentId' | 'taskId'> &
  Pick<Extension, 'assignmentId' | 'taskId'> & { readonly file?: ChosenFile | null }

/** Moves a day as a command of its own. Throws what `recordExtension` throws. */
export async function addExtension(context: ServiceContext, actor: Actor, input: ExtensionToAdd): Promise<Extension> {
  return runCommand(context, actor, { command: 'extension.add', undoable: true }, (trace) => recordExtension(context, trace, input))
}

/** Moves many days by one document as one command, all or none. Throws what `recordExtension` throws. */
export async function addManyExtensions(
  context: ServiceContext,
  actor: Actor,
  { extensions }: Input<'extension.add-many'>,
): Promise<readonly Extension[]> {
  return runCommand(context, actor, { command: 'extension.add', undoable: true }, async (trace) => {
    const made: Extension[] = []
    for (const extension of extensions) made.push(await recordExtension(context, trace, extension))
    return made
  })
}

/**
 * Moves a day by a dated document ("gia hạn"); the day it replaces is kept. Throws `record-not-found`, `bad-input` (a due that the task
 * does not have, or has no day), `extension-not-later`, `event-needs-document`, and of the file what `heldFile` throws.
 */
async function recordExtension(context: ServiceContext, trace: Trace, input: ExtensionToAdd): Promise<Extension> {
  if (inNfc(input.basis.symbol) === '') throw new AppError('event-needs-document', {})
  const { task, year } = await readLatestWording(trace.trx, input.taskId)
  const first = dueOfKey(task.deadline, input.due, year)?.due ?? null
  if (first === null) throw new AppError('bad-input', { channel: 'extension.add', problem: `due ${input.due}` })
  const assignments = await listAssignments(trace.trx, [input.taskId])
  if (input.assignmentId !== null && !assignments.some(({ id }) => id === input.assignmentId))
    throw new AppError('record-not-found', { noun: 'assignment', id: input.assignmentId })
  const line = input.assignmentId === null ? null : lineOf(input.assignmentId, assignments)
  const oldDue = (await listExtensions(trace.trx, [input.taskId]))
    .filter(({ due, assignmentId }) => due === input.due && (assignmentId === null || line?.has(assignmentId) === true))
    .reduce((day, { newDue }) => (newDue > day ? newDue : day), first)
  if (input.newDue <= oldDue) throw new AppError('extension-not-later', { old: oldDue, new: input.newDue })
  const file = await heldFile(context, input.file ?? null)
  if (file !== null) await noteStoredFile(trace.trx, { ...file, storedAt: context.now().toISOString() })
  return insertExtension(trace, {
    id: context.newId<ExtensionId>(),
    taskId: input.taskId,
    assignmentId: input.assignmentId,
    due: input.due,
    oldDue,
    newDue: input.newDue,
    decidedOn: input.decidedOn,
    reason: inNfc(input.reason),
    basis: documentInNfc(input.basis),
    file,
  })
}
