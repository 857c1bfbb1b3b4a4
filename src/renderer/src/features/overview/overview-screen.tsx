import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconChecklist, IconCircleCheck, IconCircleDashed, IconListDetails, IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { PlanSummary } from '#shared/ipc/plan-contract.ts'
import { nameCommand } from '#shared/text/vi/commands.ts'
import { overviewText } from '#shared/text/vi/overview.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { showMoment } from '../../lib/dates.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited, Screen } from '../../ui/screen/screen.tsx'
import { ReminderPanel } from './reminder-panel.tsx'
import styles from './overview.module.css'

/** The first screen: the first steps of a new office, the plan in hand, what it still lacks, and what was done last. */
export function OverviewScreen(): ReactElement {
  const plans = useAsk('plan.list', {})
  return (
    <Screen title={overviewText.title}>
      <Awaited query={plans}>
        {(list) => {
          const current = list.toSorted((one, other) => other.plan.year - one.plan.year)[0]
          if (current === undefined) return <FirstSteps plans={list} />
          return (
            <Stack gap="md">
              <FirstSteps plans={list} />
              <ReminderPanel plans={list} />
              <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
                <PlanInHand summary={current} />
                <Recent />
              </SimpleGrid>
            </Stack>
          )
        }}
      </Awaited>
    </Screen>
  )
}

type Step = keyof typeof overviewText.steps

/**
 * The first steps of a new office, in the order that spares work: agencies first, because a plan brought in recognises the names it finds.
 * Each ticks itself when the office has what it asks for; the list goes away when all have.
 */
function FirstSteps({ plans }: { readonly plans: readonly PlanSummary[] }): ReactElement | null {
  const registry = useAsk('agency.list', {})
  if (registry.data === undefined) return null
  const done: Readonly<Record<Step, boolean>> = {
    agencies: registry.data.agencies.length > 0,
    plan: plans.length > 0,
    tasks: plans.some(({ taskCount }) => taskCount > 0),
  }
  const steps = (['agencies', 'plan', 'tasks'] as const).map((step) => ({ step, isDone: done[step] }))
  const next = steps.find(({ isDone }) => !isDone)?.step
  if (next === undefined) return null
  const planId = plans.toSorted((one, other) => other.plan.year - one.plan.year)[0]?.plan.id
  const look = (step: Step): 'filled' | 'default' => (step === next ? 'filled' : 'default')
  const ways: Readonly<Record<Step, ReactElement | null>> = {
    agencies: (
      <Button variant={look('agencies')} renderRoot={(props) => <Link to="/don-vi" {...props} />}>
        {overviewText.pasteAgencies}
      </Button>
    ),
    plan: (
      <>
        <Button variant={look('plan')} renderRoot={(props) => <Link to="/nhap" {...props} />}>
          {overviewText.importPlan}
        </Button>
        <Button variant="default" renderRoot={(props) => <Link to="/ke-hoach" {...props} />}>
          {overviewText.createPlan}
        </Button>
      </>
    ),
    tasks:
      planId === undefined ? null : (
        <Button variant={look('tasks')} renderRoot={(props) => <Link to="/ke-hoach/$planId/phu-luc" params={{ planId }} {...props} />}>
          {overviewText.openAppendix}
        </Button>
      ),
  }
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="first-steps">
      <Title order={2} id="first-steps">
        {overviewText.firstSteps}
      </Title>
      <Text size="sm" mb="xs">
        {overviewText.firstStepsText}
      </Text>
      <ol className={styles['steps']}>
        {steps.map(({ step, isDone }) => (
          <li key={step} data-done={isDone || undefined}>
            {isDone ? (
              <IconCircleCheck size={20} color="var(--mantine-color-teal-7)" aria-label={overviewText.stepDone} role="img" />
            ) : (
              <IconCircleDashed size={20} aria-label={overviewText.stepToDo} role="img" />
            )}
            <span className={styles['stepWords']}>
              <b>{overviewText.steps[step].title}</b>
              <span>{overviewText.steps[step].text}</span>
            </span>
            {!isDone && (
              <Group gap="xs" wrap="nowrap">
                {ways[step]}
              </Group>
            )}
          </li>
        ))}
      </ol>
    </Paper>
  )
}

function PlanInHand({ summary: { plan, provisionCount, taskCount } }: { readonly summary: PlanSummary }): ReactElement {
  const coverage = useAsk('task.coverage', { planId: plan.id })
  const lacks =
    coverage.data === undefined
      ? []
      : (
          [
            ['provisionsWithoutTask', coverage.data.provisionsWithoutTask.length],
            ['withoutLead', coverage.data.tasksWithoutLead.length],
            ['withoutProduct', coverage.data.tasksWithoutProduct.length],
            ['withoutDeadline', coverage.data.tasksWithoutDeadline.length],
            ['unrecognised', coverage.data.tasksWithUnrecognisedParty.length],
          ] as const
        ).filter(([, count]) => count > 0)
  // Its tasks are given out: from here on they are followed.
  const onPaper = plan.status === 'issued' || plan.status === 'closed' || plan.status === 'superseded'
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2}>{shell.planOfYear(plan.year)}</Title>
          <Badge variant="light" tt="none" size="md">
            {planText.status[plan.status]}
          </Badge>
        </Group>
        <Text>{plan.subject === '' ? planText.untitled : plan.subject}</Text>
        <Group gap="lg">
          <Link className={styles['figure'] ?? ''} to="/ke-hoach/$planId" params={{ planId: plan.id }}>
            <b>{provisionCount}</b> {overviewText.counts.provisions}
          </Link>
          <Link className={styles['figure'] ?? ''} to="/ke-hoach/$planId/phu-luc" params={{ planId: plan.id }}>
            <b>{taskCount}</b> {overviewText.counts.tasks}
          </Link>
        </Group>
        {!onPaper && (
          <>
            <Title order={3} mt="xs">
              {overviewText.nextSteps}
            </Title>
            {coverage.data !== undefined && lacks.length === 0 && (
              <Group gap={6}>
                <IconCircleCheck size={17} color="var(--mantine-color-teal-7)" aria-hidden />
                <Text size="xs">{overviewText.allDone}</Text>
              </Group>
            )}
            {lacks.map(([what, count]) => (
              <Group gap={6} key={what}>
                <IconAlertTriangle size={17} color="var(--mantine-color-orange-7)" aria-hidden />
                <Anchor
                  size="xs"
                  c="inherit"
                  renderRoot={(props) => <Link to="/ke-hoach/$planId/phu-luc" params={{ planId: plan.id }} {...props} />}
                >
                  <b>{count}</b>{' '}
                  {what === 'provisionsWithoutTask'
                    ? overviewText.counts[what]
                    : `${overviewText.counts.tasks} ${overviewText.counts[what]}`}
                </Anchor>
              </Group>
            ))}
          </>
        )}
        <Group gap="xs" mt="xs">
          {!onPaper ? (
            <Button
              leftSection={<IconPencil size={16} aria-hidden />}
              renderRoot={(props) => <Link to="/ke-hoach/$planId" params={{ planId: plan.id }} {...props} />}
            >
              {overviewText.continueWriting}
            </Button>
          ) : (
            <Button
              leftSection={<IconChecklist size={16} aria-hidden />}
              renderRoot={(props) => <Link to="/nhiem-vu" search={{ nam: plan.year }} {...props} />}
            >
              {overviewText.followTasks}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconListDetails size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/ke-hoach/$planId/phu-luc" params={{ planId: plan.id }} {...props} />}
          >
            {overviewText.openAppendix}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}

function Recent(): ReactElement {
  const history = useAsk('history.list', { recordId: null, limit: 12 })
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="xs">
        {overviewText.recent}
      </Title>
      <Awaited query={history}>
        {(changes) =>
          changes.length === 0 ? (
            <Text size="xs">{overviewText.noChanges}</Text>
          ) : (
            <ol className={styles['changes']}>
              {changes.map((change) => (
                <li key={change.id}>
                  <span>{nameCommand(change.command)}</span>
                  <span className={styles['who']}>{overviewText.changeLine(showMoment(change.at), change.profileName)}</span>
                </li>
              ))}
            </ol>
          )
        }
      </Awaited>
    </Paper>
  )
}
