import { AppError } from '#shared/app-error.ts'
import type { ServiceContext } from './context.ts'

/** What long work needs of the one who started it: to be stopped, and to tell how far it is. */
export interface JobControl {
  readonly signal: AbortSignal
  /** Tells the window; `total` null where it is not known. */
  readonly tell: (done: number, total: number | null, step: string) => void
}

/** Long work under way, by the id the window gave it. */
export interface Jobs {
  /** Runs work that can be cancelled. A cancelled one fails with `cancelled`, whatever it was doing. */
  readonly run: <T>(jobId: string, work: (control: JobControl) => Promise<T>) => Promise<T>
  /** Stops work; one that is over or was never begun is no fault. */
  readonly cancel: (jobId: string) => void
}

export function createJobs(emit: ServiceContext['emit']): Jobs {
  const running = new Map<string, AbortController>()
  return {
    run: async (jobId, work) => {
      const controller = new AbortController()
      running.set(jobId, controller)
      try {
        const value = await work({
          signal: controller.signal,
          tell: (done, total, step) => emit('job.progress', { jobId, done, total, step }),
        })
        refuseCancelled(controller.signal)
        return value
      } finally {
        running.delete(jobId)
      }
    },
    cancel: (jobId) => running.get(jobId)?.abort(),
  }
}

/** Throws `cancelled` once the work was stopped: asked before anything is written. */
export function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', {})
}
