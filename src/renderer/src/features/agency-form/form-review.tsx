import { Alert, Badge, Button, Group, List, NavLink, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCopy, IconEqual, IconInfoCircle } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { FormPreview } from '#shared/ipc/agency-form-contract.ts'
import { agencyFormText as words } from '#shared/text/vi/agency-form.ts'
import { ask } from '../../lib/bridge.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { CommandButton } from '../../ui/commands/command-button.tsx'
import { Screen } from '../../ui/screen/screen.tsx'
import { ChangeTable } from './change-table.tsx'
import { keepPreviews } from './kept-previews.ts'
import styles from './agency-form.module.css'

const looks = {
  'ready': { color: 'teal', icon: IconCheck },
  'nothing-new': { color: 'gray', icon: IconEqual },
  'refused': { color: 'orange', icon: IconAlertTriangle },
} as const
const order = ['refused', 'ready', 'nothing-new'] as const

/** What returned forms would change, row by row, before anything is written; and what is to be mended, cell by cell. */
export function FormReview({ previews }: { readonly previews: readonly FormPreview[] }): ReactElement {
  const sorted = previews.toSorted((one, other) => order.indexOf(one.status) - order.indexOf(other.status))
  const [wantedId, setWantedId] = useState<string | null>(null)
  const current = sorted.find(({ id }) => id === wantedId) ?? sorted[0]
  const of = (status: FormPreview['status']): readonly FormPreview[] => previews.filter((preview) => preview.status === status)
  const ready = of('ready')
  const rows = ready.reduce((sum, { changes }) => sum + changes.length, 0)

  const accept: Command = {
    id: 'agency-form.accept',
    label: words.accept(ready.length, rows),
    group: 'file',
    icon: IconCheck,
    shortcut: 'mod+Enter',
    unavailable: () => (ready.length === 0 ? words.nothingToAccept : null),
    run: async () => {
      const taken = new Set<string>()
      let applied = 0
      for (const { id } of ready) {
        try {
          applied += (await ask('agency-form.accept', { id })).applied
          taken.add(id)
        } catch (error) {
          showFailure(error)
        }
      }
      keepPreviews(previews.filter(({ id, status }) => !taken.has(id) && status === 'refused'))
      const said = words.accepted(taken.size, applied)
      if (taken.size > 0) showDone(taken.size === 1 ? said : `${said} ${words.acceptedUndo}`, { undoable: taken.size === 1 })
    },
  }
  const close: Command = { id: 'agency-form.close', label: words.back, group: 'file', run: () => keepPreviews([]) }
  useCommands([accept, close])

  return (
    <Screen
      title={words.preview}
      actions={
        <>
          <CommandButton command={close} variant="default" />
          <CommandButton command={accept} />
        </>
      }
    >
      <div className={styles['review']}>
        <nav className={styles['files']} aria-label={words.preview}>
          <Text size="sm" c="dimmed" px="xs" pb={4} aria-live="polite">
            {words.previewTotals(ready.length, of('refused').length, of('nothing-new').length)}
          </Text>
          {sorted.map((preview) => {
            const { color, icon: Icon } = looks[preview.status]
            return (
              <NavLink
                key={preview.id}
                component="button"
                type="button"
                active={preview.id === current?.id}
                styles={{ description: { color: 'var(--mantine-color-text)' } }}
                label={preview.agencyName ?? words.unnamed}
                description={preview.file}
                rightSection={
                  <Badge size="sm" variant="light" tt="none" color={color} leftSection={<Icon size={11} aria-hidden />}>
                    {words.status[preview.status]}
                  </Badge>
                }
                onClick={() => setWantedId(preview.id)}
              />
            )
          })}
        </nav>
        {current !== undefined && <OneForm key={current.id} preview={current} />}
      </div>
    </Screen>
  )
}

function OneForm({ preview }: { readonly preview: FormPreview }): ReactElement {
  const { agencyName, file, status, changes, same, blank, problems, notes } = preview
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText([file, ...problems.map(({ says, wayOut }) => `- ${says} ${wayOut}`)].join('\n'))
    showDone(words.copied)
  }
  return (
    <section className={styles['form']} aria-label={agencyName ?? file}>
      <Text fw={600}>{agencyName ?? words.unnamed}</Text>
      <Text size="sm" c="dimmed">
        {[
          file,
          ...(status === 'refused' ? [words.problems(problems.length)] : [words.changes(changes.length)]),
          ...(same === 0 ? [] : [words.same(same)]),
          ...(blank === 0 ? [] : [words.blank(blank)]),
        ].join(' · ')}
      </Text>
      {problems.length > 0 && (
        <Alert mt="sm" color="orange" icon={<IconAlertTriangle aria-hidden />} title={words.refusedWhole}>
          <List size="sm" spacing={4}>
            {problems.map(({ at, code, says, wayOut }) => (
              <List.Item key={`${at}${code}${says}`}>
                <Text span size="sm" fw={600}>
                  {says}
                </Text>{' '}
                {wayOut}
              </List.Item>
            ))}
          </List>
          <Button
            mt="xs"
            size="compact-sm"
            variant="default"
            leftSection={<IconCopy size={14} aria-hidden />}
            onClick={() => void copy().catch(showFailure)}
          >
            {words.copyProblems}
          </Button>
        </Alert>
      )}
      {status === 'nothing-new' && (
        <Alert mt="sm" color="gray" icon={<IconEqual aria-hidden />}>
          {same === 0 ? words.allBlank : words.nothingNew}
        </Alert>
      )}
      {changes.length > 0 && <ChangeTable changes={changes} />}
      {notes.length > 0 && (
        <Group mt="sm" gap={6} align="flex-start" wrap="nowrap">
          <IconInfoCircle size={16} aria-hidden />
          <div>
            <Text size="sm" fw={600}>
              {words.notes(notes.length)}
            </Text>
            {notes.map((note) => (
              <Text key={note} size="sm">
                {note}
              </Text>
            ))}
          </div>
        </Group>
      )}
    </section>
  )
}
