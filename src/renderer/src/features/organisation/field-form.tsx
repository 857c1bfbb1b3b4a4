import { Checkbox, Group, MultiSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Agency } from '#shared/domain/agency.ts'
import type { Field } from '#shared/domain/field.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { tellingName } from '../../lib/agency-name.ts'
import { ask } from '../../lib/bridge.ts'
import { DayBox } from '../../ui/day-box/day-box.tsx'
import { NamesBox, RecordForm, recordActs } from './form-parts.tsx'

type FieldInput = Omit<Field, 'id' | 'version' | 'position'>

const empty: FieldInput = {
  name: '',
  aliases: [],
  inPlan: true,
  inReport: true,
  inIndex: false,
  usualLeadIds: [],
  activeFrom: null,
  activeTo: null,
}

/** One field: its heading, where it is used, who usually leads in it. */
export function FieldForm({
  field,
  agencies,
  onClose,
}: {
  readonly field: Field | null
  readonly agencies: readonly Agency[]
  readonly onClose: () => void
}) {
  const form = useForm<FieldInput>({
    initialValues: field ?? empty,
    validate: { name: (name) => (name.trim() === '' ? organisationText.required : null) },
  })
  const save = async ({ name, aliases, inPlan, inReport, inIndex, usualLeadIds, activeFrom, activeTo }: FieldInput): Promise<void> => {
    await ask('field.save', {
      id: field?.id ?? null,
      version: field?.version ?? null,
      field: {
        name: name.trim().normalize('NFC'),
        aliases: [...aliases],
        inPlan,
        inReport,
        inIndex,
        usualLeadIds: [...usualLeadIds],
        activeFrom,
        activeTo,
      },
    })
  }
  const acts = recordActs(onClose)
  const remove = field === null ? null : acts.remove(field.name, async () => ask('field.remove', { id: field.id, version: field.version }))
  return (
    <RecordForm onSave={form.onSubmit((values) => acts.save(save(values)))} onCancel={onClose} onRemove={remove}>
      <TextInput label={organisationText.name} required autoFocus {...form.getInputProps('name')} />
      <NamesBox
        label={organisationText.aliases}
        names={form.values.aliases}
        onNames={(aliases) => form.setFieldValue('aliases', aliases)}
      />
      <Group gap="md">
        <Checkbox label={organisationText.inPlan} {...form.getInputProps('inPlan', { type: 'checkbox' })} />
        <Checkbox label={organisationText.inReport} {...form.getInputProps('inReport', { type: 'checkbox' })} />
        <Checkbox label={organisationText.inIndex} {...form.getInputProps('inIndex', { type: 'checkbox' })} />
      </Group>
      <MultiSelect
        label={organisationText.usualLeads}
        searchable
        clearable
        data={agencies.map((agency) => ({ value: agency.id as string, label: tellingName(agency, agencies) }))}
        value={[...form.values.usualLeadIds]}
        onChange={(ids) => form.setFieldValue('usualLeadIds', ids as AgencyId[])}
      />
      <DayBox label={organisationText.activeFrom} day={form.values.activeFrom} onDay={(day) => form.setFieldValue('activeFrom', day)} />
      <DayBox label={organisationText.activeTo} day={form.values.activeTo} onDay={(day) => form.setFieldValue('activeTo', day)} />
    </RecordForm>
  )
}
