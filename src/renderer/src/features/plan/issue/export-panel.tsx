import { Button, Group, Paper, Progress, Radio, Select, Stack, Text, Title } from '@mantine/core'
import { IconFileTypeDocx, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { AgencyId, MemberId } from '#shared/domain/identifier.ts'
import { isActive } from '#shared/domain/agency.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { DocumentRequest } from '#shared/ipc/exchange-contract.ts'
import { compareVietnamese } from '#shared/language/fold.ts'
import { issueText } from '#shared/text/vi/plan.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../../lib/bridge.ts'
import { useCommands, type Command } from '../../../lib/commands.ts'
import { showDone } from '../../../lib/notices.tsx'
import { useAsk } from '../../../lib/queries.ts'
import { flushAll } from '../../../lib/saving.ts'
import { useJob, type JobState } from '../../../lib/use-job.ts'
import { CommandButton } from '../../../ui/commands/command-button.tsx'

type What = DocumentRequest['what']

/** Everything that leaves as a file: what, whose, which copy; DOCX, PDF, printer; with progress and a way to stop. */
export function ExportPanel({ plan }: { readonly plan: Plan }): ReactElement {
  const [what, setWhat] = useState<What>('plan')
  const [copy, setCopy] = useState<DocumentRequest['copy']>('paper')
  const [agencyId, setAgencyId] = useState<string | null>(null)
  const [memberId, setMemberId] = useState<string | null>(null)
  const agencies = useAsk('agency.list', {}, { enabled: what === 'agency-list' })
  const members = useAsk('member.list', {}, { enabled: what === 'member-table' })
  const job = useJob()
  const request: DocumentRequest = {
    planId: plan.id,
    what,
    agencyId: what === 'agency-list' ? (agencyId as AgencyId | null) : null,
    memberId: what === 'member-table' ? (memberId as MemberId | null) : null,
    copy,
    draftRoundId: null,
    unsaved: null,
  }
  const unavailable = (): string | null => (what === 'agency-list' && agencyId === null ? issueText.chooseAgency : null)
  const save = async (format: 'docx' | 'pdf'): Promise<void> => {
    await flushAll()
    const saved = await job.start(async (jobId) => ask('export.save', { jobId, request, format }))
    if (saved === null) return
    showDone([issueText.exported(saved.file), ...saved.notices].join(' '), {
      action: { label: issueText.showInFolder, run: async () => void (await ask('export.show-in-folder', { file: saved.file })) },
    })
  }
  const commands: readonly Command[] = [
    {
      id: 'export.docx',
      label: issueText.saveDocx,
      group: 'file',
      icon: IconFileTypeDocx,
      shortcut: 'mod+E',
      unavailable,
      run: async () => save('docx'),
    },
    {
      id: 'export.pdf',
      label: issueText.savePdf,
      group: 'file',
      icon: IconFileTypePdf,
      shortcut: 'mod+shift+E',
      unavailable,
      run: async () => save('pdf'),
    },
    {
      id: 'export.print',
      label: issueText.print,
      group: 'file',
      icon: IconPrinter,
      shortcut: 'mod+P',
      unavailable,
      run: async () => {
        await flushAll()
        await job.start(async (jobId) => ask('export.print', { jobId, request }))
      },
    },
  ]
  useCommands(commands)
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="export">
      <Title order={2} id="export" mb="xs">
        {issueText.export}
      </Title>
      <Stack gap="xs">
        <Select
          aria-label={issueText.export}
          allowDeselect={false}
          data={DocumentRequest.shape.what.options.map((value) => ({ value, label: issueText.exportWhat[value] }))}
          value={what}
          onChange={(value) => setWhat(DocumentRequest.shape.what.parse(value))}
        />
        {what === 'agency-list' && (
          <Select
            label={issueText.exportAgency}
            searchable
            data={(agencies.data?.agencies ?? [])
              .filter((agency) => isActive(agency, plan.agenciesAsOf))
              .toSorted((one, other) => compareVietnamese(one.name, other.name))
              .map(({ id, name }) => ({ value: id as string, label: name }))}
            value={agencyId}
            onChange={setAgencyId}
          />
        )}
        {what === 'member-table' && (
          <Select
            label={issueText.exportMember}
            searchable
            clearable
            placeholder={issueText.everyMember}
            data={(members.data ?? []).map(({ id, name }) => ({ value: id as string, label: name }))}
            value={memberId}
            onChange={setMemberId}
          />
        )}
        {(what === 'plan' || what === 'appendix') && (
          <Radio.Group label={issueText.copy} value={copy} onChange={(value) => setCopy(DocumentRequest.shape.copy.parse(value))}>
            <Stack gap={6} mt={4}>
              {DocumentRequest.shape.copy.options.map((value) => (
                <Radio key={value} value={value} label={issueText.copies[value]} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Group gap="xs">
          {commands.map((command) => (
            <CommandButton key={command.id} command={command} variant={command.id === 'export.docx' ? 'filled' : 'default'} />
          ))}
        </Group>
        <Text size="xs" c="dimmed">
          {issueText.printHint}
        </Text>
        {job.state.running && <JobProgress state={job.state} onStop={job.cancel} />}
      </Stack>
    </Paper>
  )
}

function JobProgress({ state, onStop }: { readonly state: JobState; readonly onStop: () => void }): ReactElement {
  const share = state.total === null || state.total === 0 ? 100 : (100 * state.done) / state.total
  return (
    <Group gap="xs" wrap="nowrap" role="status">
      <div style={{ flex: 1 }}>
        <Text size="xs">
          {state.step === '' ? issueText.exporting : state.step}
          {state.left !== null && state.left > 1500 ? `, ${issueText.timeLeft(Math.ceil(state.left / 1000))}` : ''}
        </Text>
        <Progress value={share} animated={state.total === null} aria-label={issueText.exporting} />
      </div>
      <Button variant="default" onClick={onStop}>
        {shell.stop}
      </Button>
    </Group>
  )
}
