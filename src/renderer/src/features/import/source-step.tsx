import { Button, Group, Paper, Progress, Stack, Text, Textarea } from '@mantine/core'
import { IconClipboardText, IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import type { JobState } from '../../lib/use-job.ts'

interface SourceStepProps {
  readonly formats: string
  readonly pasteLabel: string
  readonly job: JobState
  readonly onChoose: () => void
  readonly onPasted: (text: string, html: string | null) => void
  readonly onCancel: () => void
}

/** First step: a file from the machine, or pasted text. Progress and stop while it is read. */
export function SourceStep({ formats, pasteLabel, job, onChoose, onPasted, onCancel }: SourceStepProps) {
  const [text, setText] = useState('')
  const [html, setHtml] = useState<string | null>(null)
  if (job.running) {
    return (
      <Stack maw={560} mx="auto" py={64} gap="sm">
        <Text fw={600} aria-live="polite">
          {job.step === '' ? bringInText.reading : job.step}
        </Text>
        <Progress value={job.total === null ? 100 : (100 * job.done) / job.total} animated aria-label={bringInText.reading} />
        <Button variant="default" onClick={onCancel} style={{ alignSelf: 'flex-start' }}>
          {bringInText.stop}
        </Button>
      </Stack>
    )
  }
  return (
    <Stack maw={760} mx="auto" py="lg" gap="lg">
      <Paper withBorder p="xl">
        <Stack align="center" gap="xs">
          <IconFileUpload size={40} stroke={1.2} aria-hidden />
          <Button size="md" onClick={onChoose} autoFocus>
            {bringInText.chooseFile}
          </Button>
          <Text size="sm">{formats}</Text>
        </Stack>
      </Paper>
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
              maxRows={14}
              autosize
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value)
                // Words typed after pasting are in the text only: the formatted copy no longer says the same.
                if (html !== null && event.nativeEvent instanceof InputEvent && event.nativeEvent.inputType !== 'insertFromPaste') setHtml(null)
              }}
              onPaste={(event) => {
                const whole = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === event.currentTarget.value.length
                const copied = event.clipboardData.getData('text/html')
                setHtml(whole && copied !== '' ? copied : null)
              }}
            />
            <Group>
              <Button type="submit" variant="light" leftSection={<IconClipboardText size={16} aria-hidden />} disabled={text.trim() === ''}>
                {bringInText.readPasted}
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
    </Stack>
  )
}
