import { ActionIcon, Group, Select, SimpleGrid, Text, Textarea, TextInput, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ClipboardEvent, ReactElement } from 'react'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import { describeDeadline } from '#shared/text/vi/deadline.ts'
import { givenTaskText as words } from '#shared/text/vi/given-task.ts'
import { readDay } from '../../lib/dates.ts'
import { useAsk } from '../../lib/queries.ts'
import { PartyBox } from './party-box.tsx'
import { fieldOf, hasLead, type TypedDocument, type TypedTask } from './typed.ts'
import styles from './given-task.module.css'

/** Which document gave the tasks. */
export function DocumentBoxes({
  document,
  tried,
  disabled = false,
  onDocument,
}: {
  readonly document: TypedDocument
  readonly tried: boolean
  readonly disabled?: boolean
  readonly onDocument: (document: TypedDocument) => void
}): ReactElement {
  const set = (change: Partial<TypedDocument>): void => onDocument({ ...document, ...change })
  const wrongDay = readDay(document.day) === null && (tried || document.day.trim().length >= 8)
  return (
    <fieldset className={styles['part']} disabled={disabled}>
      <legend>{words.document}</legend>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <Select
          label={words.source}
          w={150}
          allowDeselect={false}
          disabled={disabled}
          value={document.source}
          data={Object.entries(words.sources).map(([value, label]) => ({ value, label }))}
          onChange={(source) => source !== null && set({ source: source as TypedDocument['source'] })}
        />
        <TextInput
          label={words.symbol}
          required
          style={{ flex: '1 1 130px' }}
          value={document.symbol}
          error={tried && document.symbol.trim() === '' ? words.needsSymbol : null}
          onChange={({ currentTarget }) => set({ symbol: currentTarget.value })}
        />
        <TextInput
          label={words.issuedOn}
          required
          w={130}
          placeholder={words.dayFormat}
          value={document.day}
          error={wrongDay ? words.needsDay : null}
          onChange={({ currentTarget }) => set({ day: currentTarget.value })}
        />
        <TextInput
          label={words.issuer}
          style={{ flex: '1 1 150px' }}
          value={document.issuer}
          onChange={({ currentTarget }) => set({ issuer: currentTarget.value })}
        />
      </Group>
      <TextInput label={words.title} mt={6} value={document.title} onChange={({ currentTarget }) => set({ title: currentTarget.value })} />
    </fieldset>
  )
}

/** One task of the document. */
export function TaskBoxes({
  task,
  number,
  day,
  tried,
  disabled = false,
  onTask,
  onDrop,
  onPaste,
}: {
  readonly task: TypedTask
  readonly number: number
  /** The document's day as typed. */
  readonly day: string
  readonly tried: boolean
  readonly disabled?: boolean
  readonly onTask: (task: TypedTask) => void
  readonly onDrop?: (() => void) | undefined
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void
}): ReactElement {
  const fields = useAsk('field.list', {}).data ?? []
  const on = readDay(day)
  const set = (change: Partial<TypedTask>): void => onTask({ ...task, ...change })
  return (
    <fieldset className={styles['part']} disabled={disabled}>
      <legend>{words.task(number)}</legend>
      {onDrop !== undefined && (
        <Tooltip label={words.drop(number)}>
          <ActionIcon className={styles['drop'] ?? ''} size="sm" aria-label={words.drop(number)} onClick={onDrop}>
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <Textarea
        label={words.content}
        required
        autosize
        minRows={2}
        maxRows={6}
        data-autofocus={number === 1 ? true : undefined}
        value={task.content}
        error={tried && task.content.trim() === '' ? words.needsContent : null}
        onPaste={onPaste}
        onChange={({ currentTarget }) => set({ content: currentTarget.value })}
      />
      <SimpleGrid cols={2} spacing="xs" mt={6}>
        <PartyBox
          label={words.leads}
          required
          disabled={disabled}
          parties={task.leads}
          on={on}
          error={tried && !hasLead(task.leads) ? words.needsLead : null}
          onParties={(leads) => set({ leads })}
        />
        <PartyBox
          label={words.coordinating}
          disabled={disabled}
          parties={task.coordinating}
          on={on}
          onParties={(coordinating) => set({ coordinating })}
        />
      </SimpleGrid>
      <SimpleGrid cols={2} spacing="xs" mt={6}>
        <TextInput
          label={words.deadline}
          placeholder={words.deadlineHint}
          value={task.deadline}
          onChange={({ currentTarget }) => set({ deadline: currentTarget.value })}
        />
        <TextInput label={words.product} value={task.product} onChange={({ currentTarget }) => set({ product: currentTarget.value })} />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt={2}>
        {meaningOf(task.deadline, on)}
      </Text>
      <SimpleGrid cols={2} spacing="xs" mt={6}>
        <Select
          label={words.field}
          clearable
          disabled={disabled}
          value={task.fieldId}
          data={fields.filter(({ inPlan }) => inPlan).map(({ id, name }) => ({ value: id as string, label: name }))}
          onChange={(value) => set({ fieldId: fieldOf(value) })}
        />
        <TextInput label={words.note} value={task.note} onChange={({ currentTarget }) => set({ note: currentTarget.value })} />
      </SimpleGrid>
    </fieldset>
  )
}

function meaningOf(phrase: string, on: string | null): string {
  if (phrase.trim() === '') return words.noDeadline
  return on === null ? '' : describeDeadline(readDeadline(phrase.normalize('NFC'), { planYear: Number(on.slice(0, 4)), issuedOn: on }))
}
