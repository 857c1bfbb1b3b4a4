import { Button, Group, Paper, Title } from '@mantine/core'
import { IconMessageOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { remindersOf, yearToRemind, type Reminder } from '#shared/domain/reminders.ts'
import type { PlanSummary } from '#shared/ipc/plan-contract.ts'
import { reminderText } from '#shared/text/vi/reminder.ts'
import { today } from '../../lib/dates.ts'
import { useAsk } from '../../lib/queries.ts'
import { useRegisterLookup } from '../../lib/register-lookup.ts'
import { lightLooks } from '../../ui/light-badge/light-looks.ts'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import styles from './overview.module.css'

/** What must be acted on today in the year that is followed; nothing while no plan is issued. */
export function ReminderPanel({ plans }: { readonly plans: readonly PlanSummary[] }): ReactElement | null {
  const year = yearToRemind(
    plans.map(({ plan }) => plan),
    today(),
  )
  return year === null ? null : <Reminders year={year} />
}

function Reminders({ year }: { readonly year: number }): ReactElement | null {
  const register = useAsk('register.list', { year, asOf: null }).data
  const lookup = useRegisterLookup(year)
  if (register === undefined || lookup === undefined) return null
  const reminders = remindersOf(register, lookup)
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="reminders">
      <Group justify="space-between">
        <Title order={2} id="reminders">
          {reminderText.title(year)}
        </Title>
        <Group gap="xs">
          {reminders.length > 0 && (
            <Button renderRoot={(props) => <Link to="/nhiem-vu/don-doc" search={{ nam: year }} {...props} />}>{reminderText.urge}</Button>
          )}
          <Button variant="default" renderRoot={(props) => <Link to="/nhiem-vu/bang-dieu-hanh" search={{ nam: year }} {...props} />}>
            {reminderText.openDashboard}
          </Button>
        </Group>
      </Group>
      {reminders.length === 0 ? (
        <p className={styles['reminderNone']}>{reminderText.none}</p>
      ) : (
        <ul className={styles['reminders']}>
          {reminders.map((reminder) => (
            <li key={reminder.kind}>
              <ReminderIcon kind={reminder.kind} />
              <RowsLink year={year} asOf={null} view={reminder.view} className={styles['reminder']}>
                {reminderText.line(reminder)}
              </RowsLink>
              <span>{reminderText.beside(reminder)}</span>
            </li>
          ))}
        </ul>
      )}
    </Paper>
  )
}

function ReminderIcon({ kind }: { readonly kind: Reminder['kind'] }): ReactElement {
  const { colour, icon: Icon } = kind === 'silent' ? { colour: 'gray', icon: IconMessageOff } : lightLooks[kind]
  return <Icon size={18} color={`var(--mantine-color-${colour}-7)`} aria-hidden />
}
