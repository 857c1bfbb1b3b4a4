import { z } from 'zod'
import { FileHash, HandOverId, Moment, PackId, PlanId, Version } from './identifier.ts'

/**
 * How a hand-over (bàn giao) stands on this machine. With the giver: given → returned, or reclaimed. With the receiver: received →
 * sent back (→ received again when taken back before it was used); closed once the same plan came anew.
 */
export const HandOverState = z.enum(['given', 'returned', 'reclaimed', 'received', 'sent-back', 'closed'])
export type HandOverState = z.infer<typeof HandOverState>

/** The states in which the living copy is with the other person: this one is read-only. */
export const AWAY: readonly HandOverState[] = ['given', 'sent-back']

export const HandOverScope = z.enum(['workspace', 'plan'])
export type HandOverScope = z.infer<typeof HandOverScope>

/** A plan or a workspace given to another person as a pack, or received from one. Both sides keep it under the same id. */
export const HandOver = z.object({
  id: HandOverId,
  state: HandOverState,
  scope: HandOverScope,
  /** The plan, then the versions it replaces, which go with it; empty for a workspace. */
  planIds: z.array(PlanId).readonly(),
  /** What was handed over, in words: the plan's subject or the office's name. */
  title: z.string(),
  /** To whom, or from whom. */
  otherName: z.string().min(1),
  /** The other person's public key, once a pack of theirs was opened. */
  otherKey: z.string().nullable(),
  /** The pack that went out, or came in, first. */
  packId: PackId,
  at: Moment,
  contentHash: FileHash,
  /** The pack that came back, or went back. */
  returnPackId: PackId.nullable(),
  returnedAt: Moment.nullable(),
  returnHash: FileHash.nullable(),
  /** Why it was reclaimed, in the person's own words. */
  reason: z.string().nullable(),
  /** The receiver's log of the work done on the copy, a stored file; null until it came back. */
  logHash: FileHash.nullable(),
  version: Version,
})
export type HandOver = z.infer<typeof HandOver>

/** Whether this machine's copy is read-only because of it. */
export function isAway(handOver: Pick<HandOver, 'state'>): boolean {
  return AWAY.includes(handOver.state)
}

/** The hand-over that makes a plan read-only now, or null: its own, or the whole workspace's. */
export function awayOf(handOvers: readonly HandOver[], planId: PlanId | null): HandOver | null {
  return handOvers.find((one) => isAway(one) && (one.scope === 'workspace' || (planId !== null && one.planIds.includes(planId)))) ?? null
}
