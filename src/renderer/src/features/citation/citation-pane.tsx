import { SegmentedControl, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import type { CitedDocumentId } from '#shared/domain/identifier.ts'
import type { CitingPlace } from '#shared/domain/citing-text.ts'
import { citationPaneText as text } from '#shared/text/vi/citation-screen.ts'
import type { PlanPaneProps } from '../../lib/plan-panes.ts'
import { BasisList } from './basis-list.tsx'
import styles from './citation.module.css'
import { CitedList } from './cited-list.tsx'
import { FindingList } from './finding-list.tsx'
import { useCitationCheck } from './use-citation-check.ts'

type View = 'check' | 'documents' | 'bases'

/** Beside the text of a plan: what is to be said of its citations, the documents it cites, and its legal bases as a list. */
export function CitationPane(props: PlanPaneProps): ReactElement {
  const check = useCitationCheck(props.planId, props.words)
  const [view, setView] = useState<View>('check')
  const navigate = useNavigate()
  const go = (place: CitingPlace, start: number, length: number): void => {
    if (place.kind === 'task') void navigate({ href: `/ke-hoach/${props.planId}/phu-luc?nhiemVu=${place.taskId}` })
    else if (place.kind === 'footnote') props.goTo(place.provisionId)
    else props.goTo(place.provisionId, { start, length })
  }
  const open = (id: CitedDocumentId): void => void navigate({ href: `/van-ban/vien-dan?so=${id}` })
  const alarms = check?.findings.filter(({ severity }) => severity === 'alarm').length ?? 0
  return (
    <div className={styles['side']}>
      <div className={styles['sideHead']}>
        <SegmentedControl
          value={view}
          onChange={setView}
          aria-label={text.viewsLabel}
          data={[
            { value: 'check', label: text.views.check },
            { value: 'documents', label: text.views.documents },
            { value: 'bases', label: text.views.bases },
          ]}
        />
        {check !== null && (
          <Text size="xs" c={alarms === 0 ? 'teal.9' : 'orange.9'} role="status">
            {text.summary(check.mentions.length, alarms)}
          </Text>
        )}
      </div>
      <div className={styles['sideBody']}>
        {check !== null && view === 'check' && (
          <FindingList planId={props.planId} check={check} locked={props.locked} onGo={go} onOpen={open} />
        )}
        {check !== null && view === 'documents' && <CitedList planId={props.planId} check={check} onGo={go} onOpen={open} />}
        {check !== null && view === 'bases' && (
          <BasisList planId={props.planId} words={props.words} registry={check.registry} locked={props.locked} goTo={props.goTo} />
        )}
      </div>
    </div>
  )
}
