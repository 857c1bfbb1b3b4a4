import { Anchor, Checkbox, Group, Table, Text, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconMinus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { ProgrammeCoverage } from '#shared/domain/goal-coverage.ts'
import type { Goal } from '#shared/domain/programme.ts'
import { programmeText } from '#shared/text/vi/programme.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import type { Programme } from '#shared/domain/programme.ts'
import styles from './programme.module.css'

type CoverageCell = ProgrammeCoverage['rows'][number]['cells'][number]

/** Goal by year: what the year should reach, and whether a plan takes it up; a gap is seen at once. */
export function CoverageTable({
  programme,
  goals,
  onlyGaps,
  onOnlyGaps,
}: {
  readonly programme: Programme
  readonly goals: readonly Goal[]
  readonly onlyGaps: boolean
  readonly onOnlyGaps: (only: boolean) => void
}): ReactElement {
  const coverage = useAsk('programme.coverage', { id: programme.id }, { keepPrevious: true })
  if (goals.length === 0) return <Text p="md">{programmeText.coverageNeedsGoals}</Text>
  return (
    <Awaited query={coverage}>
      {({ years, rows }) => {
        const shown = rows.filter(({ cells }) => !onlyGaps || cells.some(({ state }) => state === 'gap'))
        return (
          <div className={styles['tab']}>
            <Group gap="md" className={styles['tools'] ?? ''}>
              <Checkbox label={programmeText.onlyGaps} checked={onlyGaps} onChange={(event) => onOnlyGaps(event.currentTarget.checked)} />
            </Group>
            <div className={styles['matrix']}>
              {shown.length === 0 ? (
                <Text p="md">{programmeText.noGaps}</Text>
              ) : (
                <Table stickyHeader layout="fixed" aria-label={programmeText.coverageLabel} withColumnBorders>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{programmeText.columns.content}</Table.Th>
                      {years.map(({ year, plans }, index) => {
                        const served = rows.filter(({ cells }) => cells[index]?.state === 'served').length
                        const [plan] = plans
                        return (
                          <Table.Th key={year} w={150}>
                            <Group gap={6} wrap="nowrap" justify="space-between">
                              {plan === undefined ? (
                                year
                              ) : (
                                <Anchor
                                  size="sm"
                                  fw={600}
                                  renderRoot={(props) => (
                                    <Link
                                      to="/ke-hoach/$planId"
                                      params={{ planId: plan.id }}
                                      search={{ trang: 1, ben: 'muc-tieu' }}
                                      {...props}
                                    />
                                  )}
                                >
                                  {year}
                                </Anchor>
                              )}
                              {plan !== undefined && (
                                <Text size="xs" aria-label={programmeText.yearSumLabel(year, served, rows.length)}>
                                  {programmeText.yearSum(served, rows.length)}
                                </Text>
                              )}
                            </Group>
                          </Table.Th>
                        )
                      })}
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {shown.map(({ goalId, cells }) => (
                      <Table.Tr key={goalId}>
                        <Table.Td className={styles['goal']}>{goals.find((goal) => goal.id === goalId)?.content ?? ''}</Table.Td>
                        {cells.map((cell) => (
                          <Table.Td key={cell.year} className={styles[cell.state]}>
                            <CellContent cell={cell} plans={years.find(({ year }) => year === cell.year)?.plans ?? []} />
                          </Table.Td>
                        ))}
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              )}
            </div>
          </div>
        )
      }}
    </Awaited>
  )
}

/** The target's words above, its state below: colour, sign and word. A year with a plan opens that plan's goals. */
function CellContent({
  cell: { year, target, state, plans: serving },
  plans,
}: {
  readonly cell: CoverageCell
  readonly plans: ProgrammeCoverage['years'][number]['plans']
}): ReactElement {
  const planId = serving[0]?.id ?? plans[0]?.id
  const said =
    state === 'no-plan'
      ? programmeText.noPlan
      : state === 'gap'
        ? programmeText.gapShort
        : programmeText.served(
            serving.reduce((sum, { sentences }) => sum + sentences, 0),
            serving.reduce((sum, { tasks }) => sum + tasks, 0),
          )
  const Glyph = state === 'no-plan' ? IconMinus : state === 'gap' ? IconAlertTriangle : IconCircleCheck
  const words = (
    <Group gap={4} wrap="nowrap" align="center">
      <Glyph size={14} aria-hidden style={{ flexShrink: 0 }} />
      <span>{said}</span>
    </Group>
  )
  return (
    <>
      <Text size="sm" fw={600}>
        {target === null ? ' ' : target.words}
      </Text>
      {planId === undefined ? (
        <Text size="xs" component="div">
          {words}
        </Text>
      ) : (
        <Tooltip label={programmeText.openPlan(year)}>
          <Anchor
            size="xs"
            c="inherit"
            renderRoot={(props) => <Link to="/ke-hoach/$planId" params={{ planId }} search={{ trang: 1, ben: 'muc-tieu' }} {...props} />}
          >
            {words}
          </Anchor>
        </Tooltip>
      )}
    </>
  )
}
