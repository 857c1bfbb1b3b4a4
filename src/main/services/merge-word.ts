import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { DraftRoundId, PlanId } from '#shared/domain/identifier.ts'
import { mergeText } from '#shared/domain/merge-apply.ts'
import type { MergeEffect } from '#shared/domain/merge-difference.ts'
import { provisionsByKey } from '#shared/domain/merge-telling.ts'
import { mergeTasks, type MergedTasks } from '#shared/domain/merge-tasks.ts'
import { matchParties, prepareRegistry } from '#shared/domain/party-match.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { paperTextOf } from '#shared/document/paper-text.ts'
import type { PlanRecords } from '#shared/document/plan-document.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { MergeBase, MergeReading } from '#shared/ipc/merge-contract.ts'
import { mergeText as words } from '#shared/text/vi/merge.ts'
import type { MergedDocx } from '#main/documents/merge-docx.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { updateAppendix } from '#main/store/repositories/appendix.ts'
import { getDraftRound, listDraftRounds } from '#main/store/repositories/frozen.ts'
import { updatePlan } from '#main/store/repositories/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { findSentVersion, hashOfContent } from '#main/store/repositories/sent-version.ts'
import { insertTask, listTasks, removeTask, updateTask } from '#main/store/repositories/task.ts'
import { dropUnsavedText } from '#main/store/repositories/unsaved-text.ts'
import type { Trace } from '#main/store/trace.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { readPaperRecords, type PaperRecords } from './document-source.ts'
import { addAppendices } from './import.ts'
import type { JobControl } from './jobs.ts'
import { positionsFor } from './order.ts'
import { editablePlan } from './plan-guard.ts'
import { withMarks, writePlanText } from './plan-text.ts'

/** A file that was read, kept until it is applied: what the window was shown is what is written. */
interface Kept {
  readonly planId: PlanId
  readonly merged: MergedDocx
  readonly base: PlanRecords | null
  /** Of the draft that it was compared with. */
  readonly contentHash: string
}

/** Files read and not yet applied, by the id of the reading. */
export type MergeReadings = Map<string, Kept>

/** Readings kept at a time: one a plan that a person has open, and a few that were left. */
const MOST_READINGS = 4

/**
 * Reads a Word file that came back and compares it with the draft, three ways, in a worker. `base` says what it left as: what the file
 * itself says, a round, or nothing. Nothing is written.
 * Throws `plan-not-editable`, `returned-file-of-other-plan`, `file-not-found`, and what the readers throw.
 */
export async function readReturnedFile(
  context: ServiceContext,
  readings: MergeReadings,
  { planId, path, base: wanted }: Pick<Input<'merge.read'>, 'planId' | 'path' | 'base'>,
  { signal, tell }: JobControl,
): Promise<MergeReading> {
  await editablePlan(context.db, planId)
  tell(0, 3, words.reading)
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new AppError('file-not-found', { file: path }, { cause: error })
  })
  const file = basename(path)
  const origin = await runDocumentJob('read-docx-origin', { file, bytes }, { signal })
  if (origin !== null && origin.planId !== planId) throw new AppError('returned-file-of-other-plan', { file })
  const content = await readPaperRecords(context.db, planId)
  const contentHash = hashOfContent(content)
  const base = await baseOf(context, planId, wanted, origin?.contentHash ?? null, { content, contentHash })
  const merged = await runDocumentJob(
    'merge-docx',
    { file, bytes, base: base.records, mine: content.records, paper: origin?.paper ?? null },
    { signal, onProgress: ({ done, total }) => tell(done, total, words.comparing) },
  )
  const id = context.newId()
  readings.set(id, { planId, merged, base: base.records, contentHash })
  for (const oldest of [...readings.keys()].slice(0, -MOST_READINGS)) readings.delete(oldest)
  return {
    id,
    file,
    path,
    paper: merged.paper,
    base: base.told,
    differences: merged.found.map(({ difference }) => difference),
    comments: merged.comments,
    remarks: merged.remarks,
  }
}

async function baseOf(
  { db }: ServiceContext,
  planId: PlanId,
  wanted: 'of-file' | 'none' | DraftRoundId,
  hash: string | null,
  now: { readonly content: PaperRecords; readonly contentHash: string },
): Promise<{ readonly records: PlanRecords | null; readonly told: MergeBase }> {
  const nothing = { records: null, told: { kind: 'none' } } as const
  if (wanted === 'none') return nothing
  if (wanted !== 'of-file') {
    const { round, content } = await getDraftRound<PaperRecords>(db, wanted)
    return { records: content.records, told: { kind: 'round', name: round.name } }
  }
  if (hash === null) return nothing
  const sent = await findSentVersion<PaperRecords>(db, planId, hash)
  if (sent !== null) return { records: sent.content.records, told: { kind: 'sent', sentAt: sent.sentAt } }
  if (hash === now.contentHash) return { records: now.content.records, told: { kind: 'sent', sentAt: null } }
  // A file made while the workspace could only be read: a round may still be what it was made of.
  for (const round of await listDraftRounds(db, planId)) {
    const { content } = await getDraftRound<PaperRecords>(db, round.id)
    if (hashOfContent(content) === hash) return { records: content.records, told: { kind: 'round', name: round.name } }
  }
  return nothing
}

/**
 * Takes the chosen differences of a reading into the draft, as one command that can be taken back. Sentences, footnotes and tasks keep
 * their ids and links; what was not chosen stays as it is.
 * Throws `plan-not-editable`, `merge-read-again` (the draft, or the program, is not what it was when the file was read).
 */
export async function mergeWord(
  context: ServiceContext,
  actor: Actor,
  readings: MergeReadings,
  { planId, readingId, differences }: Input<'merge.apply'>,
): Promise<Output<'merge.apply'>> {
  const kept = readings.get(readingId)
  if (kept === undefined || kept.planId !== planId) throw new AppError('merge-read-again', {})
  const chosen = new Set(differences)
  const taken = kept.merged.found.filter(({ difference }) => chosen.has(difference.id))
  await runCommand(context, actor, { command: 'plan.merge-word', undoable: true }, async (trace) => {
    const plan = await editablePlan(trace.trx, planId)
    const content = await readPaperRecords(trace.trx, planId)
    if (hashOfContent(content) !== kept.contentHash) throw new AppError('merge-read-again', {})
    const effects = taken.map(({ effect }) => effect)
    const notMoved = new Set(kept.merged.found.flatMap(({ difference, effect }) => (chosen.has(difference.id) ? [] : movedBy(effect))))
    await mergeForm(trace, plan, effects)
    await writeText(context, trace, plan, kept, content.records, effects, notMoved)
    await writeTasks(context, trace, plan, kept, content.records, effects, notMoved)
  })
  readings.delete(readingId)
  return { applied: taken.length }
}

function movedBy(effect: MergeEffect): readonly string[] {
  return effect.kind === 'move' ? effect.ids : effect.kind === 'row-move' ? [effect.id] : []
}

async function mergeForm(trace: Trace, plan: Plan, effects: readonly MergeEffect[]): Promise<void> {
  const patch: { subject?: string; recipients?: readonly string[]; signature?: Plan['signature'] } = {}
  for (const effect of effects) {
    if (effect.kind === 'subject') patch.subject = effect.text.replaceAll('\n', ' ')
    else if (effect.kind === 'recipients') patch.recipients = effect.lines
    else if (effect.kind === 'signature') patch.signature = signatureOf(effect.lines, plan.signature)
  }
  if (Object.keys(patch).length > 0) await updatePlan(trace, { ...plan, ...patch })
}

/** The lines above the name: as many as before are its title, the others who is signed for. */
function signatureOf(lines: readonly string[], before: Plan['signature']): Plan['signature'] {
  const name = before.name === '' ? '' : (lines.at(-1) ?? '')
  const above = before.name === '' ? lines : lines.slice(0, -1)
  const titled = before.title !== ''
  return { authority: titled ? above.slice(0, -1) : above, title: titled ? (above.at(-1) ?? '') : '', name }
}

async function writeText(
  context: ServiceContext,
  trace: Trace,
  plan: Plan,
  { merged, base }: Kept,
  records: PlanRecords,
  effects: readonly MergeEffect[],
  notMoved: ReadonlySet<string>,
): Promise<void> {
  const { provisions, joins } = mergeText(
    {
      provisions: records.provisions,
      sent: new Map((base ?? records).provisions.map((provision) => [provision.id, provision])),
      printed: provisionsByKey(paperTextOf(records, 'plan')),
      order: merged.order,
      notMoved,
      newId: context.newId,
    },
    effects,
  )
  const stored = await listProvisions(trace.trx, plan.id)
  await writePlanText(trace, plan, stored, await withMarks(trace.trx, plan, stored, provisions), joins)
  await dropUnsavedText(trace.trx, plan.id)
}

async function writeTasks(
  context: ServiceContext,
  trace: Trace,
  plan: Plan,
  { merged }: Kept,
  { registry, appendices }: PlanRecords,
  effects: readonly MergeEffect[],
  notMoved: ReadonlySet<string>,
): Promise<void> {
  const prepared = prepareRegistry(registry)
  // Read anew: the text that was just written moved the links of joined sentences.
  const tasks = await listTasks(trace.trx, plan.id)
  const result = mergeTasks({ planId: plan.id, appendices, tasks, orders: merged.rowOrders, notMoved, newId: context.newId }, effects, {
    parties: (text) => matchParties(text, prepared, plan.agenciesAsOf),
    deadline: (phrase) => readDeadline(phrase, { planYear: plan.year, issuedOn: plan.issuedOn }),
  })
  for (const task of result.removed) await removeTask(trace, task)
  for (const id of result.removedAppendices) await trace.remove('appendix', id)
  for (const appendix of result.appendices) await updateAppendix(trace, appendix)
  await writeInOrder(trace, tasks, result)
  const drafts = effects.flatMap((effect) => (effect.kind === 'table-add' ? (merged.tables[effect.table] ?? []) : []))
  if (drafts.length > 0) await addAppendices(context, trace, plan, drafts)
}

async function writeInOrder(trace: Trace, standing: MergedTasks['changed'], { changed, added, orders }: MergedTasks): Promise<void> {
  const positions = new Map(
    orders.flatMap((order) => [
      ...positionsFor(
        standing.filter(({ id }) => order.includes(id)),
        order,
      ),
    ]),
  )
  const written = new Map(changed.map((task) => [task.id, task]))
  for (const task of standing) {
    const position = positions.get(task.id)
    const now = written.get(task.id)
    if (now !== undefined || position !== undefined) await updateTask(trace, { ...(now ?? task), position: position ?? task.position })
  }
  for (const task of added) await insertTask(trace, { ...task, position: positions.get(task.id) ?? '' })
}
