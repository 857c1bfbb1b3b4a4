import { z } from 'zod'
import { PlanComparison } from '../domain/comparison.ts'
import { HandOver, HandOverScope } from '../domain/hand-over.ts'
import { HandOverId, Moment, PlanId, Version } from '../domain/identifier.ts'
import { call } from './call.ts'
import { DraftRound } from './plan-contract.ts'

/** What a pack means to this machine; `text/vi/hand-over.ts` says each in a sentence. */
export const PackVerdict = z.enum([
  'receive',
  'receive-workspace',
  'take-back',
  'already-received',
  'already-returned',
  'own',
  'late',
  'unknown',
  'plan-exists',
])
export type PackVerdict = z.infer<typeof PackVerdict>

const LogLine = z.object({ at: Moment, name: z.string(), command: z.string(), note: z.string().nullable() })

/** A pack that was opened and lies ready: who sent it, what is inside, what differs from what is here. */
export const PackPreview = z.object({
  token: z.uuid(),
  file: z.string(),
  verdict: PackVerdict,
  direction: z.enum(['given', 'returned']),
  scope: HandOverScope,
  title: z.string(),
  officeName: z.string(),
  fromName: z.string(),
  toName: z.string(),
  at: Moment,
  /** Of the sender's key, to be compared by telephone. */
  fingerprint: z.string(),
  /** Whether this workspace has seen the key: `changed` when the same name came with another one before. */
  signer: z.enum(['known', 'new', 'changed']),
  /** The plan of the pack, where this workspace has it. */
  planId: PlanId.nullable(),
  counts: z.object({ plans: z.number(), provisions: z.number(), tasks: z.number(), rounds: z.number(), files: z.number() }),
  /** Bodies, groups, fields and the like that would be added here, by table. */
  missing: z.record(z.string(), z.number()),
  /** Plans whose words differ, from what is here to what the pack says. */
  comparisons: z.array(z.object({ planId: PlanId, title: z.string(), comparison: PlanComparison })).readonly(),
  /** Rows of other tables that differ. */
  records: z.array(z.object({ table: z.string(), added: z.number(), changed: z.number(), removed: z.number() })).readonly(),
  /** What the sender did on his copy, the last first. */
  log: z.array(LogLine).readonly(),
  /** Whether its plan can be kept as a round of the plan here. */
  mayKeepAsRound: z.boolean(),
})
export type PackPreview = z.infer<typeof PackPreview>

const nothing = z.object({})
/** Short ones are guessed: every try costs a second, and a pack may be copied. */
const Passphrase = z.string().min(8).max(200)
const job = { jobId: z.uuid() }
const WrittenPack = z.object({ handOver: HandOver, file: z.string() }).nullable()
const token = z.object({ token: z.uuid() })

export const handOverContract = {
  'hand-over.list': call(nothing, z.array(HandOver).readonly()),
  /** "Bàn giao": asks where to save, writes the pack, makes this copy read-only; null when the dialog was cancelled. */
  'hand-over.give': call(
    z.object({ ...job, planId: PlanId.nullable(), toName: z.string().trim().min(1).max(200), passphrase: Passphrase }),
    WrittenPack,
  ),
  /** "Trả lại": the same way back. */
  'hand-over.send-back': call(z.object({ ...job, id: HandOverId, passphrase: Passphrase }), WrittenPack),
  /** Writes the pack of a copy that is away once more: it was lost, or its passphrase was. */
  'hand-over.pack-again': call(z.object({ ...job, id: HandOverId, passphrase: Passphrase }), WrittenPack),
  /** "Thu hồi", or "Rút lại" of a copy that was sent back. */
  'hand-over.reclaim': call(z.object({ id: HandOverId, version: Version, reason: z.string().trim().min(1).max(2000) }), HandOver),
  /** Asks for a pack with the system's dialog; null when cancelled. */
  'hand-over.choose': call(nothing, z.object({ path: z.string() }).nullable()),
  /** The pack the program was started with, once; null when there is none. */
  'hand-over.waiting': call(nothing, z.object({ path: z.string() }).nullable()),
  'hand-over.open': call(z.object({ ...job, path: z.string().min(1), passphrase: z.string().min(1).max(200) }), PackPreview),
  /** Does what the verdict says: receive, or take back. */
  'hand-over.accept': call(token, HandOver),
  'hand-over.keep-as-round': call(token, DraftRound),
  /** Opens a whole workspace that cannot be taken back as one of its own, beside this one. */
  'hand-over.open-beside': call(token, nothing),
  'hand-over.close': call(token, nothing),
  /** What the receiver did on the copy, the last first; empty until it came back. */
  'hand-over.read-log': call(z.object({ id: HandOverId }), z.array(LogLine).readonly()),
}
