import type { MemberId, ProfileId } from '#shared/domain/identifier.ts'
import type { Readable, Store } from '../schema.ts'

/** When a person last marked a member's portfolio as looked at, or null. */
export async function findLastLook(db: Readable, profileId: ProfileId, memberId: MemberId): Promise<string | null> {
  const row = await db
    .selectFrom('last_look')
    .select('looked_at')
    .where('profile_id', '=', profileId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row?.looked_at ?? null
}

/** Notes that a person looked; nothing of the office's records changes, so the log does not tell. */
export async function noteLastLook(db: Store, profileId: ProfileId, memberId: MemberId, lookedAt: string): Promise<void> {
  await db
    .insertInto('last_look')
    .values({ profile_id: profileId, member_id: memberId, looked_at: lookedAt })
    .onConflict((conflict) => conflict.columns(['profile_id', 'member_id']).doUpdateSet({ looked_at: lookedAt }))
    .execute()
}
