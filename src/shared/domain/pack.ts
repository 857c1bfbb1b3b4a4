import { z } from 'zod'
import { HandOverScope } from './hand-over.ts'
import { FileHash, HandOverId, Moment, PackId, PlanId } from './identifier.ts'

/** The number of the pack's own format; raised when an older program could no longer read one rightly. */
export const PACK_FORMAT = 1

/** A row as it stands in its table: columns are named as our own are, so that no name can mean anything else. */
export const PackRow = z
  .record(z.string().regex(/^[a-z][a-z0-9_]{0,63}$/), z.union([z.string(), z.number(), z.null()]))
  // A refinement and no intersection: that would let through a column which only one side refuses.
  .refine(({ id }) => typeof id === 'string' && id !== '' && id.length <= 200)
  .transform((row) => row as PackRow)
export type PackRow = Readonly<Record<string, string | number | null>> & { readonly id: string }
/** Rows by table, each in the order of their ids. */
export type PackRows = ReadonlyMap<string, readonly PackRow[]>

const Text = z.string().max(4000)
const Image = z.string().nullable()
/** A line of the sender's log with its items, as they stand in the log's tables: who did what travels along. */
export const PackLogLine = z.object({
  id: z.uuid(),
  sequence: z.number().int().positive(),
  at: Moment,
  profile_id: z.uuid(),
  profile_name: Text,
  role: Text,
  command: Text,
  kind: z.enum(['command', 'undo', 'redo']),
  undoing: z.enum(['undoable', 'barrier', 'apart']),
  undoes: z.uuid().nullable(),
  note: Text.nullable(),
  previous_hash: Text,
  hash: Text,
  items: z
    .array(
      z.object({
        ordinal: z.number().int().nonnegative(),
        table_name: Text,
        record_id: Text,
        before: Image,
        after: Image,
        salt: Image,
        hash: Text,
        purged_at: Moment.nullable(),
      }),
    )
    .readonly(),
})
export type PackLogLine = z.infer<typeof PackLogLine>

/** A file of the sender's store that rows name. */
export const PackFile = z.object({ hash: FileHash, name: z.string().max(500), bytes: z.number().int().nonnegative(), stored_at: Moment })
export type PackFile = z.infer<typeof PackFile>

/** What left the sender's office as a Word file, so that it can still be merged when it comes back. */
export const PackSentVersion = z.object({ plan_id: PlanId, content_hash: FileHash, sent_at: Moment })
export type PackSentVersion = z.infer<typeof PackSentVersion>

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

/** Everything in a pack beside its manifest. */
export interface PackContent {
  /** The rows in scope: what the content hash is of. */
  readonly rows: PackRows
  /** What those rows refer to: only added where it is missing. Empty for a workspace. */
  readonly referred: PackRows
  readonly texts: readonly { readonly hash: string; readonly text: string }[]
  readonly files: readonly (PackFile & { readonly content: Uint8Array })[]
  readonly sent: readonly PackSentVersion[]
  readonly log: readonly PackLogLine[]
}
