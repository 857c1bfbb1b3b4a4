import { createHash, createPrivateKey, sign } from 'node:crypto'
import { Encrypter } from 'age-encryption'
import { strToU8, zipSync, type Zippable } from 'fflate/browser'
import { AppError } from '#shared/app-error.ts'
import type { PackContent, PackHead, PackManifest, PackRows } from '#shared/domain/pack.ts'
import type { TellProgress } from './document-job.ts'
import { LARGEST_PACK_BYTES, MANIFEST, MOST_PARTS, packParts, SIGNATURE } from './pack-parts.ts'

export interface WritePackInput {
  readonly head: PackHead
  readonly content: PackContent
  /** Ed25519: PKCS 8 in PEM, and SPKI in DER, base64. */
  readonly privateKey: string
  readonly publicKey: string
  readonly passphrase: string
  /** The power of two of the work a guess costs; null: the library's own, 18, some two seconds on a laptop. */
  readonly workFactor: number | null
}

const STEPS = 3

/** Seals a pack: parts under a signed manifest, zipped, under the passphrase. Throws `pack-too-large`. */
export async function writePack(input: WritePackInput, tellProgress: TellProgress): Promise<Uint8Array> {
  tellProgress(0, STEPS)
  const archive = packArchive(input)
  tellProgress(1, STEPS)
  const encrypter = new Encrypter()
  encrypter.setPassphrase(input.passphrase.normalize('NFC'))
  if (input.workFactor !== null) encrypter.setScryptWorkFactor(input.workFactor)
  const sealed = await encrypter.encrypt(archive)
  tellProgress(STEPS, STEPS)
  return sealed
}

/** The signed archive before it is put under the passphrase; a function of its own for tests of the format. */
export function packArchive({ head, content, privateKey, publicKey }: Omit<WritePackInput, 'passphrase' | 'workFactor'>): Uint8Array {
  const parts = packParts(content)
  const bytes = [...parts.values()].reduce((sum, part) => sum + part.byteLength, 0)
  if (parts.size > MOST_PARTS || bytes > LARGEST_PACK_BYTES)
    throw new AppError('pack-too-large', { megabytes: Math.ceil(bytes / 1_048_576) })
  const manifest: PackManifest = {
    ...head,
    counts: countsOf(content.rows),
    parts: Object.fromEntries(
      [...parts].map(([name, part]) => [name, createHash('sha256').update(part).digest('hex')]),
    ) as PackManifest['parts'],
    publicKey,
  }
  const manifestBytes = strToU8(JSON.stringify(manifest))
  const signature = sign(null, manifestBytes, createPrivateKey(privateKey))
  const entries: Zippable = { [MANIFEST]: manifestBytes, [SIGNATURE]: new Uint8Array(signature) }
  // Word and PDF files are packed already.
  for (const [name, part] of parts) entries[name] = [part, { level: name.startsWith('files/') ? 0 : 6 }]
  return zipSync(entries, { mtime: new Date('2000-01-01T00:00:00') })
}

function countsOf(rows: PackRows): Record<string, number> {
  return Object.fromEntries([...rows].map(([table, list]) => [table, list.length]))
}
