import { Button, Group, Table, Text, Title } from '@mantine/core'
import { IconPackage, IconPackageExport } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { HandOver } from '#shared/domain/hand-over.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { useAway } from '../../lib/away.ts'
import { showDay } from '../../lib/dates.ts'
import { requestHandOver, type HandOverRequest } from '../../lib/hand-over-requests.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import styles from './settings.module.css'

/** All that went out and came in, and the ways on from there. */
export function HandOverCard(): ReactElement {
  const handOvers = useAsk('hand-over.list', {})
  const away = useAway(null)
  return (
    <section className={styles['card']} aria-label={words.title}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2}>{words.title}</Title>
          <Text size="sm" c="dimmed">
            {words.hint}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
          {away === null && (
            <Button
              variant="default"
              leftSection={<IconPackageExport size={16} aria-hidden />}
              onClick={() => requestHandOver({ kind: 'give', plan: null })}
            >
              {words.giveWorkspace}
            </Button>
          )}
          <Button leftSection={<IconPackage size={16} aria-hidden />} onClick={() => requestHandOver({ kind: 'open', path: null })}>
            {words.open}
          </Button>
        </Group>
      </Group>
      <Awaited query={handOvers}>
        {(list) =>
          list.length === 0 ? (
            <Text size="sm" mt="xs">
              {words.none}
            </Text>
          ) : (
            <Table mt="xs" aria-label={words.title}>
              <Table.Tbody>
                {list.map((one) => (
                  <Line key={one.id} handOver={one} />
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Awaited>
    </section>
  )
}

function Line({ handOver }: { readonly handOver: HandOver }): ReactElement {
  const { state, title, scope, reason } = handOver
  return (
    <Table.Tr>
      <Table.Td w={130}>{words.states[state]}</Table.Td>
      <Table.Td>
        <Text size="sm">{scope === 'workspace' ? words.wholeWorkspace : title}</Text>
        <Text size="xs" c="dimmed">
          {words.line({ ...handOver, day: showDay(handOver.at.slice(0, 10)) })}
          {reason === null ? '' : `. ${words.reasonSaid(reason)}`}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        {actsOf(handOver).map(({ label, request }) => (
          <Button key={label} size="compact-xs" variant="subtle" onClick={() => requestHandOver(request)}>
            {label}
          </Button>
        ))}
      </Table.Td>
    </Table.Tr>
  )
}

function actsOf(handOver: HandOver): readonly { readonly label: string; readonly request: HandOverRequest }[] {
  switch (handOver.state) {
    case 'given':
      return [
        { label: words.openReturned, request: { kind: 'open', path: null } },
        { label: words.packAgain, request: { kind: 'again', handOver } },
        { label: words.reclaim, request: { kind: 'reclaim', handOver } },
      ]
    case 'received':
      return [{ label: words.sendBack, request: { kind: 'send-back', handOver } }]
    case 'sent-back':
      return [
        { label: words.packAgain, request: { kind: 'again', handOver } },
        { label: words.takeBackSent, request: { kind: 'reclaim', handOver } },
      ]
    case 'returned':
      return [{ label: words.showLog, request: { kind: 'log', handOver } }]
    case 'reclaimed':
    case 'closed':
      return []
    default:
      return handOver.state satisfies never
  }
}
