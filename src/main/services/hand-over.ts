import { rm } from 'node:fs/promises'
import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { isAway, type HandOver } from '#shared/domain/hand-over.ts'
import type { HandOverId, PackId, PlanId } from '#shared/domain/identifier.ts'
import { plainText } from '#shared/domain/inline.ts'
import type { PackHead, PackLogLine } from '#shared/domain/pack.ts'
import { PACK_FORMAT } from '#shared/domain/pack.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { localDay } from '#shared/language/day.ts'
import { isSecrecyMark } from '#main/documents/plan-text/piece.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { writeFileWhole } from '#main/files/write-file.ts'
import { awayError, refuseAway } from '#main/store/hand-over/guard.ts'
import { contentHash, planWithReplaced } from '#main/store/hand-over/rows.ts'
import { register } from '#main/store/migrations/register.ts'
import { findHandOver, getHandOver, insertHandOver, listAway, listHandOvers, updateHandOver } from '#main/store/repositories/hand-over.ts'
import { findOffice } from '#main/store/repositories/office.ts'
import { getPlan, listPlans } from '#main/store/repositories/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { findUnsavedText } from '#main/store/repositories/unsaved-text.ts'
import type { Readable } from '#main/store/schema.ts'
import { authorise } from './authorise.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { hashOfScope, readPackContent, tablesOf, type Scope } from './hand-over-content.ts'
import { refuseCancelled, type JobControl } from './jobs.ts'
import type { PackKey } from './pack-key.ts'

/** What hand-overs need of the program beside the workspace. */
export interface PackTools {
  readonly key: () => Promise<PackKey>
  readonly programVersion: string
  /** See `WritePackInput.workFactor`; tests, which seal much and keep nothing, take less. */
  readonly workFactor: number | null
}

/** Where a pack goes: asked of the person, null when they cancel. */
export type ChoosePackPlace = (suggestion: string) => Promise<string | null>

/** All hand-overs, the newest first. */
export async function readHandOvers({ db }: ServiceContext): Promise<readonly HandOver[]> {
  return listHandOvers(db)
}

/**
 * "Bàn giao": one file with the plan (null: the workspace) for another person; from then on this copy is read-only. Null when the dialog was cancelled.
 * Throws `handed-over`, `sent-back`, `plan-text-unsaved`, `plan-secret`, `pack-too-large`, `cancelled`, and what writing a file throws.
 */
export async function giveHandOver(
  context: ServiceContext,
  actor: Actor,
  input: Pick<Input<'hand-over.give'>, 'planId' | 'toName' | 'passphrase'>,
  { tools, choosePlace, control }: Giving,
): Promise<Output<'hand-over.give'>> {
  authorise(actor, 'hand-over.give')
  const { db } = context
  const planIds = input.planId === null ? [] : await planWithReplaced(db, input.planId)
  const scope: Scope = { scope: input.planId === null ? 'workspace' : 'plan', planIds }
  await refuseUnfit(db, scope)
  const title = await titleOf(db, input.planId)
  const file = await choosePlace(words.fileName(title, 'given', localDay(context.now())))
  if (file === null) return null
  const handOver: Omit<HandOver, 'version'> = {
    id: context.newId<HandOverId>(),
    state: 'given',
    ...scope,
    title,
    otherName: input.toName.normalize('NFC'),
    otherKey: null,
    packId: context.newId<PackId>(),
    at: context.now().toISOString(),
    contentHash: await hashOfScope(db, scope),
    returnPackId: null,
    returnedAt: null,
    returnHash: null,
    reason: null,
    logHash: null,
  }
  await sealPack(context, actor, handOver, { file, passphrase: input.passphrase, tools, control })
  const given = await withFile(file, () =>
    runCommand(context, actor, { command: 'hand-over.give', undoable: false, note: words.givenTo(handOver.otherName) }, async (trace) => {
      await refuseUnfit(trace.trx, scope)
      await refuseChanged(trace.trx, scope, handOver.contentHash)
      return insertHandOver(trace, handOver)
    }),
  )
  return { handOver: given, file }
}

/** What giving needs beside the workspace. */
export interface Giving {
  readonly tools: PackTools
  readonly choosePlace: ChoosePackPlace
  readonly control: JobControl
}

/** "Trả lại": the copy with what was done on it goes back under the same hand-over; from then on it is read-only here. */
export async function sendBack(
  context: ServiceContext,
  actor: Actor,
  input: Pick<Input<'hand-over.send-back'>, 'id' | 'passphrase'>,
  { tools, choosePlace, control }: Giving,
): Promise<Output<'hand-over.send-back'>> {
  authorise(actor, 'hand-over.send-back')
  const { db } = context
  const received = await getHandOver(db, input.id)
  if (received.state !== 'received') throw new AppError('pack-not-usable', { verdict: 'unknown' })
  await refuseUnfit(db, received)
  const file = await choosePlace(words.fileName(received.title, 'returned', localDay(context.now())))
  if (file === null) return null
  const returned: HandOver = {
    ...received,
    state: 'sent-back',
    returnPackId: context.newId<PackId>(),
    returnedAt: context.now().toISOString(),
    returnHash: await hashOfScope(db, received),
  }
  await sealPack(context, actor, returned, { file, passphrase: input.passphrase, tools, control })
  const handOver = await withFile(file, () =>
    runCommand(
      context,
      actor,
      { command: 'hand-over.send-back', undoable: false, note: words.sentBackTo(received.otherName) },
      async (trace) => {
        await refuseUnfit(trace.trx, received)
        await refuseChanged(trace.trx, received, returned.returnHash)
        return updateHandOver(trace, returned)
      },
    ),
  )
  return { handOver, file }
}

/** Writes the pack of a copy that is away once more, under another passphrase; nothing else changes. */
export async function packAgain(
  context: ServiceContext,
  actor: Actor,
  input: Pick<Input<'hand-over.pack-again'>, 'id' | 'passphrase'>,
  { tools, choosePlace, control }: Giving,
): Promise<Output<'hand-over.pack-again'>> {
  authorise(actor, 'hand-over.pack-again')
  const handOver = await getHandOver(context.db, input.id)
  if (!isAway(handOver)) throw new AppError('pack-not-usable', { verdict: 'unknown' })
  const direction = handOver.state === 'given' ? 'given' : 'returned'
  const file = await choosePlace(words.fileName(handOver.title, direction, (handOver.returnedAt ?? handOver.at).slice(0, 10)))
  if (file === null) return null
  await sealPack(context, actor, handOver, { file, passphrase: input.passphrase, tools, control })
  return { handOver, file }
}

/** "Thu hồi" of what was given, or taking back what was sent back: this copy may be written again. The reason stays in the log. */
export async function reclaimHandOver(
  context: ServiceContext,
  actor: Actor,
  { id, version, reason }: Input<'hand-over.reclaim'>,
): Promise<HandOver> {
  const note = reason.trim().normalize('NFC')
  return runCommand(context, actor, { command: 'hand-over.reclaim', undoable: false, note }, async (trace) => {
    const handOver = await getHandOver(trace.trx, id)
    if (!isAway(handOver)) throw new AppError('pack-not-usable', { verdict: 'unknown' })
    return handOver.state === 'given'
      ? updateHandOver(trace, { ...handOver, state: 'reclaimed', reason: note, version })
      : updateHandOver(trace, {
          ...handOver,
          state: 'received',
          reason: note,
          returnPackId: null,
          returnedAt: null,
          returnHash: null,
          version,
        })
  })
}

/**
 * Notes again what is with another person in a workspace that was put back from a backup of before. A copy that is not the one that was
 * given is never replaced by what comes back (`late`); it can be reclaimed.
 */
export async function keepAway(context: ServiceContext, actor: Actor, away: readonly HandOver[]): Promise<void> {
  await runCommand(context, actor, { command: 'hand-over.keep-away', undoable: false }, async (trace) => {
    for (const one of away) {
      const known = await findHandOver(trace.trx, one.id)
      if (known === null) await insertHandOver(trace, one)
      else if (known.state !== one.state) await updateHandOver(trace, { ...one, version: known.version })
    }
  })
}

/** What the receiver did on a copy that came back, the last first. */
export async function readHandOverLog(context: ServiceContext, { id }: Input<'hand-over.read-log'>): Promise<Output<'hand-over.read-log'>> {
  const { logHash } = await getHandOver(context.db, id)
  if (logHash === null) return []
  // Our own file, written when the pack was taken back.
  const log = JSON.parse(new TextDecoder().decode(await context.files.read(logHash))) as readonly PackLogLine[]
  return logLines(log)
}

/** Lines of a log as a person reads them, the last first. */
export function logLines(log: readonly PackLogLine[]): Output<'hand-over.read-log'> {
  return log.map(({ at, profile_name, command, note }) => ({ at, name: profile_name, command, note })).toReversed()
}

/** Makes the file of a hand-over as it stands: what goes out, or what goes back. */
async function sealPack(
  context: ServiceContext,
  actor: Actor,
  handOver: Omit<HandOver, 'version'>,
  { file, passphrase, tools, control }: { file: string; passphrase: string; tools: PackTools; control: JobControl },
): Promise<void> {
  control.tell(0, null, words.collecting)
  const back = handOver.returnPackId !== null && handOver.returnedAt !== null && handOver.returnHash !== null
  const content = await readPackContent(context, handOver, back ? handOver.id : null)
  const hash = contentHash(content.rows, tablesOf(handOver))
  const head: PackHead = {
    format: 'cchc-pack',
    formatVersion: PACK_FORMAT,
    packId: handOver.returnPackId ?? handOver.packId,
    handOverId: handOver.id,
    direction: back ? 'returned' : 'given',
    scope: handOver.scope,
    planIds: [...handOver.planIds],
    title: handOver.title,
    officeName: (await findOffice(context.db))?.issuerInSentence ?? '',
    fromName: actor.name,
    toName: handOver.otherName,
    at: handOver.returnedAt ?? handOver.at,
    contentHash: hash,
    basedOn: handOver.contentHash,
    migration: register.at(-1)?.name ?? '',
    programVersion: tools.programVersion,
  }
  const { privateKey, publicKey } = await tools.key()
  const bytes = await runDocumentJob(
    'write-pack',
    { head, content, privateKey, publicKey, passphrase, workFactor: tools.workFactor },
    { signal: control.signal, onProgress: ({ done, total }) => control.tell(done, total, words.sealing) },
  )
  refuseCancelled(control.signal)
  await writeFileWhole(file, bytes)
}

/** A pack whose hand-over was not noted is no pack: nobody may work on it. */
async function withFile<T>(file: string, note: () => Promise<T>): Promise<T> {
  try {
    return await note()
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

async function refuseChanged(db: Readable, scope: Scope, hash: string | null): Promise<void> {
  if ((await hashOfScope(db, scope)) !== hash)
    throw new AppError('record-changed-meanwhile', { noun: 'plan', id: scope.planIds[0] ?? '', by: '' })
}

/** Throws where the scope is away already, has words that are not saved, or is a state secret. */
async function refuseUnfit(db: Readable, { scope, planIds }: Scope): Promise<void> {
  for (const id of planIds) await refuseAway(db, id)
  const [away] = scope === 'workspace' ? await listAway(db) : []
  if (away !== undefined) throw awayError(away)
  const plans = scope === 'workspace' ? await listPlans(db) : await Promise.all(planIds.map((id) => getPlan(db, id)))
  for (const { id, subject: title } of plans) {
    if ((await findUnsavedText(db, id)) !== null) throw new AppError('plan-text-unsaved', { title })
    const texts = (await listProvisions(db, id)).map(({ content }) => plainText(content))
    if ([title, ...texts].some((text) => text.split('\n').some(isSecrecyMark))) throw new AppError('plan-secret', { title })
  }
}

async function titleOf(db: Readable, planId: PlanId | null): Promise<string> {
  if (planId !== null) return (await getPlan(db, planId)).subject
  return (await findOffice(db))?.issuerInSentence ?? ''
}
