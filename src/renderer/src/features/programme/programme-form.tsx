import { Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactElement } from 'react'
import type { ProgrammeId } from '#shared/domain/identifier.ts'
import type { Programme } from '#shared/domain/programme.ts'
import { programmeText } from '#shared/text/vi/programme.ts'
import { ask } from '../../lib/bridge.ts'
import { today } from '../../lib/dates.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'

interface Values {
  readonly name: string
  readonly document: string
  readonly periodFrom: number | string
  readonly periodTo: number | string
  readonly parents: string
}

const isYear = (value: number | string): boolean => Number.isInteger(Number(value)) && Number(value) >= 1990 && Number(value) <= 2200

/** What a programme is called, its years and its documents. */
export function ProgrammeForm({
  programme,
  onClose,
  onSaved,
}: {
  readonly programme: Programme | null
  readonly onClose: () => void
  readonly onSaved: (id: ProgrammeId | null) => void
}): ReactElement {
  const thisYear = Number(today().slice(0, 4))
  const form = useForm<Values>({
    initialValues:
      programme === null
        ? { name: '', document: '', periodFrom: thisYear, periodTo: thisYear + 4, parents: '' }
        : { ...programme, parents: programme.parents.join('\n') },
    validate: {
      name: (name) => (name.trim() === '' ? programmeText.required : null),
      periodFrom: (year) => (isYear(year) ? null : programmeText.yearWrong),
      periodTo: (year, { periodFrom }) =>
        !isYear(year) ? programmeText.yearWrong : Number(year) < Number(periodFrom) ? programmeText.periodWrong : null,
    },
  })
  const save = async ({ name, document, periodFrom, periodTo, parents }: Values): Promise<void> => {
    const patch = {
      name: name.trim(),
      document: document.trim(),
      periodFrom: Number(periodFrom),
      periodTo: Number(periodTo),
      parents: parents
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    }
    const saved =
      programme === null
        ? await ask('programme.create', patch)
        : await ask('programme.update', { id: programme.id, version: programme.version, patch })
    showDone(programmeText.saved, { undoable: true })
    onSaved(saved.id)
  }
  const remove = async (): Promise<void> => {
    if (programme === null) return
    await ask('programme.remove', { id: programme.id, version: programme.version })
    showDone(programmeText.removed(programme.name), { undoable: true })
    onSaved(null)
  }
  return (
    <form onSubmit={form.onSubmit((values) => void save(values).catch(showFailure))}>
      <Stack gap="sm" p="md">
        <Textarea label={programmeText.name} required autosize minRows={2} data-autofocus autoFocus {...form.getInputProps('name')} />
        <TextInput label={programmeText.document} description={programmeText.documentHint} {...form.getInputProps('document')} />
        <Group grow align="flex-start">
          <NumberInput label={programmeText.periodFrom} required thousandSeparator="" {...form.getInputProps('periodFrom')} />
          <NumberInput label={programmeText.periodTo} required thousandSeparator="" {...form.getInputProps('periodTo')} />
        </Group>
        <Textarea
          label={programmeText.parents}
          description={programmeText.parentsHint}
          autosize
          minRows={3}
          maxRows={10}
          {...form.getInputProps('parents')}
        />
        <Group gap="xs" mt="xs">
          <Button type="submit">{programmeText.save}</Button>
          <Button variant="default" onClick={onClose}>
            {programmeText.cancel}
          </Button>
          {programme !== null && (
            <Button variant="subtle" color="gray" ml="auto" onClick={() => void remove().catch(showFailure)}>
              {programmeText.remove}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
