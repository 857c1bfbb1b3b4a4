import type { Answer, Channel, EventName, EventPayload, InputToSend } from '#shared/ipc/contract.ts'

/** What the window sees of the office: one way to ask, one way to listen. */
export interface Bridge {
  readonly call: <C extends Channel>(channel: C, input: InputToSend<C>) => Promise<Answer<C>>
  /** Listens to an event; the answer stops listening. */
  readonly on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => () => void
}
