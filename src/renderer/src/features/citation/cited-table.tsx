import { Table, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import type { CitedDocument } from '#shared/domain/cited-document.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { citationScreenText as text } from '#shared/text/vi/citation-screen.ts'
import { showDay } from '../../lib/dates.ts'
import { walkRows } from '../../ui/walk-rows/walk-rows.ts'
import styles from './citation.module.css'
import { Standing } from './standing.tsx'

/** One-line rows; Enter or a click opens the document in the pane, arrows walk from row to row. */
export function CitedTable({
  documents,
  registry,
  counts,
  day,
  chosen,
  narrow,
  onChoose,
}: {
  readonly documents: readonly CitedDocument[]
  readonly registry: readonly CitedDocument[]
  readonly counts: Output<'citation.usage'>['counts']
  readonly day: string
  readonly chosen: string | null
  /** Beside an open document there is room for the first columns only. */
  readonly narrow: boolean
  readonly onChoose: (id: string) => void
}): ReactElement {
  if (documents.length === 0)
    return (
      <Text p="lg" c="dimmed">
        {text.nothingFits}
      </Text>
    )
  return (
    <Table highlightOnHover stickyHeader layout="fixed" aria-label={text.label} className={styles['table']}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={230}>{text.document}</Table.Th>
          <Table.Th w={100}>{text.issuedOn}</Table.Th>
          {!narrow && <Table.Th w={170}>{text.issuer}</Table.Th>}
          {!narrow && <Table.Th>{text.titleOf}</Table.Th>}
          <Table.Th w={150}>{text.standing}</Table.Th>
          <Table.Th w={130}>{text.places}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {documents.map((document) => {
          const count = counts.find(({ id }) => id === document.id)
          const name = `${document.type} ${document.symbol === '' ? document.title : document.symbol}`
          return (
            <Table.Tr key={document.id} data-chosen={chosen === document.id || undefined} onClick={() => onChoose(document.id)}>
              <Table.Td className={styles['cell']}>
                <button type="button" className={styles['name']} title={name} aria-current={chosen === document.id} onKeyDown={walkRows}>
                  {name}
                </button>
              </Table.Td>
              <Table.Td className={styles['cell']}>{document.issuedOn === null ? '' : showDay(document.issuedOn)}</Table.Td>
              {!narrow && (
                <Table.Td className={styles['cell']} title={document.issuer}>
                  {document.issuer}
                </Table.Td>
              )}
              {!narrow && (
                <Table.Td className={styles['cell']} title={document.title}>
                  {document.title}
                </Table.Td>
              )}
              <Table.Td className={styles['cell']}>
                <Standing document={document} day={day} registry={registry} />
              </Table.Td>
              <Table.Td className={styles['cell']}>{count === undefined ? '' : text.placesOf(count.places, count.plans)}</Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
