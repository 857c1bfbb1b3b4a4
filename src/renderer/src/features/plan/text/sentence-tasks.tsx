import { Button, Group, Popover, Stack, Text } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { Task } from '#shared/domain/task.ts'
import { editorText } from '#shared/text/vi/editor.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { runCommand, type Command } from '../../../lib/commands.ts'
import styles from './editor.module.css'

/** The tasks that come from one sentence, at the sentence's margin; each opens in the appendix. */
export function SentenceTasks({
  planId,
  tasks,
  at,
  createTask,
  onClose,
}: {
  readonly planId: PlanId
  readonly tasks: readonly Task[]
  readonly at: { readonly left: number; readonly top: number }
  readonly createTask: Command | undefined
  readonly onClose: () => void
}): ReactElement {
  const navigate = useNavigate()
  return (
    <Popover opened onChange={(open) => !open && onClose()} position="left-start" width={420} withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <span className={styles['anchor']} style={at} />
      </Popover.Target>
      <Popover.Dropdown aria-label={editorText.tasksOfSentence} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
        <Text size="xs" fw={600} mb={6}>
          {editorText.tasksOfSentence}
        </Text>
        <Stack gap={4}>
          {tasks.length === 0 && <Text size="xs">{editorText.noTasks}</Text>}
          {tasks.map((task) => (
            <Button
              key={task.id}
              variant="subtle"
              justify="flex-start"
              h="auto"
              py={5}
              styles={{
                inner: { height: 'auto' },
                label: { whiteSpace: 'normal', textAlign: 'left', fontWeight: 400, height: 'auto', lineHeight: 1.45, overflow: 'visible' },
              }}
              onClick={() => void navigate({ href: `/ke-hoach/${planId}/phu-luc?nhiemVu=${task.id}` })}
            >
              {task.content}
            </Button>
          ))}
          <Group justify="space-between" mt={4}>
            {createTask !== undefined && (
              <Button
                variant="light"
                leftSection={<IconListCheck size={16} aria-hidden />}
                onClick={() => {
                  onClose()
                  void runCommand(createTask)
                }}
              >
                {createTask.label}
              </Button>
            )}
            <Button variant="default" data-autofocus onClick={onClose}>
              {shell.close}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
