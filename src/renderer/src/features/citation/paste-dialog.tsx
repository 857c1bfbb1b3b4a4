import { Badge, Button, Group, Modal, Stack, Table, Text, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState, type ReactElement } from 'react'
import { citationScreenText as text } from '#shared/text/vi/citation-screen.ts'
import { ask } from '../../lib/bridge.ts'
import { showDay } from '../../lib/dates.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'

/** Documents from a spreadsheet or a text: what would be added is shown before anything is written. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [typed, setTyped] = useState('')
  const [settled] = useDebouncedValue(typed, 150)
  const preview = useAsk('citation.preview-paste', { text: settled }, { enabled: settled.trim() !== '', keepPrevious: true })
  const rows = settled.trim() === '' ? [] : (preview.data?.rows ?? [])
  const wanted = rows.filter(({ problem }) => problem !== 'already-there' && problem !== 'no-symbol')
  const add = async (): Promise<void> => {
    const { added } = await ask('citation.create-many', { documents: wanted.map(({ facts }) => facts) })
    showDone(text.added(added.length), { undoable: true })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} size="xl" title={text.pasteTitle}>
      <Stack gap="sm">
        <Text size="sm">{text.pasteHint}</Text>
        <Textarea
          label={text.pasteBox}
          autosize
          minRows={5}
          maxRows={8}
          data-autofocus
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        {rows.length > 0 && (
          <div style={{ maxHeight: 260, overflow: 'auto' }}>
            <Table>
              <Table.Tbody>
                {rows.map(({ facts, problem, written }) => (
                  <Table.Tr key={written} opacity={wanted.some((row) => row.facts === facts) ? 1 : 0.55}>
                    <Table.Td>{facts.symbol === '' ? '' : `${facts.type} ${facts.symbol}`}</Table.Td>
                    <Table.Td>{facts.issuedOn === null ? '' : showDay(facts.issuedOn)}</Table.Td>
                    <Table.Td>{[facts.issuer, facts.title].filter((part) => part !== '').join(' · ')}</Table.Td>
                    <Table.Td>
                      {problem !== null && (
                        <Badge variant="light" color={problem === 'already-there' ? 'gray' : 'yellow'} tt="none" miw="max-content">
                          {text.problems[problem]}
                        </Badge>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
        <Group justify="space-between">
          <Text size="sm" aria-live="polite">
            {text.willAdd(wanted.length)}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button disabled={wanted.length === 0} onClick={() => void add().catch(showFailure)}>
              {text.addThem}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  )
}
