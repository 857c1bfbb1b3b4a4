import { MultiSelect, type ComboboxItem, type OptionsFilter } from '@mantine/core'
import { useMemo, type ReactElement } from 'react'
import { isActive, type Party } from '#shared/domain/agency.ts'
import { fold } from '#shared/language/fold.ts'
import { givenTaskText as words } from '#shared/text/vi/given-task.ts'
import { tellingName } from '../../lib/agency-name.ts'
import { useAsk } from '../../lib/queries.ts'
import { keyOfParty, partyOfKey } from './typed.ts'

const withoutAccents: OptionsFilter = ({ options, search }) => {
  const fits = (item: ComboboxItem): boolean => fold(item.label).includes(fold(search).trim())
  return options.flatMap((option): typeof options => {
    if (!('group' in option)) return fits(option) ? [option] : []
    const items = option.items.filter(fits)
    return items.length === 0 ? [] : [{ ...option, items }]
  })
}

/** Bodies and groups that a task is given to; those that live on the document's day can be chosen. */
export function PartyBox({
  label,
  parties,
  on,
  required = false,
  disabled = false,
  error = null,
  onParties,
}: {
  readonly label: string
  readonly parties: readonly Party[]
  /** The document's day, null while it is not known. */
  readonly on: string | null
  readonly required?: boolean
  readonly disabled?: boolean
  readonly error?: string | null
  readonly onParties: (parties: Party[]) => void
}): ReactElement {
  const organisation = useAsk('agency.list', {}).data
  const known = new Map(parties.map((party) => [keyOfParty(party), party]))
  const choices = useMemo(() => {
    const lives = (one: { readonly activeFrom: string | null; readonly activeTo: string | null }): boolean =>
      on === null || isActive(one, on)
    return {
      agencies: (organisation?.agencies ?? []).map((agency) => ({
        value: `agency:${agency.id}`,
        label: tellingName(agency, organisation?.agencies ?? []),
        lives: lives(agency),
      })),
      groups: (organisation?.groups ?? []).map((group) => ({ value: `group:${group.id}`, label: group.name, lives: lives(group) })),
    }
  }, [organisation, on])
  const shown = (items: typeof choices.agencies): ComboboxItem[] =>
    items.filter(({ value, lives }) => lives || known.has(value)).map(({ value, label: name }) => ({ value, label: name }))
  const unknown = parties.flatMap((party) =>
    party.kind === 'words' ? [{ value: keyOfParty(party), label: words.notKnown(party.words) }] : [],
  )
  return (
    <MultiSelect
      label={label}
      required={required}
      disabled={disabled}
      searchable
      hidePickedOptions
      value={[...known.keys()]}
      error={error}
      data={[{ group: words.groups, items: shown(choices.groups) }, { group: words.agencies, items: shown(choices.agencies) }, ...unknown]}
      filter={withoutAccents}
      limit={60}
      onChange={(keys) => onParties(keys.map((key) => known.get(key) ?? partyOfKey(key)))}
    />
  )
}
