import { Badge, Button, Group, Modal, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { type Profile, Role } from '#shared/domain/actor.ts'
import type { WorkspaceStatus } from '#shared/ipc/workspace-contract.ts'
import { settingsText } from '#shared/text/vi/settings.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { markStale } from '../../lib/queries.ts'
import styles from './settings.module.css'

/** From here on the log says this name. */
function choose({ id, name }: Profile): void {
  void ask('profile.choose', { id })
    .then(async () => markStale([]))
    .then(() => showDone(settingsText.chosen(name)))
    .catch(showFailure)
}

/** The people at this machine: their names stand in the log, their roles give leave. */
export function PeopleTab({ status: { profiles, profile: mine } }: { readonly status: WorkspaceStatus }) {
  const [edited, setEdited] = useState<Profile | 'new' | null>(null)
  return (
    <section className={`${styles['card']} ${styles['measure']}`} aria-label={settingsText.tabs.people}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="xs">
        <Text size="sm" c="dimmed">
          {settingsText.peopleHint}
        </Text>
        <Button style={{ flexShrink: 0 }} leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
          {settingsText.addPerson}
        </Button>
      </Group>
      <Table aria-label={settingsText.tabs.people}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{settingsText.personName}</Table.Th>
            <Table.Th>{settingsText.role}</Table.Th>
            <Table.Th w={210} aria-label={settingsText.edit} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {profiles.map((profile) => (
            <Table.Tr key={profile.id}>
              <Table.Td>
                <Group gap="xs">
                  {profile.name}
                  {profile.id === mine?.id && (
                    <Badge variant="light" tt="none">
                      {settingsText.current}
                    </Badge>
                  )}
                </Group>
              </Table.Td>
              <Table.Td>
                {shell.roles[profile.role]}
                <Text span c="dimmed" size="xs">{` – ${settingsText.roleMeaning[profile.role]}`}</Text>
              </Table.Td>
              <Table.Td>
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  {profile.id !== mine?.id && (
                    <Button size="compact-xs" variant="subtle" onClick={() => choose(profile)}>
                      {settingsText.choose}
                    </Button>
                  )}
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={settingsText.editPerson(profile.name)}
                    onClick={() => setEdited(profile)}
                  >
                    {settingsText.edit}
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {edited !== null && <PersonDialog profile={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  )
}

function PersonDialog({ profile, onClose }: { readonly profile: Profile | null; readonly onClose: () => void }) {
  const form = useForm<{ name: string; role: Role }>({
    initialValues: { name: profile?.name ?? '', role: profile?.role ?? 'secretariat' },
    validate: { name: (name) => (name.trim() === '' ? shell.required : null) },
  })
  return (
    <Modal opened onClose={onClose} title={profile === null ? settingsText.addPerson : settingsText.editPerson(profile.name)}>
      <form
        onSubmit={form.onSubmit(({ name, role }) => {
          void ask('profile.save', { id: profile?.id ?? null, name: name.trim().normalize('NFC'), role })
            .then(async () => {
              await markStale(['profile', 'workspace'])
              showDone(settingsText.personSaved)
              onClose()
            })
            .catch(showFailure)
        })}
      >
        <Stack gap="sm">
          <TextInput label={settingsText.personName} data-autofocus required {...form.getInputProps('name')} />
          <Select
            label={settingsText.role}
            description={settingsText.roleMeaning[form.values.role]}
            allowDeselect={false}
            data={Role.options.map((role) => ({ value: role, label: shell.roles[role] }))}
            {...form.getInputProps('role')}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit">{shell.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
