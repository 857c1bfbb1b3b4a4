import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconFileText, IconListDetails, IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { PlanSummary } from '#shared/ipc/plan-contract.ts'
import { nameCommand } from '#shared/text/vi/commands.ts'
import { overviewText } from '#shared/text/vi/overview.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { showMoment } from '../../lib/dates.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited, EmptyPlace, Screen } from '../../ui/screen/screen.tsx'
import styles from './overview.module.css'

/** The first screen: the plan in hand, what it still lacks, and what was done last. */
export function OverviewScreen(): ReactElement {
  const plans = useAsk('plan.list', {})
  return (
    <Screen title={overviewText.title}>
      <Awaited query={plans}>
        {(list) => {
          const current = list.toSorted((one, other) => other.plan.year - one.plan.year)[0]
          if (current === undefined) {
            return (
              <EmptyPlace icon={<IconFileText size={40} stroke={1.3} aria-hidden />} title={planText.emptyTitle} text={planText.emptyText}>
                <Button renderRoot={(props) => <Link to="/ke-hoach" {...props} />}>{shell.goTo(planText.listTitle)}</Button>
              </EmptyPlace>
            )
          }
          return (
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <PlanInHand summary={current} />
              <Recent />
            </SimpleGrid>
          )
        }}
      </Awaited>
    </Screen>
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
              {what === 'provisionsWithoutTask' ? overviewText.counts[what] : `${overviewText.counts.tasks} ${overviewText.counts[what]}`}
            </Anchor>
          </Group>
        ))}
        <Group gap="xs" mt="xs">
          <Button
            leftSection={<IconPencil size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/ke-hoach/$planId" params={{ planId: plan.id }} {...props} />}
          >
            {overviewText.continueWriting}
          </Button>
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
