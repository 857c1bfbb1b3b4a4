import { useCallback, useState, type ReactElement } from 'react'
import type { UrgingSource } from '#shared/ipc/urging-contract.ts'
import { urgingText as words } from '#shared/text/vi/urging.ts'
import { useAsk } from '../../lib/queries.ts'
import { PageView } from '../../ui/page-view/page-view.tsx'
import { Awaited } from '../../ui/screen/screen.tsx'

/** Pages drawn at first, before the view says which it shows. */
const firstPages = { first: 0, last: 1 }

/** Nothing on a letter's page leads anywhere. */
const stay = (): void => undefined

/** A letter as it will be printed, made or not. */
export function LetterPage({ source }: { readonly source: UrgingSource }): ReactElement {
  const [visible, setVisible] = useState(firstPages)
  const onVisible = useCallback(
    (first: number, last: number) => setVisible((known) => (known.first === first && known.last === last ? known : { first, last })),
    [],
  )
  const drawn = useAsk(
    'urging.preview',
    { source, generation: 0, firstPage: visible.first, lastPage: Math.max(visible.first, visible.last) },
    { keepPrevious: true },
  )
  return (
    <Awaited query={drawn}>
      {({ pages, pageSizes, places }) => (
        <PageView
          label={words.pageLabel}
          pages={pages}
          pageSizes={pageSizes}
          places={places}
          busy={drawn.isFetching}
          sourceId={null}
          onVisible={onVisible}
          onChoose={stay}
        />
      )}
    </Awaited>
  )
}
