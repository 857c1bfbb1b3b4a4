import { Alert, Button, Group, Paper, Progress, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconClipboardText, IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import { wordError } from '../../lib/notices.tsx'
import { useFileDrop } from '../../lib/use-file-drop.ts'
import type { JobState } from '../../lib/use-job.ts'
import styles from './import.module.css'

interface SourceStepProps {
  readonly formats: string
  readonly pasteLabel: string
  readonly job: JobState
  /** Why the last source could not be read; null once another one is tried. */
  readonly failure: unknown
  readonly onDismiss: () => void
  readonly onChoose: () => void
  /** A file that was dropped here, by the path that the office may now read. */
  readonly onDropped: (path: string) => void
  readonly onPasted: (text: string, html: string | null) => void
  readonly onCancel: () => void
}

/** First step: a file from the machine, dropped or chosen, or pasted text. Progress and stop while it is read; what went wrong and the way out stay. */
export function SourceStep({ formats, pasteLabel, job, failure, onDismiss, onChoose, onDropped, onPasted, onCancel }: SourceStepProps) {
  const [text, setText] = useState('')
  const [html, setHtml] = useState<string | null>(null)
  const { over, handlers } = useFileDrop(bringInText, onDropped)
  if (job.running) {
    return (
      <Stack maw={560} mx="auto" py={64} gap="sm">
        <Text fw={600} aria-live="polite">
          {job.step === '' ? bringInText.reading : job.step}
          {job.left === null ? '' : ` (${bringInText.timeLeft(Math.ceil(job.left / 1000))})`}
        </Text>
        <Progress value={job.total === null ? 100 : (100 * job.done) / job.total} animated aria-label={bringInText.reading} />
        <Button variant="default" onClick={onCancel} autoFocus style={{ alignSelf: 'flex-start' }}>
          {bringInText.stop}
        </Button>
      </Stack>
    )
  }
  return (
    // The whole step takes the file; the button inside is the keyboard's way.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['step']} {...handlers}>
      <Stack maw={760} mx="auto" gap="md">
        {failure !== null && (
          <Alert
            color="red"
            role="alert"
            icon={<IconAlertTriangle aria-hidden />}
            title={wordError(failure).says}
            withCloseButton
            closeButtonLabel={bringInText.hideFailure}
            onClose={onDismiss}
          >
            {wordError(failure).wayOut}
          </Alert>
        )}
        <div className={styles['drop']} data-over={over || undefined}>
          <IconFileUpload size={38} stroke={1.2} aria-hidden />
          <Text fw={600}>{over ? bringInText.dropNow : bringInText.dropHere}</Text>
          <Button size="sm" onClick={onChoose} autoFocus>
            {bringInText.chooseFile}
          </Button>
          <Text size="sm" c="dimmed" ta="center">
            {formats}
          </Text>
        </div>
        <Paper withBorder p="md">
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (text.trim() !== '') onPasted(text, html)
            }}
          >
            <Stack gap="xs">
              <Textarea
                label={bringInText.orPaste}
                placeholder={pasteLabel}
                minRows={7}
                maxRows={12}
                autosize
                value={text}
                onChange={(event) => {
                  setText(event.currentTarget.value)
                  // Words typed after pasting are in the text only: the formatted copy no longer says the same.
                  if (html !== null && event.nativeEvent instanceof InputEvent && event.nativeEvent.inputType !== 'insertFromPaste')
                    setHtml(null)
                }}
                onPaste={(event) => {
                  const whole =
                    event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === event.currentTarget.value.length
                  const copied = event.clipboardData.getData('text/html')
                  setHtml(whole && copied !== '' ? copied : null)
                }}
              />
              <Group>
                <Button
                  type="submit"
                  variant="light"
                  leftSection={<IconClipboardText size={16} aria-hidden />}
                  disabled={text.trim() === ''}
                >
                  {bringInText.readPasted}
                </Button>
              </Group>
            </Stack>
          </form>
        </Paper>
      </Stack>
    </div>
  )
}
