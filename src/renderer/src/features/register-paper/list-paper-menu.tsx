import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconFileExport, IconFileTypeDocx, IconFileTypePdf, IconFileTypeXls } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { registerPaperText as words } from '#shared/text/vi/register-paper.ts'
import { ask } from '../../lib/bridge.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { showDone } from '../../lib/notices.tsx'
import type { RegisterToolProps } from '../../lib/register-tools.ts'
import { useJob } from '../../lib/use-job.ts'
import { CommandMenuItem } from '../../ui/commands/command-button.tsx'

/** The list as it is shown, as a file or on paper: of one agency its sheet, of one member the member's. */
export function ListPaperMenu({ year, asOf, view }: RegisterToolProps): ReactElement {
  const job = useJob()
  const request = { year, asOf, view }
  const save = async (format: 'docx' | 'pdf' | 'xlsx'): Promise<void> => {
    const saved = await job.start(async (jobId) => ask('register-paper.save', { jobId, request, format }))
    if (saved === null) return
    showDone([words.saved(saved.file), ...saved.notices].join(' '), {
      action: { label: words.showInFolder, run: async () => void (await ask('export.show-in-folder', { file: saved.file })) },
    })
  }
  const commands: readonly Command[] = [
    {
      id: 'register-paper.docx',
      label: words.word,
      group: 'file',
      icon: IconFileTypeDocx,
      shortcut: 'mod+E',
      run: async () => save('docx'),
    },
    {
      id: 'register-paper.pdf',
      label: words.pdf,
      group: 'file',
      icon: IconFileTypePdf,
      shortcut: 'mod+shift+E',
      run: async () => save('pdf'),
    },
    { id: 'register-paper.xlsx', label: words.excel, group: 'file', icon: IconFileTypeXls, run: async () => save('xlsx') },
  ]
  useCommands(commands)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={words.menu}>
          <ActionIcon aria-label={words.menu} loading={job.state.running}>
            <IconFileExport size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {commands.map((command) => (
          <CommandMenuItem key={command.id} command={command} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
