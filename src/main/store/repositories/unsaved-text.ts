import type { PlanId } from '#shared/domain/identifier.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import { fromJson, toJson } from '../json.ts'
import type { Readable, Store, Writable } from '../schema.ts'

/** Text of a plan that was typed and not yet written as a command. */
export interface UnsavedText {
  readonly savedAt: string
  readonly provisions: readonly ProvisionContent[]
}

export async function findUnsavedText(db: Readable, planId: PlanId): Promise<UnsavedText | null> {
  const row = await db.selectFrom('unsaved_text').selectAll().where('plan_id', '=', planId).executeTakeFirst()
  return row === undefined ? null : { savedAt: row.saved_at, provisions: fromJson(row.provisions) }
}

/** Keeps what is being typed, in place of what was kept before. No log entry: this is no command. */
export async function keepUnsavedText(db: Store | Writable, planId: PlanId, text: UnsavedText): Promise<void> {
  const values = { saved_at: text.savedAt, provisions: toJson(text.provisions) }
  await db
    .insertInto('unsaved_text')
    .values({ plan_id: planId, ...values })
    .onConflict((conflict) => conflict.column('plan_id').doUpdateSet(values))
    .execute()
}

export async function dropUnsavedText(db: Store | Writable, planId: PlanId): Promise<void> {
  await db.deleteFrom('unsaved_text').where('plan_id', '=', planId).execute()
}
