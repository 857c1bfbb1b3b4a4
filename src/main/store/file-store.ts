import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#shared/app-error.ts'
import { FileHash } from '#shared/domain/identifier.ts'
import { writeFileWhole } from '#main/files/write-file.ts'

/** Files kept under the SHA-256 of their bytes: the same file is kept once, and a changed byte is seen. */
export interface FileStore {
  /** The workspace's folder, for messages. */
  readonly folder: string
  /** Keeps bytes; the same bytes again are not written again. Nothing half-written can be found under the hash. */
  readonly keep: (bytes: Uint8Array) => Promise<{ readonly hash: FileHash; readonly bytes: number }>
  /** The bytes, checked against their hash. Throws `file-not-found`, `workspace-damaged`. */
  readonly read: (hash: FileHash) => Promise<Uint8Array>
  /** Where the file lies, for programs that open it themselves; they must be given a copy. */
  readonly pathOf: (hash: FileHash) => string
  /** Whether the file is there with the bytes its name says. */
  readonly verify: (hash: FileHash) => Promise<'sound' | 'missing' | 'changed'>
}

/** The file store of a workspace's folder. */
export function openFileStore(folder: string): FileStore {
  const pathOf = (hash: FileHash): string => join(folder, 'files', hash.slice(0, 2), hash)
  return {
    folder,
    pathOf,
    keep: async (bytes) => {
      const hash = FileHash.parse(createHash('sha256').update(bytes).digest('hex'))
      const path = pathOf(hash)
      const there = await stat(path).catch(() => null)
      if (there?.size !== bytes.byteLength) {
        await mkdir(dirname(path), { recursive: true })
        await writeFileWhole(path, bytes)
      }
      return { hash, bytes: bytes.byteLength }
    },
    read: async (hash) => {
      const bytes = await readFile(pathOf(hash)).catch(() => null)
      if (bytes === null) throw new AppError('file-not-found', { file: pathOf(hash) })
      if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new AppError('workspace-damaged', { folder })
      return bytes
    },
    verify: async (hash) => {
      const found = await hashFile(pathOf(hash))
      return found === null ? 'missing' : found === hash ? 'sound' : 'changed'
    },
  }
}

/** SHA-256 of a file's bytes, read as a stream; null when there is no such file. */
async function hashFile(path: string): Promise<string | null> {
  if ((await stat(path).catch(() => null)) === null) return null
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
