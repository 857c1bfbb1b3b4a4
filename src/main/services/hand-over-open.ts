import { AppError } from '#shared/app-error.ts'
import type { HandOver } from '#shared/domain/hand-over.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { PackContent, PackManifest } from '#shared/domain/pack.ts'
import type { PackPreview, PackVerdict } from '#shared/ipc/hand-over-contract.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import type { FileConnection } from '#main/store/connection.ts'
import { contentHash, readPlanRows, readWorkspaceRows } from '#main/store/hand-over/rows.ts'
import { foreignTables, openScratch } from '#main/store/hand-over/scratch.ts'
import { ownedTables, referredTables, workspaceTables } from '#main/store/hand-over/standing.ts'
import { register } from '#main/store/migrations/register.ts'
import { findHandOver, listHandOvers } from '#main/store/repositories/hand-over.ts'
import type { Readable } from '#main/store/schema.ts'
import { hashOfScope, readScopeRows, tablesOf } from './hand-over-content.ts'
import { checkRecords } from './health.ts'
import { refuseCancelled, type JobControl } from './jobs.ts'

/** A pack that was opened, judged in a database of its own, and lies ready until it is closed. */
export interface OpenedPack {
  readonly file: string
  readonly manifest: PackManifest
  /** As sent, but rows with the columns of today's tables. */
  readonly content: PackContent
  /** The pack's records, to read papers from. */
  readonly scratch: FileConnection
  readonly close: () => Promise<void>
}

/**
 * Opens a pack with its passphrase and tries it in an empty database; nothing of this workspace is touched.
 * Throws what reading throws, `pack-not-valid`, `pack-from-newer-program`, `cancelled`.
 */
export async function openPack(file: string, bytes: Uint8Array, passphrase: string, control: JobControl): Promise<OpenedPack> {
  control.tell(0, null, words.opening)
  const { manifest, content } = await runDocumentJob(
    'read-pack',
    { file, bytes, passphrase },
    { signal: control.signal, onProgress: ({ done, total }) => control.tell(done, total, words.opening) },
  )
  refuseCancelled(control.signal)
  return judgePack(file, manifest, content)
}

/** The same for a pack that was read: holds its rows against keys, constraints, schemas and what its manifest says. */
export async function judgePack(file: string, manifest: PackManifest, sent: PackContent): Promise<OpenedPack> {
  const refuse = (problem: string, cause?: unknown): AppError => new AppError('pack-not-valid', { file, problem }, { cause })
  if (!register.some(({ name }) => name === manifest.migration))
    throw new AppError('pack-from-newer-program', { file, found: manifest.programVersion })
  const whole = manifest.scope === 'workspace'
  const [first] = manifest.planIds
  if (whole !== (first === undefined)) throw refuse('manifest')
  const foreign = [
    ...foreignTables(sent.rows, whole ? workspaceTables : ownedTables),
    ...foreignTables(sent.referred, whole ? [] : [...referredTables, 'office']),
  ]
  if (foreign.length > 0) throw refuse('rows', new Error(`foreign tables: ${foreign.join(', ')}`))
  if (contentHash(sent.rows, tablesOf(manifest)) !== manifest.contentHash) throw refuse('hash')
  const scratch = await openScratch(sent).catch((cause: unknown) => {
    throw refuse('rows', cause)
  })
  try {
    const rows = whole ? await readWorkspaceRows(scratch.db) : await readPlanRows(scratch.db, manifest.planIds)
    // A row of another plan would not be found by way of the plans the pack speaks of.
    const strays = [...sent.rows].filter(([table, list]) => rows.get(table)?.length !== list.length)
    if (strays.length > 0) throw refuse('plan', new Error(strays.map(([table]) => table).join(', ')))
    if (!whole && rows.get('plan')?.length !== manifest.planIds.length) throw refuse('plan')
    const problems = await checkRecords(scratch)
    if (problems.length > 0) throw refuse('rows', new Error(problems.map(({ detail }) => detail).join('; ')))
    return { file, manifest, content: { ...sent, rows }, scratch, close: scratch.close }
  } catch (error) {
    await scratch.close()
    throw error instanceof AppError ? error : refuse('rows', error)
  }
}

/** What a pack means to a workspace; `db` null: none is open yet. */
export async function verdictOf(db: Readable | null, { manifest }: OpenedPack): Promise<PackVerdict> {
  if (db === null) return manifest.direction === 'given' && manifest.scope === 'workspace' ? 'receive-workspace' : 'unknown'
  const known = await findHandOver(db, manifest.handOverId)
  if (manifest.direction === 'returned') return verdictOfReturned(db, manifest, known)
  if (known !== null)
    return known.state === 'received' || known.state === 'sent-back' || known.state === 'closed' ? 'already-received' : 'own'
  if (manifest.scope === 'workspace') return 'receive-workspace'
  return verdictOfGivenPlan(db, manifest)
}

async function verdictOfReturned(db: Readable, manifest: PackManifest, known: HandOver | null): Promise<PackVerdict> {
  if (known === null) return 'unknown'
  if (known.returnHash === manifest.contentHash && known.state === 'returned') return 'already-returned'
  const same = known.scope === manifest.scope && known.planIds.join() === manifest.planIds.join()
  if (!same) return 'late'
  // A copy put back from an older backup is not the one that was given.
  const asGiven = known.state === 'given' && (await hashOfScope(db, known)) === known.contentHash && known.contentHash === manifest.basedOn
  return asGiven ? 'take-back' : known.state === 'received' || known.state === 'sent-back' ? 'own' : 'late'
}

async function verdictOfGivenPlan(db: Readable, manifest: PackManifest): Promise<PackVerdict> {
  const rows = await readPlanRows(db, manifest.planIds)
  if (rows.get('plan')?.length === 0) return 'receive'
  const hash = contentHash(rows, ownedTables)
  if (hash === manifest.contentHash) return 'receive'
  const before = (await listHandOvers(db)).find(({ planIds }) => planIds.some((id) => manifest.planIds.includes(id)))
  // A copy that went back, or that nobody touched since it came, is out of date and nothing more.
  if (before?.state === 'sent-back' || (before?.state === 'received' && before.contentHash === hash)) return 'receive'
  return 'plan-exists'
}

/** Whether this workspace knows the key: by the hand-overs of before. */
export async function signerOf(db: Readable | null, { manifest }: OpenedPack): Promise<PackPreview['signer']> {
  const before = db === null ? [] : await listHandOvers(db)
  if (before.some(({ otherKey }) => otherKey === manifest.publicKey)) return 'known'
  return before.some(({ otherKey, otherName }) => otherKey !== null && otherName === manifest.fromName) ? 'changed' : 'new'
}

/** Where the plan of a pack lies here, or null. */
export async function planHere(db: Readable | null, { manifest }: OpenedPack): Promise<PlanId | null> {
  const [planId] = manifest.planIds
  if (db === null || planId === undefined) return null
  return (await db.selectFrom('plan').select('id').where('id', '=', planId).executeTakeFirst()) === undefined ? null : planId
}

/** The rows of the pack's scope as they are here. */
export async function rowsHere(db: Readable, { manifest }: Pick<OpenedPack, 'manifest'>): Promise<PackContent['rows']> {
  return readScopeRows(db, manifest)
}
