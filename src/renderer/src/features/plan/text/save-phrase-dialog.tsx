import { Autocomplete, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactElement } from 'react'
import { plainText, type TextInline } from '#shared/domain/inline.ts'
import { shelfText } from '#shared/text/vi/shelf.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../../lib/bridge.ts'
import { showDone, showFailure } from '../../../lib/notices.tsx'
import { useAsk } from '../../../lib/queries.ts'

/** "Lưu câu này…": the chosen words become a usual sentence under a few letters. */
export function SavePhraseDialog({
  content,
  onClose,
}: {
  readonly content: readonly TextInline[]
  readonly onClose: () => void
}): ReactElement {
  const phrases = useAsk('phrase.list', {}).data ?? []
  const [key, setKey] = useState('')
  const [group, setGroup] = useState('')
  const groups = [...new Set(phrases.map((phrase) => phrase.group))].filter((each) => each !== '')
  const save = async (): Promise<void> => {
    const [saved] = await ask('phrase.save', {
      phrases: [{ id: null, version: null, key: key.trim(), group: group.trim(), content: [...content] }],
    })
    onClose()
    showDone(shelfText.phraseSaved(saved?.key ?? ''), { undoable: true })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save().catch(showFailure)
  }
  return (
    <Modal opened onClose={onClose} title={shelfText.savePhraseTitle} closeButtonProps={{ 'aria-label': shell.close }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" lineClamp={6}>
            “{plainText(content)}”
          </Text>
          <TextInput
            label={shelfText.key}
            description={shelfText.keyHint}
            data-autofocus
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          <Autocomplete size="xs" label={shelfText.group} data={groups} value={group} onChange={setGroup} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shelfText.cancel}
            </Button>
            <Button type="submit">{shelfText.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
