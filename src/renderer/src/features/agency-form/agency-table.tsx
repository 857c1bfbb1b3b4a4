import { Badge, Checkbox, Group, Table, Text } from '@mantine/core'
import { IconCheck, IconClockHour4, IconMailOff, IconMinus } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { AgencyId } from '#shared/domain/identifier.ts'
import type { FormAgency } from '#shared/ipc/agency-form-contract.ts'
import { agencyFormText as words } from '#shared/text/vi/agency-form.ts'
import { showMoment } from '../../lib/dates.ts'
import { EmptyPlace } from '../../ui/screen/screen.tsx'
import styles from './agency-form.module.css'

interface Filter {
  readonly silentOnly: boolean
  readonly leadOnly: boolean
}

interface AgencyTableProps extends Filter {
  readonly agencies: readonly FormAgency[]
  readonly shown: readonly FormAgency[]
  readonly sent: number
  readonly back: number
  readonly chosen: ReadonlySet<AgencyId>
  readonly onChoose: (chosen: ReadonlySet<AgencyId>) => void
  readonly onFilter: (filter: Filter) => void
}

/** Who owes reports, what was sent to whom and when, who answered. */
export function AgencyTable({
  agencies,
  shown,
  sent,
  back,
  chosen,
  onChoose,
  silentOnly,
  leadOnly,
  onFilter,
}: AgencyTableProps): ReactElement {
  if (agencies.length === 0)
    return <EmptyPlace icon={<IconMailOff size={40} stroke={1.2} aria-hidden />} title={words.emptyTitle} text={words.emptyText} />
  const openOf = ({ open, openAsLead }: FormAgency): number => (leadOnly ? openAsLead : open)
  const choosable = shown.filter((agency) => openOf(agency) > 0)
  const all = choosable.length > 0 && choosable.every(({ agencyId }) => chosen.has(agencyId))
  const some = choosable.some(({ agencyId }) => chosen.has(agencyId))
  const toggle = (agencyId: AgencyId): void => {
    const next = new Set(chosen)
    if (!next.delete(agencyId)) next.add(agencyId)
    onChoose(next)
  }
  return (
    <>
      <Group gap="lg" mb="xs">
        <Text fw={600} aria-live="polite">
          {sent === 0 ? words.noneMade : `${words.received(back, sent)}. ${words.silent(sent - back)}`}
        </Text>
        <Checkbox
          label={words.silentOnly}
          checked={silentOnly}
          onChange={({ currentTarget }) => onFilter({ silentOnly: currentTarget.checked, leadOnly })}
        />
        <Checkbox
          label={words.leadOnly}
          title={words.leadOnlyHint}
          checked={leadOnly}
          onChange={({ currentTarget }) => onFilter({ silentOnly, leadOnly: currentTarget.checked })}
        />
      </Group>
      <Table
        stickyHeader
        stickyHeaderOffset={-14}
        verticalSpacing={5}
        highlightOnHover
        aria-label={words.tab}
        className={styles['table'] ?? ''}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36}>
              <Checkbox
                aria-label={words.all}
                checked={all}
                indeterminate={some && !all}
                onChange={() => onChoose(new Set(all ? [] : choosable.map(({ agencyId }) => agencyId)))}
              />
            </Table.Th>
            <Table.Th>{words.columns.agency}</Table.Th>
            <Table.Th className={styles['figure']}>{words.columns.rows}</Table.Th>
            <Table.Th>{words.columns.made}</Table.Th>
            <Table.Th>{words.columns.answered}</Table.Th>
            <Table.Th w={150}>{words.columns.state}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((agency) => (
            <Table.Tr key={agency.agencyId}>
              <Table.Td>
                <Checkbox
                  aria-label={words.choose(agency.name)}
                  disabled={openOf(agency) === 0}
                  checked={chosen.has(agency.agencyId) && openOf(agency) > 0}
                  onChange={() => toggle(agency.agencyId)}
                />
              </Table.Td>
              <Table.Td>{agency.name}</Table.Td>
              <Table.Td className={styles['figure']}>{openOf(agency) === 0 ? words.nothingOpen : openOf(agency)}</Table.Td>
              <Table.Td className={styles['when'] ?? ''} title={agency.form?.file}>
                {agency.form === null ? '' : showMoment(agency.form.madeAt)}
                {agency.made > 1 && <span className={styles['quiet']}> ({words.madeAgain(agency.made)})</span>}
              </Table.Td>
              <Table.Td className={styles['when'] ?? ''}>
                {agency.form !== null && agency.form.answeredAt !== null && (
                  <>
                    {showMoment(agency.form.answeredAt)}{' '}
                    <span className={styles['quiet']}>({words.answeredRows(agency.form.answeredRows, agency.form.rows)})</span>
                  </>
                )}
              </Table.Td>
              <Table.Td>
                <State form={agency.form} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

function State({ form }: Pick<FormAgency, 'form'>): ReactElement {
  if (form === null)
    return (
      <Badge tt="none" variant="default" leftSection={<IconMinus size={12} aria-hidden />}>
        {words.notMade}
      </Badge>
    )
  if (form.answeredAt === null)
    return (
      <Badge tt="none" variant="light" color="yellow" autoContrast leftSection={<IconClockHour4 size={12} aria-hidden />}>
        {words.waiting}
      </Badge>
    )
  return (
    <Badge tt="none" variant="light" color="teal" leftSection={<IconCheck size={12} aria-hidden />}>
      {words.answered}
    </Badge>
  )
}
