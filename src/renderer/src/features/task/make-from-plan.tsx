import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { PlanId } from '#shared/domain/identifier.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { flushAll } from '../../lib/saving.ts'
import { confidentLinks, linkSentences, type SentenceSuggestions } from './sentence-links.ts'

/**
 * "Lập nhiệm vụ từ kế hoạch". An imported appendix has tasks that come from no sentence: making a task of every sentence would double
 * them, so the person is asked once whether to join those first. `onCoverage` shows what is left.
 */
export function useMakeFromPlan(
  planId: PlanId,
  onCoverage: () => void,
): { readonly start: () => Promise<void>; readonly question: ReactElement | null } {
  const [unlinked, setUnlinked] = useState<SentenceSuggestions>([])
  const make = async (): Promise<void> => {
    const { created } = await ask('task.create-from-plan', { planId, provisionIds: null })
    showDone(taskText.madeFromPlan(created.length), { undoable: created.length > 0 })
  }
  const start = async (): Promise<void> => {
    // The sentences may have been typed a moment ago.
    await flushAll()
    const [{ provisionsWithoutTask }, suggestions] = await Promise.all([
      ask('task.coverage', { planId }),
      ask('task.suggest-provisions', { planId }),
    ])
    // A task that is like no open sentence will not be doubled.
    const open = new Set(provisionsWithoutTask.map(({ provisionId }) => provisionId))
    const mayDouble = suggestions.filter((each) => each.suggestions.some(({ provisionId }) => open.has(provisionId)))
    if (mayDouble.length === 0) await make()
    else setUnlinked(mayDouble)
  }
  const close = (): void => setUnlinked([])
  const link = async (): Promise<void> => {
    const links = confidentLinks(unlinked)
    if (links.length > 0) await linkSentences(links)
    onCoverage()
  }
  const answer = (work: () => Promise<void>): void => {
    close()
    void work().catch(showFailure)
  }
  const question =
    unlinked.length === 0 ? null : (
      <Modal opened onClose={close} title={taskText.unlinkedTitle}>
        <Stack gap="sm">
          <Text size="sm">{taskText.unlinkedQuestion(unlinked.length)}</Text>
          <Text size="sm" c="dimmed">
            {taskText.unlinkedText}
          </Text>
          <Group gap="xs" justify="flex-end">
            <Button variant="default" onClick={close}>
              {taskText.leaveIt}
            </Button>
            <Button variant="default" onClick={() => answer(make)}>
              {taskText.makeAnyway}
            </Button>
            <Button data-autofocus onClick={() => answer(link)}>
              {taskText.linkFirst}
            </Button>
          </Group>
        </Stack>
      </Modal>
    )
  return { start, question }
}
