import { Table, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import type { FormChange, Said } from '#shared/ipc/agency-form-contract.ts'
import { agencyFormText as words, formColumnNames } from '#shared/text/vi/agency-form.ts'
import { stateNames } from '#shared/text/vi/light.ts'
import { showDay } from '../../lib/dates.ts'
import styles from './agency-form.module.css'

/** What is shown of a word about a due, under the heads of the sheet. */
const fields: readonly { readonly name: string; readonly of: (said: Said) => string }[] = [
  {
    name: formColumnNames.state,
    of: ({ state, percent }) => `${stateNames[state]}${percent === null ? '' : ` ${percent}%`}`,
  },
  { name: words.day, of: ({ happenedOn }) => showDay(happenedOn) },
  { name: formColumnNames.result, of: ({ result }) => result },
  { name: formColumnNames.product, of: ({ product }) => product },
  { name: formColumnNames.difficulty, of: ({ difficulty }) => difficulty },
  { name: formColumnNames.proposal, of: ({ proposal }) => proposal },
  { name: words.document, of: ({ document }) => document },
  { name: words.explanation, of: ({ explanation }) => explanation },
]

/** Rows that would be written: what stands until now, struck through, beside what the form says. */
export function ChangeTable({ changes }: { readonly changes: readonly FormChange[] }): ReactElement {
  return (
    <Table mt="sm" verticalSpacing={6} aria-label={words.changes(changes.length)} className={styles['changes'] ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={52}>{words.row}</Table.Th>
          <Table.Th w="38%">{words.task}</Table.Th>
          <Table.Th>{words.change}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map((change) => (
          <Table.Tr key={`${change.assignmentId}${change.due}`}>
            <Table.Td>{change.row}</Table.Td>
            <Table.Td>
              <Text size="sm" lineClamp={3} title={change.content}>
                {change.stt}. {change.content}
              </Text>
              <Text size="xs" c="dimmed">
                {change.dueWords}
              </Text>
            </Table.Td>
            <Table.Td>
              <dl className={styles['fields']}>
                {fields.map(({ name, of }) => {
                  const [old, now] = [change.before === null ? '' : of(change.before), of(change.after)]
                  if (now === '' || now === old) return null
                  return (
                    <div key={name}>
                      <dt>{name}</dt>
                      <dd>
                        {old !== '' && (
                          <>
                            <del>{old}</del> →{' '}
                          </>
                        )}
                        <ins>{now}</ins>
                      </dd>
                    </div>
                  )
                })}
              </dl>
              {change.before === null && (
                <Text size="xs" c="dimmed">
                  {words.nothingYet}
                </Text>
              )}
              {change.notes.map((note) => (
                <Text key={note} size="xs" className={styles['note'] ?? ''}>
                  {note}
                </Text>
              ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
