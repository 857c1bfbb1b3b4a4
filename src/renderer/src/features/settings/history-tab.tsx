import { ActionIcon, Alert, Badge, Button, Group, Table, Text, Title, Tooltip } from '@mantine/core'
import { IconHistory, IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Change } from '#shared/domain/change.ts'
import { nameCommand } from '#shared/text/vi/commands.ts'
import { settingsText } from '#shared/text/vi/settings.ts'
import { showMoment } from '../../lib/dates.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited, EmptyPlace } from '../../ui/screen/screen.tsx'
import { ChangeDetail } from './change-detail.tsx'
import { describeChange, type KnownNames, undoneChanges } from './describe-change.ts'
import { settingsRoute } from './routes.ts'
import { walkRows } from '../../ui/walk-rows/walk-rows.ts'
import styles from './settings.module.css'

const page = 100
/** The contract's own limit. */
const most = 500

/** The change log: who did what and when; the chosen change with before and after in the pane. */
export function HistoryTab() {
  const { viec, muc } = settingsRoute.useSearch()
  const navigate = useNavigate({ from: '/cai-dat' })
  const [limit, setLimit] = useState(page)
  const changes = useAsk('history.list', { recordId: muc ?? null, limit }, { keepPrevious: true })
  const registry = useAsk('agency.list', {}).data
  const fields = useAsk('field.list', {}).data
  const citedDocuments = useAsk('citation.list', {}).data
  const names: KnownNames = useMemo(
    () => ({ registry: registry ?? { agencies: [], groups: [] }, fields: fields ?? [], citedDocuments: citedDocuments ?? [] }),
    [registry, fields, citedDocuments],
  )
  const undone = useMemo(() => undoneChanges(changes.data ?? []), [changes.data])
  const go = (change: { readonly viec?: string | undefined; readonly muc?: string | undefined }): void =>
    void navigate({ search: (before) => ({ ...before, ...change }) })
  return (
    <Awaited query={changes}>
      {(all) => {
        const chosen = all.find(({ id }) => id === viec)
        return (
          <div className={styles['log']}>
            <div className={styles['lines']}>
              <Group gap="xs" mb={4} wrap="nowrap">
                {muc === undefined ? (
                  <Text size="sm" c="dimmed">
                    {settingsText.historyHint}
                  </Text>
                ) : (
                  <>
                    <Text size="sm">{settingsText.filteredTo(titleOfRecord(all, muc, names))}</Text>
                    <Button size="compact-xs" variant="light" onClick={() => go({ muc: undefined })}>
                      {settingsText.allRecords}
                    </Button>
                  </>
                )}
              </Group>
              {all.length === 0 ? (
                <EmptyPlace
                  icon={<IconHistory size={40} stroke={1.3} aria-hidden />}
                  title={settingsText.noHistory}
                  text={settingsText.noHistoryText}
                />
              ) : (
                <Table stickyHeader highlightOnHover layout="fixed" className={styles['table'] ?? ''} aria-label={settingsText.changesList}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th w={152}>{settingsText.moment}</Table.Th>
                      <Table.Th w={140}>{settingsText.person}</Table.Th>
                      <Table.Th w={200}>{settingsText.act}</Table.Th>
                      <Table.Th>{settingsText.what}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {all.map((change) => (
                      <ChangeLine
                        key={change.id}
                        change={change}
                        all={all}
                        names={names}
                        undone={undone.has(change.id)}
                        chosen={change.id === viec}
                        onChoose={() => go({ viec: change.id })}
                      />
                    ))}
                  </Table.Tbody>
                </Table>
              )}
              {all.length >= limit && limit < most && (
                <Button m="xs" size="compact-sm" variant="subtle" onClick={() => setLimit(Math.min(most, limit + page))}>
                  {settingsText.more}
                </Button>
              )}
            </div>
            {chosen !== undefined && (
              <aside className={styles['pane']} aria-label={settingsText.changeDetail}>
                <Group justify="space-between" wrap="nowrap">
                  <Title order={2}>{wordsFor(chosen, all)}</Title>
                  <Tooltip label={settingsText.closeDetail}>
                    <ActionIcon aria-label={settingsText.closeDetail} onClick={() => go({ viec: undefined })}>
                      <IconX size={16} />
                    </ActionIcon>
                  </Tooltip>
                </Group>
                <Text size="sm" c="dimmed">{`${chosen.profileName} · ${showMoment(chosen.at)}`}</Text>
                {chosen.note !== null && (
                  <Alert color="gray" mt={6} py={6}>
                    {settingsText.reason(chosen.note)}
                  </Alert>
                )}
                <ChangeDetail change={chosen} names={names} onOnly={(record) => go({ muc: record })} />
              </aside>
            )}
          </div>
        )
      }}
    </Awaited>
  )
}

/** A change's words: of an undo also what it took back. */
function wordsFor({ command, undoes }: Change, all: readonly Change[]): string {
  const words = nameCommand(command)
  const target = all.find(({ id }) => id === undoes)
  const named = target === undefined ? words : `${words}: ${nameCommand(target.command)}`
  return named.charAt(0).toLocaleUpperCase('vi') + named.slice(1)
}

function titleOfRecord(changes: readonly Change[], recordId: string, names: KnownNames): string {
  for (const change of changes) {
    const record = describeChange(change, names).find((each) => each.recordId === recordId)
    if (record !== undefined && record.title !== '') return record.title.slice(0, 80)
  }
  return settingsText.thisRecord
}

interface ChangeLineProps {
  readonly change: Change
  readonly all: readonly Change[]
  readonly names: KnownNames
  readonly undone: boolean
  readonly chosen: boolean
  readonly onChoose: () => void
}

function ChangeLine({ change, all, names, undone, chosen, onChoose }: ChangeLineProps) {
  const records = useMemo(() => describeChange(change, names), [change, names])
  const what =
    records[0] === undefined
      ? ''
      : `${records[0].noun}${records[0].title === '' ? '' : `: ${records[0].title}`}${records.length > 1 ? ` (${settingsText.moreItems(records.length - 1)})` : ''}`
  return (
    <Table.Tr className={styles['line'] ?? ''} data-chosen={chosen || undefined} data-undone={undone || undefined} onClick={onChoose}>
      <Table.Td className={styles['cell'] ?? ''}>{showMoment(change.at)}</Table.Td>
      <Table.Td className={styles['cell'] ?? ''}>{change.profileName}</Table.Td>
      <Table.Td className={styles['cell'] ?? ''}>
        <button type="button" className={styles['name']} aria-current={chosen} onKeyDown={walkRows}>
          {wordsFor(change, all)}
        </button>
        {undone && (
          <Badge variant="light" color="gray" tt="none" size="sm" ml={6}>
            {settingsText.undone}
          </Badge>
        )}
      </Table.Td>
      <Table.Td className={styles['cell'] ?? ''} title={what}>
        {what}
      </Table.Td>
    </Table.Tr>
  )
}
