import type { Readable, Store, Writable } from '../schema.ts'

/** A file of the content-addressed store, as first met. */
export interface StoredFile {
  readonly hash: string
  readonly bytes: number
  readonly name: string
  readonly storedAt: string
}

export async function listStoredFiles(db: Readable): Promise<readonly StoredFile[]> {
  const rows = await db.selectFrom('stored_file').selectAll().orderBy('hash').execute()
  return rows.map((row) => ({ hash: row.hash, bytes: row.bytes, name: row.name, storedAt: row.stored_at }))
}

/** Notes that a file is in the store; the same bytes again change nothing. No log entry: what refers to the file is what is logged. */
export async function noteStoredFile(db: Store | Writable, file: StoredFile): Promise<void> {
  await db
    .insertInto('stored_file')
    .values({ hash: file.hash, bytes: file.bytes, name: file.name, stored_at: file.storedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
