import { Migrator, type Migration } from 'kysely/migration'
import type { Store } from '../schema.ts'
import { createPlanAndOrganisation } from './0001-plan-and-organisation.ts'
import { createSentVersion } from './0002-sent-version.ts'
import { createCarryOver } from './0003-carry-over.ts'
import { createCitedDocument } from './0004-cited-document.ts'
import { createHandOver } from './0005-hand-over.ts'
import { createProgrammes } from './0006-programme.ts'
import { createTemplatesAndPhrases } from './0007-template-and-phrase.ts'
import { createProgress } from './0008-progress.ts'
import { createGivenTask } from './0009-given-task.ts'
import { createTaskEvent } from './0010-task-event.ts'
import { createAgencyChange } from './0011-agency-change.ts'
import { createUrgingLetter } from './0012-urging-letter.ts'
import { createAgencyForm } from './0013-agency-form.ts'
import { createSavedView } from './0014-saved-view.ts'
import { tableKit, type AnyStore, type DialectName, type TableKit } from './table-kit.ts'

/**
 * Every migration there ever was, in order. An entry is frozen once a workspace may hold it: a five-year-old archive must open tomorrow.
 * A new one goes to the end, takes the next number, and has its test with literal rows of its time.
 */
export const register: Register = [
  { name: '0001-plan-and-organisation', up: createPlanAndOrganisation },
  { name: '0002-sent-version', up: createSentVersion },
  { name: '0003-carry-over', up: createCarryOver },
  { name: '0004-cited-document', up: createCitedDocument },
  { name: '0005-hand-over', up: createHandOver },
  { name: '0006-programme', up: createProgrammes },
  { name: '0007-template-and-phrase', up: createTemplatesAndPhrases },
  { name: '0008-progress', up: createProgress },
  { name: '0009-given-task', up: createGivenTask },
  { name: '0010-task-event', up: createTaskEvent },
  { name: '0011-agency-change', up: createAgencyChange },
  { name: '0012-urging-letter', up: createUrgingLetter },
  { name: '0013-agency-form', up: createAgencyForm },
  { name: '0014-saved-view', up: createSavedView },
]

/** Migrations in order. Tests bring their own, to see what happens to a file that lacks the last one. */
export type Register = readonly { readonly name: string; readonly up: (db: AnyStore, kit: TableKit) => Promise<void> }[]

/**
 * Brings a database to the newest entry; all or nothing, so that a migration that fails leaves the file as it was.
 * Throws what the failing migration threw; a database that holds an entry unknown here is refused by the migrator.
 */
export async function migrate(db: Store, dialect: DialectName, entries: Register = register): Promise<void> {
  const kit = tableKit(dialect)
  const migrations = Object.fromEntries(
    entries.map(({ name, up }): [string, Migration] => [name, { up: (target: AnyStore) => up(target, kit) }]),
  )
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error instanceof Error ? error : new Error('migration failed', { cause: error })
}
