import { Avatar, Button, Group, Menu, Modal, Select, Stack, Text, TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconCheck, IconUserPlus } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import { Role } from '#shared/domain/actor.ts'
import type { WorkspaceStatus } from '#shared/ipc/workspace-contract.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../lib/bridge.ts'
import { useRegisteredCommands } from '../lib/commands.ts'
import { showFailure } from '../lib/notices.tsx'
import { markStale } from '../lib/queries.ts'
import { CommandMenuItem } from '../ui/commands/command-button.tsx'

function choose(id: WorkspaceStatus['profiles'][number]['id']): void {
  void ask('profile.choose', { id })
    .then(async () => markStale([]))
    .catch(showFailure)
}

/** Who I am: the name written into every trace, and the program's own commands. */
export function ProfileMenu({ status }: { readonly status: WorkspaceStatus | undefined }): ReactElement {
  const [adding, setAdding] = useState(false)
  const commands = useRegisteredCommands().filter(({ group }) => group === 'program')
  const name = status?.profile?.name ?? shell.noProfile
  return (
    <>
      <Menu width={300}>
        <Menu.Target>
          <UnstyledButton title={shell.profileMenu(name)}>
            <VisuallyHidden>{shell.profileMenu(name)}</VisuallyHidden>
            <Avatar aria-hidden name={status?.profile?.name ?? '?'} size={30} radius="xl" color="indigo" variant="filled" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {status !== undefined && status.kind !== 'none' && (
            <>
              <Menu.Label>{shell.whoAmI}</Menu.Label>
              {status.profiles.map((profile) => (
                <Menu.Item
                  key={profile.id}
                  leftSection={profile.id === status.profile?.id ? <IconCheck size={16} aria-hidden /> : <span style={{ width: 16 }} />}
                  onClick={() => choose(profile.id)}
                >
                  <Text size="xs">
                    {profile.name} · {shell.roles[profile.role]}
                  </Text>
                </Menu.Item>
              ))}
              <Menu.Item leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
                {shell.addProfile}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          {commands.map((command) => (
            <CommandMenuItem key={command.id} command={command} />
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={adding}
        onClose={() => setAdding(false)}
        title={shell.addProfileTitle}
        closeButtonProps={{ 'aria-label': shell.close }}
      >
        <ProfileForm onDone={() => setAdding(false)} />
      </Modal>
    </>
  )
}

function ProfileForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const form = useForm<{ name: string; role: Role }>({
    mode: 'uncontrolled',
    initialValues: { name: '', role: 'secretariat' },
    validate: { name: (name) => (name.trim() === '' ? shell.required : null) },
  })
  return (
    <form
      onSubmit={form.onSubmit(({ name, role }) => {
        void (async () => {
          const profile = await ask('profile.save', { id: null, name: name.trim(), role })
          await ask('profile.choose', { id: profile.id })
          await markStale([])
          onDone()
        })().catch(showFailure)
      })}
    >
      <Stack gap="sm">
        <TextInput label={shell.profileName} description={shell.profileNameHint} data-autofocus required {...form.getInputProps('name')} />
        <Select
          label={shell.profileRole}
          allowDeselect={false}
          data={Role.options.map((role) => ({ value: role, label: shell.roles[role] }))}
          {...form.getInputProps('role')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {shell.cancel}
          </Button>
          <Button type="submit">{shell.save}</Button>
        </Group>
      </Stack>
    </form>
  )
}
