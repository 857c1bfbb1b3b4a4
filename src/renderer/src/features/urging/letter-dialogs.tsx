import { Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { UrgingLetter } from '#shared/domain/urging-letter.ts'
import { planDetailsText } from '#shared/text/vi/plan.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { urgingText as text } from '#shared/text/vi/urging.ts'
import { ask } from '../../lib/bridge.ts'
import { readDay, showDay, today } from '../../lib/dates.ts'
import { showDone, showFailure, wordError } from '../../lib/notices.tsx'
import { isFailure } from '../../lib/queries.ts'

interface LetterDialogProps {
  readonly letter: UrgingLetter
  readonly onClose: () => void
}

/** Marks a letter as sent: number, day and signer as the records office has them. What follows is said first, because it cannot be taken back. */
export function MarkSentDialog({ letter, onClose }: LetterDialogProps): ReactElement {
  const [duplicate, setDuplicate] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { number: '', sentOn: showDay(today()), signer: letter.paper.signature.name },
    validate: {
      number: (value) => (value.trim() === '' ? shell.required : null),
      sentOn: (value) => (readDay(value) === null ? planDetailsText.notADay : null),
      signer: (value) => (value.trim() === '' ? shell.required : null),
    },
    onValuesChange: () => setDuplicate(null),
  })
  const mark = async ({ number, sentOn, signer }: typeof form.values): Promise<void> => {
    try {
      await ask('urging.mark-sent', {
        id: letter.id,
        version: letter.version,
        number: number.trim(),
        sentOn: readDay(sentOn) ?? '',
        signerName: signer.trim(),
        acceptDuplicate: duplicate !== null,
      })
      onClose()
      showDone(text.markedSent(`${number.trim()}/${letter.paper.symbol}`))
    } catch (error) {
      if (!isFailure(error, 'document-number-taken')) throw error
      setDuplicate(wordError(error).says)
    }
  }
  return (
    <Modal opened onClose={onClose} title={text.markSentTitle} closeButtonProps={{ 'aria-label': shell.close }}>
      <form
        onSubmit={form.onSubmit((values) => {
          setBusy(true)
          void mark(values)
            .catch(showFailure)
            .finally(() => setBusy(false))
        })}
      >
        <Stack gap="sm">
          <Text size="sm">{text.markSentExplains}</Text>
          <Group align="flex-start" grow>
            <TextInput
              label={text.number}
              rightSectionWidth={104}
              rightSection={<Text size="xs">/{letter.paper.symbol}</Text>}
              data-autofocus
              required
              {...form.getInputProps('number')}
            />
            <TextInput label={text.sentOn} required {...form.getInputProps('sentOn')} />
          </Group>
          <TextInput label={text.signerName} required {...form.getInputProps('signer')} />
          {duplicate !== null && (
            <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} role="alert">
              {duplicate}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {duplicate === null ? text.markSentDone : text.sendAnyway}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Takes back that a letter counts, for a reason that is kept. */
export function WithdrawDialog({ letter, onClose }: LetterDialogProps): ReactElement {
  const [reason, setReason] = useState('')
  return (
    <Modal opened onClose={onClose} title={text.withdrawTitle} closeButtonProps={{ 'aria-label': shell.close }}>
      <Stack gap="sm">
        <Text size="sm">{text.withdrawExplains}</Text>
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          required
          label={text.withdrawReason}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button
            disabled={reason.trim() === ''}
            onClick={() => void ask('urging.withdraw', { id: letter.id, version: letter.version, reason }).then(onClose).catch(showFailure)}
          >
            {text.withdrawDone}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
