import { Alert, Button, List, Progress, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconFileUpload } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { mergeText } from '#shared/text/vi/merge.ts'
import { wordError } from '../../lib/notices.tsx'
import { useFileDrop } from '../../lib/use-file-drop.ts'
import type { JobState } from '../../lib/use-job.ts'
import styles from './merge.module.css'

interface ReturnedFileProps {
  readonly job: JobState
  readonly failure: unknown
  readonly onDismiss: () => void
  readonly onChoose: () => void
  readonly onDropped: (path: string) => void
  readonly onCancel: () => void
}

/** Before a file was read: what this place does, where to drop the file, and how far the reading is. */
export function ReturnedFile({ job, failure, onDismiss, onChoose, onDropped, onCancel }: ReturnedFileProps): ReactElement {
  const { over, handlers } = useFileDrop(mergeText, onDropped)
  if (job.running)
    return (
      <Stack maw={560} mx="auto" py={64} gap="sm">
        <Text fw={600} aria-live="polite">
          {job.step === '' ? mergeText.reading : job.step}
        </Text>
        <Progress value={job.total === null ? 100 : (100 * job.done) / job.total} animated aria-label={mergeText.reading} />
        <Button variant="default" onClick={onCancel} style={{ alignSelf: 'flex-start' }}>
          {mergeText.stop}
        </Button>
      </Stack>
    )
  return (
    // The whole place takes the file; the button inside is the keyboard's way.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['start']} {...handlers}>
      <Stack maw={720} mx="auto" gap="md">
        {failure !== null && (
          <Alert
            color="red"
            role="alert"
            icon={<IconAlertTriangle aria-hidden />}
            title={wordError(failure).says}
            withCloseButton
            closeButtonLabel={mergeText.hideFailure}
            onClose={onDismiss}
          >
            {wordError(failure).wayOut}
          </Alert>
        )}
        <div className={styles['drop']} data-over={over || undefined}>
          <IconFileUpload size={38} stroke={1.2} aria-hidden />
          <Text fw={600}>{over ? mergeText.dropNow : mergeText.dropHere}</Text>
          <Button size="sm" onClick={onChoose}>
            {mergeText.choose}
          </Button>
          <Text size="sm" c="dimmed" ta="center">
            {mergeText.formats}
          </Text>
        </div>
        <section aria-label={mergeText.how}>
          <Text fw={600} size="sm" mb={4}>
            {mergeText.how}
          </Text>
          <List size="sm" spacing={4}>
            {mergeText.steps.map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
          </List>
        </section>
      </Stack>
    </div>
  )
}
