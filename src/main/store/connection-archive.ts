import Database from 'better-sqlite3'

// A backup is a database file by itself. A complete one also carries the stored files, as rows of one more table: one file to put
// on a stick, read and checked by the same library, with no second format.

/** Makes a fresh copy one file that needs no neighbours, proves it sound, and puts the files into it one after the other. */
export async function sealCopy(
  file: string,
  attachments: readonly string[],
  read: (hash: string) => Promise<Uint8Array | null>,
): Promise<readonly string[]> {
  const raw = new Database(file)
  try {
    raw.pragma('journal_mode = DELETE')
    raw.pragma('synchronous = FULL')
    const faults = raw.prepare('pragma quick_check').pluck().all().map(String)
    if (faults.join() !== 'ok') return faults
    if (attachments.length > 0) {
      raw.exec('create table attachment (hash text primary key, bytes blob not null) strict')
      const insert = raw.prepare('insert into attachment (hash, bytes) values (?, ?)')
      for (const hash of attachments) {
        const bytes = await read(hash)
        if (bytes !== null) insert.run(hash, bytes)
      }
    }
    return []
  } finally {
    raw.close()
  }
}

/** Takes the files out of a copy, giving each to `keep`, and leaves a plain database. */
export async function takeAttachments(file: string, keep: (bytes: Uint8Array) => Promise<unknown>): Promise<void> {
  const raw = new Database(file, { fileMustExist: true })
  try {
    const found = raw.prepare(`select count(*) from sqlite_schema where name = 'attachment'`).pluck().get()
    if (found === 0) return
    const hashes = raw.prepare('select hash from attachment order by hash').pluck().all().map(String)
    const read = raw.prepare('select bytes from attachment where hash = ?').pluck()
    for (const hash of hashes) {
      const bytes = read.get(hash)
      if (bytes instanceof Uint8Array) await keep(bytes)
    }
    raw.exec('drop table attachment')
    raw.exec('vacuum')
  } finally {
    raw.close()
  }
}
