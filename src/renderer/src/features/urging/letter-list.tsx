import { ActionIcon, Badge, Menu, Table, Text } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCheck,
  IconDots,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconFolderDown,
  IconMailCheck,
  IconPencil,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { UrgingLetterId } from '#shared/domain/identifier.ts'
import { officialNumber } from '#shared/decree/official-words.ts'
import { linesByAgency, timesOf, type UrgingLetter } from '#shared/domain/urging-letter.ts'
import { urgingText as text } from '#shared/text/vi/urging.ts'
import { ask } from '../../lib/bridge.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { showMoment } from '../../lib/dates.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useJob } from '../../lib/use-job.ts'
import { CommandButton, CommandIcon } from '../../ui/commands/command-button.tsx'
import { MarkSentDialog, WithdrawDialog } from './letter-dialogs.tsx'
import { LetterPage } from './letter-page.tsx'
import { openingFolderOf, showSaved } from './show-saved.ts'
import { usePageCommand } from './use-page-command.ts'
import styles from './urging.module.css'

const looks = {
  draft: { color: 'gray', icon: IconPencil },
  sent: { color: 'teal', icon: IconCheck },
  withdrawn: { color: 'orange', icon: IconArrowBackUp },
} as const

/** The letters of a year: drafts to be printed and signed, and those that went out. The chosen one's page stands beside. */
export function LetterList({ letters }: { readonly letters: readonly UrgingLetter[] }): ReactElement {
  const [wantedId, setWantedId] = useState<UrgingLetterId | null>(null)
  const [dialog, setDialog] = useState<{ readonly kind: 'sent' | 'withdraw'; readonly id: UrgingLetterId } | null>(null)
  const { pageOpen, toggle } = usePageCommand()
  const job = useJob()
  const current = letters.find(({ id }) => id === wantedId) ?? letters[0]
  const asked = letters.find(({ id }) => id === dialog?.id)
  const drafts = letters.filter(({ status }) => status === 'draft')

  const saveAll: Command = {
    id: 'urging.save-all',
    label: text.saveAllWord,
    group: 'file',
    icon: IconFolderDown,
    unavailable: () => (drafts.length === 0 ? text.noDrafts : null),
    run: async () => {
      const ids = drafts.map(({ id }) => id)
      const saved = await job.start((jobId) => ask('urging.save-all', { jobId, ids, format: 'docx' }))
      const [file] = saved?.files ?? []
      if (saved !== null && file !== undefined) showDone(text.savedMany(saved.files.length, saved.folder), openingFolderOf(file))
    },
  }
  useCommands([toggle, saveAll])
  if (current === undefined) return <Text p={16}>{text.noLetters}</Text>

  const save = async ({ id }: UrgingLetter, format: 'docx' | 'pdf'): Promise<void> =>
    showSaved(await job.start((jobId) => ask('urging.save', { jobId, id, format })))
  return (
    <div className={styles['maker']}>
      <div className={styles['main']}>
        <div className={styles['tools']}>
          <div className={styles['space']} />
          <CommandIcon command={toggle} active={pageOpen} />
          <CommandButton command={saveAll} size="xs" variant="default" />
        </div>
        <div className={styles['letters']}>
          <Table highlightOnHover aria-label={text.letters}>
            <Table.Tbody>
              {letters.map((letter) => {
                const { color, icon: Icon } = looks[letter.status]
                const to = text.letterTo(linesByAgency(letter.paper.lines).map(({ name }) => name))
                return (
                  <Table.Tr
                    key={letter.id}
                    bg={letter.id === current.id ? 'var(--mark)' : ''}
                    aria-selected={letter.id === current.id}
                    onClick={() => setWantedId(letter.id)}
                  >
                    <Table.Td>
                      <button type="button" className={styles['letter']}>
                        {to}
                      </button>
                      <Text size="xs" c="dimmed">
                        {[text.letterLines(letter.paper.lines.length), showMoment(letter.madeAt), letter.madeBy].join(' · ')}
                        {letter.withdrawnBecause !== '' && ` · ${letter.withdrawnBecause}`}
                      </Text>
                    </Table.Td>
                    <Table.Td w={60}>{text.times(timesOf(letter.paper))}</Table.Td>
                    <Table.Td w={150}>
                      <Badge variant="light" color={color} leftSection={<Icon size={12} aria-hidden />}>
                        {text.statuses[letter.status]}
                      </Badge>
                      {letter.number !== null && letter.sentOn !== null && (
                        <Text size="xs">{text.numbered(officialNumber(letter.number, letter.paper.symbol), letter.sentOn)}</Text>
                      )}
                    </Table.Td>
                    <Table.Td w={44}>
                      <LetterMenu
                        letter={letter}
                        name={to}
                        busy={job.state.running}
                        onSave={(format) => void save(letter, format).catch(showFailure)}
                        onPrint={() => void job.start((jobId) => ask('urging.print', { jobId, id: letter.id }))}
                        onDialog={(kind) => setDialog({ kind, id: letter.id })}
                      />
                    </Table.Td>
                  </Table.Tr>
                )
              })}
            </Table.Tbody>
          </Table>
        </div>
      </div>
      {pageOpen && (
        <div className={styles['page']}>
          <LetterPage key={current.id} source={{ kind: 'letter', id: current.id }} />
        </div>
      )}
      {asked !== undefined && dialog?.kind === 'sent' && <MarkSentDialog letter={asked} onClose={() => setDialog(null)} />}
      {asked !== undefined && dialog?.kind === 'withdraw' && <WithdrawDialog letter={asked} onClose={() => setDialog(null)} />}
    </div>
  )
}

interface LetterMenuProps {
  readonly letter: UrgingLetter
  readonly name: string
  readonly busy: boolean
  readonly onSave: (format: 'docx' | 'pdf') => void
  readonly onPrint: () => void
  readonly onDialog: (kind: 'sent' | 'withdraw') => void
}

function LetterMenu({ letter, name, busy, onSave, onPrint, onDialog }: LetterMenuProps): ReactElement {
  const remove = (): void =>
    void ask('urging.remove', { id: letter.id, version: letter.version })
      .then(() => showDone(text.removed, { undoable: true }))
      .catch(showFailure)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={text.actions(name)} loading={busy} onClick={(event) => event.stopPropagation()}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <Menu.Item leftSection={<IconFileTypeDocx size={16} aria-hidden />} onClick={() => onSave('docx')}>
          {text.saveWord}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={() => onSave('pdf')}>
          {text.savePdf}
        </Menu.Item>
        <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={onPrint}>
          {text.print}
        </Menu.Item>
        <Menu.Divider />
        {letter.status === 'draft' && (
          <>
            <Menu.Item leftSection={<IconMailCheck size={16} aria-hidden />} onClick={() => onDialog('sent')}>
              {text.markSent}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
              {text.remove}
            </Menu.Item>
          </>
        )}
        {letter.status === 'sent' && (
          <Menu.Item leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => onDialog('withdraw')}>
            {text.withdraw}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
