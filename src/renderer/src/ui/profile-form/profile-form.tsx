import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactElement } from 'react'
import { Role } from '#shared/domain/actor.ts'
import { shell } from '#shared/text/vi/shell.ts'

/** Name and role of a person at this machine, for the dialogs that add or edit one. The name comes trimmed and composed. */
export function ProfileForm({
  profile,
  onSave,
  onCancel,
}: {
  readonly profile: { readonly name: string; readonly role: Role } | null
  readonly onSave: (values: { readonly name: string; readonly role: Role }) => void
  readonly onCancel: () => void
}): ReactElement {
  const form = useForm<{ name: string; role: Role }>({
    initialValues: { name: profile?.name ?? '', role: profile?.role ?? 'secretariat' },
    validate: { name: (name) => (name.trim() === '' ? shell.required : null) },
  })
  return (
    <form onSubmit={form.onSubmit(({ name, role }) => onSave({ name: name.trim().normalize('NFC'), role }))}>
      <Stack gap="sm">
        <TextInput label={shell.profileName} description={shell.profileNameHint} data-autofocus required {...form.getInputProps('name')} />
        <Select
          label={shell.profileRole}
          description={shell.roleMeaning[form.values.role]}
          allowDeselect={false}
          data={Role.options.map((role) => ({ value: role, label: shell.roles[role] }))}
          {...form.getInputProps('role')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {shell.cancel}
          </Button>
          <Button type="submit">{shell.save}</Button>
        </Group>
      </Stack>
    </form>
  )
}
