import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Agency } from '#shared/domain/agency.ts'
import type { Field } from '#shared/domain/field.ts'
import type { AgencyId, FieldId } from '#shared/domain/identifier.ts'
import { CommitteeRole, type Member } from '#shared/domain/member.ts'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { tellingName } from '../../lib/agency-name.ts'
import { ask } from '../../lib/bridge.ts'
import { DayBox } from '../../ui/day-box/day-box.tsx'
import { RecordForm, recordActs } from './form-parts.tsx'

type MemberInput = Omit<Member, 'id' | 'version' | 'position'>

const empty: MemberInput = {
  name: '',
  post: '',
  role: 'member',
  agencyId: null,
  fieldIds: [],
  followedAgencyIds: [],
  activeFrom: null,
  activeTo: null,
}

interface MemberFormProps {
  readonly member: Member | null
  readonly agencies: readonly Agency[]
  readonly fields: readonly Field[]
  readonly onClose: () => void
}

/** One member of the committee, with both axes of the portfolio: fields and agencies followed. */
export function MemberForm({ member, agencies, fields, onClose }: MemberFormProps) {
  const form = useForm<MemberInput>({
    initialValues: member ?? empty,
    validate: { name: (name) => (name.trim() === '' ? organisationText.required : null) },
  })
  const options = agencies.map((agency) => ({ value: agency.id as string, label: tellingName(agency, agencies) }))
  const save = async ({ name, post, role, agencyId, fieldIds, followedAgencyIds, activeFrom, activeTo }: MemberInput): Promise<void> => {
    await ask('member.save', {
      id: member?.id ?? null,
      version: member?.version ?? null,
      member: {
        name: name.trim().normalize('NFC'),
        post: post.normalize('NFC'),
        role,
        agencyId,
        fieldIds: [...fieldIds],
        followedAgencyIds: [...followedAgencyIds],
        activeFrom,
        activeTo,
      },
    })
  }
  const acts = recordActs(onClose)
  const remove =
    member === null ? null : acts.remove(member.name, async () => ask('member.remove', { id: member.id, version: member.version }))
  return (
    <RecordForm onSave={form.onSubmit((values) => acts.save(save(values)))} onCancel={onClose} onRemove={remove}>
      <TextInput label={organisationText.name} required autoFocus {...form.getInputProps('name')} />
      <TextInput label={organisationText.post} {...form.getInputProps('post')} />
      <Select
        label={organisationText.role}
        allowDeselect={false}
        data={CommitteeRole.options.map((value) => ({ value, label: organisationText.roles[value] }))}
        {...form.getInputProps('role')}
      />
      <Select
        label={organisationText.agency}
        clearable
        searchable
        data={options}
        value={form.values.agencyId}
        onChange={(value) => form.setFieldValue('agencyId', value as AgencyId | null)}
      />
      <MultiSelect
        label={organisationText.followedFields}
        clearable
        data={fields.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={[...form.values.fieldIds]}
        onChange={(ids) => form.setFieldValue('fieldIds', ids as FieldId[])}
      />
      <MultiSelect
        label={organisationText.followedAgencies}
        searchable
        clearable
        data={options}
        value={[...form.values.followedAgencyIds]}
        onChange={(ids) => form.setFieldValue('followedAgencyIds', ids as AgencyId[])}
      />
      <DayBox label={organisationText.activeFrom} day={form.values.activeFrom} onDay={(day) => form.setFieldValue('activeFrom', day)} />
      <DayBox label={organisationText.activeTo} day={form.values.activeTo} onDay={(day) => form.setFieldValue('activeTo', day)} />
    </RecordForm>
  )
}
