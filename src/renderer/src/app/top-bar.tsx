import { UnstyledButton } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconCheck, IconLoader2, IconPencil, IconSearch } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { WorkspaceStatus } from '#shared/ipc/workspace-contract.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { useRegisteredCommands } from '../lib/commands.ts'
import { showClock } from '../lib/dates.ts'
import { useSaving } from '../lib/saving.ts'
import { CommandIcon } from '../ui/commands/command-button.tsx'
import styles from './frame.module.css'
import { PlanChooser } from './plan-chooser.tsx'
import { ProfileMenu } from './profile-menu.tsx'

function SavedMark({ status }: { readonly status: WorkspaceStatus | undefined }): ReactElement {
  const saving = useSaving()
  const words =
    saving === 'saving'
      ? shell.saving
      : saving === 'unsaved'
        ? shell.notSavedYet
        : status?.lastSavedAt !== undefined && status.lastSavedAt !== null
          ? shell.savedAt(showClock(status.lastSavedAt))
          : shell.nothingToSave
  const Glyph = saving === 'saving' ? IconLoader2 : saving === 'unsaved' ? IconPencil : IconCheck
  return (
    <span className={styles['saved']} role="status" aria-live="off" title={words}>
      <Glyph size={15} aria-hidden />
      <span className={styles['savedWords']}>{words}</span>
    </span>
  )
}

/** Top bar: year and plan, search and commands, saved, undo and redo, who I am. */
export function TopBar({ status, bare }: { readonly status: WorkspaceStatus | undefined; readonly bare: boolean }): ReactElement {
  const commands = useRegisteredCommands()
  const undo = commands.find(({ id }) => id === 'history.undo')
  const redo = commands.find(({ id }) => id === 'history.redo')
  return (
    <div className={styles['top']}>
      <button type="button" className={styles['skip']} onClick={() => document.getElementById('content')?.focus()}>
        {shell.skipToContent}
      </button>
      <span className={styles['brand']}>{shell.programName}</span>
      {!bare && <PlanChooser />}
      {!bare && (
        <UnstyledButton className={styles['search'] ?? ''} onClick={() => spotlight.open()}>
          <IconSearch size={16} aria-hidden />
          <span>{shell.search}</span>
          <kbd>Ctrl+K</kbd>
        </UnstyledButton>
      )}
      <div className={styles['space']} />
      {!bare && (
        <>
          <SavedMark status={status} />
          {undo !== undefined && <CommandIcon command={undo} />}
          {redo !== undefined && <CommandIcon command={redo} />}
        </>
      )}
      {/* Before there is a workspace nobody is anybody yet. */}
      {!bare && <ProfileMenu status={status} />}
    </div>
  )
}
