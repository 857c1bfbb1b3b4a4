import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { HandOver } from '#shared/domain/hand-over.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'

/** "Thu hồi": says what will happen and asks why; the reason stays in the log. */
export function ReclaimDialog({ handOver, onClose }: { readonly handOver: HandOver; readonly onClose: () => void }): ReactElement {
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const given = handOver.state === 'given'
  const reclaim = async (): Promise<void> => {
    await ask('hand-over.reclaim', { id: handOver.id, version: handOver.version, reason: reason.trim() })
    onClose()
    showDone(words.reclaimed)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={given ? words.reclaimTitle(handOver.otherName) : words.takeBackTitle(handOver.otherName)}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() === '') return
          setBusy(true)
          void reclaim()
            .catch(showFailure)
            .finally(() => setBusy(false))
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{given ? words.reclaimExplain : words.takeBackSentExplain}</Text>
          <Textarea
            label={words.reason}
            required
            data-autofocus
            autosize
            minRows={2}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={reason.trim() === ''}>
              {given ? words.reclaimDo : words.takeBackSentDo}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
