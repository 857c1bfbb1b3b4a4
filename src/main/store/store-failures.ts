import { AppError } from '#shared/app-error.ts'

/** The code of a failure of SQLite or of the file system ("SQLITE_FULL", "ENOSPC"), or null. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/**
 * Gives a failure of the database or the file system its name from the closed list, so that a full disk is told as a full disk.
 * Anything else comes back as it was: it is a defect and is reported as one.
 */
export function nameStoreFailure(error: unknown, folder: string): unknown {
  const code = codeOf(error)
  if (error instanceof AppError || code === null) return error
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk-full', { folder }, { cause: error })
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'))
    return new AppError('workspace-damaged', { folder }, { cause: error })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('workspace-locked', { folder }, { cause: error })
  const notWritable = ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR'].some((known) =>
    code.startsWith(known),
  )
  return notWritable ? new AppError('workspace-not-writable', { folder }, { cause: error }) : error
}
