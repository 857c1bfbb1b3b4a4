import { useState } from 'react'
import { isFailure } from '../../lib/queries.ts'
import { useJob } from '../../lib/use-job.ts'

/** Reading a source as long work. A failure stays beside the place where another source can be chosen, until one is; a stop is none. */
export function useReading() {
  const { state, start, cancel } = useJob()
  const [failure, setFailure] = useState<unknown>(null)
  const read = async <D>(work: (jobId: string) => Promise<D | null>): Promise<D | null> => {
    setFailure(null)
    return start(async (jobId) => {
      try {
        return await work(jobId)
      } catch (error) {
        if (!isFailure(error, 'cancelled')) setFailure(error)
        return null
      }
    })
  }
  return { job: state, cancel, failure, dismiss: () => setFailure(null), read, start }
}
