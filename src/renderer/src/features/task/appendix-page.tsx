import { useCallback, useState } from 'react'
import type { PlanId, TaskWordingId } from '#shared/domain/identifier.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { useAsk } from '../../lib/queries.ts'
import { PageView } from '../../ui/page-view/page-view.tsx'
import { Awaited } from '../../ui/screen/screen.tsx'
import styles from './task.module.css'

/** Pages drawn at first, before the view says which it shows. */
const firstPages = { first: 0, last: 1 }

/** The appendix as it will be printed, beside the grid: the chosen row is shown, a click on a row of the page chooses it. */
export function AppendixPage({
  planId,
  taskId,
  onChoose,
}: {
  readonly planId: PlanId
  readonly taskId: TaskWordingId | null
  readonly onChoose: (id: TaskWordingId) => void
}) {
  const [visible, setVisible] = useState(firstPages)
  const onVisible = useCallback(
    (first: number, last: number) => setVisible((known) => (known.first === first && known.last === last ? known : { first, last })),
    [],
  )
  const drawn = useAsk(
    'preview.render',
    {
      request: { planId, what: 'appendix', agencyId: null, memberId: null, copy: 'paper', draftRoundId: null, unsaved: null },
      generation: 0,
      firstPage: visible.first,
      lastPage: Math.max(visible.first, visible.last),
    },
    { keepPrevious: true },
  )
  return (
    <div className={styles['page']}>
      <Awaited query={drawn}>
        {({ pages, pageSizes, places }) => (
          <PageView
            label={taskText.pageLabel}
            pages={pages}
            pageSizes={pageSizes}
            places={places}
            busy={drawn.isFetching}
            sourceId={taskId}
            onVisible={onVisible}
            onChoose={(id) => onChoose(id as TaskWordingId)}
          />
        )}
      </Awaited>
    </div>
  )
}
