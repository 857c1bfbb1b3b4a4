import { strToU8 } from 'fflate/browser'
import type { PackContent } from '#shared/domain/pack.ts'

export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'signature'

/** What the reader of any zip lets through (zip-archive.ts), with room for the two parts above. */
export const MOST_PARTS = 3_900
export const LARGEST_PACK_BYTES = 380 * 1024 * 1024

/** One value a line: a reader of the future can look at a part without holding all of it. */
const lines = (values: readonly unknown[]): Uint8Array => strToU8(values.map((value) => JSON.stringify(value)).join('\n'))

/** The parts of a pack by their names in the archive. */
export function packParts(content: PackContent): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  for (const [table, rows] of content.rows) parts.set(`rows/${table}.jsonl`, lines(rows))
  for (const [table, rows] of content.referred) parts.set(`referred/${table}.jsonl`, lines(rows))
  for (const { hash, text } of content.texts) parts.set(`texts/${hash}`, strToU8(text))
  for (const { hash, content: bytes } of content.files) parts.set(`files/${hash}`, bytes)
  parts.set('files.jsonl', lines(content.files.map(({ hash, name, bytes, stored_at }) => ({ hash, name, bytes, stored_at }))))
  parts.set('sent.jsonl', lines(content.sent))
  parts.set('log.jsonl', lines(content.log))
  return parts
}
