import { Alert, Badge, Button, Group, Modal, Stack, Table, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconDatabaseExport, IconFolderOpen } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { AppError } from '#shared/app-error.ts'
import type { BackupFile, WorkspaceStatus } from '#shared/ipc/workspace-contract.ts'
import { settingsText } from '#shared/text/vi/settings.ts'
import { ask } from '../../lib/bridge.ts'
import { showMoment } from '../../lib/dates.ts'
import { showDone, showFailure, wordError } from '../../lib/notices.tsx'
import { isFailure, markStale, useAsk } from '../../lib/queries.ts'
import { flushAll } from '../../lib/saving.ts'
import { Awaited, EmptyPlace } from '../../ui/screen/screen.tsx'
import { HandOverCard } from './hand-over-card.tsx'
import { ReminderCard } from './reminder-card.tsx'
import styles from './settings.module.css'
import { ThresholdCard } from './threshold-card.tsx'

/** Where the data lies, and its backups. */
export function DataTab({ status }: { readonly status: WorkspaceStatus }) {
  return (
    <Stack gap="md" className={styles['measure'] ?? ''}>
      <FolderCard status={status} />
      <HandOverCard />
      <BackupCard lastBackupAt={status.lastBackupAt} />
      <ThresholdCard />
      <ReminderCard />
    </Stack>
  )
}

/** A folder that was refused: what is wrong with it, and whether a copy on this machine would do. */
interface Refused {
  readonly folder: string
  readonly error: AppError
}

function FolderCard({ status }: { readonly status: WorkspaceStatus }) {
  const navigate = useNavigate()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const change = (work: () => Promise<WorkspaceStatus | null>, done: (status: WorkspaceStatus) => string): void => {
    setBusy(true)
    void (async () => {
      await flushAll()
      const opened = await work()
      if (opened === null) return
      setRefused(null)
      await navigate({ to: '/' })
      await markStale([])
      showDone(done(opened))
    })()
      .catch(showFailure)
      .finally(() => setBusy(false))
  }
  const openOther = (): void =>
    change(
      async () => {
        const folder = await ask('workspace.choose-folder', {})
        if (folder === null) return null
        try {
          return await ask('workspace.open-own', { folder })
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          setRefused({ folder, error })
          return null
        }
      },
      ({ folder }) => settingsText.opened(folder ?? ''),
    )
  const mayCopy =
    refused !== null && (isFailure(refused.error, 'workspace-on-network-drive') || isFailure(refused.error, 'workspace-in-synced-folder'))
  return (
    <section className={styles['card']} aria-label={settingsText.folder}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2}>{settingsText.folder}</Title>
          <Text size="sm" c="dimmed">
            {settingsText.folderHint}
          </Text>
        </div>
        <Button
          variant="default"
          style={{ flexShrink: 0 }}
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          loading={busy}
          onClick={openOther}
        >
          {settingsText.openOther}
        </Button>
      </Group>
      <Group gap="xs" mt={8} wrap="nowrap">
        <Badge variant="light" tt="none" color={status.kind === 'sample' ? 'gray' : 'indigo'} style={{ flexShrink: 0 }}>
          {status.kind === 'sample' ? settingsText.sampleKind : settingsText.ownKind}
        </Badge>
        <span className={styles['path']}>{status.folder}</span>
      </Group>
      {refused !== null && (
        <Alert mt="sm" color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={wordError(refused.error).says}>
          <Group gap="xs">
            {mayCopy ? (
              <Button
                loading={busy}
                onClick={() =>
                  change(
                    async () => ask('workspace.copy-to-machine', { folder: refused.folder }),
                    () => settingsText.copied,
                  )
                }
              >
                {settingsText.copyToMachine}
              </Button>
            ) : (
              <Text size="sm">{wordError(refused.error).wayOut}</Text>
            )}
            <Button variant="default" onClick={() => setRefused(null)}>
              {settingsText.dismiss}
            </Button>
          </Group>
        </Alert>
      )}
    </section>
  )
}

function BackupCard({ lastBackupAt }: { readonly lastBackupAt: string | null }) {
  const backups = useAsk('workspace.list-backups', {})
  const [busy, setBusy] = useState(false)
  const [chosen, setChosen] = useState<BackupFile | null>(null)
  const backUp = (): void => {
    setBusy(true)
    void flushAll()
      .then(async () => ask('workspace.back-up', {}))
      .then(async () => {
        await Promise.all([backups.refetch(), markStale(['workspace'])])
        showDone(settingsText.backedUp)
      })
      .catch(showFailure)
      .finally(() => setBusy(false))
  }
  return (
    <section className={styles['card']} aria-label={settingsText.backups}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2}>{settingsText.backups}</Title>
          <Text size="sm" c="dimmed">
            {settingsText.backupsHint}
          </Text>
          <Text size="sm" mt={4}>
            {settingsText.lastBackup(lastBackupAt === null ? null : showMoment(lastBackupAt))}
          </Text>
        </div>
        <Button style={{ flexShrink: 0 }} leftSection={<IconDatabaseExport size={16} aria-hidden />} loading={busy} onClick={backUp}>
          {settingsText.backUpNow}
        </Button>
      </Group>
      <Awaited query={backups}>
        {(files) =>
          files.length === 0 ? (
            <EmptyPlace
              icon={<IconDatabaseExport size={36} stroke={1.3} aria-hidden />}
              title={settingsText.noBackups}
              text={settingsText.noBackupsText}
            />
          ) : (
            <Table mt="xs" aria-label={settingsText.backups}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={170}>{settingsText.backupAt}</Table.Th>
                  <Table.Th>{settingsText.backupReason}</Table.Th>
                  <Table.Th w={110} ta="right">
                    {settingsText.backupSize}
                  </Table.Th>
                  <Table.Th w={120} aria-label={settingsText.restoreDo} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {files.map((backup) => (
                  <Table.Tr key={backup.file}>
                    <Table.Td>{showMoment(backup.at)}</Table.Td>
                    <Table.Td>{settingsText.reasons[backup.reason]}</Table.Td>
                    <Table.Td ta="right">{settingsText.bytes(backup.bytes)}</Table.Td>
                    <Table.Td ta="right">
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        aria-label={settingsText.restoreLabel(showMoment(backup.at))}
                        onClick={() => setChosen(backup)}
                      >
                        {settingsText.restore}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Awaited>
      {chosen !== null && <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />}
    </section>
  )
}

/** Restoring cannot be taken back by Ctrl+Z, so it asks first and says what will happen. */
function RestoreDialog({ backup, onClose }: { readonly backup: BackupFile; readonly onClose: () => void }) {
  const [busy, setBusy] = useState(false)
  const navigate = useNavigate()
  const moment = showMoment(backup.at)
  const restore = (): void => {
    setBusy(true)
    void (async () => {
      await flushAll()
      await ask('workspace.restore', { file: backup.file })
      onClose()
      await navigate({ to: '/' })
      await markStale([])
      showDone(settingsText.restored(moment))
    })()
      .catch(showFailure)
      .finally(() => setBusy(false))
  }
  return (
    <Modal opened onClose={onClose} title={settingsText.restoreTitle}>
      <Stack gap="xs">
        <Text size="sm">{settingsText.restoreWillGoBack(moment)}</Text>
        <Text size="sm">{settingsText.restoreKeepsNow}</Text>
        <Text size="sm">{settingsText.restoreNotUndo}</Text>
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            {settingsText.dismiss}
          </Button>
          <Button loading={busy} onClick={restore}>
            {settingsText.restoreDo}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
