import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactElement } from 'react'
import { AppError } from '#shared/app-error.ts'
import { wordFailure } from '#shared/text/vi/failures.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { takeBack } from './saving.ts'
import { wayOutOf } from './ways-out.ts'

/** The sentence and the way out of anything thrown or refused. A defect of the window itself gets the general words. */
export function wordError(error: unknown): { readonly says: string; readonly wayOut: string } {
  if (typeof error === 'string') return { says: error, wayOut: '' }
  if (error instanceof AppError) return wordFailure(error.code, error.details)
  console.error(error)
  return { says: shell.windowDefect, wayOut: shell.windowDefectWayOut }
}

/** Says what went wrong and what to do; stays longer than a message of success. A stop the person asked for is no failure. */
export function showFailure(error: unknown): void {
  if (error instanceof AppError && error.code === 'cancelled') return
  const { says, wayOut } = wordError(error)
  const way = wayOutOf(error)
  const id = crypto.randomUUID()
  notifications.show({
    id,
    color: typeof error === 'string' ? 'yellow' : 'red',
    title: says,
    message: way === null ? wayOut : <WithAct id={id} text={wayOut} act={way} />,
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': shell.close },
    role: 'alert',
  })
}

/** Says what was done. `undoable` puts "Hoàn tác" beside it, instead of asking "are you sure" beforehand. */
export function showDone(
  text: string,
  options: { readonly undoable?: boolean; readonly action?: { readonly label: string; readonly run: () => void | Promise<void> } } = {},
): void {
  const id = crypto.randomUUID()
  const action =
    options.action ?? (options.undoable === true ? { label: shell.undo, run: async () => void (await takeBack('undo')) } : null)
  notifications.show({
    id,
    color: 'teal',
    autoClose: 7000,
    closeButtonProps: { 'aria-label': shell.close },
    message: <WithAct id={id} text={text} act={action} />,
  })
}

/** Words of a notice with one button beside them. */
function WithAct({
  id,
  text,
  act,
}: {
  readonly id: string
  readonly text: string
  readonly act: { readonly label: string; readonly run: () => void | Promise<void> } | null
}): ReactElement {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm" style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {text}
      </Text>
      {act !== null && (
        <Button
          size="compact-xs"
          variant="light"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(id)
            void (async () => act.run())().catch(showFailure)
          }}
        >
          {act.label}
        </Button>
      )}
    </Group>
  )
}
