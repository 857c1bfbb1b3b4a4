import { Table, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { tallyView } from '#shared/domain/register-totals.ts'
import type { RegisterView } from '#shared/domain/register-view.ts'
import { portfolioText as words } from '#shared/text/vi/agency-change.ts'
import { viewWith } from '../../lib/register-address.ts'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import type { PortfolioProps } from './portfolio-screen.tsx'
import styles from './portfolio.module.css'

/** One axis of a portfolio: its parts, each with the view of its rows. */
interface Axis {
  readonly title: string
  readonly head: string
  readonly parts: readonly { readonly name: string; readonly view: Partial<RegisterView> }[]
}

/** The two axes: fields by task, agencies by share; every figure opens its rows. */
export function AxisTables({ member, register, lookup, year, asOf }: PortfolioProps): ReactElement {
  const axes: readonly Axis[] = [
    {
      title: words.byField,
      head: words.field,
      parts: lookup.fields
        .filter(({ id }) => member.fieldIds.includes(id))
        .map(({ id, name }) => ({ name, view: { fieldId: id } satisfies Partial<RegisterView> })),
    },
    {
      title: words.byAgency,
      head: words.agency,
      parts: lookup.agencies
        .filter(({ id }) => member.followedAgencyIds.includes(id))
        .map(({ id, name }) => ({ name, view: { level: 'share', agencyId: id } satisfies Partial<RegisterView> })),
    },
  ]
  return (
    <div className={styles['axes']}>
      {axes
        .filter(({ parts }) => parts.length > 0)
        .map(({ title, head, parts }) => (
          <section key={title} aria-label={title}>
            <Title order={2} size="h5">
              {title}
            </Title>
            <Table className={styles['table']} aria-label={title}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{head}</Table.Th>
                  {[words.rows, words.late, words.dueSoon, words.stale, words.done].map((name) => (
                    <Table.Th key={name} ta="right">
                      {name}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {parts.map(({ name, view }) => {
                  const { rows, lights, stale } = tallyView(register, viewWith(view), lookup)
                  const cells = [
                    { key: 'rows', count: rows, view },
                    { key: 'late', count: lights.overdue, view: { ...view, light: 'overdue' as const } },
                    { key: 'soon', count: lights['due-soon'], view: { ...view, light: 'due-soon' as const } },
                    { key: 'stale', count: stale, view: { ...view, stale: true } },
                  ]
                  return (
                    <Table.Tr key={name}>
                      <Table.Td>{name}</Table.Td>
                      {cells.map((cell) => (
                        <Table.Td key={cell.key} ta="right">
                          <RowsLink year={year} asOf={asOf} view={cell.view}>
                            <span className={cell.key === 'late' && cell.count > 0 ? styles['late'] : undefined}>{cell.count}</span>
                          </RowsLink>
                        </Table.Td>
                      ))}
                      <Table.Td ta="right">
                        {lights['done-on-time'] + lights['done-late']}/{rows}
                      </Table.Td>
                    </Table.Tr>
                  )
                })}
              </Table.Tbody>
            </Table>
          </section>
        ))}
    </div>
  )
}
