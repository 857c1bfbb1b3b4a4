import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, listen } from './bridge.ts'
import { showFailure } from './notices.tsx'

export interface JobState {
  readonly running: boolean
  readonly done: number
  /** Null while the length of the work is not known. */
  readonly total: number | null
  readonly step: string
  /** Milliseconds of work left as far as it went until now, or null. */
  readonly left: number | null
}

const idle: JobState = { running: false, done: 0, total: null, step: '', left: null }

/**
 * Long work with progress, time left and cancel: `start` gives the work its id and answers what the work answers, or null
 * when it failed (the failure was shown) or was stopped.
 */
export function useJob(): {
  readonly state: JobState
  readonly start: <T>(work: (jobId: string) => Promise<T>) => Promise<T | null>
  readonly cancel: () => void
} {
  const [state, setState] = useState(idle)
  const current = useRef<{ id: string; startedAt: number } | null>(null)
  useEffect(
    () =>
      listen('job.progress', ({ jobId, done, total, step }) => {
        const job = current.current
        if (job === null || job.id !== jobId) return
        const spent = performance.now() - job.startedAt
        setState({ running: true, done, total, step, left: total === null || done === 0 ? null : (spent * (total - done)) / done })
      }),
    [],
  )
  const start = useCallback(async <T>(work: (jobId: string) => Promise<T>): Promise<T | null> => {
    const job = { id: crypto.randomUUID(), startedAt: performance.now() }
    current.current = job
    setState({ ...idle, running: true })
    try {
      return await work(job.id)
    } catch (error) {
      showFailure(error)
      return null
    } finally {
      if (current.current === job) {
        current.current = null
        setState(idle)
      }
    }
  }, [])
  const cancel = useCallback(() => {
    if (current.current !== null) void ask('job.cancel', { jobId: current.current.id }).catch(showFailure)
  }, [])
  return { state, start, cancel }
}
