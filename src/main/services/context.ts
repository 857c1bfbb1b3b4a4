import { AsyncLocalStorage } from 'node:async_hooks'
import type { EventName, EventPayload } from '#shared/ipc/contract.ts'
import type { FileStore } from '#main/store/file-store.ts'
import type { DialectName } from '#main/store/migrations/table-kit.ts'
import type { Store } from '#main/store/schema.ts'

/** Tells every window of the workspace something it did not ask for. */
export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void

/** What every service is given beside its input: the workspace, and all that is neither law nor record (time, chance, files). */
export interface ServiceContext {
  /** For reading. Inside a command read through its trace (`trace.trx`): this one would wait for the command to end, so it throws. */
  readonly db: Store
  readonly dialect: DialectName
  readonly files: FileStore
  /** The present moment. */
  readonly now: () => Date
  /** A new UUIDv7; the caller says whose: `context.newId<PlanId>()`. */
  readonly newId: <Id extends string>() => Id
  readonly emit: Emit
}

/** Set while a command runs, so that a command inside a command is told rather than hanging for ever. */
export const runningCommand = new AsyncLocalStorage<string>()

/** Makes the context of an open workspace. */
export function createContext(parts: Omit<ServiceContext, 'db'>, db: Store): ServiceContext {
  return {
    ...parts,
    get db() {
      const command = runningCommand.getStore()
      if (command !== undefined) throw new Error(`the store was read beside the command ${command}: read through its trace`)
      return db
    },
  }
}
