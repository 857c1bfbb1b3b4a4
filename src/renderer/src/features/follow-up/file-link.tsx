import { Anchor } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { Evidence } from '#shared/domain/progress.ts'
import type { InputToSend } from '#shared/ipc/contract.ts'
import { followUpText as words } from '#shared/text/vi/follow-up.ts'
import { ask } from '../../lib/bridge.ts'
import { showFailure } from '../../lib/notices.tsx'
import styles from './follow-up.module.css'

/** Opens a kept file in the machine's own program; says where there is none. */
export function FileLink({ of, id, file }: InputToSend<'follow-up.open-file'> & { readonly file: Evidence['file'] }): ReactElement {
  if (file === null) return <span className={styles['quiet']}>{words.noFile}</span>
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      aria-label={words.openFile(file.name)}
      onClick={() => void ask('follow-up.open-file', { of, id }).catch(showFailure)}
    >
      <IconPaperclip size={13} aria-hidden /> {file.name}
    </Anchor>
  )
}
