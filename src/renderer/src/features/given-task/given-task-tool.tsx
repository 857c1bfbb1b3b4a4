import { IconFilePlus } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import { givenTaskText as words } from '#shared/text/vi/given-task.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { CommandIcon } from '../../ui/commands/command-button.tsx'
import { AddGivenTasks } from './add-dialog.tsx'

/** Adds tasks that other documents gave: a button over the list, and a line in Ctrl+K. */
export function GivenTaskTool(): ReactElement {
  const [open, setOpen] = useState(false)
  const command: Command = {
    id: 'given-task.add',
    label: words.add,
    keywords: words.keywords,
    group: 'edit',
    icon: IconFilePlus,
    run: () => setOpen(true),
  }
  useCommands([command])
  return (
    <>
      <CommandIcon command={command} />
      {open && <AddGivenTasks onClose={() => setOpen(false)} />}
    </>
  )
}
