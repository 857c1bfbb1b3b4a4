import { Alert, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { PackPreview } from '#shared/ipc/hand-over-contract.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure, wordError } from '../../lib/notices.tsx'
import { markStale } from '../../lib/queries.ts'
import { flushAll } from '../../lib/saving.ts'
import { useJob } from '../../lib/use-job.ts'
import { PackFacts } from './pack-facts.tsx'
import { Working } from './working.tsx'

/** A pack: its passphrase, then who sent it, what is inside and what differs; then what it is for. */
export function OpenDialog({ path, onClose }: { readonly path: string; readonly onClose: () => void }): ReactElement {
  const [preview, setPreview] = useState<PackPreview | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [passphrase, setPassphrase] = useState('')
  const job = useJob()
  // The office holds the opened pack until it is told to put it away.
  const token = useRef<string | null>(null)
  useEffect(
    () => () => {
      if (token.current !== null) void ask('hand-over.close', { token: token.current }).catch(() => undefined)
    },
    [],
  )
  const open = async (): Promise<void> => {
    await flushAll()
    setFailure(null)
    const opened = await job.start(async (jobId) => {
      try {
        return await ask('hand-over.open', { jobId, path, passphrase })
      } catch (error) {
        setFailure(error)
        return null
      }
    })
    if (opened === null) return
    token.current = opened.token
    setPreview(opened)
  }
  return (
    <Modal
      opened
      onClose={job.state.running ? () => undefined : onClose}
      title={words.openTitle}
      size={preview === null ? 'md' : 'xl'}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      {job.state.running ? (
        <Working state={job.state} onStop={job.cancel} />
      ) : preview === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (passphrase !== '') void open().catch(showFailure)
          }}
        >
          <Stack gap="sm">
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {path.split(/[/\\]/).at(-1)}
            </Text>
            <Text size="sm">{words.askPassphrase}</Text>
            <PasswordInput
              label={words.passphrase}
              data-autofocus
              autoComplete="off"
              value={passphrase}
              onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': words.showPassphrase }}
            />
            {failure !== null && (
              <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={wordError(failure).says}>
                {wordError(failure).wayOut}
              </Alert>
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {shell.cancel}
              </Button>
              <Button type="submit" disabled={passphrase === ''}>
                {words.openButton}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Opened
          preview={preview}
          onDone={() => {
            // The office put it away itself.
            token.current = null
            onClose()
          }}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}

function Opened({
  preview,
  onDone,
  onClose,
}: {
  readonly preview: PackPreview
  readonly onDone: () => void
  readonly onClose: () => void
}): ReactElement {
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const { token, verdict, title } = preview
  const act = (work: () => Promise<void>): void => {
    setBusy(true)
    void flushAll()
      .then(work)
      .catch(showFailure)
      .finally(() => setBusy(false))
  }
  const accept = async (): Promise<void> => {
    const { planIds } = await ask('hand-over.accept', { token })
    const [planId] = planIds
    onDone()
    if (planId === undefined) await navigate({ to: '/' })
    else await navigate({ to: '/ke-hoach/$planId', params: { planId } })
    await markStale([])
    showDone(verdict === 'take-back' ? words.takenBack(title) : words.received(title))
  }
  const keep = async (): Promise<void> => {
    const round = await ask('hand-over.keep-as-round', { token })
    onClose()
    await navigate({ to: '/ke-hoach/$planId/ban-hanh', params: { planId: round.planId } })
    showDone(words.kept(round.name), { undoable: true })
  }
  const openBeside = async (): Promise<void> => {
    await ask('hand-over.open-beside', { token })
    onDone()
    await navigate({ to: '/' })
    await markStale([])
    showDone(words.openedBeside)
  }
  const action = verdict === 'receive' || verdict === 'receive-workspace' || verdict === 'take-back' ? verdict : null
  return (
    <Stack gap="sm">
      <PackFacts preview={preview} />
      {action !== null && <Text size="sm">{words.actionExplains[action]}</Text>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {shell.close}
        </Button>
        {preview.mayKeepAsRound && (
          <Button loading={busy} onClick={() => act(keep)}>
            {words.keepAsRound}
          </Button>
        )}
        {verdict === 'late' && preview.scope === 'workspace' && (
          <Button loading={busy} onClick={() => act(openBeside)}>
            {words.openBeside}
          </Button>
        )}
        {action !== null && (
          <Button loading={busy} data-autofocus onClick={() => act(accept)}>
            {words.actions[action]}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
