import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ClipboardEvent, type ReactElement } from 'react'
import { givenTaskText as words } from '#shared/text/vi/given-task.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../lib/bridge.ts'
import { readDay, today } from '../../lib/dates.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { readCells } from '../../ui/grid/cell-clipboard.ts'
import { DocumentBoxes, TaskBoxes } from './task-boxes.tsx'
import { documentOf, emptyDocument, emptyTask, isWhole, wordsOf, type TypedTask } from './typed.ts'

/** One document and the tasks it gives, one or many. It stays when writing fails. */
export function AddGivenTasks({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [document, setDocument] = useState(emptyDocument)
  const [tasks, setTasks] = useState<readonly TypedTask[]>([emptyTask(1)])
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const nextKey = Math.max(0, ...tasks.map(({ key }) => key)) + 1
  const write = async (): Promise<void> => {
    setTried(true)
    const given = documentOf(document)
    if (given === null || !tasks.every(isWhole)) return
    setBusy(true)
    try {
      await ask('given-task.add', { source: document.source, document: given, tasks: tasks.map(wordsOf) })
      showDone(words.added(tasks.length), { undoable: true })
      onClose()
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  /** Cells of a spreadsheet become tasks of their own, in place of the one they were pasted into when it was empty. */
  const paste = (into: TypedTask) => (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const rows = readCells(event.clipboardData)
    if (rows.length < 2 && (rows[0]?.length ?? 0) < 2) return
    event.preventDefault()
    void ask('given-task.read-cells', { rows, issuedOn: readDay(document.day) ?? today() })
      .then((read) => {
        const added = read.map((task, index): TypedTask => ({ ...task, key: nextKey + index }))
        setTasks((now) => now.flatMap((task) => (task.key === into.key ? (task.content.trim() === '' ? added : [task, ...added]) : [task])))
        showDone(words.pasted(read.length))
      })
      .catch(showFailure)
  }
  return (
    <Modal opened onClose={onClose} title={words.add} size="xl" closeButtonProps={{ 'aria-label': shell.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void write()
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {words.hint}
          </Text>
          <DocumentBoxes document={document} tried={tried} onDocument={setDocument} />
          {tasks.map((task, index) => (
            <TaskBoxes
              key={task.key}
              task={task}
              number={index + 1}
              day={document.day}
              tried={tried}
              onTask={(changed) => setTasks(tasks.map((one) => (one.key === changed.key ? changed : one)))}
              onDrop={tasks.length === 1 ? undefined : () => setTasks(tasks.filter(({ key }) => key !== task.key))}
              onPaste={paste(task)}
            />
          ))}
          <Text size="xs" c="dimmed">
            {words.pasteHint}
          </Text>
          <Group justify="space-between" gap="xs">
            <Button
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => setTasks([...tasks, emptyTask(nextKey)])}
            >
              {words.more}
            </Button>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {shell.cancel}
              </Button>
              <Button type="submit" loading={busy}>
                {words.write(tasks.length)}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
