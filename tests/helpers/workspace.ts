import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Actor } from '#shared/domain/actor.ts'
import type { ProfileId } from '#shared/domain/identifier.ts'
import type { EventPayload } from '#shared/ipc/contract.ts'
import { createContext, type ServiceContext } from '#main/services/context.ts'
import { openFile, type Connection } from '#main/store/connection.ts'
import { openFileStore } from '#main/store/file-store.ts'
import { migrate } from '#main/store/migrations/register.ts'

/** An open workspace on a real file, with a clock that a test turns and ids that count up. */
export interface TestWorkspace {
  readonly context: ServiceContext
  readonly folder: string
  readonly connection: Connection
  /** What windows were told, in order. */
  readonly told: EventPayload<'data.changed'>[]
  /** Turns the clock. */
  readonly setNow: (moment: string) => void
}

const BEGIN = '2023-01-03T01:00:00.000Z'

/** A folder of the test's own, gone when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Ids in the form of UUIDv7 that count up, so that a test's records come out the same each time. */
export function countingIds(): <Id extends string>() => Id {
  let count = 0
  return <Id extends string>() => {
    count += 1
    return `01900000-0000-7000-8000-${count.toString(16).padStart(12, '0')}` as Id
  }
}

/** Makes an empty workspace and opens it; closed when the test ends. */
export async function openTestWorkspace(): Promise<TestWorkspace> {
  const folder = temporaryFolder()
  const connection = openFile(join(folder, 'workspace.sqlite'), 'write')
  onTestFinished(() => connection.close())
  await migrate(connection.db, connection.dialect)
  return contextOn(connection, folder)
}

/** A context on any open and migrated database. */
export function contextOn(connection: Connection, folder: string): TestWorkspace {
  const told: EventPayload<'data.changed'>[] = []
  let now = new Date(BEGIN)
  const context = createContext(
    {
      dialect: connection.dialect,
      files: openFileStore(folder),
      now: () => now,
      newId: countingIds(),
      emit: (event, payload) => {
        if (event === 'data.changed') told.push(payload as EventPayload<'data.changed'>)
      },
    },
    connection.db,
  )
  return { context, folder, connection, told, setNow: (moment) => (now = new Date(moment)) }
}

/** A person at the keyboard; clearly no one. */
export function anActor(patch: Partial<Actor> = {}): Actor {
  return { profileId: '018f0000-0000-7000-8000-00000000aaaa' as ProfileId, name: 'Thư ký (mẫu)', role: 'secretariat', ...patch }
}
