import { Button } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { Office } from '#shared/domain/office.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { runCommand, useRegisteredCommands } from '../lib/commands.ts'
import styles from './frame.module.css'

/** Says all the time that this is the sample, and leads to one's own office. */
export function SampleBanner({ office }: { readonly office: Office | null }): ReactElement {
  const command = useRegisteredCommands().find(({ id }) => id === 'workspace.open-own')
  return (
    <div className={styles['banner']} role="note">
      <IconFlask size={16} aria-hidden />
      <span>{shell.sampleBanner(office?.provinceName ?? '')}</span>
      <span className={styles['space']} />
      {command !== undefined && (
        <Button size="compact-xs" variant="white" color="dark" onClick={() => void runCommand(command)}>
          {shell.createOwn}
        </Button>
      )}
    </div>
  )
}
