import { Table, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import type { Output } from '#shared/ipc/contract.ts'
import { nameCommand } from '#shared/text/vi/commands.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { showMoment } from '../../lib/dates.ts'

/** Lines of the other person's log, the last first. */
export function WorkList({ lines }: { readonly lines: Output<'hand-over.read-log'> }): ReactElement {
  if (lines.length === 0) return <Text size="sm">{words.noWork}</Text>
  return (
    <Table aria-label={words.workOf}>
      <Table.Tbody>
        {lines.map(({ at, name, command, note }, index) => (
          // Two lines of one moment differ by nothing else than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <Table.Tr key={index}>
            <Table.Td w={140}>{showMoment(at)}</Table.Td>
            <Table.Td w={170}>{name}</Table.Td>
            <Table.Td>
              {nameCommand(command)}
              {note === null ? '' : ` (${note})`}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
