import { ActionIcon, Chip, Group, Menu, Text, Tooltip } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import {
  IconChevronLeft,
  IconChevronRight,
  IconFileExport,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconFileTypeXls,
  IconMailForward,
} from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import { DueKind } from '#shared/domain/due-list.ts'
import type { Day } from '#shared/domain/identifier.ts'
import { linesByAgency, linesOfKinds, type UrgingWords } from '#shared/domain/urging-letter.ts'
import { usualWords, type UrgingIssuer } from '#shared/document/urging-issuer.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { UrgingRequest } from '#shared/ipc/urging-contract.ts'
import { urgingText as text } from '#shared/text/vi/urging.ts'
import { ask } from '../../lib/bridge.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { showDone } from '../../lib/notices.tsx'
import { useJob } from '../../lib/use-job.ts'
import { CommandButton, CommandIcon, CommandMenuItem } from '../../ui/commands/command-button.tsx'
import { LetterForm } from './letter-form.tsx'
import { LetterPage } from './letter-page.tsx'
import { keyOfLine, OwedList } from './owed-list.tsx'
import { showSaved } from './show-saved.ts'
import { usePageCommand } from './use-page-command.ts'
import styles from './urging.module.css'

/** Rest of the hand after which the page is drawn anew. */
const SETTLED = 250

interface LetterMakerProps {
  readonly start: Output<'urging.start'>
  readonly issuer: UrgingIssuer
  readonly year: number
  readonly asOf: Day | null
  /** Drafts were made: the list of letters is where they are. */
  readonly onMade: () => void
}

/** A new letter: what is owed at the left with a box at each line, the words above it, the page beside. */
export function LetterMaker({ start, issuer, year, asOf, onMade }: LetterMakerProps): ReactElement {
  const [kinds, setKinds] = useState<readonly DueKind[]>(['overdue'])
  const [withHelpers, setWithHelpers] = useState(false)
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [joint, setJoint] = useState(true)
  const [words, setWords] = useState<UrgingWords>(() => usualWords(issuer, start))
  const [at, setAt] = useState(0)
  const { pageOpen, toggle } = usePageCommand()
  const job = useJob()

  const role = withHelpers ? null : 'lead'
  const shown = linesOfKinds(start.lines, kinds, role)
  const chosen = shown.filter((line) => !leftOut.has(keyOfLine(line)))
  const agencies = linesByAgency(chosen)
  const letters = joint ? 1 : agencies.length
  const index = Math.min(at, letters - 1)
  const request: UrgingRequest = {
    year,
    asOf,
    joint,
    chosen: chosen.map(({ assignmentId, due }) => ({ assignmentId, due })),
    words: { ...words, signature: { ...words.signature, authority: kept(words.signature.authority) }, recipients: kept(words.recipients) },
  }
  const [settled] = useDebouncedValue(request, SETTLED)
  const complete = chosen.length > 0 && words.symbol.trim() !== ''

  const make: Command = {
    id: 'urging.make',
    label: text.make(letters),
    group: 'file',
    icon: IconMailForward,
    shortcut: 'mod+Enter',
    unavailable: () => (chosen.length === 0 ? text.nothingChosen : complete ? null : text.symbolMissing),
    run: async () => {
      const made = await ask('urging.make', request)
      showDone(text.made(made.length), { undoable: true })
      onMade()
    },
  }
  const saveList = (id: string, label: string, icon: Command['icon'], format: 'docx' | 'pdf' | 'xlsx'): Command => ({
    id,
    label,
    group: 'file',
    ...(icon !== undefined && { icon }),
    run: async () =>
      showSaved(await job.start((jobId) => ask('urging.save-list', { jobId, request: { year, asOf, kinds: [...kinds], role }, format }))),
  })
  const lists = [
    saveList('urging.list-docx', text.listWord, IconFileTypeDocx, 'docx'),
    saveList('urging.list-pdf', text.listPdf, IconFileTypePdf, 'pdf'),
    saveList('urging.list-xlsx', text.listExcel, IconFileTypeXls, 'xlsx'),
  ]
  useCommands([make, toggle, ...lists])

  return (
    <div className={styles['maker']}>
      <div className={styles['main']}>
        <Group className={styles['tools'] ?? ''} gap="xs" wrap="nowrap">
          <Chip.Group multiple value={[...kinds]} onChange={(wanted) => setKinds(DueKind.options.filter((kind) => wanted.includes(kind)))}>
            {DueKind.options.map((kind) => (
              <Chip key={kind} value={kind} size="xs">
                {text.kinds[kind]}
              </Chip>
            ))}
          </Chip.Group>
          <Chip size="xs" checked={withHelpers} onChange={setWithHelpers}>
            {text.rolesAll}
          </Chip>
          <div className={styles['space']} />
          <Menu position="bottom-end">
            <Menu.Target>
              <Tooltip label={text.saveList}>
                <ActionIcon aria-label={text.saveList} loading={job.state.running}>
                  <IconFileExport size={18} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </Menu.Target>
            <Menu.Dropdown>
              {lists.map((command) => (
                <CommandMenuItem key={command.id} command={command} />
              ))}
            </Menu.Dropdown>
          </Menu>
          <CommandIcon command={toggle} active={pageOpen} />
        </Group>
        <LetterForm
          start={start}
          year={year}
          lines={chosen}
          words={words}
          joint={joint}
          onWords={setWords}
          onJoint={setJoint}
          action={<CommandButton command={make} size="xs" />}
        />
        <Text size="xs" c="dimmed" px={14} pb={4} aria-live="polite">
          {text.chosen(chosen.length, agencies.length)}
          {start.waiting > 0 && ` · ${text.waiting(start.waiting)}`}
        </Text>
        {shown.length === 0 ? <Text p={14}>{text.nothingOwed}</Text> : <OwedList lines={shown} leftOut={leftOut} onLeaveOut={setLeftOut} />}
      </div>
      {pageOpen && (
        <div className={styles['page']}>
          {!joint && letters > 1 && (
            <Group className={styles['walk'] ?? ''} gap={4} wrap="nowrap">
              <ActionIcon aria-label={text.previousLetter} disabled={index === 0} onClick={() => setAt(index - 1)}>
                <IconChevronLeft size={16} aria-hidden />
              </ActionIcon>
              <Text size="sm" truncate>
                {text.letterOf(index + 1, letters, agencies[index]?.name ?? '')}
              </Text>
              <ActionIcon aria-label={text.nextLetter} disabled={index >= letters - 1} onClick={() => setAt(index + 1)}>
                <IconChevronRight size={16} aria-hidden />
              </ActionIcon>
            </Group>
          )}
          {complete && settled.chosen.length > 0 && settled.words.symbol.trim() !== '' ? (
            <LetterPage source={{ kind: 'new', request: settled, index }} />
          ) : (
            <Text p={24}>{chosen.length === 0 ? text.nothingChosen : text.symbolMissing}</Text>
          )}
        </div>
      )}
    </div>
  )
}

/** Lines with words in them. */
function kept(lines: readonly string[]): string[] {
  return lines.map((one) => one.trim()).filter((one) => one !== '')
}
