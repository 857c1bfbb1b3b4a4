import { ActionIcon, Badge, Group, Select, Stack, Text, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { GoalId, PlanId } from '#shared/domain/identifier.ts'
import type { Task } from '#shared/domain/task.ts'
import { fold } from '#shared/language/fold.ts'
import { planGoalsText as words } from '#shared/text/vi/programme.ts'
import { ask } from '../../lib/bridge.ts'
import { showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'

/** The goals of the plan's programmes that a task serves, itself or through its sentences; another one is found by its words. */
export function TaskGoals({ planId, task }: { readonly planId: PlanId; readonly task: Task }): ReactElement | null {
  const known = useAsk('goal.of-plan', { planId }, { keepPrevious: true }).data
  const goals = known?.programmes.flatMap((each) => each.goals) ?? []
  // An office without programmes is not asked about goals at every task.
  if (goals.length === 0) return null
  const link = (goalId: GoalId, linked: boolean): void =>
    void ask('goal.link', { planId, links: [{ goalId, through: { kind: 'task', id: task.taskId } }], linked }).catch(showFailure)
  const own = goals.filter(({ tasks }) => tasks.some(({ taskId }) => taskId === task.taskId))
  const through = goals.flatMap(({ goal, sentences }) => {
    const addresses = sentences.filter(({ provisionId }) => task.provisionIds.includes(provisionId)).map(({ address }) => address)
    return addresses.length === 0 || own.some((each) => each.goal.id === goal.id) ? [] : [{ goal, addresses }]
  })
  const free = goals.filter(({ goal }) => !own.some((each) => each.goal.id === goal.id))
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {words.goalsOfTask}
      </Text>
      {own.length + through.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noGoalOfTask}
        </Text>
      )}
      {own.map(({ goal }) => (
        <Group key={goal.id} gap={6} wrap="nowrap" align="flex-start">
          <Text size="sm" style={{ flex: 1 }}>
            {goal.content}
          </Text>
          <Tooltip label={words.removeGoalOfTask(goal.content)}>
            <ActionIcon size="sm" aria-label={words.removeGoalOfTask(goal.content)} onClick={() => link(goal.id, false)}>
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ))}
      {through.map(({ goal, addresses }) => (
        <Group key={goal.id} gap={6} wrap="nowrap" align="flex-start">
          <Text size="sm" style={{ flex: 1 }}>
            {goal.content}
          </Text>
          <Badge size="sm" variant="light" tt="none" style={{ flexShrink: 0 }}>
            {`${words.throughSentence} ${addresses.join(', ')}`}
          </Badge>
        </Group>
      ))}
      <Select
        key={own.length}
        aria-label={words.pickGoal}
        placeholder={words.pickGoal}
        searchable
        value={null}
        data={free.map(({ goal }) => ({ value: goal.id as string, label: goal.content }))}
        filter={({ options, search }) => options.filter((option) => !('group' in option) && fold(option.label).includes(fold(search)))}
        onChange={(id) => {
          if (id !== null) link(id as GoalId, true)
        }}
      />
    </Stack>
  )
}
