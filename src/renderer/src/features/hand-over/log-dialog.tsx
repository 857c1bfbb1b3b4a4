import { Modal, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import type { HandOver } from '#shared/domain/hand-over.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import { WorkList } from './work-list.tsx'

/** What the receiver did on a copy that came back. */
export function LogDialog({ handOver, onClose }: { readonly handOver: HandOver; readonly onClose: () => void }): ReactElement {
  const log = useAsk('hand-over.read-log', { id: handOver.id })
  return (
    <Modal opened onClose={onClose} title={words.showLog} size="lg" closeButtonProps={{ 'aria-label': shell.close }}>
      <Text size="sm" mb="xs">
        {handOver.title}
      </Text>
      <Awaited query={log}>{(lines) => <WorkList lines={lines} />}</Awaited>
    </Modal>
  )
}
