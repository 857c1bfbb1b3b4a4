import { Button, Checkbox, Popover, Select, Stack } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { AgencyId, FieldId, MemberId } from '#shared/domain/identifier.ts'
import { lightOrder, type RegisterLookup } from '#shared/domain/register-rows.ts'
import type { RegisterView } from '#shared/domain/register-view.ts'
import { compareVietnamese, fold } from '#shared/language/fold.ts'
import { lightNames } from '#shared/text/vi/light.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { filtersOf } from './register-filters.ts'

/** Mantine's filter of a searchable list, without accents. */
const withoutAccents = ({ options, search }: { readonly options: readonly unknown[]; readonly search: string }) => {
  const wanted = fold(search)
  return options.filter(
    (option) => typeof option === 'object' && option !== null && 'label' in option && fold(String(option.label)).includes(wanted),
  ) as never[]
}

const byName = (records: readonly { readonly id: string; readonly name: string }[]) =>
  records.map(({ id, name }) => ({ value: id, label: name })).toSorted((one, other) => compareVietnamese(one.label, other.label))

/** Which rows: field, agency and its role, member, light, silence, month. */
export function FilterMenu({
  view,
  lookup,
  onChange,
}: {
  readonly view: RegisterView
  readonly lookup: RegisterLookup
  readonly onChange: (change: Partial<RegisterView>) => void
}): ReactElement {
  const on = filtersOf({ ...view, text: '' }).length
  const common = { clearable: true, placeholder: registerList.all, openOnFocus: false, comboboxProps: { withinPortal: false } } as const
  const searched = { ...common, searchable: true, filter: withoutAccents, nothingFoundMessage: registerList.nothingFound } as const
  return (
    <Popover position="bottom-start" width={320} trapFocus shadow="md">
      <Popover.Target>
        <Button variant={on > 0 ? 'light' : 'default'} leftSection={<IconFilter size={15} aria-hidden />}>
          {registerList.filtersOn(on)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={registerList.filters}>
        <Stack gap={8}>
          <Select
            {...searched}
            label={registerList.field}
            value={view.fieldId}
            data={lookup.fields
              .toSorted((one, other) => one.position - other.position)
              .map(({ id, name }) => ({ value: id as string, label: name }))}
            onChange={(value) => onChange({ fieldId: value as FieldId | null })}
          />
          <Select
            {...searched}
            label={registerList.agency}
            value={view.agencyId}
            data={byName(lookup.agencies)}
            onChange={(value) => onChange({ agencyId: value as AgencyId | null })}
          />
          <Select
            {...common}
            label={registerList.role}
            placeholder={registerList.anyRole}
            value={view.role}
            data={[
              { value: 'lead', label: registerList.roles.lead },
              { value: 'coordinating', label: registerList.roles.coordinating },
            ]}
            onChange={(value) => onChange({ role: value })}
          />
          <Select
            {...searched}
            label={registerList.member}
            value={view.memberId}
            data={byName(lookup.members)}
            onChange={(value) => onChange({ memberId: value as MemberId | null })}
          />
          <Select
            {...common}
            label={registerList.light}
            value={view.light}
            data={lightOrder.map((light) => ({ value: light as string, label: lightNames[light] }))}
            onChange={(value) => onChange({ light: value as RegisterView['light'] })}
          />
          <Select
            {...common}
            label={registerList.month}
            value={view.month === null ? null : String(view.month)}
            data={Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: registerList.monthName(at + 1) }))}
            onChange={(value) => onChange({ month: value === null ? null : Number(value) })}
          />
          <Checkbox
            label={registerList.stale}
            checked={view.stale}
            onChange={({ currentTarget: { checked } }) => onChange({ stale: checked })}
          />
          <Checkbox
            label={registerList.missedFirst}
            checked={view.missedFirst}
            onChange={({ currentTarget: { checked } }) => onChange({ missedFirst: checked })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
