import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { registerList } from '#shared/text/vi/register-list.ts'
import type { Command } from '../../lib/commands.ts'
import { CommandButton } from '../../ui/commands/command-button.tsx'
import styles from './register.module.css'

/** What can be done with the rows chosen. */
export function ChosenBar({
  rows,
  level,
  commands,
  onClear,
}: {
  readonly rows: number
  readonly level: 'task' | 'share'
  readonly commands: readonly Command[]
  readonly onClear: () => void
}): ReactElement {
  return (
    <div className={styles['chosen']} role="toolbar" aria-label={registerList.actions}>
      <span aria-live="polite">{registerList.chosen(rows, level)}</span>
      {commands.map((command) => (
        <CommandButton key={command.id} size="compact-sm" variant="default" command={command} />
      ))}
      <Button size="compact-sm" variant="subtle" ml="auto" onClick={onClear}>
        {registerList.unchoose}
      </Button>
    </div>
  )
}
