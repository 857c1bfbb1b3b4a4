import { Migrator, type Migration } from 'kysely/migration'
import type { Store } from '../schema.ts'
import { createPlanAndOrganisation } from './0001-plan-and-organisation.ts'
import { tableKit, type AnyStore, type DialectName, type TableKit } from './table-kit.ts'

/**
 * Every migration there ever was, in order. An entry is frozen once a workspace may hold it: a five-year-old archive must open tomorrow.
 * A new one goes to the end, takes the next number, and has its test with literal rows of its time.
 */
const register: readonly { readonly name: string; readonly up: (db: AnyStore, kit: TableKit) => Promise<void> }[] = [
  { name: '0001-plan-and-organisation', up: createPlanAndOrganisation },
]

export const migrationNames: readonly string[] = register.map((entry) => entry.name)

/**
 * Brings a database to the newest entry, or to `last`; all or nothing.
 * Throws what the failing migration threw; a database that holds an entry unknown here is refused by the migrator.
 */
export async function migrate(db: Store, dialect: DialectName, last?: string): Promise<void> {
  const kit = tableKit(dialect)
  const migrations = Object.fromEntries(
    register.map(({ name, up }): [string, Migration] => [name, { up: (target: AnyStore) => up(target, kit) }]),
  )
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = last === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(last)
  if (error !== undefined) throw error instanceof Error ? error : new Error('migration failed', { cause: error })
}
