import { Button, Code, Group, Modal, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core'
import { IconFolder, IconKey } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { HandOver } from '#shared/domain/hand-over.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../lib/bridge.ts'
import type { GiveRequest } from '../../lib/hand-over-requests.ts'
import { showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { flushAll } from '../../lib/saving.ts'
import { useJob } from '../../lib/use-job.ts'
import { makePassphrase, passphraseFault } from './passphrase.ts'
import { Working } from './working.tsx'

interface Written {
  readonly handOver: HandOver
  readonly file: string
}

/** Makes a pack that leaves: to whom, what, under which passphrase; then where it lies and what to tell the other person. */
export function GiveDialog({ request, onClose }: { readonly request: GiveRequest; readonly onClose: () => void }): ReactElement {
  const [done, setDone] = useState<(Written & { readonly passphrase: string }) | null>(null)
  const job = useJob()
  const title =
    request.kind === 'give'
      ? words.giveTitle
      : request.kind === 'again'
        ? words.againTitle
        : words.sendBackTitle(request.handOver.otherName)
  return (
    <Modal
      opened
      onClose={job.state.running ? () => undefined : onClose}
      title={done === null ? title : words.saved}
      size="lg"
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      {done === null ? (
        <GiveForm request={request} job={job} onClose={onClose} onDone={(written, passphrase) => setDone({ ...written, passphrase })} />
      ) : (
        <Saved {...done} onClose={onClose} />
      )}
    </Modal>
  )
}

function GiveForm({
  request,
  job,
  onClose,
  onDone,
}: {
  readonly request: GiveRequest
  readonly job: ReturnType<typeof useJob>
  readonly onClose: () => void
  readonly onDone: (written: Written, passphrase: string) => void
}): ReactElement {
  const status = useAsk('workspace.status', {})
  const plan = request.kind === 'give' ? request.plan : null
  const [scope, setScope] = useState<'plan' | 'workspace'>(plan === null ? 'workspace' : 'plan')
  const [toName, setToName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [shown, setShown] = useState(false)
  const [tried, setTried] = useState(false)
  const fault = passphraseFault(passphrase, again)
  const nameless = request.kind === 'give' && toName.trim() === ''

  const write = async (): Promise<void> => {
    await flushAll()
    const written = await job.start(async (jobId): Promise<Written | null> => {
      if (request.kind === 'give')
        return ask('hand-over.give', { jobId, planId: scope === 'plan' ? (plan?.id ?? null) : null, toName: toName.trim(), passphrase })
      const input = { jobId, id: request.handOver.id, passphrase }
      return request.kind === 'again' ? ask('hand-over.pack-again', input) : ask('hand-over.send-back', input)
    })
    if (written !== null) onDone(written, passphrase)
  }
  if (job.state.running) return <Working state={job.state} onStop={job.cancel} />
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (fault === null && !nameless) void write().catch(showFailure)
      }}
    >
      <Stack gap="sm">
        {plan !== null && (
          <Radio.Group label={words.what} value={scope} onChange={(value) => setScope(value === 'plan' ? 'plan' : 'workspace')}>
            <Stack gap={6} mt={4}>
              <Radio value="plan" label={words.thisPlan(plan.subject)} />
              <Radio value="workspace" label={words.everything} />
            </Stack>
          </Radio.Group>
        )}
        {request.kind === 'give' && (
          <TextInput
            label={words.toName}
            description={words.toNameHint}
            required
            data-autofocus
            value={toName}
            onChange={({ currentTarget }) => setToName(currentTarget.value)}
            error={tried && nameless ? shell.required : null}
          />
        )}
        <Group align="flex-start" grow>
          <PasswordInput
            label={words.passphrase}
            required
            {...(request.kind !== 'give' && { 'data-autofocus': true })}
            autoComplete="off"
            value={passphrase}
            onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
            visible={shown}
            onVisibilityChange={setShown}
            visibilityToggleButtonProps={{ 'aria-label': words.showPassphrase }}
            error={tried ? fault?.first : null}
          />
          <PasswordInput
            label={words.passphraseAgain}
            required
            autoComplete="off"
            value={again}
            onChange={({ currentTarget }) => setAgain(currentTarget.value)}
            visible={shown}
            onVisibilityChange={setShown}
            visibilityToggleButtonProps={{ 'aria-label': words.showPassphrase }}
            error={tried ? fault?.second : null}
          />
        </Group>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="xs" c="dimmed">
            {words.passphraseHint}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            style={{ flexShrink: 0 }}
            leftSection={<IconKey size={14} aria-hidden />}
            onClick={() => {
              const made = makePassphrase()
              setPassphrase(made)
              setAgain(made)
              setShown(true)
            }}
          >
            {words.makePassphrase}
          </Button>
        </Group>
        <Text size="sm">
          {request.kind === 'give' ? words.giveExplain : request.kind === 'again' ? words.againExplain : words.sendBackExplain}
        </Text>
        <Text size="xs" c="dimmed">
          {words.fromName(status.data?.profile?.name ?? '')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button type="submit">{words.savePack}</Button>
        </Group>
      </Stack>
    </form>
  )
}

function Saved({
  handOver,
  file,
  passphrase,
  onClose,
}: Written & { readonly passphrase: string; readonly onClose: () => void }): ReactElement {
  return (
    <Stack gap="sm">
      <Text size="sm">{words.savedText(handOver.otherName)}</Text>
      <div>
        <Text size="xs" c="dimmed">
          {words.fileLabel}
        </Text>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {file}
        </Code>
      </div>
      <div>
        <Text size="xs" c="dimmed">
          {words.savedPassphrase}
        </Text>
        <Text fw={600} size="lg">
          {passphrase}
        </Text>
      </div>
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          leftSection={<IconFolder size={16} aria-hidden />}
          onClick={() => void ask('export.show-in-folder', { file }).catch(showFailure)}
        >
          {words.showInFolder}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {shell.close}
        </Button>
      </Group>
    </Stack>
  )
}
