import { AppError } from '#shared/app-error.ts'
import { AWAY, type HandOver } from '#shared/domain/hand-over.ts'
import type { FileHash, HandOverId, PackId } from '#shared/domain/identifier.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toHandOver(row: RowOf<'hand_over'>): HandOver {
  return {
    id: row.id as HandOverId,
    state: row.state as HandOver['state'],
    scope: row.scope as HandOver['scope'],
    planIds: fromJson(row.plan_ids),
    title: row.title,
    otherName: row.other_name,
    otherKey: row.other_key,
    packId: row.pack_id as PackId,
    at: row.at,
    contentHash: row.content_hash as FileHash,
    returnPackId: row.return_pack_id as PackId | null,
    returnedAt: row.returned_at,
    returnHash: row.return_hash as FileHash | null,
    reason: row.reason,
    logHash: row.log_hash as FileHash | null,
    version: row.version,
  }
}

function toRow(handOver: Omit<HandOver, 'version'>): NewRowOf<'hand_over'> {
  return {
    id: handOver.id,
    state: handOver.state,
    scope: handOver.scope,
    plan_ids: toJson(handOver.planIds),
    title: handOver.title,
    other_name: handOver.otherName,
    other_key: handOver.otherKey,
    pack_id: handOver.packId,
    at: handOver.at,
    content_hash: handOver.contentHash,
    return_pack_id: handOver.returnPackId,
    returned_at: handOver.returnedAt,
    return_hash: handOver.returnHash,
    reason: handOver.reason,
    log_hash: handOver.logHash,
  }
}

/** All hand-overs of this machine's workspace, the newest first. */
export async function listHandOvers(db: Readable): Promise<readonly HandOver[]> {
  return (await db.selectFrom('hand_over').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').execute()).map(toHandOver)
}

/** Those that make something read-only now. Asked at every command: an index answers it. */
export async function listAway(db: Readable): Promise<readonly HandOver[]> {
  return (await db.selectFrom('hand_over').selectAll().where('state', 'in', AWAY).orderBy('id').execute()).map(toHandOver)
}

export async function findHandOver(db: Readable, id: HandOverId): Promise<HandOver | null> {
  const row = await db.selectFrom('hand_over').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toHandOver(row)
}

/** Throws `record-not-found`. */
export async function getHandOver(db: Readable, id: HandOverId): Promise<HandOver> {
  const found = await findHandOver(db, id)
  if (found === null) throw new AppError('record-not-found', { noun: 'hand-over', id })
  return found
}

export async function insertHandOver(trace: Trace, handOver: Omit<HandOver, 'version'>): Promise<HandOver> {
  return toHandOver(await trace.insert('hand_over', toRow(handOver)))
}

/** Writes a hand-over; `version` is the one it was read with. */
export async function updateHandOver(trace: Trace, handOver: HandOver): Promise<HandOver> {
  return toHandOver(await trace.update('hand_over', handOver.id, toRow(handOver), handOver.version))
}
