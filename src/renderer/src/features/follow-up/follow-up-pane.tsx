import { ActionIcon, Button, Group, Menu, ScrollArea, Text, Tooltip } from '@mantine/core'
import { IconCalendarPlus, IconDots, IconPencilPlus, IconX } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { RegisterTask } from '#shared/domain/register.ts'
import type { Progress } from '#shared/domain/progress.ts'
import type { TaskEvent, TaskEventKind } from '#shared/domain/task-event.ts'
import type { FollowUp } from '#shared/ipc/task-event-contract.ts'
import { eventNames, followUpForm, followUpText as words } from '#shared/text/vi/follow-up.ts'
import { useAsk } from '../../lib/queries.ts'
import type { TaskPaneProps } from '../../lib/task-pane.ts'
import { LightBadge, StaleBadge } from '../../ui/light-badge/light-badge.tsx'
import { Awaited } from '../../ui/screen/screen.tsx'
import { DecisionLists } from './decision-lists.tsx'
import { DoneRuleDialog } from './done-rule-dialog.tsx'
import { EventDialog } from './event-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { HistoryList } from './history-list.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { ShareList } from './share-list.tsx'
import { SourceList } from './source-list.tsx'
import { targetsOf, type ShareTarget } from './targets.ts'
import { VerifyDialog } from './verify-dialog.tsx'
import { UrgingList } from './urging-list.tsx'
import { useKeys } from './use-keys.ts'
import styles from './follow-up.module.css'

/** What the pane asks a form for. */
export type PaneAct =
  | { readonly kind: 'report' | 'extend' | 'verify'; readonly meant: readonly ShareTarget[] }
  | { readonly kind: 'correct'; readonly entry: Progress }
  | { readonly kind: 'event'; readonly event: TaskEventKind; readonly withdraws: TaskEvent | null }
  | { readonly kind: 'rule' }

/** One task: where it comes from, who owes what and why it stands so, all that was said, proved and decided. */
export function FollowUpPane({ taskId, year, asOf, onClose }: TaskPaneProps): ReactElement {
  const register = useAsk('register.list', { year, asOf }, { keepPrevious: true })
  const followUp = useAsk('follow-up.get', { taskId })
  const [act, setAct] = useState<PaneAct | null>(null)
  const pane = useKeys<HTMLElement>((event) => {
    if (event.key !== 'Escape' || act !== null) return
    event.preventDefault()
    onClose()
  })
  const task = register.data?.tasks.find((one) => one.taskId === taskId)
  return (
    <aside ref={pane} className={styles['pane']} aria-label={words.pane}>
      {task === undefined ? (
        <div className={styles['head']}>
          <Text size="sm" style={{ flex: 1 }}>
            {register.data === undefined ? '' : words.gone}
          </Text>
          <CloseButton onClose={onClose} />
        </div>
      ) : (
        <>
          <Head key={task.taskId} task={task} onAct={setAct} onClose={onClose} />
          <ScrollArea
            className={styles['scroll'] ?? ''}
            type="auto"
            viewportProps={{ 'tabIndex': 0, 'role': 'region', 'aria-label': words.stt(task.stt) }}
          >
            <div className={styles['body']}>
              <Awaited query={followUp}>
                {(known) => (
                  <>
                    <SourceList task={task} sentences={known.sentences} />
                    <ShareList key={task.taskId} task={task} onAct={setAct} />
                    <HistoryList task={task} followUp={known} onAct={setAct} />
                    <EvidenceList followUp={known} />
                    <DecisionLists followUp={known} onAct={setAct} />
                    <UrgingList taskId={task.taskId} />
                  </>
                )}
              </Awaited>
            </div>
          </ScrollArea>
          {act !== null && followUp.data !== undefined && (
            <ActDialog act={act} task={task} followUp={followUp.data} asOf={asOf} onClose={() => setAct(null)} />
          )}
        </>
      )}
    </aside>
  )
}

function CloseButton({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Tooltip label={words.closePane}>
      <ActionIcon size="sm" aria-label={words.closePane} onClick={onClose}>
        <IconX size={16} />
      </ActionIcon>
    </Tooltip>
  )
}

function Head({
  task,
  onAct,
  onClose,
}: {
  readonly task: RegisterTask
  readonly onAct: (act: PaneAct) => void
  readonly onClose: () => void
}): ReactElement {
  const recorded = targetsOf(task, task.shares)
  const leads = recorded.filter(({ share }) => share.role === 'lead')
  const meant = leads.length > 0 ? leads : recorded
  return (
    <div className={styles['head']}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <h2 style={{ margin: 0, fontSize: '0.9375rem' }} className={styles['text']}>
          {task.stt}. {task.content}
        </h2>
        <Group gap={6} mt={4}>
          <LightBadge light={task.light} />
          {task.stale > 0 && <StaleBadge />}
          {task.total > 1 && <span className={styles['quiet']}>{words.doneOf(task.done, task.total)}</span>}
        </Group>
        {recorded.length === 0 ? (
          <Text size="sm" mt={6} c="dimmed">
            {words.notIssued}
          </Text>
        ) : (
          <Group gap={6} mt={8}>
            <Button
              size="compact-sm"
              leftSection={<IconPencilPlus size={15} aria-hidden />}
              onClick={() => onAct({ kind: 'report', meant })}
            >
              {followUpForm.report}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconCalendarPlus size={15} aria-hidden />}
              onClick={() => onAct({ kind: 'extend', meant: meant.length === 1 ? meant : recorded })}
            >
              {followUpForm.extend}
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <Tooltip label={words.more}>
                  <ActionIcon size={26} variant="default" aria-label={words.more}>
                    <IconDots size={16} />
                  </ActionIcon>
                </Tooltip>
              </Menu.Target>
              <Menu.Dropdown>
                {(['lead-changed', 'suspended', 'resumed', 'stopped'] as const).map((event) => (
                  <Menu.Item key={event} onClick={() => onAct({ kind: 'event', event, withdraws: null })}>
                    {eventNames[event]}…
                  </Menu.Item>
                ))}
                <Menu.Divider />
                <Menu.Item onClick={() => onAct({ kind: 'rule' })}>{words.doneRule}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        )}
      </div>
      <CloseButton onClose={onClose} />
    </div>
  )
}

/** The form that was asked for. */
function ActDialog({
  act,
  task,
  followUp,
  asOf,
  onClose,
}: {
  readonly act: PaneAct
  readonly task: RegisterTask
  readonly followUp: FollowUp
  readonly asOf: TaskPaneProps['asOf']
  readonly onClose: () => void
}): ReactElement | null {
  const targets = targetsOf(task, task.shares)
  switch (act.kind) {
    case 'report':
      return <ReportDialog targets={act.meant.length === 1 ? act.meant : targets} meant={act.meant} asOf={asOf} onClose={onClose} />
    case 'verify':
      return <VerifyDialog targets={act.meant} onClose={onClose} />
    case 'extend':
      return <ExtendDialog targets={targets} meant={act.meant} onClose={onClose} />
    case 'correct': {
      const { entry } = act
      const meant = targets.filter(({ assignmentId }) => assignmentId === entry.assignmentId)
      const evidence = followUp.evidence.filter(({ id }) => entry.evidenceIds.includes(id))
      return <ReportDialog targets={meant} meant={meant} asOf={asOf} corrects={{ entry, evidence }} onClose={onClose} />
    }
    case 'event':
      return <EventDialog kind={act.event} taskId={task.taskId} targets={targets} withdraws={act.withdraws} asOf={asOf} onClose={onClose} />
    case 'rule':
      return <DoneRuleDialog task={task} onClose={onClose} />
    default:
      return act satisfies never
  }
}
