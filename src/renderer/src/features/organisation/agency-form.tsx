import { MultiSelect, Select, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link, useNavigate } from '@tanstack/react-router'
import { type Agency, AgencyKind } from '#shared/domain/agency.ts'
import { addDays } from '#shared/domain/deadline-meaning.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { agencyChangeText } from '#shared/text/vi/agency-change.ts'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { tellingName } from '../../lib/agency-name.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone } from '../../lib/notices.tsx'
import { DayBox } from '../../ui/day-box/day-box.tsx'
import { NamesBox, RecordForm, recordActs } from './form-parts.tsx'

type AgencyInput = Omit<Agency, 'id' | 'version' | 'position'>

const empty: AgencyInput = {
  name: '',
  shortName: null,
  aliases: [],
  kind: 'department',
  parentId: null,
  activeFrom: null,
  activeTo: null,
  successorIds: [],
  legalBasis: null,
}

/** The change that an agency's record tells of already, as the form of changes is filled in. */
function changeOf({ id, activeTo, successorIds, legalBasis }: Agency) {
  return {
    tu: id,
    kieu: successorIds.length > 1 ? ('split' as const) : undefined,
    den: successorIds.length === 0 ? undefined : successorIds.join(','),
    tuNgay: activeTo === null ? undefined : addDays(activeTo, 1),
    theo: activeTo === null || legalBasis === null ? undefined : legalBasis,
  }
}

/** One agency. A changed name is a correction and has its own command; the rest is one update. */
export function AgencyForm({
  agency,
  agencies,
  onClose,
}: {
  readonly agency: Agency | null
  readonly agencies: readonly Agency[]
  readonly onClose: () => void
}) {
  const form = useForm<AgencyInput>({
    initialValues: agency ?? empty,
    validate: { name: (name) => (name.trim() === '' ? organisationText.required : null) },
  })
  const navigate = useNavigate()
  const others = agencies
    .filter(({ id }) => id !== agency?.id)
    .map((other) => ({ value: other.id as string, label: tellingName(other, agencies) }))
  const save = async (values: AgencyInput): Promise<void> => {
    const name = values.name.trim().normalize('NFC')
    const input: AgencyInput = {
      name,
      shortName: values.shortName,
      aliases: [...values.aliases],
      kind: values.kind,
      parentId: values.parentId,
      activeFrom: values.activeFrom,
      activeTo: values.activeTo,
      successorIds: [...values.successorIds],
      legalBasis: values.legalBasis,
    }
    if (agency === null) await ask('agency.create', input)
    else {
      const renamed = name === agency.name ? agency : await ask('agency.correct-name', { id: agency.id, version: agency.version, name })
      const { name: _name, ...patch } = input
      const before: Omit<AgencyInput, 'name'> = {
        shortName: agency.shortName,
        aliases: agency.aliases,
        kind: agency.kind,
        parentId: agency.parentId,
        activeFrom: agency.activeFrom,
        activeTo: agency.activeTo,
        successorIds: agency.successorIds,
        legalBasis: agency.legalBasis,
      }
      if (JSON.stringify(before) !== JSON.stringify(patch)) {
        const saved = await ask('agency.update', { id: agency.id, version: renamed.version, patch })
        if (saved.activeTo !== null && saved.activeTo !== agency.activeTo) await tellOfWork(saved)
      }
    }
  }
  /** An end that leaves work behind leads to the change that moves it. */
  const tellOfWork = async (saved: Agency): Promise<void> => {
    const { endedWithWork } = await ask('reassignment.list', {})
    const found = endedWithWork.find(({ fromIds }) => fromIds.includes(saved.id))
    if (found === undefined) return
    showDone(agencyChangeText.stillWorking(saved.name, found.shares), {
      action: { label: agencyChangeText.moveThem, run: async () => navigate({ to: '/sap-xep-don-vi', search: changeOf(saved) }) },
    })
  }
  const acts = recordActs(onClose)
  const remove =
    agency === null ? null : acts.remove(agency.name, async () => ask('agency.remove', { id: agency.id, version: agency.version }))
  return (
    <RecordForm onSave={form.onSubmit((values) => acts.save(save(values)))} onCancel={onClose} onRemove={remove}>
      <TextInput
        label={organisationText.name}
        description={agency === null ? undefined : organisationText.nameHint}
        required
        autoFocus
        {...form.getInputProps('name')}
      />
      <TextInput
        label={organisationText.shortName}
        value={form.values.shortName ?? ''}
        onChange={(event) => form.setFieldValue('shortName', event.currentTarget.value.trim() === '' ? null : event.currentTarget.value)}
      />
      <Select
        label={organisationText.kind}
        allowDeselect={false}
        data={AgencyKind.options.map((value) => ({ value, label: organisationText.kinds[value] }))}
        {...form.getInputProps('kind')}
      />
      <NamesBox
        label={organisationText.aliases}
        names={form.values.aliases}
        onNames={(aliases) => form.setFieldValue('aliases', aliases)}
      />
      <Select
        label={organisationText.parent}
        clearable
        searchable
        data={others}
        value={form.values.parentId}
        onChange={(value) => form.setFieldValue('parentId', value as AgencyId | null)}
      />
      <DayBox label={organisationText.activeFrom} day={form.values.activeFrom} onDay={(day) => form.setFieldValue('activeFrom', day)} />
      <div>
        <DayBox label={organisationText.activeTo} day={form.values.activeTo} onDay={(day) => form.setFieldValue('activeTo', day)} />
        {agency !== null && (
          <Text size="xs" mt={4}>
            {agencyChangeText.endedHint}{' '}
            <Link to="/sap-xep-don-vi" search={changeOf(agency)}>
              {agencyChangeText.openFor}
            </Link>
          </Text>
        )}
      </div>
      <MultiSelect
        label={organisationText.successors}
        searchable
        clearable
        data={others}
        value={[...form.values.successorIds]}
        onChange={(ids) => form.setFieldValue('successorIds', ids as AgencyId[])}
      />
      <TextInput
        label={organisationText.legalBasis}
        value={form.values.legalBasis ?? ''}
        onChange={(event) => form.setFieldValue('legalBasis', event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
    </RecordForm>
  )
}
