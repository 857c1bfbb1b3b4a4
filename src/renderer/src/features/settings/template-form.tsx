import { Alert, Button, Group, List, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import {
  placeholders,
  unknownPlaceholders,
  type Placeholder,
  type PlanTemplate,
  type TemplateContent,
} from '#shared/domain/plan-template.ts'
import { LegalForm } from '#shared/domain/plan.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { placeholderMeanings, shelfText } from '#shared/text/vi/shelf.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import styles from './shelf.module.css'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A box that keeps what is typed when it is left; empty words are not kept where some are needed. */
function Kept({
  label,
  value,
  description,
  lines = 1,
  needed = false,
  onKeep,
}: {
  readonly label: string
  readonly value: string
  readonly description?: string
  readonly lines?: number
  readonly needed?: boolean
  readonly onKeep: (text: string) => void
}): ReactElement {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? value
  const missing = needed && text.trim() === ''
  return (
    <Textarea
      label={label}
      {...(description === undefined ? {} : { description })}
      autosize
      minRows={lines}
      maxRows={12}
      value={text}
      error={missing ? shelfText.required : null}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed !== null && typed !== value && !missing) onKeep(typed.normalize('NFC'))
        setTyped(null)
      }}
    />
  )
}

/** Everything of a template that is not its lines, and what may be written between braces. */
export function TemplateForm({
  template,
  onPatch,
  onRemoved,
}: {
  readonly template: PlanTemplate
  readonly onPatch: (patch: Partial<TemplateContent>) => void
  readonly onRemoved: () => void
}): ReactElement {
  const { signature, appendices } = template
  const unknown = unknownPlaceholders(template)
  const exportIt = async (): Promise<void> => {
    const written = await ask('plan-template.export', { id: template.id })
    if (written !== null) showDone(shelfText.exported(written.file))
  }
  const remove = async (): Promise<void> => {
    await ask('plan-template.remove', { id: template.id, version: template.version })
    onRemoved()
    showDone(shelfText.removedTemplate(template.name), { undoable: true })
  }
  return (
    <div className={styles['form']}>
      <Stack gap="sm">
        <Kept label={shelfText.name} needed value={template.name} onKeep={(name) => onPatch({ name: name.trim() })} />
        <Kept label={shelfText.note} value={template.note} onKeep={(note) => onPatch({ note: note.trim() })} />
        {unknown.length > 0 && (
          <Alert color="orange" p="xs">
            {shelfText.unknownPlaceholders(unknown)}
          </Alert>
        )}
        <Kept
          label={shelfText.subject}
          value={template.subject}
          onKeep={(subject) => onPatch({ subject: subject.replace(/\s+/g, ' ').trim() })}
        />
        <Select
          label={shelfText.legalForm}
          allowDeselect={false}
          value={template.legalForm}
          data={LegalForm.options.map((value) => ({ value, label: planText.legalForms[value] }))}
          onChange={(value) => {
            const legalForm = LegalForm.safeParse(value)
            if (legalForm.success) onPatch({ legalForm: legalForm.data })
          }}
        />
        <TextInput
          key={template.symbol}
          label={shelfText.symbol}
          defaultValue={template.symbol}
          onBlur={(event) => {
            if (event.currentTarget.value.trim() !== template.symbol) onPatch({ symbol: event.currentTarget.value.trim() })
          }}
        />
        <Kept
          label={shelfText.recipients}
          description={shelfText.recipientsHint}
          lines={3}
          value={template.recipients.join('\n')}
          onKeep={(text) => onPatch({ recipients: linesOf(text) })}
        />
        <Kept
          label={shelfText.signature}
          description={shelfText.signatureHint}
          lines={3}
          value={[...signature.authority, signature.title, signature.name].join('\n')}
          onKeep={(text) => {
            const lines = text.split('\n').map((line) => line.trim())
            const [name = '', title = ''] = lines.toReversed()
            onPatch({ signature: { authority: lines.slice(0, -2).filter((line) => line !== ''), title, name } })
          }}
        />
        {appendices.length === 0 && <Text size="xs">{shelfText.noAppendix}</Text>}
        {appendices.map((appendix, index) => (
          // Appendices of a template have no identity beyond their place.
          // oxlint-disable-next-line react/no-array-index-key
          <Stack key={index} gap={2}>
            <Kept
              label={shelfText.appendixTitles}
              value={appendix.title}
              onKeep={(title) => onPatch({ appendices: appendices.with(index, { ...appendix, title: title.trim() }) })}
            />
            <Text size="xs" c="dimmed">
              {shelfText.appendixColumns(appendix.columns.map(({ title }) => title).join(' · '))}
            </Text>
          </Stack>
        ))}
        <Text size="sm" fw={600}>
          {shelfText.placeholdersTitle}
        </Text>
        <Text size="xs">{shelfText.placeholdersText}</Text>
        <List size="xs" spacing={2}>
          {Object.entries(placeholders).map(([name, words]) => (
            <List.Item key={name}>
              <b>{`{${words}}`}</b> {placeholderMeanings[name as Placeholder]}
            </List.Item>
          ))}
        </List>
        <Group gap="xs">
          <Button variant="default" onClick={() => void exportIt().catch(showFailure)}>
            {shelfText.exportTemplate}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => void remove().catch(showFailure)}>
            {shelfText.removeTemplate}
          </Button>
        </Group>
      </Stack>
    </div>
  )
}
