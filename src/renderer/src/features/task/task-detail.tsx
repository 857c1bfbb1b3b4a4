import { ActionIcon, Anchor, Badge, Group, List, Stack, Text, Tooltip } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Party, expandGroup, partyWords } from '#shared/domain/agency.ts'
import { plainText } from '#shared/domain/inline.ts'
import { numberProvisions } from '#shared/domain/numbering.ts'
import { describeMilestone } from '#shared/text/vi/deadline.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { ask } from '../../lib/bridge.ts'
import { showFailure } from '../../lib/notices.tsx'
import { TaskClosing } from './task-closing.tsx'
import { SentencePicker } from './sentence-picker.tsx'
import { TaskGoals } from './task-goals.tsx'
import type { TaskPaneProps } from './task-pane.tsx'

/** One task: its words, the sentences it comes from (both ways in one click), what its parties and its deadline stand for. */
export function TaskDetail({ task, detail, reading, editable }: TaskPaneProps) {
  const numbers = useMemo(() => numberProvisions(detail.provisions), [detail.provisions])
  if (task === undefined) return <Text c="dimmed">{taskText.chooseRow}</Text>
  const sources = detail.provisions.flatMap((provision, index) =>
    task.provisionIds.includes(provision.id) ? [{ provision, address: numbers[index]?.address ?? '' }] : [],
  )
  const link = (provisionId: (typeof sources)[number]['provision']['id'], linked: boolean): void =>
    void ask('task.link-provision', { id: task.id, provisionId, linked }).catch(showFailure)
  return (
    <Stack gap="md">
      <Text fw={600}>{task.content === '' ? taskText.noContent : task.content}</Text>
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {taskText.sourceSentences}
        </Text>
        {sources.length === 0 && (
          <Text size="sm" c="dimmed">
            {taskText.noSource}
          </Text>
        )}
        {sources.map(({ provision, address }) => (
          <Group key={provision.id} gap={6} wrap="nowrap" align="flex-start">
            <Badge size="sm" variant="light" style={{ flexShrink: 0 }}>
              {address}
            </Badge>
            <Anchor
              size="sm"
              title={taskText.goToSentence}
              style={{ flex: 1 }}
              renderRoot={(rest) => (
                <Link to="/ke-hoach/$planId" params={{ planId: detail.plan.id }} search={{ muc: provision.id }} {...rest} />
              )}
            >
              {plainText(provision.content)}
            </Anchor>
            {editable && (
              <Tooltip label={taskText.unlink}>
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  aria-label={`${taskText.unlink} ${address}`}
                  onClick={() => link(provision.id, false)}
                >
                  <IconLinkOff size={14} />
                </ActionIcon>
              </Tooltip>
            )}
          </Group>
        ))}
        {editable && (
          <SentencePicker
            detail={detail}
            taskId={task.id}
            taken={task.provisionIds}
            label={taskText.linkSource}
            onChoose={(id) => link(id, true)}
          />
        )}
      </Stack>
      <TaskGoals planId={detail.plan.id} task={task} />
      {(['leads', 'coordinating'] as const).map((role) => (
        <Stack key={role} gap={4}>
          <Text size="sm" fw={600}>
            {role === 'leads' ? taskText.columns.lead : taskText.columns.coordinating}
          </Text>
          {task[role].length === 0 && (
            <Text size="sm" c="dimmed">
              {taskText.none}
            </Text>
          )}
          {task[role].map((party) => (
            <PartyLine key={partyWords(party, reading.registry)} party={party} reading={reading} />
          ))}
        </Stack>
      ))}
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {taskText.deadlineMeaning}
        </Text>
        <Text size="sm">{task.deadline.phrase === '' ? taskText.none : `“${task.deadline.phrase}”`}</Text>
        <List size="sm" withPadding>
          {task.deadline.milestones.map((milestone) => (
            <List.Item key={JSON.stringify(milestone)}>
              {describeMilestone(milestone)}
              {milestone.label === null ? '' : `: ${milestone.label}`}
            </List.Item>
          ))}
        </List>
      </Stack>
      <TaskClosing key={task.id} planId={detail.plan.id} taskId={task.taskId} wordingId={task.id} />
    </Stack>
  )
}

function PartyLine({ party, reading }: { readonly party: Party } & Pick<TaskPaneProps, 'reading'>) {
  const { registry, asOf } = reading
  const words = partyWords(party, registry)
  if (party.kind === 'words')
    return (
      <Text size="sm" c="orange.9">
        {taskText.unrecognised(words)}
      </Text>
    )
  const group = party.kind === 'group' ? registry.groups.find(({ id }) => id === party.groupId) : undefined
  if (group === undefined) return <Text size="sm">{words}</Text>
  const members = expandGroup(group, registry, asOf)
  return (
    <Stack gap={0}>
      <Text size="sm">{words}</Text>
      <Text size="xs" c="dimmed" title={members.map(({ name }) => name).join('\n')}>
        {members.length === 0
          ? taskText.expandsToNone
          : `${taskText.expandsTo(members.length)}: ${members.map(({ name, shortName }) => shortName ?? name).join(', ')}`}
      </Text>
    </Stack>
  )
}
