import { Alert } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { IconLock } from '@tabler/icons-react'
import { useEffect, useState, type ReactElement } from 'react'
import type { PlanId } from '#shared/domain/identifier.ts'
import { isEditable } from '#shared/domain/plan.ts'
import type { MergeReading } from '#shared/ipc/merge-contract.ts'
import { mergeText } from '#shared/text/vi/merge.ts'
import { useAway } from '../../lib/away.ts'
import { ask, listen } from '../../lib/bridge.ts'
import { isFailure, useAsk } from '../../lib/queries.ts'
import { planRoute } from '../../lib/routes.ts'
import { flushAll } from '../../lib/saving.ts'
import { useJob } from '../../lib/use-job.ts'
import { useLatest } from '../../lib/use-latest.ts'
import { keepReading, useKeptReading } from './kept-reading.ts'
import { MergeReview } from './merge-review.tsx'
import { ReturnedFile } from './returned-file.tsx'

/** The tab "Bản Word về": a Word file that came back edited, compared with the draft and taken in as far as a person chooses. */
export function MergeScreen(): ReactElement | null {
  const { planId } = useParams({ from: planRoute.id })
  const detail = useAsk('plan.get', { planId })
  const away = useAway(planId)
  if (detail.data === undefined) return null
  if (away !== null || !isEditable(detail.data.plan.status))
    return (
      <Alert m="md" color="gray" icon={<IconLock aria-hidden />} title={mergeText.locked}>
        {mergeText.lockedWayOut}
      </Alert>
    )
  return <Returned planId={planId} />
}

/** Nouns whose change makes the comparison old. */
const compared: ReadonlySet<string> = new Set(['plan', 'provision', 'appendix', 'task'])

function Returned({ planId }: { readonly planId: PlanId }): ReactElement {
  const kept = useKeptReading(planId)
  const { state, start, cancel } = useJob()
  const [failure, setFailure] = useState<unknown>(null)
  const read = async (work: (jobId: string) => Promise<MergeReading | null>): Promise<void> => {
    setFailure(null)
    const reading = await start(async (jobId) => {
      try {
        await flushAll()
        return await work(jobId)
      } catch (error) {
        if (!isFailure(error, 'cancelled')) setFailure(error)
        return null
      }
    })
    if (reading !== null) keepReading(planId, reading)
  }
  const readPath = async (path: string, base = 'of-file'): Promise<void> =>
    read(async (jobId) => ask('merge.read', { jobId, planId, path, base }))
  const path = kept?.reading.path ?? null
  const again = useLatest(readPath)
  useEffect(() => {
    if (path === null) return undefined
    // The draft was edited beside the list: what is shown must be what would be written.
    return listen('data.changed', ({ nouns, command }) => {
      if (command === 'plan.merge-word' || !nouns.some((noun) => compared.has(noun))) return
      void again.current(path)
    })
  }, [path, again])
  if (kept === null || state.running)
    return (
      <ReturnedFile
        job={state}
        failure={failure}
        onDismiss={() => setFailure(null)}
        onChoose={() => void read(async (jobId) => ask('merge.choose', { jobId, planId }))}
        onDropped={(dropped) => void readPath(dropped)}
        onCancel={cancel}
      />
    )
  return (
    <MergeReview
      planId={planId}
      reading={kept.reading}
      decisions={kept}
      onAnother={() => keepReading(planId, null)}
      onBase={(base) => void readPath(kept.reading.path, base)}
      onReadAgain={async () => readPath(kept.reading.path)}
    />
  )
}
