import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconCalendarPlus, IconFileTypeDocx, IconFileTypePdf, IconPaperclip, IconReplace } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { Plan } from '#shared/domain/plan.ts'
import { carryOverText } from '#shared/text/vi/carry-over.ts'
import { issueText, planText } from '#shared/text/vi/plan.ts'
import { ask } from '../../../lib/bridge.ts'
import { showDay } from '../../../lib/dates.ts'
import { showDone, showFailure } from '../../../lib/notices.tsx'
import { useAsk } from '../../../lib/queries.ts'

const act = (work: () => Promise<void>): void => void work().catch(showFailure)

/** After issue: the file of record beside ours, and the way to an amendment. */
export function RecordOfPlan({ plan }: { readonly plan: Plan }): ReactElement | null {
  const documents = useAsk('document.list', {}, { enabled: plan.documentRecordId !== null })
  const navigate = useNavigate()
  if (plan.number === null || plan.issuedOn === null) return null
  const record = documents.data?.find(({ id }) => id === plan.documentRecordId)
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="record">
      <Title order={2} id="record" mb="xs">
        {planText.frozen(`${plan.number}/${plan.symbol}`, showDay(plan.issuedOn))}
      </Title>
      <Stack gap="xs">
        {record !== undefined && (
          <Group gap="xs">
            {record.ourFile !== null && (
              <Button
                variant="default"
                leftSection={<IconFileTypeDocx size={16} aria-hidden />}
                onClick={() => act(async () => void (await ask('document.open-file', { id: record.id, which: 'our' })))}
              >
                {issueText.ourFile}
              </Button>
            )}
            {record.signedFile === null ? (
              <Button
                leftSection={<IconPaperclip size={16} aria-hidden />}
                onClick={() =>
                  act(async () => {
                    const attached = await ask('document.attach-signed', { id: record.id, version: record.version })
                    if (attached !== null) showDone(issueText.attached, { undoable: true })
                  })
                }
              >
                {issueText.attachSigned}
              </Button>
            ) : (
              <Button
                variant="default"
                leftSection={<IconFileTypePdf size={16} aria-hidden />}
                onClick={() => act(async () => void (await ask('document.open-file', { id: record.id, which: 'signed' })))}
              >
                {issueText.signedFile}: {record.signedFile.name}
              </Button>
            )}
          </Group>
        )}
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconReplace size={16} aria-hidden />}
            onClick={() =>
              act(async () => {
                const amended = await ask('plan.amend', { planId: plan.id })
                await navigate({ to: '/ke-hoach/$planId', params: { planId: amended.id } })
              })
            }
          >
            {issueText.amend}
          </Button>
          <Text size="xs" c="dimmed">
            {issueText.amendHint}
          </Text>
        </Group>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconCalendarPlus size={16} aria-hidden />}
            onClick={() => void navigate({ href: `/ke-hoach-nam-sau?tu=${plan.id}` })}
          >
            {carryOverText.clone}
          </Button>
          <Text size="xs" c="dimmed">
            {carryOverText.cloneHint}
          </Text>
        </Group>
      </Stack>
    </Paper>
  )
}
