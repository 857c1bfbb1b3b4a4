import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/app-error.ts'
import { FileHash } from '#shared/domain/identifier.ts'
import type { BackupFile } from '#shared/ipc/workspace-contract.ts'
import type { FileConnection } from './connection.ts'
import { sealCopy } from './connection-archive.ts'
import type { FileStore } from './file-store.ts'
import { listStoredFiles } from './repositories/stored-file.ts'

type Reason = BackupFile['reason']

/** How many of each kind stay; those made by hand all do. */
const KEPT: Readonly<Record<Reason, number>> = {
  'manual': Number.POSITIVE_INFINITY,
  'daily': 30,
  'before-migration': 10,
  'before-restore': 10,
}

/** `2026-11-24T10-32-05-123Z_daily.sqlite`: sorts by time, and no character that a file system refuses. */
const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3}Z)_(manual|daily|before-migration|before-restore)\.sqlite$/

export function backupFolder(folder: string): string {
  return join(folder, 'backups')
}

/** The backups of a workspace's folder, the newest first. */
export async function listBackups(folder: string): Promise<readonly BackupFile[]> {
  const names = await readdir(backupFolder(folder)).catch(() => [])
  const found = names.flatMap((file) => {
    const [, hour, minute, second, rest, reason] = NAME.exec(file) ?? []
    return hour === undefined ? [] : [{ file, at: `${hour}:${minute}:${second}.${rest}`, reason: reason as Reason }]
  })
  const sized = await Promise.all(found.map(async (one) => ({ ...one, bytes: (await stat(join(backupFolder(folder), one.file))).size })))
  return sized.toSorted((one, other) => (one.file < other.file ? 1 : -1))
}

/** The path of a listed backup. Throws `backup-not-valid` for any other name, so that a name cannot lead out of the folder. */
export function backupPath(folder: string, file: string): string {
  if (!NAME.test(file)) throw new AppError('backup-not-valid', { file })
  return join(backupFolder(folder), file)
}

/**
 * Copies the workspace as of this moment, while it stays in use. One made by hand carries the stored files too, to be taken away;
 * the others share `files/`, where nothing is ever changed or removed. Old ones of the same kind go.
 * Throws `workspace-damaged` (the copy is not kept: it would push out a sound one), `disk-full`.
 */
export async function makeBackup(
  workspace: { readonly folder: string; readonly connection: FileConnection; readonly files: FileStore },
  reason: Reason,
  at: Date,
): Promise<BackupFile> {
  const { folder, connection, files } = workspace
  await mkdir(backupFolder(folder), { recursive: true })
  const file = `${at.toISOString().replace(/[:.]/g, '-')}_${reason}.sqlite`
  const path = backupPath(folder, file)
  const unfinished = `${path}.part`
  try {
    await connection.copyTo(unfinished)
    const attachments = reason === 'manual' ? (await listStoredFiles(connection.db)).map((stored) => stored.hash) : []
    const faults = await sealCopy(unfinished, attachments, (hash) => files.read(FileHash.parse(hash)).catch(() => null))
    if (faults.length > 0) throw new AppError('workspace-damaged', { folder }, { cause: faults })
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await dropOldest(folder, reason)
  return { file, at: at.toISOString(), bytes: (await stat(path)).size, reason }
}

async function dropOldest(folder: string, reason: Reason): Promise<void> {
  const same = (await listBackups(folder)).filter((backup) => backup.reason === reason)
  for (const { file } of same.slice(Math.min(KEPT[reason], same.length))) await rm(backupPath(folder, file), { force: true })
}

/** Whether this day (of the machine's clock) has no daily backup yet. */
export async function isDailyBackupDue(folder: string, now: Date): Promise<boolean> {
  const last = (await listBackups(folder)).find((backup) => backup.reason === 'daily')
  return last === undefined || new Date(last.at).toDateString() !== now.toDateString()
}
