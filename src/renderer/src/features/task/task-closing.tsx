import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { PlanId, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import { carryOverText as words } from '#shared/text/vi/carry-over.ts'
import { planDetailsText } from '#shared/text/vi/plan.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../lib/bridge.ts'
import { readDay, showDay, today } from '../../lib/dates.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'

/** Whether a task is closed, and the way to close it or open it again: what next year's plan asks. An issued paper does not change by it. */
export function TaskClosing({
  planId,
  taskId,
  wordingId,
}: {
  readonly planId: PlanId
  readonly taskId: TaskId
  readonly wordingId: TaskWordingId
}): ReactElement | null {
  const closures = useAsk('task.closures', { planId }).data
  const [asking, setAsking] = useState(false)
  if (closures === undefined) return null
  const closure = closures.find((one) => one.taskId === taskId)
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {words.closeTitle}
      </Text>
      {closure !== undefined && (
        <Group gap="xs">
          <Text size="sm">{words.closedState(showDay(closure.closedOn), closure.note)}</Text>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => void ask('task.reopen', { ids: [taskId] }).then(() => showDone(words.reopened, { undoable: true }), showFailure)}
          >
            {words.reopenTask}
          </Button>
        </Group>
      )}
      {closure === undefined && !asking && (
        <Group gap="xs">
          <Button size="compact-xs" variant="subtle" onClick={() => setAsking(true)}>
            {words.close}
          </Button>
          <Text size="xs" c="dimmed">
            {words.closeHint}
          </Text>
        </Group>
      )}
      {closure === undefined && asking && <ClosingForm wordingId={wordingId} onDone={() => setAsking(false)} />}
    </Stack>
  )
}

function ClosingForm({ wordingId, onDone }: { readonly wordingId: TaskWordingId; readonly onDone: () => void }): ReactElement {
  const [day, setDay] = useState(() => showDay(today()))
  const [note, setNote] = useState('')
  const closedOn = readDay(day)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (closedOn === null) return
        void ask('task.close', { ids: [wordingId], closedOn, note }).then(() => {
          onDone()
          showDone(words.closed, { undoable: true })
        }, showFailure)
      }}
    >
      <Stack gap="xs">
        <TextInput
          label={words.closedOn}
          description={planDetailsText.dayFormat}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          error={closedOn === null ? planDetailsText.notADay : null}
          autoFocus
        />
        <TextInput
          label={words.closeNote}
          description={words.closeNoteHint}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" disabled={closedOn === null}>
            {words.closeConfirm}
          </Button>
          <Button variant="default" onClick={onDone}>
            {shell.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
