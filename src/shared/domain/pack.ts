import { z } from 'zod'
import { HandOverScope } from './hand-over.ts'
import { FileHash, HandOverId, Moment, PackId, PlanId } from './identifier.ts'

/** The number of the pack's own format; raised when an older program could no longer read one rightly. */
export const PACK_FORMAT = 1

/** A row as it stands in its table. */
export const PackRow = z
  .record(z.string().max(64), z.union([z.string(), z.number(), z.null()]))
  .and(z.object({ id: z.string().min(1).max(200) }))
export type PackRow = Readonly<Record<string, string | number | null>> & { readonly id: string }
/** Rows by table, each in the order of their ids. */
export type PackRows = ReadonlyMap<string, readonly PackRow[]>

const counts = z.record(z.string(), z.number().int().nonnegative())

/** What a pack (gói bàn giao, `*.cchc`) says of itself; signed by its sender. */
export const PackManifest = z.object({
  format: z.literal('cchc-pack'),
  formatVersion: z.literal(PACK_FORMAT),
  packId: PackId,
  handOverId: HandOverId,
  /** `given` goes out to be worked on, `returned` comes back. */
  direction: z.enum(['given', 'returned']),
  scope: HandOverScope,
  /** The plan, then the versions it replaces; empty for a workspace. */
  planIds: z.array(PlanId).max(50),
  title: z.string().max(2000),
  officeName: z.string().max(500),
  fromName: z.string().min(1).max(200),
  toName: z.string().min(1).max(200),
  at: Moment,
  contentHash: FileHash,
  /** Hash of the content that was given, so that one who returns it says on what it rests. */
  basedOn: FileHash,
  /** The newest migration of the sender's workspace. */
  migration: z.string().max(100),
  programVersion: z.string().max(50),
  /** Rows by table. */
  counts,
  /** Parts of the archive beside the manifest and its signature, with the SHA-256 of their bytes. */
  parts: z.record(z.string().max(200), FileHash),
  /** Ed25519, SPKI in DER, base64. */
  publicKey: z.string().max(200),
})
export type PackManifest = z.infer<typeof PackManifest>
/** What the sender says; the parts and the key are added when it is sealed. */
export type PackHead = Omit<PackManifest, 'parts' | 'publicKey' | 'counts'>
