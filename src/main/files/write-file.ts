import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '#shared/app-error.ts'

/** What may be tried in tests instead of the system's own renaming. */
export type Rename = (from: string, to: string) => Promise<void>

/**
 * Writes a file whole or not at all: into a neighbour first, flushed to the disk, then renamed over the old one.
 * Throws `file-open-elsewhere` (with a free name beside it) when another program holds the file, as Word does on Windows,
 * `file-not-writable` when the folder cannot be written, `disk-full` when the disk is.
 */
export async function writeFileWhole(file: string, bytes: Uint8Array, renameFile: Rename = rename): Promise<void> {
  const folder = dirname(file)
  const neighbour = join(folder, `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const handle = await open(neighbour, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await renameFile(neighbour, file)
  } catch (error) {
    await rm(neighbour, { force: true })
    throw await nameFailure(error, file, folder)
  }
}

async function nameFailure(error: unknown, file: string, folder: string): Promise<unknown> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC') return new AppError('disk-full', { folder }, { cause: error })
  const refused = code === 'EBUSY' || code === 'EPERM' || code === 'EACCES'
  // The neighbour could be written or the folder is read-only; only a file that is there can be held by another program.
  if (refused && (await fileExists(file)))
    return new AppError('file-open-elsewhere', { file, suggestion: await freeName(file) }, { cause: error })
  return new AppError('file-not-writable', { file }, { cause: error })
}

/** The first of "name (2).docx", "name (3).docx" … that is not there yet. */
export async function freeName(file: string): Promise<string> {
  const extension = extname(file)
  const stem = file.slice(0, file.length - extension.length).replace(/ \(\d+\)$/, '')
  for (let ordinal = 2; ; ordinal += 1) {
    const candidate = `${stem} (${ordinal})${extension}`
    if (!(await fileExists(candidate))) return candidate
  }
}

/**
 * Writes a copy to be opened: beside the wanted file where that one cannot be written, as when the last copy is still open. Gives the file
 * written. Throws as `writeFileWhole` where that fails too.
 */
export async function writeOrBeside(wanted: string, bytes: Uint8Array): Promise<string> {
  return writeFileWhole(wanted, bytes).then(
    () => wanted,
    async () => {
      const beside = await freeName(wanted)
      await writeFileWhole(beside, bytes)
      return beside
    },
  )
}

async function fileExists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
