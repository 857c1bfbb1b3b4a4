import { Checkbox, MultiSelect, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type Agency, type AgencyGroup, AgencyKind, expandGroup } from '#shared/domain/agency.ts'
import type { AgencyGroupId, AgencyId } from '#shared/domain/identifier.ts'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { tellingName } from '../../lib/agency-name.ts'
import { ask } from '../../lib/bridge.ts'
import { showDay, today } from '../../lib/dates.ts'
import { DayBox } from '../../ui/day-box/day-box.tsx'
import { NamesBox, RecordForm, recordActs } from './form-parts.tsx'

type GroupInput = Omit<AgencyGroup, 'id' | 'version' | 'position'>

const empty: GroupInput = {
  name: '',
  aliases: [],
  unspecified: false,
  memberKinds: [],
  memberIds: [],
  excludedIds: [],
  activeFrom: null,
  activeTo: null,
}

/** One group: by kinds, by names, without some; what it stands for today is shown while it is edited. */
export function GroupForm({
  group,
  agencies,
  onClose,
}: {
  readonly group: AgencyGroup | null
  readonly agencies: readonly Agency[]
  readonly onClose: () => void
}) {
  const form = useForm<GroupInput>({
    initialValues: group ?? empty,
    validate: { name: (name) => (name.trim() === '' ? organisationText.required : null) },
  })
  const options = agencies.map((agency) => ({ value: agency.id as string, label: tellingName(agency, agencies) }))
  const day = form.values.activeTo ?? today()
  const members = expandGroup(
    { ...form.values, id: (group?.id ?? '') as AgencyGroupId, version: 1, position: 0 },
    { agencies, groups: [] },
    day,
  )
  const save = async ({
    name,
    aliases,
    unspecified,
    memberKinds,
    memberIds,
    excludedIds,
    activeFrom,
    activeTo,
  }: GroupInput): Promise<void> => {
    await ask('agency-group.save', {
      id: group?.id ?? null,
      version: group?.version ?? null,
      group: {
        name: name.trim().normalize('NFC'),
        aliases: [...aliases],
        unspecified,
        memberKinds: [...memberKinds],
        memberIds: [...memberIds],
        excludedIds: [...excludedIds],
        activeFrom,
        activeTo,
      },
    })
  }
  const acts = recordActs(onClose)
  const remove =
    group === null ? null : acts.remove(group.name, async () => ask('agency-group.remove', { id: group.id, version: group.version }))
  return (
    <RecordForm onSave={form.onSubmit((values) => acts.save(save(values)))} onCancel={onClose} onRemove={remove}>
      <TextInput label={organisationText.name} required autoFocus {...form.getInputProps('name')} />
      <NamesBox
        label={organisationText.aliases}
        names={form.values.aliases}
        onNames={(aliases) => form.setFieldValue('aliases', aliases)}
      />
      <Checkbox label={organisationText.unspecified} {...form.getInputProps('unspecified', { type: 'checkbox' })} />
      {!form.values.unspecified && (
        <>
          <MultiSelect
            label={organisationText.memberKinds}
            clearable
            data={AgencyKind.options.map((value) => ({ value, label: organisationText.kinds[value] }))}
            value={[...form.values.memberKinds]}
            onChange={(kinds) => form.setFieldValue('memberKinds', kinds)}
          />
          <MultiSelect
            label={organisationText.memberIds}
            searchable
            clearable
            data={options}
            value={[...form.values.memberIds]}
            onChange={(ids) => form.setFieldValue('memberIds', ids as AgencyId[])}
          />
          <MultiSelect
            label={organisationText.excludedIds}
            searchable
            clearable
            data={options}
            value={[...form.values.excludedIds]}
            onChange={(ids) => form.setFieldValue('excludedIds', ids as AgencyId[])}
          />
          <Text size="xs" c="dimmed">
            <b>{organisationText.expandsTo(members.length, showDay(day))}</b>
            {members.length > 0 && `: ${members.map(({ name }) => name).join('; ')}`}
          </Text>
        </>
      )}
      <DayBox label={organisationText.activeFrom} day={form.values.activeFrom} onDay={(value) => form.setFieldValue('activeFrom', value)} />
      <DayBox label={organisationText.activeTo} day={form.values.activeTo} onDay={(value) => form.setFieldValue('activeTo', value)} />
    </RecordForm>
  )
}
