import { AppError } from '#shared/app-error.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import type { DraftRoundId, PlanId } from '#shared/domain/identifier.ts'
import type { DraftRound } from '#shared/ipc/plan-contract.ts'
import { digest } from '../digest.ts'
import { fromJson, toJson } from '../json.ts'
import type { Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

/** Records and paper as they were at one moment. `Content` is the service's own value: what it needs to restore or to compare. */
export interface Frozen<Content> {
  readonly content: Content
  readonly document: OfficialDocument
}

function toDraftRound(row: RowOf<'draft_round'>): DraftRound {
  return {
    id: row.id as DraftRoundId,
    planId: row.plan_id as PlanId,
    ordinal: row.ordinal,
    name: row.name,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  }
}

/** A plan's rounds, the first first. */
export async function listDraftRounds(db: Readable, planId: PlanId): Promise<readonly DraftRound[]> {
  return (await db.selectFrom('draft_round').selectAll().where('plan_id', '=', planId).orderBy('ordinal').execute()).map(toDraftRound)
}

/** A round with what it froze. Throws `record-not-found`. */
export async function getDraftRound<Content>(db: Readable, id: DraftRoundId): Promise<{ readonly round: DraftRound } & Frozen<Content>> {
  const row = await db.selectFrom('draft_round').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'draft-round', id })
  return { round: toDraftRound(row), ...(await readFrozen<Content>(db, row)) }
}

/** Freezes a round. */
export async function insertDraftRound<Content>(trace: Trace, round: DraftRound, frozen: Frozen<Content>): Promise<DraftRound> {
  const row = await trace.insert('draft_round', {
    id: round.id,
    plan_id: round.planId,
    ordinal: round.ordinal,
    name: round.name,
    saved_at: round.savedAt,
    saved_by: round.savedBy,
    content_hash: await trace.freeze(toJson(frozen.content)),
    document_hash: await trace.freeze(toJson(frozen.document)),
  })
  return toDraftRound(row)
}

/** The plan's round that froze the same content, or null. */
export async function findSameRound<Content>(db: Readable, planId: PlanId, content: Content): Promise<DraftRound | null> {
  const hash = digest(toJson(content))
  const row = await db
    .selectFrom('draft_round')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('content_hash', '=', hash)
    .orderBy('ordinal')
    .executeTakeFirst()
  return row === undefined ? null : toDraftRound(row)
}

/** One copy of an issued document and the file made of it. */
export interface FrozenDocument {
  readonly id: string
  readonly planId: PlanId
  readonly copy: 'paper' | 'electronic'
  readonly docx: { readonly hash: string; readonly name: string }
  readonly issuedAt: string
}

/** The frozen copy of an issued plan, or null before issue. */
export async function findFrozenDocument<Content>(
  db: Readable,
  planId: PlanId,
  copy: FrozenDocument['copy'],
): Promise<(FrozenDocument & Frozen<Content>) | null> {
  const row = await db.selectFrom('frozen_document').selectAll().where('plan_id', '=', planId).where('copy', '=', copy).executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    planId: row.plan_id as PlanId,
    copy: row.copy as FrozenDocument['copy'],
    docx: { hash: row.docx_hash, name: row.docx_name },
    issuedAt: row.issued_at,
    ...(await readFrozen<Content>(db, row)),
  }
}

/** Freezes a copy at issue; its DOCX must be in the file store already. */
export async function insertFrozenDocument<Content>(trace: Trace, frozen: FrozenDocument & Frozen<Content>): Promise<void> {
  await trace.insert('frozen_document', {
    id: frozen.id,
    plan_id: frozen.planId,
    copy: frozen.copy,
    document_hash: await trace.freeze(toJson(frozen.document)),
    content_hash: await trace.freeze(toJson(frozen.content)),
    docx_hash: frozen.docx.hash,
    docx_name: frozen.docx.name,
    issued_at: frozen.issuedAt,
  })
}

async function readFrozen<Content>(
  db: Readable,
  row: { readonly content_hash: string; readonly document_hash: string },
): Promise<Frozen<Content>> {
  const texts = await db.selectFrom('frozen_text').selectAll().where('hash', 'in', [row.content_hash, row.document_hash]).execute()
  const textOf = (hash: string): string => {
    const found = texts.find((text) => text.hash === hash)
    if (found === undefined) throw new Error(`frozen text ${hash} is missing`)
    return found.text
  }
  return { content: fromJson(textOf(row.content_hash)), document: fromJson(textOf(row.document_hash)) }
}
