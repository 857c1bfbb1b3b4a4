import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { Party } from '#shared/domain/agency.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { GivenTask, GivingDocument } from '#shared/domain/given-task.ts'
import type { Day, TaskId } from '#shared/domain/identifier.ts'
import { matchParties, prepareRegistry } from '#shared/domain/party-match.ts'
import type { TaskClosure } from '#shared/domain/task-closure.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { GivenTaskWords } from '#shared/ipc/given-task-contract.ts'
import { localDay } from '#shared/language/day.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { writeClosure } from '#main/store/repositories/carry-over.ts'
import {
  getGivenTask,
  insertGivenTask,
  isSpokenOf,
  removeGivenTask,
  removeShares,
  updateGivenTask,
} from '#main/store/repositories/given-task.ts'
import type { Trace } from '#main/store/trace.ts'
import { giveOut } from './assignment-making.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { documentInNfc, inNfc } from './progress.ts'

/** One given task. Throws `record-not-found`. */
export async function readGivenTask({ db }: ServiceContext, { taskId }: Input<'given-task.get'>): Promise<Output<'given-task.get'>> {
  const { given, closure } = await getGivenTask(db, taskId)
  return { given, closure, spokenOf: await isSpokenOf(db, taskId) }
}

/** What rows of a spreadsheet would mean as given tasks: task, leads, helpers, product, deadline, note; a row without a task is left out. */
export async function readGivenCells(
  { db }: ServiceContext,
  { rows, issuedOn }: Input<'given-task.read-cells'>,
): Promise<Output<'given-task.read-cells'>> {
  const registry = prepareRegistry(await readAgencyRegistry(db))
  const partiesOf = (words: string | undefined): { readonly parties: readonly Party[]; readonly coordinating: readonly Party[] } =>
    matchParties(inNfc(words ?? ''), registry, issuedOn)
  return rows
    .map(([content, leads, helpers, product, deadline, note]) => {
      const led = partiesOf(leads)
      const helped = partiesOf(helpers)
      return {
        content: inNfc(content ?? ''),
        leads: [...led.parties],
        coordinating: [...led.coordinating, ...helped.parties, ...helped.coordinating],
        product: inNfc(product ?? ''),
        deadline: inNfc(deadline ?? ''),
        note: inNfc(note ?? ''),
        fieldId: null,
      }
    })
    .filter(({ content }) => content !== '')
}

/**
 * Writes tasks that a document gave, and gives them to their agencies as of its day. Throws `task-without-lead`, `agency-not-active`,
 * `progress-in-future` (a document of a day to come).
 */
export async function addGivenTasks(
  context: ServiceContext,
  actor: Actor,
  { source, document, tasks }: Input<'given-task.add'>,
): Promise<readonly GivenTask[]> {
  return runCommand(context, actor, { command: 'given-task.add', undoable: true }, async (trace) => {
    refuseFuture(context, document)
    const added: GivenTask[] = []
    for (const words of tasks) {
      const given = await insertGivenTask(trace, { taskId: context.newId<TaskId>(), source, ...worded(words, document) })
      await giveToAgencies(context, trace, given)
      added.push(given)
    }
    return added
  })
}

/**
 * Changes a task of which nothing was said yet; its agencies are those it names now. Throws what `addGivenTasks` throws, `given-task-spoken-of`,
 * `record-not-found`, `record-changed-meanwhile`.
 */
export async function changeGivenTask(
  context: ServiceContext,
  actor: Actor,
  { taskId, version, source, document, ...words }: Input<'given-task.change'>,
): Promise<GivenTask> {
  return runCommand(context, actor, { command: 'given-task.change', undoable: true }, async (trace) => {
    refuseFuture(context, document)
    await refuseSpokenOf(trace, taskId)
    const given = await updateGivenTask(trace, { taskId, version, source, ...worded(words, document) })
    // Nothing hangs on them yet, and another day or group gives others.
    await removeShares(trace, taskId)
    await giveToAgencies(context, trace, given)
    return given
  })
}

/** Removes a task of which nothing was said yet. Throws `given-task-spoken-of`, `record-not-found`, `record-changed-meanwhile`. */
export async function dropGivenTask(
  context: ServiceContext,
  actor: Actor,
  { taskId, version }: Input<'given-task.remove'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'given-task.remove', undoable: true }, async (trace) => {
    await refuseSpokenOf(trace, taskId)
    await removeGivenTask(trace, taskId, version)
    return {}
  })
}

/** Closes a task: it stands in no later year. Throws `record-not-found`. */
export async function closeGivenTask(
  context: ServiceContext,
  actor: Actor,
  { taskId, closedOn, note }: Input<'given-task.close'>,
): Promise<TaskClosure> {
  return runCommand(context, actor, { command: 'given-task.close', undoable: true }, async (trace) => {
    await getGivenTask(trace.trx, taskId)
    const closure = { closedOn, note: inNfc(note) }
    await writeClosure(trace, taskId, closure)
    return { taskId, ...closure }
  })
}

/** Throws `record-not-found`. */
export async function reopenGivenTask(
  context: ServiceContext,
  actor: Actor,
  { taskId }: Input<'given-task.reopen'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'given-task.reopen', undoable: true }, async (trace) => {
    await getGivenTask(trace.trx, taskId)
    await writeClosure(trace, taskId, null)
    return {}
  })
}

function worded(words: GivenTaskWords, given: GivingDocument): Omit<GivenTask, 'taskId' | 'version' | 'source'> {
  const document = { ...documentInNfc(given), issuedOn: given.issuedOn }
  return {
    document,
    content: inNfc(words.content),
    product: inNfc(words.product),
    leads: words.leads,
    coordinating: words.coordinating,
    deadline: readDeadline(inNfc(words.deadline), { planYear: Number(given.issuedOn.slice(0, 4)), issuedOn: given.issuedOn }),
    fieldId: words.fieldId,
    note: inNfc(words.note),
  }
}

function refuseFuture(context: ServiceContext, { issuedOn }: GivingDocument): void {
  if (issuedOn > localDay(context.now())) throw new AppError('progress-in-future', { on: issuedOn })
}

async function refuseSpokenOf(trace: Trace, taskId: TaskId): Promise<void> {
  if (await isSpokenOf(trace.trx, taskId)) throw new AppError('given-task-spoken-of', {})
}

/** Gives a task to the agencies it names, groups expanded as of the document's day; a body that is none of them on that day is refused. */
async function giveToAgencies(context: ServiceContext, trace: Trace, given: GivenTask): Promise<void> {
  const on: Day = given.document.issuedOn
  const registry = await readAgencyRegistry(trace.trx)
  if (!given.leads.some(({ kind }) => kind !== 'words')) throw new AppError('task-without-lead', { count: 1 })
  for (const party of [...given.leads, ...given.coordinating]) {
    const agency = party.kind === 'agency' ? registry.agencies.find(({ id }) => id === party.agencyId) : undefined
    if (agency === undefined) continue
    const { name, activeFrom, activeTo, successorIds } = agency
    if ((activeFrom === null || activeFrom <= on) && (activeTo === null || on <= activeTo)) continue
    const successor = registry.agencies.find(({ id }) => id === successorIds[0])
    throw new AppError('agency-not-active', { name, on, successor: successor?.name ?? null })
  }
  await giveOut(context, trace, { task: given, registry, on, standing: [] })
}
