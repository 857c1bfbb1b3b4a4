import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { Connection } from './connection.ts'
import type { Database as Tables } from './schema.ts'

// A file of its own: a laptop's start does not load the server's driver.

/** Where a province's server is, as `pg` takes it. */
export interface ServerAddress {
  readonly host: string
  readonly user: string
  readonly database: string
  readonly port?: number
  readonly password?: string
}

/** Opens a workspace on a province's server: the tables of the database's usual schema. */
export function openServer(address: ServerAddress): Connection {
  const pool = new Pool({ ...address })
  // A server that goes away while a connection rests would end the program; the next question tells it to the person who asks.
  pool.on('error', () => {})
  const ended: Promise<void>[] = []
  pool.on('connect', (client) => {
    ended.push(new Promise((resolve) => client.once('end', resolve)))
  })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    dialect: 'postgres',
    close: async () => {
      await db.destroy()
      // The pool is done when it has said goodbye; the connections are closed when the server has answered.
      await Promise.all(ended)
    },
  }
}
