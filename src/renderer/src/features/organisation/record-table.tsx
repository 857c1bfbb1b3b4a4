import { Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { walkRows } from '../../ui/walk-rows/walk-rows.ts'
import styles from './organisation.module.css'

export interface RecordRow {
  readonly id: string
  /** First cell is what the row is called. */
  readonly cells: readonly ReactNode[]
  readonly faded: boolean
}

interface RecordTableProps {
  readonly label: string
  readonly heads: readonly { readonly title: string; readonly weight: number }[]
  readonly rows: readonly RecordRow[]
  readonly chosen: string | null
  /** Beside an open record there is room for the first columns only. */
  readonly columnsShown: number
  readonly onChoose: (id: string) => void
}

/** One-line rows; Enter or a click opens the record in the pane, arrows walk from row to row. */
export function RecordTable({ label, heads: allHeads, rows, chosen, columnsShown, onChoose }: RecordTableProps) {
  const heads = allHeads.slice(0, columnsShown)
  const whole = heads.reduce((sum, { weight }) => sum + weight, 0)
  if (rows.length === 0)
    return (
      <Text p="lg" c="dimmed">
        {organisationText.noMatch}
      </Text>
    )
  return (
    <Table highlightOnHover stickyHeader layout="fixed" aria-label={label} className={styles['table']}>
      <Table.Thead>
        <Table.Tr>
          {heads.map(({ title, weight }) => (
            <Table.Th key={title} w={`${(100 * weight) / whole}%`}>
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ id, cells: [name, ...cells], faded }) => (
          <Table.Tr
            key={id}
            data-chosen={chosen === id || undefined}
            className={faded ? styles['faded'] : undefined}
            onClick={() => onChoose(id)}
          >
            <Table.Td className={styles['cell']}>
              <button
                type="button"
                {...(typeof name === 'string' ? { title: name } : {})}
                className={styles['name']}
                aria-current={chosen === id}
                onKeyDown={walkRows}
              >
                {name}
              </button>
            </Table.Td>
            {cells.slice(0, columnsShown - 1).map((cell, index) => (
              <Table.Td key={heads[index + 1]?.title} className={styles['cell']} {...(typeof cell === 'string' ? { title: cell } : {})}>
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
