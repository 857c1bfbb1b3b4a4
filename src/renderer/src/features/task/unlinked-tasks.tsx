import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { CONFIDENT_SCORE } from '#shared/domain/suggestion.ts'
import type { Task } from '#shared/domain/task.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { confidentLinks, linkSentences, type SentenceLink } from './sentence-links.ts'
import { SentencePicker } from './sentence-picker.tsx'
import type { TaskPaneProps } from './task-pane.tsx'

function link(...links: readonly SentenceLink[]): void {
  void linkSentences(links).catch(showFailure)
}

/** Tasks that come from no sentence, each with the sentence most like it: one click joins it, one more button joins all that are clear. */
export function UnlinkedTasks({
  detail,
  unlinked,
  editable,
  onShowTask,
}: Pick<TaskPaneProps, 'detail' | 'editable' | 'onShowTask'> & { readonly unlinked: readonly Task[] }) {
  const suggestions = useAsk('task.suggest-provisions', { planId: detail.plan.id }).data ?? []
  const clear = confidentLinks(suggestions).filter(({ id }) => unlinked.some((task) => task.id === id))
  return (
    <Stack gap="sm">
      {editable && clear.length > 1 && (
        <Stack gap={2}>
          <Button size="compact-sm" variant="light" onClick={() => link(...clear)}>
            {taskText.linkAll(clear.length)}
          </Button>
          <Text size="xs" c="dimmed">
            {taskText.linkAllHint}
          </Text>
        </Stack>
      )}
      {unlinked.map((task) => {
        const best = suggestions.find(({ taskId }) => taskId === task.id)?.suggestions[0]
        return (
          <Stack key={task.id} gap={4}>
            <UnstyledButton onClick={() => onShowTask(task.id)}>
              <Text size="sm" lineClamp={2} c="var(--mantine-color-anchor)">
                {task.content || taskText.noContent}
              </Text>
            </UnstyledButton>
            {best === undefined ? (
              <Text size="xs" c="dimmed">
                {taskText.noLikeSentence}
              </Text>
            ) : (
              <Text size="xs" lineClamp={2} title={best.text}>
                <b>{best.address}</b> {best.text}
              </Text>
            )}
            {editable && (
              <Group gap={6} wrap="nowrap">
                {best !== undefined && (
                  <Button
                    size="compact-xs"
                    variant={best.score < CONFIDENT_SCORE ? 'default' : 'filled'}
                    style={{ flexShrink: 0 }}
                    onClick={() => link({ id: task.id, provisionId: best.provisionId })}
                  >
                    {taskText.linkTo(best.address)}
                  </Button>
                )}
                <SentencePicker
                  detail={detail}
                  taskId={task.id}
                  taken={task.provisionIds}
                  label={taskText.otherSentences}
                  onChoose={(provisionId) => link({ id: task.id, provisionId })}
                />
              </Group>
            )}
          </Stack>
        )
      })}
    </Stack>
  )
}
