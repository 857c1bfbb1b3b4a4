import type { Channel, EventName, EventPayload, Input, Output } from '#shared/ipc/contract.ts'

/** What a handler may need of the call beyond its input. */
export interface CallContext {
  /** Tells the window that called something it did not ask for, such as the progress of long work. */
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void
}

/** One function a channel: the whole of what the window can ask for. */
export type Handlers = { readonly [C in Channel]: (input: Input<C>, context: CallContext) => Promise<Output<C>> | Output<C> }
