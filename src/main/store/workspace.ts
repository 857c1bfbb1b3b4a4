import { existsSync } from 'node:fs'
import { cp, copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { AppError } from '#shared/app-error.ts'
import { machineProbes, refuseUnsafeFolder, type FolderProbes } from '#main/files/folder-kind.ts'
import { backupFolder, backupPath, makeBackup } from './backup.ts'
import { ForeignFileError, lockFile, openFile, type FileConnection, type FolderLock } from './connection.ts'
import { takeAttachments } from './connection-archive.ts'
import { openFileStore, type FileStore } from './file-store.ts'
import { migrate, register, type Register } from './migrations/register.ts'
import { nameStoreFailure } from './store-failures.ts'

/** A workspace's folder in use. */
export interface Workspace {
  readonly folder: string
  readonly connection: FileConnection
  readonly files: FileStore
  readonly close: () => Promise<void>
}

/** What opening needs of the machine. */
export interface Machine {
  readonly now: () => Date
  /** Stands in for machines we do not have; this one when left out. */
  readonly probes?: FolderProbes
  /** The program's own when left out. */
  readonly migrations?: Register
}

const databaseFile = (folder: string): string => join(folder, 'workspace.sqlite')

/** Whether a folder holds a workspace. */
export function isWorkspace(folder: string): boolean {
  return existsSync(databaseFile(folder))
}

/**
 * Opens the workspace of a folder to write, making it where there is none. One program at a time may do so; the lock is the
 * operating system's and ends with the process. A backup is made before the first migration that the file has not had.
 *
 * Throws `workspace-on-network-drive`, `workspace-in-synced-folder`, `workspace-locked`, `workspace-from-newer-program`,
 * `workspace-damaged`, `workspace-not-writable`, `disk-full`.
 */
export async function openWorkspace(folder: string, machine: Machine): Promise<Workspace> {
  refuseUnsafeFolder(folder, machine.probes ?? machineProbes)
  return naming(folder, async () => {
    await mkdir(folder, { recursive: true })
    const lock = takeLock(folder)
    try {
      const migrations = machine.migrations ?? register
      const pending = isWorkspace(folder) ? await readPending(folder, migrations) : []
      const cleanlyClosed = !((await stat(`${databaseFile(folder)}-wal`).catch(() => null))?.size ?? 0)
      const connection = openFile(databaseFile(folder), 'write')
      try {
        // After a crash the file is looked at whole; after an orderly end that would only cost time.
        if (!cleanlyClosed && connection.checkIntegrity().length > 0) throw new AppError('workspace-damaged', { folder })
        const files = openFileStore(folder)
        if (pending.length > 0) await makeBackup({ folder, connection, files }, 'before-migration', machine.now())
        await migrate(connection.db, connection.dialect, migrations)
        return { folder, connection, files, close: () => closeBoth(connection, lock) }
      } catch (error) {
        await connection.close()
        throw error
      }
    } catch (error) {
      lock.release()
      throw error
    }
  })
}

/**
 * Opens a workspace to read only, beside a window that has it open. A file of an older program is brought up to date first, which needs
 * the lock. Throws `workspace-not-found` and what `openWorkspace` throws.
 */
export async function openWorkspaceToRead(folder: string, machine: Machine): Promise<Workspace> {
  refuseUnsafeFolder(folder, machine.probes ?? machineProbes)
  if (!isWorkspace(folder)) throw new AppError('workspace-not-found', { folder })
  return naming(folder, async () => {
    if ((await readPending(folder, machine.migrations ?? register)).length > 0) await (await openWorkspace(folder, machine)).close()
    const connection = openFile(databaseFile(folder), 'read')
    return { folder, connection, files: openFileStore(folder), close: () => connection.close() }
  })
}

/**
 * Puts a backup in the place of the workspace, which must be closed. What is there is backed up first; a file that cannot be opened any
 * more is laid aside in `backups/`. Throws `backup-not-valid`, `workspace-locked`, `disk-full`.
 */
export async function restoreWorkspace(folder: string, file: string, machine: Machine): Promise<void> {
  const source = backupPath(folder, file)
  if (!existsSync(source)) throw new AppError('backup-not-valid', { file })
  await naming(folder, async () => {
    const lock = takeLock(folder)
    const fresh = `${databaseFile(folder)}.part`
    try {
      await copyFile(source, fresh)
      await refuseUnsound(fresh, file, machine.migrations ?? register)
      const files = openFileStore(folder)
      await takeAttachments(fresh, files.keep)
      await layAside(folder, machine)
      for (const neighbour of ['-wal', '-shm']) await rm(`${databaseFile(folder)}${neighbour}`, { force: true })
      await rename(fresh, databaseFile(folder))
    } finally {
      await rm(fresh, { force: true })
      lock.release()
    }
  })
}

/**
 * Copies a workspace from where it must not be used (a network drive, a synchronised folder) to a folder of this machine that
 * holds none yet. Throws `workspace-not-found`, `file-exists`, `workspace-damaged`, `disk-full`.
 */
export async function copyWorkspace(from: string, to: string): Promise<void> {
  if (!isWorkspace(from)) throw new AppError('workspace-not-found', { folder: from })
  if (isWorkspace(to)) throw new AppError('file-exists', { file: databaseFile(to) })
  await naming(to, async () => {
    await mkdir(to, { recursive: true })
    const fresh = `${databaseFile(to)}.part`
    try {
      await copyFile(databaseFile(from), fresh)
      // What was written last may still stand in the neighbour.
      const neighbour = `${databaseFile(from)}-wal`
      if (existsSync(neighbour)) await copyFile(neighbour, `${fresh}-wal`)
      const connection = openFile(fresh, 'write')
      const faults = connection.checkIntegrity()
      await connection.close()
      if (faults.length > 0) throw new AppError('workspace-damaged', { folder: from })
      for (const part of ['files', 'backups']) {
        if (existsSync(join(from, part))) await cp(join(from, part), join(to, part), { recursive: true, errorOnExist: false })
      }
      await rename(fresh, databaseFile(to))
    } finally {
      for (const neighbour of ['', '-wal', '-shm']) await rm(`${fresh}${neighbour}`, { force: true })
    }
  })
}

function takeLock(folder: string): FolderLock {
  const lock = lockFile(join(folder, 'workspace.lock'))
  if (lock === null) throw new AppError('workspace-locked', { folder })
  return lock
}

async function closeBoth(connection: FileConnection, lock: FolderLock): Promise<void> {
  try {
    await connection.close()
  } finally {
    lock.release()
  }
}

/** The migrations that a file has not had; looked at without changing it. Throws `workspace-from-newer-program`. */
async function readPending(folder: string, migrations: Register): Promise<readonly string[]> {
  const names = migrations.map(({ name }) => name)
  const had = await readMigrations(databaseFile(folder))
  const unknown = had.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new AppError('workspace-from-newer-program', { folder, found: unknown })
  return had.length === 0 ? [] : names.filter((name) => !had.includes(name))
}

async function readMigrations(file: string): Promise<readonly string[]> {
  const connection = openFile(file, 'read')
  try {
    const known = await sql<{ name: string }>`select name from sqlite_schema where name = 'kysely_migration'`.execute(connection.db)
    if (known.rows.length === 0) return []
    const rows = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(connection.db)
    return rows.rows.map((row) => row.name)
  } finally {
    await connection.close()
  }
}

async function refuseUnsound(fresh: string, file: string, migrations: Register): Promise<void> {
  try {
    const connection = openFile(fresh, 'read')
    const faults = connection.checkIntegrity()
    await connection.close()
    const had = await readMigrations(fresh)
    if (faults.length > 0 || had.length === 0 || had.some((name) => migrations.every((known) => known.name !== name)))
      throw new Error(faults.join('; '))
  } catch (error) {
    throw new AppError('backup-not-valid', { file }, { cause: error })
  }
}

/** Backs up what stands in the workspace; what cannot be opened is moved as it is, so that nothing is ever thrown away. */
async function layAside(folder: string, machine: Machine): Promise<void> {
  if (!isWorkspace(folder)) return
  try {
    const connection = openFile(databaseFile(folder), 'write')
    try {
      await makeBackup({ folder, connection, files: openFileStore(folder) }, 'before-restore', machine.now())
    } finally {
      await connection.close()
    }
  } catch (error) {
    const named = nameFailure(error, folder)
    if (!(named instanceof AppError) || named.code !== 'workspace-damaged') throw named
    await mkdir(backupFolder(folder), { recursive: true })
    await rename(databaseFile(folder), join(backupFolder(folder), `${machine.now().toISOString().replace(/[:.]/g, '-')}_damaged.sqlite`))
  }
}

async function naming<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw nameFailure(error, folder)
  }
}

function nameFailure(error: unknown, folder: string): unknown {
  return error instanceof ForeignFileError
    ? new AppError('workspace-damaged', { folder }, { cause: error })
    : nameStoreFailure(error, folder)
}
