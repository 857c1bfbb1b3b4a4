import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react'
import type { PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { editorText } from '#shared/text/vi/editor.ts'
import { ask, listen } from '../../../lib/bridge.ts'
import { PageView } from '../../../ui/page-view/page-view.tsx'
import { Awaited } from '../../../ui/screen/screen.tsx'

type Drawn = Output<'preview.render'>

/** Pages drawn before the view has said which it shows. */
const atFirst = { first: 0, last: 1 }

/**
 * The plan as it will be printed, made from the words on the screen, written or not. One layout at a time: what changes meanwhile
 * goes into the next one, so that fast typing never queues layouts. A click on the page goes to its sentence; the page follows the caret.
 */
export function PagePane({
  planId,
  words,
  sentence,
  onGo,
}: {
  readonly planId: PlanId
  readonly words: readonly ProvisionContent[]
  readonly sentence: ProvisionId | null
  readonly onGo: (id: string) => void
}): ReactElement {
  const [drawn, setDrawn] = useState<Drawn>()
  const [error, setError] = useState<Error | null>(null)
  const [busy, setBusy] = useState(false)
  const [visible, setVisible] = useState(atFirst)
  const [recordsChanged, setRecordsChanged] = useState(0)
  const running = useRef(false)
  const wanted = useRef({ words, visible, generation: 0 })
  const alive = useRef(true)

  const draw = useCallback(async (): Promise<void> => {
    if (running.current) return
    running.current = true
    setBusy(true)
    let made = -1
    while (alive.current && made !== wanted.current.generation) {
      const { words: text, visible: pages, generation } = wanted.current
      made = generation
      try {
        const answer = await ask('preview.render', {
          request: {
            planId,
            what: 'plan',
            agencyId: null,
            memberId: null,
            copy: 'paper',
            draftRoundId: null,
            unsaved: text.filter(({ content }) => content.length > 0),
          },
          generation,
          firstPage: pages.first,
          lastPage: Math.max(pages.first, pages.last),
        })
        if (!alive.current) break
        setDrawn(answer)
        setError(null)
      } catch (failure) {
        if (made === wanted.current.generation) setError(failure instanceof Error ? failure : new Error(String(failure)))
      }
    }
    running.current = false
    if (alive.current) setBusy(false)
  }, [planId])

  useEffect(() => {
    wanted.current = { words, visible, generation: wanted.current.generation + 1 }
    void draw()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- changed records are drawn anew
  }, [words, visible, recordsChanged, draw])
  useEffect(() => {
    alive.current = true
    // A lead, a signer or a name changed: the paper follows. The text itself comes through `words`.
    const stop = listen('data.changed', ({ command }) => {
      if (command !== 'plan.save-text') setRecordsChanged((count) => count + 1)
    })
    return () => {
      alive.current = false
      stop()
    }
  }, [])

  const onVisible = useCallback(
    (first: number, last: number) => setVisible((known) => (known.first === first && known.last === last ? known : { first, last })),
    [],
  )
  return (
    <Awaited query={{ data: drawn, error, refetch: () => setRecordsChanged((count) => count + 1) }}>
      {({ pages, pageSizes, places }) => (
        <PageView
          label={editorText.previewLabel}
          pages={pages}
          pageSizes={pageSizes}
          places={places}
          busy={busy}
          sourceId={sentence}
          onVisible={onVisible}
          onChoose={onGo}
        />
      )}
    </Awaited>
  )
}
