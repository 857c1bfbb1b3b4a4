import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { ChosenFile } from '#shared/ipc/progress-contract.ts'
import { followUpForm as words } from '#shared/text/vi/follow-up.ts'
import { ask } from '../../lib/bridge.ts'
import { showFailure } from '../../lib/notices.tsx'
import { useFileDrop } from '../../lib/use-file-drop.ts'
import { isWrongDay, named, type TypedDocument } from './form-values.ts'
import styles from './follow-up.module.css'

/** A day as an office writes it. */
export function DayInput({
  label,
  value,
  error = null,
  required = false,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly error?: string | null
  readonly required?: boolean
  readonly onChange: (text: string) => void
}): ReactElement {
  return (
    <TextInput
      label={label}
      placeholder={words.dayFormat}
      required={required}
      w={150}
      value={value}
      error={isWrongDay(value) ? words.dayWrong : error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

/** Number, day, issuer and title of a document, and its file. `label` says which document it is. */
export function DocumentBoxes({
  label,
  value,
  error = null,
  required = false,
  fileLabel = words.chooseFile,
  onRemove,
  onChange,
}: {
  readonly label: string
  readonly value: TypedDocument
  readonly error?: string | null
  readonly required?: boolean
  readonly fileLabel?: string
  readonly onRemove?: () => void
  readonly onChange: (value: TypedDocument) => void
}): ReactElement {
  return (
    <FilePlace file={value.file} onFile={(file) => onChange(named(value, file))}>
      {(chooser) => (
        <fieldset className={styles['document']}>
          <legend>{label}</legend>
          <Group gap="xs" align="flex-start" wrap="nowrap">
            <TextInput
              label={words.symbol}
              required={required}
              style={{ flex: '1 1 110px' }}
              value={value.symbol}
              error={error}
              onChange={({ currentTarget }) => onChange({ ...value, symbol: currentTarget.value })}
            />
            <DayInput label={words.issuedOn} value={value.day} onChange={(day) => onChange({ ...value, day })} />
            <TextInput
              label={words.issuer}
              style={{ flex: '1 1 120px' }}
              value={value.issuer}
              onChange={({ currentTarget }) => onChange({ ...value, issuer: currentTarget.value })}
            />
          </Group>
          <TextInput
            label={words.title}
            mt={6}
            value={value.title}
            onChange={({ currentTarget }) => onChange({ ...value, title: currentTarget.value })}
          />
          <Group gap="xs" mt={6} justify="space-between">
            {chooser(fileLabel)}
            {onRemove !== undefined && (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={onRemove}>
                {words.removeEvidence}
              </Button>
            )}
          </Group>
        </fieldset>
      )}
    </FilePlace>
  )
}

/** Takes a file by the system's dialog or by letting it go on the place. */
function FilePlace({
  file,
  onFile,
  children,
}: {
  readonly file: ChosenFile | null
  readonly onFile: (file: ChosenFile | null) => void
  readonly children: (chooser: (label: string) => ReactElement) => ReactElement
}): ReactElement {
  const [busy, setBusy] = useState(false)
  const take = (found: Promise<ChosenFile | null>): void => {
    setBusy(true)
    void found
      .then((taken) => taken !== null && onFile(taken))
      .catch(showFailure)
      .finally(() => setBusy(false))
  }
  const { over, handlers } = useFileDrop(words, (path) => take(ask('follow-up.keep-file', { path })))
  return (
    <div
      {...handlers}
      // The form around it takes files as well: this one is meant.
      onDrop={(event) => {
        event.stopPropagation()
        handlers.onDrop(event)
      }}
      data-over={over || undefined}
      className={styles['place']}
    >
      {children((label) =>
        file === null ? (
          <Group gap="xs">
            <Button
              size="compact-xs"
              variant="default"
              loading={busy}
              leftSection={<IconPaperclip size={14} aria-hidden />}
              onClick={() => take(ask('follow-up.choose-file', {}))}
            >
              {label}
            </Button>
            <Text size="xs" c="dimmed">
              {words.dropHint}
            </Text>
          </Group>
        ) : (
          <Group gap={4} wrap="nowrap" miw={0}>
            <IconPaperclip size={14} aria-hidden />
            <Text size="sm" truncate title={file.name}>
              {file.name}
            </Text>
            <Tooltip label={words.removeFile}>
              <ActionIcon size="sm" aria-label={`${words.removeFile} ${file.name}`} onClick={() => onFile(null)}>
                <IconX size={14} />
              </ActionIcon>
            </Tooltip>
          </Group>
        ),
      )}
    </div>
  )
}
