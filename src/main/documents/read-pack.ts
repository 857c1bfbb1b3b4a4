import { createHash, createPublicKey, verify } from 'node:crypto'
import { Decrypter } from 'age-encryption'
import { z } from 'zod'
import { AppError } from '#shared/app-error.ts'
import { PACK_FORMAT, PackFile, PackLogLine, PackManifest, PackRow, PackSentVersion, type PackContent } from '#shared/domain/pack.ts'
import type { TellProgress } from './document-job.ts'
import { MANIFEST, SIGNATURE } from './pack-parts.ts'
import { openZip, type ZipArchive } from './zip-archive.ts'

export interface ReadPackInput {
  /** For sentences. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly passphrase: string
}

/** A pack whose signature and hashes hold; its rows are not judged yet. */
export interface ReadPack {
  readonly manifest: PackManifest
  readonly content: PackContent
}

/** An age file for one passphrase and nobody else, of no more work than we ask of ourselves: 2^20 would take a gigabyte. */
const HEADER = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} (\d{1,2})\n/
const HIGHEST_WORK_FACTOR = 18
const MOST_ROWS = 300_000
const STEPS = 3

/**
 * Opens a pack with its passphrase.
 * Throws `pack-not-valid`, `pack-passphrase-wrong`, `pack-from-newer-program`, `file-hostile` (a bomb, a path).
 */
export async function readPack({ file, bytes, passphrase }: ReadPackInput, tellProgress: TellProgress): Promise<ReadPack> {
  const factor = Number(HEADER.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1] ?? Number.NaN)
  // Written so that a header that is none fails too.
  if (!(factor <= HIGHEST_WORK_FACTOR)) throw new AppError('pack-not-valid', { file, problem: 'format' })
  tellProgress(0, STEPS)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase.normalize('NFC'))
  let archive: Uint8Array
  try {
    archive = await decrypter.decrypt(bytes)
  } catch (cause) {
    if (cause instanceof Error && cause.message.includes('no identity matched'))
      throw new AppError('pack-passphrase-wrong', { file }, { cause })
    throw new AppError('pack-not-valid', { file, problem: 'damaged' }, { cause })
  }
  tellProgress(1, STEPS)
  const pack = readArchive(archive, file)
  tellProgress(STEPS, STEPS)
  return pack
}

/** The same for an archive that lies open; a function of its own for tests of hostile ones. */
export function readArchive(bytes: Uint8Array, file: string): ReadPack {
  const archive = openArchive(bytes, file)
  const manifest = readManifest(archive, file)
  const names = archive.names.filter((name) => name !== MANIFEST && name !== SIGNATURE)
  const refuse = (problem: string): AppError => new AppError('pack-not-valid', { file, problem })
  if (names.length !== Object.keys(manifest.parts).length || names.some((name) => !Object.hasOwn(manifest.parts, name)))
    throw refuse('parts')
  const part = (name: string): Uint8Array => {
    const content = readPart(archive, name, file) ?? new Uint8Array()
    if (createHash('sha256').update(content).digest('hex') !== manifest.parts[name]) throw refuse('parts')
    return content
  }
  let left = MOST_ROWS
  const lines = <S extends z.ZodType>(name: string, schema: S): readonly z.output<S>[] => {
    if (!Object.hasOwn(manifest.parts, name)) return []
    const text = new TextDecoder('utf-8', { fatal: false }).decode(part(name))
    const found = text === '' ? [] : text.split('\n')
    left -= found.length
    if (left < 0) throw refuse('rows')
    return found.map((line) => parseLine(line, schema, refuse))
  }
  const tables = (folder: string): ReadonlyMap<string, readonly PackRow[]> => {
    const pattern = new RegExp(`^${folder}/([a-z_]+)\\.jsonl$`)
    const own = names.flatMap((name) => pattern.exec(name)?.[1] ?? [])
    return new Map(own.map((table) => [table, lines(`${folder}/${table}.jsonl`, PackRow)]))
  }
  const rows = tables('rows')
  const referred = tables('referred')
  if ([...rows].some(([table, list]) => list.length !== manifest.counts[table]) || rows.size !== Object.keys(manifest.counts).length)
    throw refuse('parts')
  const texts = names.flatMap((name) => {
    const hash = /^texts\/([0-9a-f]{64})$/.exec(name)?.[1]
    if (hash === undefined) return []
    const content = part(name)
    if (createHash('sha256').update(content).digest('hex') !== hash) throw refuse('parts')
    return [{ hash, text: new TextDecoder().decode(content) }]
  })
  const files = lines('files.jsonl', PackFile).map((known) => {
    const content = part(`files/${known.hash}`)
    // The name of a stored file is its hash: one that lies would put other bytes behind a record.
    if (createHash('sha256').update(content).digest('hex') !== known.hash || content.byteLength !== known.bytes) throw refuse('parts')
    return { ...known, content }
  })
  const content = { rows, referred, texts, files, sent: lines('sent.jsonl', PackSentVersion), log: lines('log.jsonl', PackLogLine) }
  const known = 3 + rows.size + referred.size + texts.length + files.length
  if (known !== names.length) throw refuse('parts')
  return { manifest, content }
}

function openArchive(bytes: Uint8Array, file: string): ZipArchive {
  try {
    return openZip(bytes, file)
  } catch (cause) {
    throw damaged(cause, file)
  }
}

function readPart(archive: ZipArchive, name: string, file: string): Uint8Array | null {
  try {
    return archive.read(name)
  } catch (cause) {
    throw damaged(cause, file)
  }
}

/** What a reader of any zip says, in this file's words; a bomb stays a bomb. */
function damaged(cause: unknown, file: string): unknown {
  if (cause instanceof AppError && cause.code === 'file-hostile') return cause
  return new AppError('pack-not-valid', { file, problem: 'damaged' }, { cause })
}

function readManifest(archive: ZipArchive, file: string): PackManifest {
  const bytes = readPart(archive, MANIFEST, file)
  const signature = readPart(archive, SIGNATURE, file)
  if (bytes === null || signature === null) throw new AppError('pack-not-valid', { file, problem: 'format' })
  let said: unknown
  try {
    said = JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new AppError('pack-not-valid', { file, problem: 'manifest' }, { cause })
  }
  const version = z
    .object({ format: z.literal('cchc-pack'), formatVersion: z.number(), programVersion: z.string().max(50).catch('') })
    .safeParse(said)
  if (version.success && version.data.formatVersion > PACK_FORMAT)
    throw new AppError('pack-from-newer-program', { file, found: version.data.programVersion })
  const manifest = PackManifest.safeParse(said)
  if (!manifest.success) throw new AppError('pack-not-valid', { file, problem: 'manifest' }, { cause: manifest.error })
  if (!isSigned(bytes, signature, manifest.data.publicKey)) throw new AppError('pack-not-valid', { file, problem: 'signature' })
  return manifest.data
}

function isSigned(bytes: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, signature)
  } catch {
    return false
  }
}

function parseLine<S extends z.ZodType>(line: string, schema: S, refuse: (problem: string) => AppError): z.output<S> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw refuse('rows')
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw refuse('rows')
  return parsed.data
}
