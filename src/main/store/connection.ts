import Database from 'better-sqlite3'
import { Kysely, SqliteAdapter, SqliteDialect, type DialectAdapter, type SqliteDatabase, type SqliteStatement } from 'kysely'
import type { DialectName } from './migrations/table-kit.ts'
import type { Database as Tables, Store } from './schema.ts'

/** An open database and the few things only its driver can do. */
export interface Connection {
  readonly db: Store
  readonly dialect: DialectName
  readonly close: () => Promise<void>
}

/** The embedded database: a file of the workspace. */
export interface FileConnection extends Connection {
  /** Copies the whole database, as of one moment, to a new file, while it stays in use. */
  readonly copyTo: (file: string) => Promise<void>
  /** Sentences of SQLite about what is wrong with the file; empty when it is sound. */
  readonly checkIntegrity: () => readonly string[]
}

/** Stamped into the header of our files ("CCHC"), so that another program's database is not taken for ours. */
const APPLICATION_ID = 0x43434843

/** SQLite's schema changes do take part in transactions; only Kysely leaves them out. A migration is then all or nothing. */
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true
      }
    })()
  }
}

/**
 * Opens a workspace's database file. `read` changes nothing and may stand beside a writer; `write` makes the file when it is missing.
 * Throws what SQLite throws; `store/workspace.ts` gives it a name.
 */
export function openFile(file: string, mode: 'read' | 'write'): FileConnection {
  const raw = new Database(file, { fileMustExist: mode === 'read', timeout: 5000 })
  try {
    if (mode === 'write') {
      raw.pragma('journal_mode = WAL')
      raw.pragma('synchronous = FULL')
    } else {
      raw.pragma('query_only = ON')
    }
    raw.pragma('foreign_keys = ON')
    // Reading the schema proves that the file is a database at all.
    const empty = raw.prepare('select count(*) as count from sqlite_schema').pluck().get() === 0
    const id = raw.pragma('application_id', { simple: true })
    if (empty && mode === 'write') raw.pragma(`application_id = ${APPLICATION_ID}`)
    else if (id !== APPLICATION_ID) throw new ForeignFileError(file)
  } catch (error) {
    raw.close()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: new TransactionalSqliteDialect({ database: withKeptStatements(raw) }) })
  return {
    db,
    dialect: 'sqlite',
    close: async () => {
      await db.destroy()
      // A connection that never ran a query was never handed to Kysely.
      if (raw.open) raw.close()
    },
    copyTo: async (target) => {
      await raw.backup(target)
    },
    checkIntegrity: () => {
      const said = raw.prepare('pragma integrity_check').pluck().all().map(String)
      const strays = raw.prepare('pragma foreign_key_check').all()
      return [...said.filter((line) => line !== 'ok'), ...strays.map((stray) => JSON.stringify(stray))]
    },
  }
}

/** A database file that is not a workspace's. */
export class ForeignFileError extends Error {
  constructor(file: string) {
    super(`not a workspace: ${file}`)
    this.name = 'ForeignFileError'
  }
}

/** How many prepared statements are kept: more than the program has different ones of fixed length. */
const KEPT_STATEMENTS = 200

/** Kysely prepares every statement anew; most are asked again and again. */
function withKeptStatements(raw: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    prepare: (text) => {
      const known = kept.get(text)
      if (known !== undefined) return known
      const statement = text === 'rollback' ? rollbackIfOpen(raw) : raw.prepare(text)
      kept.set(text, statement)
      const [oldest] = kept.keys()
      if (kept.size > KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest)
      return statement
    },
    close: () => {
      kept.clear()
      raw.close()
    },
  }
}

/**
 * A full disk makes SQLite end the transaction by itself; rolling back once more would fail and hide the true failure
 * (https://www.sqlite.org/lang_transaction.html, "Response To Errors Within A Transaction").
 */
function rollbackIfOpen(raw: Database.Database): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    iterate: () => [].values(),
    run: () => (raw.inTransaction ? raw.prepare('rollback').run() : { changes: 0, lastInsertRowid: 0 }),
  }
}

/** Holds a folder for one program: an exclusive lock of the operating system on a small file, gone with the process however it ends. */
export interface FolderLock {
  readonly release: () => void
}

/** Takes the lock, or null when another process has it. */
export function lockFile(file: string): FolderLock | null {
  const raw = new Database(file, { timeout: 0 })
  try {
    raw.pragma('locking_mode = EXCLUSIVE')
    raw.exec('begin exclusive')
  } catch (error) {
    raw.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
  return {
    release: () => {
      if (raw.open) raw.close()
    },
  }
}
