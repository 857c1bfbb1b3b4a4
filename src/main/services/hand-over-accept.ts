import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { HandOver } from '#shared/domain/hand-over.ts'
import type { DraftRoundId } from '#shared/domain/identifier.ts'
import type { PackContent } from '#shared/domain/pack.ts'
import { buildPlanDocument } from '#shared/document/plan-document.ts'
import type { DraftRound } from '#shared/ipc/plan-contract.ts'
import { writeDay } from '#shared/language/day.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { addMissing, replaceRows } from '#main/store/hand-over/apply.ts'
import { refuseAway } from '#main/store/hand-over/guard.ts'
import { restoreLog } from '#main/store/hand-over/log.ts'
import { wantedReferred } from '#main/store/hand-over/referred.ts'
import { hashedTables, ownedTables, workspaceTables } from '#main/store/hand-over/standing.ts'
import { findSameRound, insertDraftRound, listDraftRounds } from '#main/store/repositories/frozen.ts'
import { findHandOver, insertHandOver, listHandOvers, updateHandOver } from '#main/store/repositories/hand-over.ts'
import { insertProfile, listProfiles } from '#main/store/repositories/profile.ts'
import { noteSentVersion } from '#main/store/repositories/sent-version.ts'
import { noteStoredFile } from '#main/store/repositories/stored-file.ts'
import { dropUnsavedText } from '#main/store/repositories/unsaved-text.ts'
import type { DomainTable } from '#main/store/schema.ts'
import type { Trace } from '#main/store/trace.ts'
import { authorise } from './authorise.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { optionsFor, readPaperRecords, type PaperRecords } from './document-source.ts'
import { hashOfScope } from './hand-over-content.ts'
import { planHere, rowsHere, verdictOf, type OpenedPack } from './hand-over-open.ts'

/**
 * Does with a pack what it is for: a plan that was given is received, a copy that came back is taken back, each as one command that
 * Ctrl+Z stops at. A pack that was accepted before gives what was made of it then.
 * Throws `pack-not-usable` where it is for neither, `handed-over` in a workspace that is away itself.
 */
export async function acceptPack(context: ServiceContext, actor: Actor, opened: OpenedPack): Promise<HandOver> {
  const verdict = await verdictOf(context.db, opened)
  if (verdict === 'receive') return receivePlan(context, actor, opened)
  if (verdict === 'take-back') return takeBack(context, actor, opened)
  const known = await findHandOver(context.db, opened.manifest.handOverId)
  if (known !== null && (verdict === 'already-received' || verdict === 'already-returned')) return known
  throw new AppError('pack-not-usable', { verdict })
}

async function receivePlan(context: ServiceContext, actor: Actor, opened: OpenedPack): Promise<HandOver> {
  authorise(actor, 'hand-over.receive')
  const { manifest, content } = opened
  await keepFiles(context, content)
  const note = words.receivedFrom(manifest.fromName)
  return runCommand(context, actor, { command: 'hand-over.receive', undoable: false, note }, async (trace) => {
    await refuseAway(trace.trx, null)
    for (const before of await listHandOvers(trace.trx)) {
      const same = before.planIds.some((id) => manifest.planIds.includes(id))
      if (same && (before.state === 'sent-back' || before.state === 'received')) await updateHandOver(trace, { ...before, state: 'closed' })
    }
    await putContent(trace, opened, ownedTables)
    return insertHandOver(trace, receivedHandOver(opened))
  })
}

function receivedHandOver({ manifest }: OpenedPack): Omit<HandOver, 'version'> {
  return {
    id: manifest.handOverId,
    state: 'received',
    scope: manifest.scope,
    planIds: manifest.planIds,
    title: manifest.title,
    otherName: manifest.fromName,
    otherKey: manifest.publicKey,
    packId: manifest.packId,
    at: manifest.at,
    contentHash: manifest.contentHash,
    returnPackId: null,
    returnedAt: null,
    returnHash: null,
    reason: null,
    logHash: null,
  }
}

async function takeBack(context: ServiceContext, actor: Actor, opened: OpenedPack): Promise<HandOver> {
  authorise(actor, 'hand-over.take-back')
  const { manifest, content } = opened
  await keepFiles(context, content)
  const log = await context.files.keep(Buffer.from(JSON.stringify(content.log)))
  const note = words.takenBackFrom(manifest.fromName, content.log.length)
  return runCommand(context, actor, { command: 'hand-over.take-back', undoable: false, note }, async (trace) => {
    const given = await findHandOver(trace.trx, manifest.handOverId)
    // Asked again under the lock: two windows may hold the same pack.
    if (given?.state !== 'given') throw new AppError('pack-not-usable', { verdict: 'late' })
    await putContent(trace, opened, manifest.scope === 'workspace' ? hashedTables : ownedTables)
    const storedAt = context.now().toISOString()
    await noteStoredFile(trace.trx, { ...log, name: words.logFile(manifest.fromName), storedAt })
    return updateHandOver(trace, {
      ...given,
      state: 'returned',
      otherKey: manifest.publicKey,
      returnPackId: manifest.packId,
      returnedAt: manifest.at,
      returnHash: manifest.contentHash,
      logHash: log.hash,
    })
  })
}

async function keepFiles(context: ServiceContext, { files }: PackContent): Promise<void> {
  for (const { content, hash } of files) {
    const kept = await context.files.keep(content)
    if (kept.hash !== hash) throw new Error(`a file of the pack is not what its hash says: ${hash}`)
  }
}

/** Writes the pack's rows and texts; what comes out must be what the sender's copy was. */
async function putContent(trace: Trace, opened: OpenedPack, tables: readonly DomainTable[]): Promise<void> {
  const { manifest, content, file } = opened
  for (const { text } of content.texts) await trace.freeze(text)
  for (const { hash, bytes, name, stored_at: storedAt } of content.files) await noteStoredFile(trace.trx, { hash, bytes, name, storedAt })
  for (const version of content.sent) await noteSentVersion(trace.trx, version)
  await addMissing(trace, await wantedReferred(trace.trx, content))
  await addPeople(trace, content)
  await replaceRows(trace, content.rows, await rowsHere(trace.trx, opened), tables, file)
  for (const planId of manifest.planIds) await dropUnsavedText(trace.trx, planId)
  if ((await hashOfScope(trace.trx, manifest)) !== manifest.contentHash) throw new AppError('pack-not-valid', { file, problem: 'hash' })
}

/** Who worked on the other machine is known here from then on; nobody is changed or removed. */
async function addPeople(trace: Trace, content: PackContent): Promise<void> {
  for (const row of content.rows.get('profile') ?? []) {
    if ((await trace.read('profile', row.id)) === null)
      await trace.insert('profile', { id: row.id, name: String(row['name']), role: String(row['role']) })
  }
}

/**
 * Fills a new workspace with one that was handed over whole, its log with it. `standsAlone`: a copy that could not be taken back is
 * opened beside the living one and belongs to no hand-over.
 */
export async function fillFromPack(context: ServiceContext, actor: Actor, opened: OpenedPack, standsAlone: boolean): Promise<void> {
  const { manifest, content, file } = opened
  // What came back carries the log of the copy alone, which is no whole chain.
  if (manifest.direction === 'given' && !(await restoreLog(context.db, content.log)))
    throw new AppError('pack-not-valid', { file, problem: 'hash' })
  await keepFiles(context, content)
  const note = words.receivedFrom(manifest.fromName)
  await runCommand(context, actor, { command: 'hand-over.receive', undoable: false, note }, async (trace) => {
    await putContent(trace, opened, workspaceTables)
    if (!(await listProfiles(trace.trx)).some(({ id }) => id === actor.profileId))
      await insertProfile(trace, { id: actor.profileId, name: actor.name, role: actor.role })
    if (!standsAlone) await insertHandOver(trace, receivedHandOver(opened))
  })
}

/**
 * Keeps the plan of a pack as a round of the plan here, to be compared and restored like any other: nothing that came is lost. The same
 * pack kept twice is one round. Throws `record-not-found` where the plan is not here.
 */
export async function keepPackAsRound(context: ServiceContext, actor: Actor, opened: OpenedPack): Promise<DraftRound> {
  const planId = await planHere(context.db, opened)
  if (planId === null) throw new AppError('record-not-found', { noun: 'plan', id: opened.manifest.planIds[0] ?? '' })
  const content = await readPaperRecords(opened.scratch.db, planId)
  return runCommand(context, actor, { command: 'draft-round.keep-pack', undoable: true }, async (trace) => {
    const same = await findSameRound<PaperRecords>(trace.trx, planId, content)
    if (same !== null) return same
    const ordinal = ((await listDraftRounds(trace.trx, planId)).at(-1)?.ordinal ?? 0) + 1
    const { document } = buildPlanDocument(content.records, optionsFor(content.records.plan, 'electronic', ordinal))
    const round: DraftRound = {
      id: context.newId<DraftRoundId>(),
      planId,
      ordinal,
      name: words.roundOf(opened.manifest.fromName, writeDay(opened.manifest.at.slice(0, 10))),
      savedAt: context.now().toISOString(),
      savedBy: actor.name,
    }
    return insertDraftRound<PaperRecords>(trace, round, { content, document })
  })
}
