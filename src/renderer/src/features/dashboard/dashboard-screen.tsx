import { Alert, Button, Title } from '@mantine/core'
import { IconChartDonut, IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { Register } from '#shared/domain/register.ts'
import type { RegisterLookup } from '#shared/domain/register-rows.ts'
import { dashboardText } from '#shared/text/vi/dashboard.ts'
import { ask } from '../../lib/bridge.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { printInLight } from '../../lib/print.ts'
import { useAsk } from '../../lib/queries.ts'
import { useRegisterLookup } from '../../lib/register-lookup.ts'
import { useRegisterYear } from '../../lib/register-year.ts'
import { CommandButton } from '../../ui/commands/command-button.tsx'
import { Awaited, EmptyPlace } from '../../ui/screen/screen.tsx'
import { AgencyPanel } from './agency-panel.tsx'
import { FieldPanel } from './field-panel.tsx'
import { KeyFigures } from './key-figures.tsx'
import { MonthPanel } from './month-panel.tsx'
import { OverduePanel, StalePanel } from './task-lists.tsx'
import { StatusPanel } from './status-panel.tsx'
import type { PanelProps } from './panel.tsx'
import styles from './dashboard.module.css'

/** A year in one look: what is done, what is late and whose, what comes next. Every figure opens its rows; the whole prints on one page. */
export function DashboardScreen(): ReactElement {
  const { year, asOf } = useRegisterYear()
  const register = useAsk('register.list', { year, asOf }, { keepPrevious: true })
  const lookup = useRegisterLookup(year)
  return (
    <Awaited query={{ ...register, data: lookup === undefined ? undefined : register.data }}>
      {(found) => (lookup === undefined ? null : <Dashboard register={found} lookup={lookup} asOf={asOf} />)}
    </Awaited>
  )
}

interface DashboardProps {
  readonly register: Register
  readonly lookup: RegisterLookup
  readonly asOf: string | null
}

function Dashboard({ register, lookup, asOf }: DashboardProps): ReactElement {
  const { year } = lookup
  const print: Command = {
    id: 'dashboard.print',
    label: dashboardText.print,
    group: 'file',
    icon: IconPrinter,
    shortcut: 'mod+P',
    run: () => printInLight(() => ask('screen.print', { what: 'dashboard', year })),
  }
  useCommands([print])
  if (register.tasks.length === 0) {
    return (
      <EmptyPlace icon={<IconChartDonut size={40} aria-hidden />} title={dashboardText.empty} text={dashboardText.emptyText}>
        <Button renderRoot={(props) => <Link to="/ke-hoach" {...props} />}>{dashboardText.openPlans}</Button>
      </EmptyPlace>
    )
  }
  const isGiven = register.tasks.some(({ shares }) => shares.some(({ assignmentId }) => assignmentId !== null))
  const panel: PanelProps = { register, lookup, asOf }
  return (
    <div className={styles['sheet']}>
      <div className={styles['head']}>
        <Title order={1}>{dashboardText.title(year, register.today)}</Title>
        <CommandButton command={print} variant="default" />
      </div>
      {!isGiven && (
        <Alert color="yellow" p="xs">
          {dashboardText.draft}
        </Alert>
      )}
      <KeyFigures {...panel} />
      <div className={styles['pictures']}>
        <StatusPanel {...panel} />
        <FieldPanel {...panel} />
        <MonthPanel {...panel} />
      </div>
      <div className={styles['lists']}>
        <AgencyPanel {...panel} />
        <OverduePanel {...panel} />
        <StalePanel {...panel} />
      </div>
    </div>
  )
}
