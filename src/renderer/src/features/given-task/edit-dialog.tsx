import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { Output } from '#shared/ipc/contract.ts'
import { givenTaskText as words } from '#shared/text/vi/given-task.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../lib/bridge.ts'
import { readDay, showDay, today } from '../../lib/dates.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import type { TaskDialogProps } from '../../lib/task-pane.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import { DocumentBoxes, TaskBoxes } from './task-boxes.tsx'
import { documentOf, isWhole, typedDocument, typedTask, wordsOf } from './typed.ts'
import styles from './given-task.module.css'

/** Changes a task that another document gave while nothing was said of it; closes it, opens it again, takes it away. */
export function EditGivenTask({ rows, onClose }: TaskDialogProps): ReactElement {
  const taskId = rows[0]?.task.taskId
  if (taskId === undefined) throw new Error('a dialog on rows')
  const query = useAsk('given-task.get', { taskId })
  return (
    <Modal opened onClose={onClose} title={words.edit} size="xl" closeButtonProps={{ 'aria-label': shell.close }}>
      <Awaited query={query}>{(kept) => <EditForm key={kept.given.version} kept={kept} onClose={onClose} />}</Awaited>
    </Modal>
  )
}

function EditForm({
  kept: { given, closure, spokenOf },
  onClose,
}: {
  readonly kept: Output<'given-task.get'>
  readonly onClose: () => void
}): ReactElement {
  const { taskId, version } = given
  const [document, setDocument] = useState(() => typedDocument(given))
  const [task, setTask] = useState(() => typedTask(given))
  const [closedOn, setClosedOn] = useState(showDay(closure?.closedOn ?? today()))
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const finish = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    setBusy(true)
    try {
      await work()
      showDone(done, { undoable: true })
      onClose()
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const does = (work: () => Promise<unknown>, done: string): void => void finish(work, done)
  const write = (): void => {
    setTried(true)
    const changed = documentOf(document)
    if (spokenOf || changed === null || !isWhole(task)) return
    does(
      async () => ask('given-task.change', { ...wordsOf(task), taskId, version, source: document.source, document: changed }),
      words.changed,
    )
  }
  const closingDay = readDay(closedOn)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) write()
      }}
    >
      <Stack gap="sm">
        {spokenOf && <Alert color="gray">{words.locked}</Alert>}
        <DocumentBoxes document={document} tried={tried} disabled={spokenOf} onDocument={setDocument} />
        <TaskBoxes task={task} number={1} day={document.day} tried={tried} disabled={spokenOf} onTask={setTask} />
        <fieldset className={styles['part']}>
          <legend>{words.closing}</legend>
          {closure === null ? (
            <Group gap="xs" align="flex-end">
              <TextInput
                label={words.closedOn}
                w={130}
                value={closedOn}
                error={closingDay === null ? words.dayFormat : null}
                onChange={({ currentTarget }) => setClosedOn(currentTarget.value)}
              />
              <TextInput
                label={words.closingNote}
                style={{ flex: 1 }}
                value={note}
                onChange={({ currentTarget }) => setNote(currentTarget.value)}
              />
              <Button
                variant="default"
                disabled={closingDay === null || busy}
                onClick={() =>
                  closingDay !== null && does(async () => ask('given-task.close', { taskId, closedOn: closingDay, note }), words.closed)
                }
              >
                {words.close}
              </Button>
            </Group>
          ) : (
            <Group gap="xs">
              <Text size="sm">{words.closedState(showDay(closure.closedOn), closure.note)}</Text>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => does(async () => ask('given-task.reopen', { taskId }), words.reopened)}
              >
                {words.reopen}
              </Button>
            </Group>
          )}
        </fieldset>
        <Group justify="space-between" gap="xs">
          <Button
            variant="subtle"
            color="gray"
            disabled={spokenOf || busy}
            onClick={() => does(async () => ask('given-task.remove', { taskId, version }), words.removed)}
          >
            {words.remove}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={spokenOf}>
              {words.change}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}
