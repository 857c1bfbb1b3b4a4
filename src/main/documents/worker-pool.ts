import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { AppError } from '#shared/app-error.ts'
import type { JobAnswer, JobMessage } from './document-job.ts'
import type { DocumentJobs } from './documents.worker.ts'
import { workerFile } from './worker-file.ts'

export type DocumentJobName = keyof DocumentJobs
export type DocumentJobInput<Name extends DocumentJobName> = Parameters<DocumentJobs[Name]>[0]
export type DocumentJobOutput<Name extends DocumentJobName> = Awaited<ReturnType<DocumentJobs[Name]>>

export interface DocumentJobOptions {
  /** Aborting stops the thread at once, whatever it is doing; the call then fails with `cancelled`. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
}

let pool: Piscina<JobMessage, JobAnswer> | null = null

/** Two threads: one reads while the other writes; a laptop has four cores and a person who goes on typing. */
function openPool(): Piscina<JobMessage, JobAnswer> {
  pool ??= new Piscina<JobMessage, JobAnswer>({
    filename: workerFile('documents').href,
    minThreads: 0,
    maxThreads: 2,
    // A thread takes some 60 ms to start; somebody who imports a plan imports its appendix within the minute.
    idleTimeout: 60_000,
    // A hostile file may fill the thread's memory, never the program's.
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    execArgv: [],
  })
  return pool
}

/**
 * Runs a job of `documents.worker.ts` in a thread. Input and output are plain values (they are copied).
 * Throws the job's AppError, `cancelled` when the signal aborts, and whatever defect the job throws.
 */
export async function runDocumentJob<Name extends DocumentJobName>(
  name: Name,
  input: DocumentJobInput<Name>,
  { signal, onProgress }: DocumentJobOptions = {},
): Promise<DocumentJobOutput<Name>> {
  const { port1: here, port2: there } = new MessageChannel()
  here.on('message', (progress: { done: number; total: number }) => onProgress?.(progress))
  try {
    const answer = await openPool().run(
      { name, input, progress: there },
      { transferList: [there], ...(signal !== undefined && { signal }) },
    )
    if (!answer.ok) throw new AppError(answer.code, answer.details)
    return answer.value as DocumentJobOutput<Name>
  } catch (error) {
    if (signal?.aborted === true) throw new AppError('cancelled', {}, { cause: error })
    throw error
  } finally {
    here.close()
  }
}

/** Stops all threads; a later job starts new ones. */
export async function closeWorkerPool(): Promise<void> {
  const closing = pool
  pool = null
  await closing?.destroy()
}
