import type { FileHash, PlanId } from '#shared/domain/identifier.ts'
import { digest } from '../digest.ts'
import { fromJson, toJson } from '../json.ts'
import type { Readable, Store, Writable } from '../schema.ts'

/** The hash under which some records are kept as sent; the same records have the same one. */
export function hashOfContent(content: unknown): string {
  return digest(toJson(content))
}

/** Keeps what a Word file is made of, once however often it is exported. Not a write of the log: nothing of the office's records changes. */
export async function keepSentVersion(db: Store, planId: PlanId, content: unknown, sentAt: string): Promise<void> {
  const text = toJson(content)
  const hash = digest(text)
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('frozen_text')
      .values({ hash, text })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await trx
      .insertInto('sent_version')
      .values({ plan_id: planId, content_hash: hash, sent_at: sentAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}

/** What a plan sent under a hash, or null. */
export async function findSentVersion<Content>(
  db: Readable,
  planId: PlanId,
  hash: string,
): Promise<{ readonly content: Content; readonly sentAt: string } | null> {
  const row = await db
    .selectFrom('sent_version')
    .innerJoin('frozen_text', 'frozen_text.hash', 'sent_version.content_hash')
    .select(['frozen_text.text', 'sent_version.sent_at'])
    .where('plan_id', '=', planId)
    .where('content_hash', '=', hash)
    .executeTakeFirst()
  return row === undefined ? null : { content: fromJson(row.text), sentAt: row.sent_at }
}

/** What the plans (null: all) sent, as it stands in the table: a pack takes it along, so that a Word file that is still out can be merged. */
export async function listSentVersions(
  db: Readable,
  planIds: readonly PlanId[] | null,
): Promise<readonly { readonly plan_id: PlanId; readonly content_hash: FileHash; readonly sent_at: string }[]> {
  let query = db.selectFrom('sent_version').selectAll().orderBy('plan_id').orderBy('content_hash')
  if (planIds !== null) query = query.where('plan_id', 'in', planIds)
  return (await query.execute()).map((row) => ({ ...row, plan_id: row.plan_id as PlanId, content_hash: row.content_hash as FileHash }))
}

/** Notes what another machine sent; its text must be frozen here already. */
export async function noteSentVersion(
  trx: Writable,
  version: { readonly plan_id: PlanId; readonly content_hash: FileHash; readonly sent_at: string },
): Promise<void> {
  await trx
    .insertInto('sent_version')
    .values(version)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
