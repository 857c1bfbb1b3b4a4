import { Avatar, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconUserPlus } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { WorkspaceStatus } from '#shared/ipc/workspace-contract.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../lib/bridge.ts'
import { useRegisteredCommands } from '../lib/commands.ts'
import { showFailure } from '../lib/notices.tsx'
import { markStale } from '../lib/queries.ts'
import { CommandMenuItem } from '../ui/commands/command-button.tsx'
import { LaterAddProfile } from './later.tsx'

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
      <LaterAddProfile opened={adding} onClose={() => setAdding(false)} />
    </>
  )
}
