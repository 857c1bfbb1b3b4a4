import { Checkbox, Paper, Stack, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import type { ReminderSettings } from '#shared/ipc/reminder-contract.ts'
import { reminderText } from '#shared/text/vi/reminder.ts'
import { ask } from '../../lib/bridge.ts'
import { showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'

const words = reminderText.settings

/** How this machine reminds: the system's notice, and the icon beside the clock. */
export function ReminderCard(): ReactElement | null {
  const settings = useAsk('reminder.settings', {})
  const chosen = settings.data
  if (chosen === undefined) return null
  const choose = (change: Partial<Pick<ReminderSettings, 'notify' | 'keepInTray'>>): void =>
    void ask('reminder.choose', { notify: chosen.notify, keepInTray: chosen.keepInTray, ...change })
      .then(async () => settings.refetch())
      .catch(showFailure)
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>{words.title}</Title>
        <Checkbox
          label={words.notify}
          description={words.notifyHint}
          checked={chosen.notify}
          onChange={(event) => choose({ notify: event.currentTarget.checked })}
        />
        <Checkbox
          label={words.keepInTray}
          description={chosen.hasTray ? words.keepInTrayHint : words.noTray}
          checked={chosen.keepInTray}
          disabled={!chosen.hasTray}
          onChange={(event) => choose({ keepInTray: event.currentTarget.checked })}
        />
      </Stack>
    </Paper>
  )
}
