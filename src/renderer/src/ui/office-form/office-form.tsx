import { ActionIcon, Button, Fieldset, Group, Select, SimpleGrid, Stack, Textarea, TextInput, Tooltip } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import type { Office } from '#shared/domain/office.ts'
import { SizeSet } from '#shared/domain/plan.ts'
import { officeText } from '#shared/text/vi/office.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { LetterheadPreview } from '../letterhead/letterhead-preview.tsx'
import styles from './office-form.module.css'

/** What a person may say about the office: everything but what the program keeps itself. */
export type OfficeWords = Omit<Office, 'isSample' | 'version' | 'standingAgencyId'>

interface Fields {
  provinceName: string
  superior: string
  issuer: string
  issuerInSentence: string
  place: string
  planSymbol: string
  decisionSymbol: string
  draftingSymbol: string
  recipients: string
  sizeSet: SizeSet
  signatures: { key: string; authority: string; title: string; name: string }[]
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function toFields(office: OfficeWords): Fields {
  return {
    provinceName: office.provinceName,
    superior: office.letterhead.superior.join('\n'),
    issuer: office.letterhead.issuer.join('\n'),
    issuerInSentence: office.issuerInSentence,
    place: office.letterhead.place,
    planSymbol: office.planSymbol,
    decisionSymbol: office.decisionSymbol,
    draftingSymbol: office.draftingSymbol,
    recipients: office.recipients.join('\n'),
    sizeSet: office.sizeSet,
    signatures: office.signatures.map(({ authority, title, name }) => ({
      key: crypto.randomUUID(),
      authority: authority.join('\n'),
      title,
      name,
    })),
  }
}

function fromFields(fields: Fields): OfficeWords {
  return {
    provinceName: fields.provinceName.trim(),
    letterhead: { superior: linesOf(fields.superior), issuer: linesOf(fields.issuer), place: fields.place.trim() },
    issuerInSentence: fields.issuerInSentence.trim(),
    planSymbol: fields.planSymbol.trim(),
    decisionSymbol: fields.decisionSymbol.trim(),
    draftingSymbol: fields.draftingSymbol.trim(),
    recipients: linesOf(fields.recipients),
    sizeSet: fields.sizeSet,
    signatures: fields.signatures.map(({ authority, title, name }) => ({
      authority: linesOf(authority),
      title: title.trim(),
      name: name.trim(),
    })),
  }
}

const needed = (value: string): string | null => (value.trim() === '' ? shell.required : null)

/**
 * The office's own words, with the head and foot of its paper drawn beside them as they are typed. `actions` are the buttons at the end
 * (the submitting one among them); `onSubmit` gets checked words.
 */
export function OfficeForm({
  initial,
  onSubmit,
  actions,
}: {
  readonly initial: OfficeWords
  readonly onSubmit: (office: OfficeWords) => void
  readonly actions: ReactNode
}): ReactElement {
  const form = useForm<Fields>({
    initialValues: toFields(initial),
    validate: { provinceName: needed, issuer: needed, issuerInSentence: needed, place: needed, planSymbol: needed, decisionSymbol: needed },
  })
  const words = fromFields(form.values)
  return (
    <form className={styles['form']} onSubmit={form.onSubmit((fields) => onSubmit(fromFields(fields)))}>
      <Stack gap="sm">
        <Fieldset legend={officeText.identity} p="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
            <TextInput
              label={officeText.provinceName}
              description={officeText.provinceNameHint}
              data-autofocus
              required
              {...form.getInputProps('provinceName')}
            />
            <TextInput label={officeText.place} description={officeText.placeHint} required {...form.getInputProps('place')} />
            <Textarea
              autosize
              minRows={2}
              label={officeText.issuer}
              description={officeText.issuerHint}
              required
              {...form.getInputProps('issuer')}
            />
            <Textarea
              autosize
              minRows={2}
              label={officeText.superior}
              description={officeText.superiorHint}
              {...form.getInputProps('superior')}
            />
            <TextInput
              label={officeText.issuerInSentence}
              description={officeText.issuerInSentenceHint}
              required
              {...form.getInputProps('issuerInSentence')}
            />
            <Select
              label={officeText.sizeSet}
              description={officeText.sizeSetHint}
              allowDeselect={false}
              data={SizeSet.options.map((value) => ({ value, label: officeText.sizeSets[value] }))}
              {...form.getInputProps('sizeSet')}
            />
          </SimpleGrid>
        </Fieldset>
        <Fieldset legend={officeText.symbols} p="sm">
          <SimpleGrid cols={3} spacing="sm">
            <TextInput
              label={officeText.planSymbol}
              placeholder={officeText.usualPlanSymbol}
              required
              {...form.getInputProps('planSymbol')}
            />
            <TextInput
              label={officeText.decisionSymbol}
              placeholder={officeText.usualDecisionSymbol}
              required
              {...form.getInputProps('decisionSymbol')}
            />
            <TextInput label={officeText.draftingSymbol} {...form.getInputProps('draftingSymbol')} />
          </SimpleGrid>
        </Fieldset>
        <Fieldset legend={officeText.signatures} p="sm">
          <Stack gap="xs">
            {form.values.signatures.map((signature, index) => (
              <Group key={signature.key} gap="xs" align="flex-start" wrap="nowrap">
                <Textarea
                  flex={3}
                  autosize
                  minRows={2}
                  label={officeText.authority}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  description={index === 0 ? officeText.authorityHint : undefined}
                  {...form.getInputProps(`signatures.${index}.authority`)}
                />
                <TextInput flex={2} label={officeText.signerTitle} {...form.getInputProps(`signatures.${index}.title`)} />
                <TextInput flex={2} label={officeText.signerName} {...form.getInputProps(`signatures.${index}.name`)} />
                <Tooltip label={officeText.removeSignature(signature.name)}>
                  <ActionIcon
                    mt={22}
                    aria-label={officeText.removeSignature(signature.name)}
                    onClick={() => form.removeListItem('signatures', index)}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              </Group>
            ))}
            <div>
              <Button
                variant="subtle"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => form.insertListItem('signatures', { key: crypto.randomUUID(), authority: '', title: '', name: '' })}
              >
                {officeText.addSignature}
              </Button>
            </div>
          </Stack>
        </Fieldset>
        <Fieldset legend={officeText.recipients} p="sm">
          <Textarea
            autosize
            minRows={4}
            aria-label={officeText.recipients}
            description={officeText.recipientsHint}
            {...form.getInputProps('recipients')}
          />
        </Fieldset>
        <Group justify="flex-end" gap="xs">
          {actions}
        </Group>
      </Stack>
      <div className={styles['side']}>
        <LetterheadPreview
          letterhead={words.letterhead}
          symbol={words.planSymbol}
          recipients={words.recipients}
          signature={words.signatures[0] ?? null}
        />
      </div>
    </form>
  )
}
