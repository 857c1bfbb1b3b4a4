import { Button, Group, Loader, Stack, Text, UnstyledButton } from '@mantine/core'
import { partyWords } from '#shared/domain/agency.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { useAsk } from '../../lib/queries.ts'
import type { TaskPaneProps } from './task-pane.tsx'
import { updateTasks } from './task-commands.ts'

/** Whom to give the tasks without a lead: the best candidates with their reason, one key to accept each, or all first ones at once. */
export function SuggestionList({ detail, tasks, reading, editable, onShowTask }: TaskPaneProps) {
  const planId = detail.plan.id
  const answer = useAsk('task.suggest-leads', { planId }).data
  if (answer === undefined) return <Loader size="sm" />
  const open = answer.flatMap(({ taskId, suggestions }) => {
    const task = tasks.find(({ id }) => id === taskId)
    return task !== undefined && task.leads.length === 0 ? [{ task, suggestions }] : []
  })
  if (open.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {taskText.noSuggestions}
      </Text>
    )
  const withOne = open.flatMap(({ task, suggestions: [best] }) =>
    best === undefined ? [] : [{ id: task.id, version: task.version, patch: { leads: [best.party] } }],
  )
  return (
    <Stack gap="sm">
      {editable && withOne.length > 1 && (
        <Button size="compact-sm" variant="light" onClick={() => updateTasks(planId, withOne)}>
          {`${taskText.acceptAll} (${withOne.length})`}
        </Button>
      )}
      {open.map(({ task, suggestions }) => (
        <Stack key={task.id} gap={4}>
          <UnstyledButton onClick={() => onShowTask(task.id)}>
            <Text size="sm" lineClamp={2} c="var(--mantine-color-anchor)">
              {task.content || taskText.noContent}
            </Text>
          </UnstyledButton>
          {suggestions.length === 0 && (
            <Text size="xs" c="dimmed">
              {taskText.noSuggestion}
            </Text>
          )}
          {suggestions.slice(0, 3).map(({ party, because, from }, index) => (
            <Group key={partyWords(party, reading.registry)} gap="4px 8px">
              <Button
                size="compact-xs"
                variant={index === 0 ? 'filled' : 'default'}
                disabled={!editable}
                style={{ flexShrink: 0 }}
                onClick={() => updateTasks(planId, [{ id: task.id, version: task.version, patch: { leads: [party] } }])}
              >
                {partyWords(party, reading.registry)}
              </Button>
              <Text
                size="xs"
                c="dimmed"
                title={from}
                truncate
                style={{ flex: '1 1 140px', minWidth: 0 }}
              >{`${taskText.because[because]}: ${from}`}</Text>
            </Group>
          ))}
        </Stack>
      ))}
    </Stack>
  )
}
