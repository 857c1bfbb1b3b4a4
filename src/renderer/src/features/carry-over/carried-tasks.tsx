import { Badge, Button, Group, Text, Tooltip } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import type { CarryQuestion, CarriedTask, CarryVerdict } from '#shared/domain/carry-over.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { writeDay } from '#shared/language/day.ts'
import { carryOverText as words } from '#shared/text/vi/carry-over.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import { VerdictFilter } from './verdict-filter.tsx'
import styles from './carry-over.module.css'

const colours: Readonly<Record<CarryQuestion, string>> = { closed: 'red', due: 'orange', unknown: 'gray', running: 'teal' }
/** What wants a decision comes first. */
const order: readonly CarryQuestion[] = ['closed', 'due', 'unknown', 'running']

/** "Nhiệm vụ chuyển tiếp": every task of both plans with what it asks, its years before, and what a person may decide. */
export function CarriedTasks({ planId, locked }: { readonly planId: PlanId; readonly locked: boolean }): ReactElement {
  const carried = useAsk('carry-over.list', { planId }, { keepPrevious: true })
  const [shown, setShown] = useState<CarryVerdict | null>(null)
  return (
    <Awaited query={carried}>
      {({ tasks }) => {
        const list = tasks
          .filter(({ verdict }) => shown === null || verdict === shown)
          .toSorted((one, other) => order.indexOf(one.question) - order.indexOf(other.question))
        const groups = Map.groupBy(list, ({ question, verdict }) => (verdict === 'new' ? 'new' : question))
        return (
          <>
            <VerdictFilter verdicts={tasks.map(({ verdict }) => verdict)} shown={shown} onShow={setShown} />
            <div className={styles['list']}>
              {list.length === 0 && <p className={styles['why']}>{words.nothingCarried}</p>}
              {[...groups].map(([question, own]) => (
                <section key={question} className={styles['group']} aria-label={titleOf(question)}>
                  <div className={styles['groupHead']}>
                    <h3>{titleOf(question)}</h3>
                    <span className={styles['count']}>{own.length}</span>
                  </div>
                  <ul className={styles['lines']}>
                    {own.map((task) => (
                      <TaskLine key={`${task.wordingId ?? ''} ${task.fromId ?? ''}`} task={task} planId={planId} locked={locked} />
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          </>
        )
      }}
    </Awaited>
  )
}

function titleOf(question: CarryQuestion | 'new'): string {
  return question === 'new' ? words.verdicts.new : words.questions[question]
}

function run(work: () => Promise<unknown>, done: string): void {
  void (async () => {
    await work()
    showDone(done, { undoable: true })
  })().catch(showFailure)
}

function TaskLine({
  task,
  planId,
  locked,
}: {
  readonly task: CarriedTask
  readonly planId: PlanId
  readonly locked: boolean
}): ReactElement {
  const navigate = useNavigate()
  const { wordingId, fromId, verdict, question, closure, history, sameTask, seen } = task
  return (
    <li className={styles['line']} data-state={verdict === 'dropped' ? 'done' : 'open'}>
      <button
        type="button"
        className={styles['plain']}
        disabled={wordingId === null}
        onClick={() => wordingId !== null && void navigate({ href: `/ke-hoach/${planId}/phu-luc?nhiemVu=${wordingId}` })}
      >
        {verdict === 'dropped' ? <del>{task.content}</del> : task.content}
      </button>
      <Group gap={6} mt={2}>
        <Badge size="xs" variant="light" color={verdict === 'dropped' ? 'gray' : colours[question]} tt="none">
          {words.verdicts[verdict]}
        </Badge>
        {task.deadline !== '' && <Text size="xs">{task.deadline}</Text>}
        {task.leads !== '' && (
          <Text size="xs" c="dimmed" lineClamp={1}>
            {task.leads}
          </Text>
        )}
      </Group>
      {closure !== null && <p className={styles['why']}>{words.closedState(writeDay(closure.closedOn), closure.note)}</p>}
      {history.length > 0 && (
        <details className={styles['history']}>
          <summary>
            {words.history(history.map(({ year }) => year).join(', '))}
            {wordingId !== null && ` · ${sameTask ? words.sameTask : words.newTask}`}
          </summary>
          {history.map(({ planId: past, year, content, deadline }) => (
            <p key={past}>{words.historyLine(year, content, deadline)}</p>
          ))}
        </details>
      )}
      {!locked && (
        <div className={styles['acts']}>
          {wordingId !== null && (
            <>
              <Button
                size="compact-xs"
                variant={seen ? 'light' : 'subtle'}
                color={seen ? 'teal' : 'gray'}
                aria-pressed={seen}
                onClick={() => void ask('carry-over.mark-seen', { planId, recordIds: [wordingId], seen: !seen }).catch(showFailure)}
              >
                {words.keepSeen}
              </Button>
              {sameTask && question !== 'running' && (
                <Tooltip label={words.renewHint} multiline w={260}>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => run(async () => ask('carry-over.renew', { ids: [wordingId] }), words.renewed)}
                  >
                    {words.renew}
                  </Button>
                </Tooltip>
              )}
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                onClick={() => run(async () => ask('task.remove-many', { ids: [wordingId] }), words.dropped(1))}
              >
                {words.drop}
              </Button>
            </>
          )}
          {wordingId === null && fromId !== null && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => run(async () => ask('carry-over.bring-back', { planId, fromIds: [fromId] }), words.broughtBack)}
            >
              {words.bringBack}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
