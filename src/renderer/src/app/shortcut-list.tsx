import { Kbd, Modal, Table } from '@mantine/core'
import type { ReactElement } from 'react'
import { shell } from '#shared/text/vi/shell.ts'
import { keysOf, useRegisteredCommands } from '../lib/commands.ts'
import { showKey } from '../lib/hotkeys.ts'

/** Every key that works on the screen shown now, read from the same records as the keys themselves. */
export function ShortcutList({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }): ReactElement {
  const commands = useRegisteredCommands().filter((command) => keysOf(command).length > 0)
  return (
    <Modal opened={opened} onClose={onClose} title={shell.shortcuts} size="lg" closeButtonProps={{ 'aria-label': shell.close }}>
      <KeyTable
        title={shell.programKeysTitle}
        lines={[
          ...commands.map((command) => [keysOf(command).map(showKey), command.label] as const),
          ...shell.systemKeys.map(([keys, what]) => [[keys], what] as const),
        ]}
      />
      <KeyTable title={shell.tableKeysTitle} lines={shell.tableKeys} />
    </Modal>
  )
}

function KeyTable({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly (readonly [keys: readonly string[], what: string])[]
}): ReactElement {
  return (
    <Table mb="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th colSpan={2}>{title}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(([keys, what]) => (
          <Table.Tr key={what}>
            <Table.Td>{what}</Table.Td>
            <Table.Td ta="right">
              {keys.map((key) => (
                <Kbd key={key} ml={6}>
                  {key}
                </Kbd>
              ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
