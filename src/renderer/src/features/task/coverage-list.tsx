import { Accordion, Alert, Anchor, Badge, Button, Group, Loader, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Party } from '#shared/domain/agency.ts'
import type { AgencyId, TaskWordingId } from '#shared/domain/identifier.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import type { TaskPaneProps } from './task-pane.tsx'
import { UnlinkedTasks } from './unlinked-tasks.tsx'

/** What still has no partner, group by group; every line goes to its sentence or its task in one click. */
export function CoverageList({ detail, tasks, reading, editable, onShowTask }: TaskPaneProps) {
  const planId = detail.plan.id
  const coverage = useAsk('task.coverage', { planId }).data
  if (coverage === undefined) return <Loader size="sm" />
  const taskLine = (id: TaskWordingId, note = ''): ReactNode => (
    <UnstyledButton key={`${id}${note}`} onClick={() => onShowTask(id)}>
      <Text size="sm" c="var(--mantine-color-anchor)" lineClamp={2}>
        {tasks.find((task) => task.id === id)?.content || taskText.noContent}
        {note}
      </Text>
    </UnstyledButton>
  )
  const agencyName = (id: string): string => reading.registry.agencies.find((agency) => agency.id === id)?.name ?? ''
  /** Puts the body that took over where the one that is gone stands in a row's lists; where it stands already it is not named twice. */
  const replaceParty = (id: TaskWordingId, goneId: AgencyId, successorId: AgencyId): void => {
    const task = tasks.find((one) => one.id === id)
    if (task === undefined) return
    const replaced = (parties: readonly Party[]): Party[] => {
      const known = parties.some((party) => party.kind === 'agency' && party.agencyId === successorId)
      return parties.flatMap((party): readonly Party[] => {
        if (party.kind !== 'agency' || party.agencyId !== goneId) return [party]
        return known ? [] : [{ ...party, agencyId: successorId }]
      })
    }
    void ask('task.update', {
      id,
      version: task.version,
      patch: { leads: replaced(task.leads), coordinating: replaced(task.coordinating) },
    }).then(() => showDone(taskText.replacedBy(agencyName(successorId)), { undoable: true }), showFailure)
  }
  const unlinked = coverage.tasksWithoutProvision.flatMap((id) => tasks.find((task) => task.id === id) ?? [])
  const groups: readonly {
    readonly key: keyof typeof taskText.coverageGroups
    readonly count?: number
    readonly lines: readonly ReactNode[]
  }[] = [
    // First, because joining these covers most of the sentences below.
    {
      key: 'tasksWithoutProvision',
      count: unlinked.length,
      lines: unlinked.length === 0 ? [] : [<UnlinkedTasks key="unlinked" {...{ detail, unlinked, editable, onShowTask }} />],
    },
    {
      key: 'provisionsWithoutTask',
      lines: coverage.provisionsWithoutTask.map(({ provisionId, address, text }) => (
        <Stack key={provisionId} gap={2}>
          <Anchor
            size="sm"
            lineClamp={2}
            renderRoot={(rest) => <Link to="/ke-hoach/$planId" params={{ planId }} search={{ muc: provisionId }} {...rest} />}
          >
            <b>{address}</b> {text}
          </Anchor>
          {editable && (
            <Button
              size="compact-xs"
              variant="subtle"
              style={{ alignSelf: 'flex-start' }}
              onClick={() =>
                void ask('task.create-from-plan', { planId, provisionIds: [provisionId] }).then(
                  ({ created }) => showDone(taskText.madeFromPlan(created.length), { undoable: true }),
                  showFailure,
                )
              }
            >
              {taskText.makeTask}
            </Button>
          )}
        </Stack>
      )),
    },
    { key: 'tasksWithoutLead', lines: coverage.tasksWithoutLead.map((id) => taskLine(id)) },
    { key: 'tasksWithoutProduct', lines: coverage.tasksWithoutProduct.map((id) => taskLine(id)) },
    { key: 'tasksWithoutDeadline', lines: coverage.tasksWithoutDeadline.map((id) => taskLine(id)) },
    { key: 'tasksWithUnrecognisedParty', lines: coverage.tasksWithUnrecognisedParty.map((id) => taskLine(id)) },
    {
      key: 'tasksWithInactiveAgency',
      lines: coverage.tasksWithInactiveAgency.map(({ taskId, agencyId, successorIds }) => (
        <Stack key={`${taskId} ${agencyId}`} gap={2}>
          {taskLine(taskId, ` (${taskText.succeeded(agencyName(agencyId), successorIds.map(agencyName))})`)}
          {editable &&
            successorIds.map((successorId) => (
              <Button
                key={successorId}
                size="compact-xs"
                variant="subtle"
                style={{ alignSelf: 'flex-start' }}
                onClick={() => replaceParty(taskId, agencyId, successorId)}
              >
                {taskText.replaceBy(agencyName(successorId))}
              </Button>
            ))}
        </Stack>
      )),
    },
    {
      key: 'agenciesWithoutTask',
      lines: coverage.agenciesWithoutTask.map((id) => (
        <Text key={id} size="sm">
          {agencyName(id)}
        </Text>
      )),
    },
  ]
  const open = groups.filter(({ lines }) => lines.length > 0)
  if (open.length === 0) {
    return (
      <Alert color="teal" icon={<IconCircleCheck aria-hidden />}>
        {taskText.covered}
      </Alert>
    )
  }
  return (
    <Accordion multiple defaultValue={open.slice(0, 2).map(({ key }) => key)} chevronPosition="left" variant="default">
      {open.map(({ key, lines, count = lines.length }) => (
        <Accordion.Item key={key} value={key}>
          <Accordion.Control>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" fw={600}>
                {taskText.coverageGroups[key]}
              </Text>
              <Badge variant="light" color="orange" style={{ flexShrink: 0 }}>
                {count}
              </Badge>
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <Stack gap={8}>{lines}</Stack>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  )
}
