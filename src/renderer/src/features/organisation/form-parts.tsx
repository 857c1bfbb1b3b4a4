import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'

/** A list of names in one box, a name a line. */
export function NamesBox({
  label,
  names,
  onNames,
}: {
  readonly label: string
  readonly names: readonly string[]
  readonly onNames: (names: string[]) => void
}) {
  const [text, setText] = useState(names.join('\n'))
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxRows={8}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() =>
        onNames(
          text
            .normalize('NFC')
            .split('\n')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
        )
      }
    />
  )
}

/** What a form does with its record: writes or removes it, says so with a way back, and closes; a refusal is said and the form stays. */
export function recordActs(onClose: () => void): {
  readonly save: (work: Promise<unknown>) => void
  readonly remove: (name: string, work: () => Promise<unknown>) => () => void
} {
  const done = (text: string): void => {
    showDone(text, { undoable: true })
    onClose()
  }
  const run = async (work: Promise<unknown>, text: string): Promise<void> => {
    try {
      await work
      done(text)
    } catch (error) {
      showFailure(error)
    }
  }
  return {
    save: (work) => void run(work, organisationText.saved),
    remove: (name, work) => () => void run(work(), organisationText.removed(name)),
  }
}

interface RecordFormProps {
  readonly children: ReactNode
  readonly onSave: () => void
  readonly onCancel: () => void
  readonly onRemove: (() => void) | null
}

/** The frame of every form in the pane: fields above, save, cancel and remove below. */
export function RecordForm({ children, onSave, onCancel, onRemove }: RecordFormProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <Stack gap="sm" p="md">
        {children}
        <Group gap="xs" mt="xs">
          <Button type="submit">{organisationText.save}</Button>
          <Button variant="default" onClick={onCancel}>
            {organisationText.cancel}
          </Button>
          {onRemove !== null && (
            <Button variant="subtle" color="gray" ml="auto" onClick={onRemove}>
              {organisationText.remove}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
