import { Checkbox, Table, Text } from '@mantine/core'
import { Fragment, type KeyboardEvent, type ReactElement } from 'react'
import type { AgencyId, AssignmentId } from '#shared/domain/identifier.ts'
import type { WaitingShare } from '#shared/ipc/agency-change-contract.ts'
import { agencyChangeText, reassignmentText as words } from '#shared/text/vi/agency-change.ts'
import { showDay } from '../../lib/dates.ts'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import styles from './reassignment.module.css'

interface WaitingTableProps {
  readonly waiting: readonly WaitingShare[]
  readonly chosen: ReadonlySet<AssignmentId>
  readonly nameOf: (id: AgencyId) => string
  readonly onChoose: (ids: readonly AssignmentId[], on: boolean) => void
  /** Enter: to the box that says to whom. */
  readonly onGo: () => void
}

/** Shares that wait, under the agency that had them. Arrows walk, space chooses, Ctrl+A chooses all. */
export function WaitingTable({ waiting, chosen, nameOf, onChoose, onGo }: WaitingTableProps): ReactElement {
  const groups = [...Map.groupBy(waiting, ({ formerId }) => formerId)]
  const ids = waiting.map(({ assignmentId }) => assignmentId)
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (!(event.target instanceof HTMLInputElement)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const boxes = [...event.currentTarget.querySelectorAll('input')]
      boxes[boxes.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onChoose(ids, chosen.size < ids.length)
    else if (event.key === 'Enter') onGo()
    else return
    event.preventDefault()
  }
  const all = (own: readonly WaitingShare[]): { readonly checked: boolean; readonly indeterminate: boolean } => {
    const count = own.filter(({ assignmentId }) => chosen.has(assignmentId)).length
    return { checked: count === own.length, indeterminate: count > 0 && count < own.length }
  }
  return (
    <Table stickyHeader highlightOnHover layout="fixed" aria-label={words.title} className={styles['table']} onKeyDown={onKeyDown}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={38}>
            <Checkbox
              size="xs"
              aria-label={words.chooseAll}
              {...all(waiting)}
              onChange={(event) => onChoose(ids, event.currentTarget.checked)}
            />
          </Table.Th>
          <Table.Th>{words.columns.task}</Table.Th>
          <Table.Th w={90}>{words.columns.role}</Table.Th>
          <Table.Th w={96}>{words.columns.since}</Table.Th>
          <Table.Th w={100}>{words.columns.late}</Table.Th>
          <Table.Th w={300}>{words.columns.offer}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map(([formerId, own]) => (
          <Fragment key={formerId}>
            <Table.Tr className={styles['group']}>
              <Table.Td>
                <Checkbox
                  size="xs"
                  aria-label={nameOf(formerId)}
                  {...all(own)}
                  onChange={(event) =>
                    onChoose(
                      own.map(({ assignmentId }) => assignmentId),
                      event.currentTarget.checked,
                    )
                  }
                />
              </Table.Td>
              <Table.Td colSpan={5}>
                {nameOf(formerId)} ({own.length})
              </Table.Td>
            </Table.Tr>
            {own.map((share) => (
              <Row
                key={share.assignmentId}
                share={share}
                chosen={chosen.has(share.assignmentId)}
                nameOf={nameOf}
                onChoose={(on) => onChoose([share.assignmentId], on)}
              />
            ))}
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Row({
  share: { taskId, content, year, role, formerId, since, daysLate, offers },
  chosen,
  nameOf,
  onChoose,
}: {
  readonly share: WaitingShare
  readonly chosen: boolean
  readonly nameOf: (id: AgencyId) => string
  readonly onChoose: (on: boolean) => void
}): ReactElement {
  const [offer] = offers
  return (
    <Table.Tr data-chosen={chosen || undefined}>
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={words.chooseOne(content, nameOf(formerId))}
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td className={styles['line']} title={content}>
        <RowsLink year={year} asOf={null} view={{}} taskId={taskId} className={styles['link']}>
          {content}
        </RowsLink>
      </Table.Td>
      <Table.Td>{agencyChangeText.roles[role]}</Table.Td>
      <Table.Td>{showDay(since)}</Table.Td>
      <Table.Td>{daysLate > 0 && <span className={styles['late']}>{words.late(daysLate)}</span>}</Table.Td>
      <Table.Td className={styles['line']} title={offer === undefined ? '' : `${nameOf(offer.agencyId)}: ${words.because[offer.because]}`}>
        {offer === undefined ? (
          words.noOffer
        ) : (
          <>
            {nameOf(offer.agencyId)}{' '}
            <Text span size="xs" c="dimmed">
              {words.because[offer.because]}
            </Text>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
