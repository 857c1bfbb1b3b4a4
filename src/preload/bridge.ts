import type { Answer, Channel, EventName, EventPayload, InputToSend } from '#shared/ipc/contract.ts'

/** What the window sees of the office: one way to ask, one way to listen, one way to hand over a file. */
export interface Bridge {
  readonly call: <C extends Channel>(channel: C, input: InputToSend<C>) => Promise<Answer<C>>
  /** Listens to an event; the answer stops listening. */
  readonly on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => () => void
  /**
   * Hands a file that a person dropped on the window to the office, which may read it from then on. Gives its path for the reading channels;
   * null for a file that does not come from the machine.
   */
  readonly grantFile: (file: File) => Promise<string | null>
}
