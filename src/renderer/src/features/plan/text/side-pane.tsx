import { Badge } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { Suspense, useContext, useRef, type KeyboardEvent, type ReactElement } from 'react'
import type { PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import { editorText } from '#shared/text/vi/editor.ts'
import { PlanPanes, type PlanPane, type PlanPaneProps } from '../../../lib/plan-panes.ts'
import { PagePane } from './page-pane.tsx'
import styles from './side-pane.module.css'

const pagePane: PlanPane = {
  id: 'trang',
  label: editorText.pagePane,
  icon: IconFileText,
  order: 0,
  component: ({ planId, words, sentence, goTo }: PlanPaneProps): ReactElement => (
    <PagePane planId={planId} words={words} sentence={sentence} onGo={(id) => goTo(id as ProvisionId)} />
  ),
}

type Counted = PlanPane & Required<Pick<PlanPane, 'useCount'>>

function Count({ pane, planId }: { readonly pane: Counted; readonly planId: PlanId }): ReactElement | null {
  // Each pane has a count of its own, keyed by the pane: the hook stays the same one for its life.
  // oxlint-disable-next-line react/hooks
  const count = pane.useCount(planId)
  return count === null || count === 0 ? null : (
    <Badge size="xs" circle={count < 10} variant="light" aria-hidden>
      {count}
    </Badge>
  )
}

function counts(pane: PlanPane): pane is Counted {
  return pane.useCount !== undefined
}

/** What stands beside the text: the printed page, or a pane of another feature, one at a time. */
export function SidePane({
  chosen,
  onChoose,
  ...props
}: PlanPaneProps & { readonly chosen: string; readonly onChoose: (id: string) => void }): ReactElement {
  const added = useContext(PlanPanes)
  const panes = [pagePane, ...added].toSorted((one, other) => one.order - other.order)
  const open = panes.find(({ id }) => id === chosen) ?? pagePane
  const list = useRef<HTMLDivElement>(null)
  const Pane = open.component

  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = panes[(panes.indexOf(open) + step + panes.length) % panes.length] ?? open
    onChoose(next.id)
    list.current?.querySelector<HTMLElement>(`[data-pane="${next.id}"]`)?.focus()
  }
  return (
    <div className={styles['pane']}>
      {panes.length > 1 && (
        <div className={styles['tabs']} role="tablist" aria-label={editorText.panesLabel} ref={list}>
          {panes.map((pane) => (
            <button
              key={pane.id}
              type="button"
              role="tab"
              id={`pane-tab-${pane.id}`}
              aria-selected={pane === open}
              aria-controls="plan-pane"
              tabIndex={pane === open ? 0 : -1}
              data-pane={pane.id}
              className={styles['tab']}
              onClick={() => onChoose(pane.id)}
              onKeyDown={walk}
            >
              <pane.icon size={15} aria-hidden />
              {pane.label}
              {counts(pane) && <Count pane={pane} planId={props.planId} />}
            </button>
          ))}
        </div>
      )}
      <div
        className={styles['body']}
        {...(panes.length > 1 && { 'role': 'tabpanel', 'id': 'plan-pane', 'aria-labelledby': `pane-tab-${open.id}` })}
      >
        <Suspense fallback={null}>
          <Pane {...props} />
        </Suspense>
      </div>
    </div>
  )
}

/** What panes do beside the text while they are closed: their commands, their small windows. */
export function PaneCompanions(props: PlanPaneProps): ReactElement {
  const companions = useContext(PlanPanes).flatMap(({ id, companion }) => (companion === undefined ? [] : [{ id, Companion: companion }]))
  return (
    <Suspense fallback={null}>
      {companions.map(({ id, Companion }) => (
        <Companion key={id} {...props} />
      ))}
    </Suspense>
  )
}
