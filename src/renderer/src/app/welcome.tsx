import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconBuildingBank, IconFlask, IconPackage } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { WorkspaceStatus } from '#shared/ipc/workspace-contract.ts'
import { handOverText } from '#shared/text/vi/hand-over.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../lib/bridge.ts'
import { requestHandOver } from '../lib/hand-over-requests.ts'
import { showFailure, wordError } from '../lib/notices.tsx'
import { markStale } from '../lib/queries.ts'
import { SetUpOffice } from './set-up-office.tsx'

/**
 * First start, or a workspace that could not be opened: two ways to begin, and another folder. Shown in place of every
 * screen until there is a workspace with an office.
 */
export function Welcome({ status, error }: { readonly status: WorkspaceStatus | undefined; readonly error: Error | null }): ReactElement {
  const [settingUp, setSettingUp] = useState(status?.kind === 'office')
  const [busy, setBusy] = useState(false)
  const open = (work: () => Promise<unknown>): void => {
    setBusy(true)
    void work()
      .then(async () => markStale([]))
      .catch(showFailure)
      .finally(() => setBusy(false))
  }
  if (settingUp) return <SetUpOffice onBack={() => setSettingUp(false)} alreadyOpen={status?.kind === 'office'} />
  return (
    <Stack maw={860} mx="auto" py="xl" px="lg" gap="lg">
      <div>
        <Title order={1} mb={6}>
          {shell.welcomeTitle}
        </Title>
        <Text>{shell.welcomeText}</Text>
      </div>
      {error !== null && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={shell.workspaceFailed}>
          <Text size="sm" mb="xs">
            {wordError(error).says} {wordError(error).wayOut}
          </Text>
          <Button
            variant="default"
            loading={busy}
            onClick={() =>
              open(async () => {
                const folder = await ask('workspace.choose-folder', {})
                if (folder !== null) await ask('workspace.open-own', { folder })
              })
            }
          >
            {shell.chooseFolder}
          </Button>
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Paper withBorder p="lg">
          <Stack h="100%" gap="xs">
            <Group gap="xs">
              <IconFlask size={22} aria-hidden />
              <Title order={2}>{shell.welcomeSampleTitle}</Title>
            </Group>
            <Text style={{ flex: 1 }}>{shell.welcomeSampleText}</Text>
            <Button variant="light" loading={busy} onClick={() => open(async () => ask('workspace.open-sample', {}))}>
              {shell.openSample}
            </Button>
          </Stack>
        </Paper>
        <Paper withBorder p="lg">
          <Stack h="100%" gap="xs">
            <Group gap="xs">
              <IconBuildingBank size={22} aria-hidden />
              <Title order={2}>{shell.welcomeOwnTitle}</Title>
            </Group>
            <Text style={{ flex: 1 }}>{shell.welcomeOwnText}</Text>
            <Button loading={busy} onClick={() => setSettingUp(true)}>
              {shell.createOwn}
            </Button>
          </Stack>
        </Paper>
      </SimpleGrid>
      <Group gap="xs">
        <Button
          variant="subtle"
          leftSection={<IconPackage size={16} aria-hidden />}
          onClick={() => requestHandOver({ kind: 'open', path: null })}
        >
          {handOverText.open}
        </Button>
        <Text size="sm" c="dimmed">
          {handOverText.welcomeHint}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {shell.notForSecrets}
      </Text>
    </Stack>
  )
}
