import { Badge, Button, Group, Modal, Table, Text } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Profile } from '#shared/domain/actor.ts'
import type { WorkspaceStatus } from '#shared/ipc/workspace-contract.ts'
import { settingsText } from '#shared/text/vi/settings.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { markStale } from '../../lib/queries.ts'
import { ProfileForm } from '../../ui/profile-form/profile-form.tsx'
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
                <Text span c="dimmed" size="xs">{` – ${shell.roleMeaning[profile.role]}`}</Text>
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
  return (
    <Modal opened onClose={onClose} title={profile === null ? settingsText.addPerson : settingsText.editPerson(profile.name)}>
      <ProfileForm
        profile={profile}
        onCancel={onClose}
        onSave={({ name, role }) => {
          void ask('profile.save', { id: profile?.id ?? null, name, role })
            .then(async () => {
              await markStale(['profile', 'workspace'])
              showDone(settingsText.personSaved)
              onClose()
            })
            .catch(showFailure)
        }}
      />
    </Modal>
  )
}
