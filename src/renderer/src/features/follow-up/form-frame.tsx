import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState, type ReactElement, type ReactNode } from 'react'
import type { ChosenFile } from '#shared/ipc/progress-contract.ts'
import { followUpForm } from '#shared/text/vi/follow-up.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../lib/bridge.ts'
import { showFailure } from '../../lib/notices.tsx'
import { useFileDrop } from '../../lib/use-file-drop.ts'
import { useKeys } from './use-keys.ts'
import styles from './follow-up.module.css'

/** A form in a dialog: Enter in a one-line box or Ctrl+Enter anywhere writes it, Escape gives up. It stays when writing fails. */
export function FormFrame({
  title,
  hint,
  confirm,
  disabled = false,
  onClose,
  onWrite,
  onFile,
  children,
}: {
  readonly title: string
  readonly hint?: string
  readonly confirm: string
  readonly disabled?: boolean
  readonly onClose: () => void
  /** Gives false where something is still missing: it is then shown in the form. */
  readonly onWrite: () => Promise<boolean>
  /** Takes a file that is let go anywhere on the form. */
  readonly onFile?: (file: ChosenFile) => void
  readonly children: ReactNode
}): ReactElement {
  const [busy, setBusy] = useState(false)
  const write = async (): Promise<void> => {
    setBusy(true)
    try {
      if (await onWrite()) onClose()
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': shell.close }}>
      <Form busy={busy} disabled={disabled} onWrite={write} onFile={onFile}>
        <Stack gap="sm">
          {hint !== undefined && (
            <Text size="sm" c="dimmed">
              {hint}
            </Text>
          )}
          {children}
          <Group justify="flex-end" gap="xs" className={styles['buttons'] ?? ''}>
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={disabled}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  )
}

function Form({
  busy,
  disabled,
  onWrite,
  onFile,
  children,
}: {
  readonly busy: boolean
  readonly disabled: boolean
  readonly onWrite: () => Promise<void>
  readonly onFile: ((file: ChosenFile) => void) | undefined
  readonly children: ReactNode
}): ReactElement {
  const form = useKeys<HTMLFormElement>((event, part) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    part.requestSubmit()
  })
  const { over, handlers } = useFileDrop(followUpForm, (path) => {
    void ask('follow-up.keep-file', { path }).then((file) => onFile?.(file), showFailure)
  })
  return (
    <form
      ref={form}
      {...(onFile !== undefined && handlers)}
      data-over={over || undefined}
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && !disabled) void onWrite()
      }}
    >
      {children}
    </form>
  )
}
