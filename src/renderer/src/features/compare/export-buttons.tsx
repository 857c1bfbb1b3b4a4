import { Button, Loader } from '@mantine/core'
import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { compareText } from '#shared/text/vi/compare.ts'
import { issueText } from '#shared/text/vi/plan.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../lib/bridge.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { showDone } from '../../lib/notices.tsx'
import { flushAll } from '../../lib/saving.ts'
import { useJob } from '../../lib/use-job.ts'
import { CommandIcon } from '../../ui/commands/command-button.tsx'
import type { ChosenSides } from './sides.ts'

/** Saves the comparison as a Word file with tracked changes, or as a PDF with the changes marked. */
export function ExportButtons({ sides: { left, right } }: { readonly sides: ChosenSides }): ReactElement {
  const job = useJob()
  const save = async (format: 'docx' | 'pdf'): Promise<void> => {
    await flushAll()
    const saved = await job.start(async (jobId) =>
      ask('compare.save', {
        jobId,
        left: { planId: left.planId, draftRoundId: left.draftRoundId },
        right: { planId: right.planId, draftRoundId: right.draftRoundId },
        format,
      }),
    )
    if (saved === null) return
    showDone([issueText.exported(saved.file), ...saved.notices].join(' '), {
      action: { label: issueText.showInFolder, run: async () => void (await ask('export.show-in-folder', { file: saved.file })) },
    })
  }
  const docx: Command = {
    id: 'compare.docx',
    label: compareText.saveDocx,
    group: 'file',
    icon: IconFileTypeDocx,
    shortcut: 'mod+E',
    run: async () => save('docx'),
  }
  const pdf: Command = {
    id: 'compare.pdf',
    label: compareText.savePdf,
    group: 'file',
    icon: IconFileTypePdf,
    shortcut: 'mod+shift+E',
    run: async () => save('pdf'),
  }
  useCommands([docx, pdf])
  return job.state.running ? (
    <Button size="compact-xs" variant="default" leftSection={<Loader size={14} aria-hidden />} onClick={job.cancel}>
      {shell.stop}
    </Button>
  ) : (
    <>
      <CommandIcon command={docx} />
      <CommandIcon command={pdf} />
    </>
  )
}
