import { AppError, type AppErrorCode } from '#shared/app-error.ts'
import type { Channel, EventName, EventPayload, InputToSend, Output } from '#shared/ipc/contract.ts'
import type { Bridge } from '../../../preload/bridge.ts'

declare global {
  interface Window {
    /** Put there by the preload; this file is the only one that reads it. */
    readonly bridge: Bridge
  }
}

/** Asks the office. Gives the answer's value; throws the `AppError` the office answered with. */
export async function ask<C extends Channel>(channel: C, input: InputToSend<C>): Promise<Output<C>> {
  const answer = await window.bridge.call(channel, input)
  if (answer.ok) return answer.value
  throw new AppError<AppErrorCode>(answer.code, answer.details)
}

/** Listens to what the office tells unasked; the answer stops listening. */
export function listen<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
  return window.bridge.on(event, listener)
}

/** Hands over a file that a person dropped on the window. Gives the path to ask by, or null for what is no file of this machine. */
export async function grantFile(file: File): Promise<string | null> {
  return window.bridge.grantFile(file)
}
