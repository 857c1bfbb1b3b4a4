import { Kbd, Modal, Table, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { shell } from '#shared/text/vi/shell.ts'
import { keysOf, useRegisteredCommands } from '../lib/commands.ts'
import { showKey } from '../lib/hotkeys.ts'

/** Every key that works on the screen shown now, read from the same records as the keys themselves. */
export function ShortcutList({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }): ReactElement {
  const commands = useRegisteredCommands().filter((command) => keysOf(command).length > 0)
  return (
    <Modal opened={opened} onClose={onClose} title={shell.shortcuts} size="lg" closeButtonProps={{ 'aria-label': shell.close }}>
      <Text size="xs" c="dimmed" mb="xs">
        {shell.shortcutsHint}
      </Text>
      <Table>
        <Table.Tbody>
          {commands.map((command) => (
            <Table.Tr key={command.id}>
              <Table.Td>{command.label}</Table.Td>
              <Table.Td ta="right">
                {keysOf(command).map((key) => (
                  <Kbd key={key} ml={6}>
                    {showKey(key)}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
          {shell.systemKeys.map(([keys, what]) => (
            <Table.Tr key={keys}>
              <Table.Td>{what}</Table.Td>
              <Table.Td ta="right">
                <Kbd>{keys}</Kbd>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
