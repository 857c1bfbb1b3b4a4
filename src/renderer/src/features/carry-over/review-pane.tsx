import { Checkbox, Progress, SegmentedControl, Text } from '@mantine/core'
import { IconCircleCheck, IconCopy } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import type { ListedLeftover } from '#shared/domain/carry-over.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { carryOverText as words } from '#shared/text/vi/carry-over.ts'
import type { PlanPaneProps } from '../../lib/plan-panes.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited, EmptyPlace } from '../../ui/screen/screen.tsx'
import { CarriedSentences } from './carried-sentences.tsx'
import { CarriedTasks } from './carried-tasks.tsx'
import { LeftoverList } from './leftover-list.tsx'
import styles from './carry-over.module.css'

type View = 'review' | 'tasks' | 'sentences'

/** Beside the text of a plan that was made from another: what is left of the old one, and what became of its tasks and sentences. */
export function ReviewPane(props: PlanPaneProps): ReactElement {
  const list = useAsk('leftover.list', { planId: props.planId }, { keepPrevious: true })
  return (
    <Awaited query={list}>
      {(answer) =>
        answer.previous === null && answer.items.length === 0 ? (
          <EmptyPlace icon={<IconCopy size={36} stroke={1.3} aria-hidden />} title={words.notCloned} text={words.notClonedText} />
        ) : (
          <Review {...props} answer={answer} />
        )
      }
    </Awaited>
  )
}

function Review({ answer, ...props }: PlanPaneProps & { readonly answer: Output<'leftover.list'> }): ReactElement {
  const { previous, items } = answer
  const [view, setView] = useState<View>('review')
  const [onlyRed, setOnlyRed] = useState(false)
  const navigate = useNavigate()
  const settled = items.filter(({ state }) => state !== 'open').length
  const red = items.filter(({ state, leftover }) => state === 'open' && leftover.severity === 'red').length
  const go = ({ leftover }: ListedLeftover): void => {
    const [place] = leftover.places
    if (place === undefined) return
    if (place.where === 'provision') {
      if (place.footnoteId === null) props.goTo(place.provisionId, { start: place.start, length: place.length })
      else props.goTo(place.provisionId)
    } else if (place.where === 'task') void navigate({ href: `/ke-hoach/${props.planId}/phu-luc?nhiemVu=${place.taskId}` })
    else if (place.where === 'appendix-title') void navigate({ href: `/ke-hoach/${props.planId}/phu-luc?phuLuc=${place.appendixId}` })
    else void navigate({ to: '/ke-hoach/$planId/thong-tin', params: { planId: props.planId } })
  }
  return (
    <div className={styles['pane']}>
      <div className={styles['head']}>
        <div className={styles['progress']}>
          <Text size="xs" fw={600} aria-label={words.progressLabel(settled, items.length)}>
            {words.progress(settled, items.length)}
          </Text>
          <Progress
            value={items.length === 0 ? 100 : (settled / items.length) * 100}
            color={red === 0 ? 'teal' : 'indigo'}
            style={{ flex: 1 }}
            aria-hidden
          />
          <Text size="xs" c={red === 0 ? 'teal.9' : 'red.9'}>
            {words.redLeft(red)}
          </Text>
        </div>
        <div className={styles['tools']}>
          {previous !== null && (
            <SegmentedControl
              value={view}
              onChange={(value) => setView(value)}
              aria-label={words.viewsLabel}
              data={(['review', 'tasks', 'sentences'] as const).map((value) => ({ value, label: words.views[value] }))}
            />
          )}
          {view === 'review' && (
            <Checkbox label={words.onlyRed} checked={onlyRed} onChange={(event) => setOnlyRed(event.currentTarget.checked)} />
          )}
          {previous !== null && (
            <Text size="xs" c="dimmed" ml="auto" truncate title={previous.subject}>
              {words.madeFrom(previous.year, previous.number === null ? '' : `${previous.number}/${previous.symbol}`)}
            </Text>
          )}
        </div>
      </div>
      {view === 'review' && items.length === 0 && (
        <Text size="sm" p="md" c="teal.9">
          <IconCircleCheck size={16} aria-hidden /> {words.nothingLeft}
        </Text>
      )}
      {view === 'review' && (
        <LeftoverList
          planId={props.planId}
          items={onlyRed ? items.filter(({ leftover }) => leftover.severity === 'red') : items}
          locked={props.locked}
          onGo={go}
        />
      )}
      {view === 'tasks' && <CarriedTasks planId={props.planId} locked={props.locked} />}
      {view === 'sentences' && <CarriedSentences planId={props.planId} locked={props.locked} goTo={props.goTo} />}
    </div>
  )
}
