import { Autocomplete, Button, Group, MultiSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconCheck } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import { shortCitation } from '#shared/domain/citation-form.ts'
import { unknownDocument, type CitedDocument, type CitedDocumentFacts } from '#shared/domain/cited-document.ts'
import type { CitedDocumentId } from '#shared/domain/identifier.ts'
import { citationScreenText as text } from '#shared/text/vi/citation-screen.ts'
import { ask } from '../../lib/bridge.ts'
import { today } from '../../lib/dates.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { DayBox } from '../../ui/day-box/day-box.tsx'
import styles from './citation.module.css'

const empty = unknownDocument(text.usualTypes[1])

function factsOf({ id: _id, version: _version, ...facts }: CitedDocument): CitedDocumentFacts {
  return facts
}

/** The facts of one document. Saving stays in the pane: what was written is seen beside its places. */
export function CitedDocumentForm({
  document,
  registry,
  onClose,
  onSaved,
}: {
  readonly document: CitedDocument | null
  readonly registry: readonly CitedDocument[]
  readonly onClose: () => void
  readonly onSaved: (id: CitedDocumentId) => void
}): ReactElement {
  const form = useForm<CitedDocumentFacts>({
    initialValues: document === null ? empty : factsOf(document),
    validate: {
      type: (type) => (type.trim() === '' ? text.needed : null),
      symbol: (symbol, { title }) => (symbol.trim() === '' && title.trim() === '' ? text.symbolOrTitle : null),
    },
  })
  // A day that a button sets is shown by making its box anew.
  const [daysMade, setDaysMade] = useState(0)
  const { validFrom, expiredFrom } = form.values
  const reversed = validFrom !== null && expiredFrom !== null && validFrom > expiredFrom
  const save = (facts: CitedDocumentFacts): void => {
    if (reversed) return
    const input = {
      id: document?.id ?? null,
      version: document?.version ?? null,
      facts: { ...facts, replacedByIds: [...facts.replacedByIds] },
    }
    void ask('citation.save', input)
      .then(({ id }) => {
        showDone(text.saved, { undoable: true })
        onSaved(id)
      })
      .catch(showFailure)
  }
  const remove = ({ id, version }: CitedDocument): void =>
    void ask('citation.remove', { id, version })
      .then(() => {
        showDone(text.removed(document === null ? '' : shortCitation(document)), { undoable: true })
        onClose()
      })
      .catch(showFailure)
  const day = (key: 'issuedOn' | 'validFrom' | 'expiredFrom' | 'checkedOn', label: string): ReactElement => (
    <DayBox key={`${key} ${daysMade}`} label={label} day={form.values[key]} onDay={(value) => form.setFieldValue(key, value)} />
  )
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap={8} p="8px 16px 12px">
        <div className={styles['twoBoxes']}>
          <Autocomplete size="xs" label={text.type} data={[...text.usualTypes]} {...form.getInputProps('type')} />
          <TextInput label={text.symbol} placeholder="76/NQ-CP" autoFocus={document === null} {...form.getInputProps('symbol')} />
        </div>
        <div className={styles['twoBoxes']}>
          {day('issuedOn', text.issuedOn)}
          <Autocomplete
            size="xs"
            label={text.issuer}
            data={[...new Set(registry.map(({ issuer }) => issuer))].filter((name) => name !== '')}
            {...form.getInputProps('issuer')}
          />
        </div>
        <Textarea label={text.titleOf} description={text.titleHint} autosize minRows={2} maxRows={6} {...form.getInputProps('title')} />
        <div className={styles['twoBoxes']}>
          {day('validFrom', text.validFrom)}
          {day('expiredFrom', text.expiredFrom)}
        </div>
        {reversed && (
          <Text size="xs" c="red.9" role="alert">
            {text.endsBeforeBegins}
          </Text>
        )}
        <MultiSelect
          size="xs"
          label={text.replacedByLabel}
          searchable
          clearable
          data={registry
            .filter(({ id }) => id !== document?.id)
            .map((other) => ({ value: other.id as string, label: shortCitation(other) }))}
          value={[...form.values.replacedByIds]}
          onChange={(ids) => form.setFieldValue('replacedByIds', ids as CitedDocumentId[])}
        />
        <div className={styles['twoBoxes']}>
          {day('checkedOn', text.checkedOn)}
          <Button
            variant="default"
            mt={22}
            leftSection={<IconCheck size={15} aria-hidden />}
            onClick={() => {
              form.setFieldValue('checkedOn', today())
              setDaysMade((count) => count + 1)
            }}
          >
            {text.checkToday}
          </Button>
        </div>
        <Textarea label={text.note} autosize minRows={1} maxRows={4} {...form.getInputProps('note')} />
        <Group gap="xs" mt={4}>
          <Button type="submit">{text.save}</Button>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          {document !== null && (
            <Button variant="subtle" color="gray" ml="auto" onClick={() => remove(document)}>
              {text.remove}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
