import { Button } from '@mantine/core'
import { IconPrinter, IconTimeline } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { Register } from '#shared/domain/register.ts'
import { applyView, type RegisterLookup } from '#shared/domain/register-rows.ts'
import { timelineOf, type TimelineRow, type TimelineStarts } from '#shared/domain/timeline.ts'
import { timelineText } from '#shared/text/vi/timeline.ts'
import { ask } from '../../lib/bridge.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { printInLight } from '../../lib/print.ts'
import { askOptions, useAsk } from '../../lib/queries.ts'
import { viewWith } from '../../lib/register-address.ts'
import { useRegisterLookup } from '../../lib/register-lookup.ts'
import { useRegisterYear } from '../../lib/register-year.ts'
import { CommandButton } from '../../ui/commands/command-button.tsx'
import { Awaited, EmptyPlace, Screen } from '../../ui/screen/screen.tsx'
import { TimelineLegend } from './timeline-legend.tsx'
import { TimelineLine } from './timeline-line.tsx'
import styles from './timeline.module.css'

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)

/** A year's tasks over its twelve months, by field: when each runs, what falls due when, and how it stands. */
export function TimelineScreen(): ReactElement {
  const { year, asOf } = useRegisterYear()
  const register = useAsk('register.list', { year, asOf }, { keepPrevious: true })
  const lookup = useRegisterLookup(year)
  const starts = useStarts(register.data)
  return (
    <Awaited query={{ ...register, data: lookup === undefined ? undefined : register.data }}>
      {(found) => (lookup === undefined ? null : <Timeline register={found} lookup={lookup} starts={starts} asOf={asOf} />)}
    </Awaited>
  )
}

/** What the plans say of the days on which work begins; bars are drawn from the day of issue until it is known. */
function useStarts(register: Register | undefined): TimelineStarts {
  const plans = useAsk('plan.list', {}).data ?? []
  const planIds = [...new Set((register?.tasks ?? []).flatMap(({ planId }): readonly PlanId[] => (planId === null ? [] : [planId])))]
  const wordings = useQueries({ queries: planIds.map((planId) => askOptions('task.list', { planId })) })
  return {
    issuedOn: new Map(plans.map(({ plan }) => [plan.id, plan.issuedOn])),
    tasks: wordings.flatMap(({ data }) => data ?? []),
  }
}

interface TimelineProps {
  readonly register: Register
  readonly lookup: RegisterLookup
  readonly starts: TimelineStarts
  readonly asOf: string | null
}

function Timeline({ register, lookup, starts, asOf }: TimelineProps): ReactElement {
  const { year } = lookup
  const print: Command = {
    id: 'timeline.print',
    label: timelineText.print,
    group: 'file',
    icon: IconPrinter,
    shortcut: 'mod+P',
    run: () => printInLight(() => ask('screen.print', { what: 'timeline', year })),
  }
  useCommands([print])
  if (register.tasks.length === 0) {
    return (
      <EmptyPlace icon={<IconTimeline size={40} aria-hidden />} title={timelineText.empty} text={timelineText.emptyText}>
        <Button renderRoot={(props) => <Link to="/ke-hoach" {...props} />}>{timelineText.openPlans}</Button>
      </EmptyPlace>
    )
  }
  const rows = new Map(timelineOf(register, starts).map((row) => [row.task, row] as const))
  const { groups } = applyView(register, viewWith({ group: 'field' }), lookup)
  return (
    <Screen title={timelineText.title(year, register.today)} actions={<CommandButton command={print} variant="default" />}>
      <TimelineLegend />
      <table className={styles['table']} aria-label={timelineText.table}>
        <thead>
          <tr>
            <th scope="col">{timelineText.task}</th>
            {MONTHS.map((month) => (
              <th key={month} scope="col" data-now={isMonth(register.today, year, month) || undefined}>
                <abbr title={timelineText.monthName(month)}>{timelineText.month(month)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, subject, rows: ofField }) => (
          <tbody key={key}>
            <tr className={styles['field']}>
              <th colSpan={13} scope="rowgroup">
                {fieldName(lookup, subject.kind === 'field' ? subject.fieldId : null)} <span>{timelineText.count(ofField.length)}</span>
              </th>
            </tr>
            {ofField
              .map(({ task }) => rows.get(task))
              .filter((row): row is TimelineRow => row !== undefined)
              .map((row) => (
                <TimelineLine key={row.task.taskId} row={row} year={year} asOf={asOf} today={register.today} />
              ))}
          </tbody>
        ))}
      </table>
    </Screen>
  )
}

function isMonth(day: string, year: number, month: number): boolean {
  return day.startsWith(`${year}-${String(month).padStart(2, '0')}`)
}

function fieldName({ fields }: RegisterLookup, fieldId: string | null): string {
  return fields.find(({ id }) => id === fieldId)?.name ?? timelineText.noField
}
