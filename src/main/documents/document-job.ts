import type { MessagePort } from 'node:worker_threads'
import type { AppErrorCode, AppErrorDetails } from '#shared/app-error.ts'

/** Tells how far a job is: `done` of `total` steps, in any unit. Cheap enough to be called for every page or row. */
export type TellProgress = (done: number, total: number) => void

/** A named piece of work for a worker thread: plain values in, plain values out; failures are AppErrors. */
export type DocumentJob<Input, Output> = (input: Input, tellProgress: TellProgress) => Output | Promise<Output>

/** What travels to the worker. The port carries progress back. */
export interface JobMessage {
  readonly name: string
  readonly input: unknown
  readonly progress: MessagePort
}

/** What travels back: an AppError loses its code and details when a thread's border copies it, so they go as a value. */
export type JobAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: AppErrorCode; readonly details: AppErrorDetails[AppErrorCode] }
