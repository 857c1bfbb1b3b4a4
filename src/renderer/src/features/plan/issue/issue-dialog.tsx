import { Alert, Badge, Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import type { Plan } from '#shared/domain/plan.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { issueText, planDetailsText } from '#shared/text/vi/plan.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../../lib/bridge.ts'
import { readDay, showDay, today } from '../../../lib/dates.ts'
import { showDone, showFailure } from '../../../lib/notices.tsx'
import { isFailure, useAsk } from '../../../lib/queries.ts'
import { flushAll } from '../../../lib/saving.ts'
import { Awaited } from '../../../ui/screen/screen.tsx'

type Problem = Output<'plan.check-issue'>['problems'][number]

/** Issuing leaves the program: it says what will happen, shows what stands in the way, and takes number, date and signer as received. */
export function IssueDialog({
  plan,
  opened,
  onClose,
}: {
  readonly plan: Plan
  readonly opened: boolean
  readonly onClose: () => void
}): ReactElement {
  return (
    <Modal opened={opened} onClose={onClose} title={issueText.issueTitle} size="lg" closeButtonProps={{ 'aria-label': shell.close }}>
      <IssueForm plan={plan} onClose={onClose} />
    </Modal>
  )
}

function ProblemLine({ plan, problem }: { readonly plan: Plan; readonly problem: Problem }): ReactElement {
  return (
    <List.Item
      icon={
        <Badge size="sm" tt="none" variant="light" color={problem.blocking ? 'orange' : 'yellow'}>
          {problem.blocking ? issueText.blocking : issueText.warning}
        </Badge>
      }
    >
      {problem.provisionId !== null ? (
        <Link to="/ke-hoach/$planId" params={{ planId: plan.id }} search={{ muc: problem.provisionId }}>
          {problem.text}
        </Link>
      ) : problem.taskId !== null ? (
        <Link to="/ke-hoach/$planId/phu-luc" params={{ planId: plan.id }} search={{ nhiemVu: problem.taskId }}>
          {problem.text}
        </Link>
      ) : (
        problem.text
      )}
    </List.Item>
  )
}

function IssueForm({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }): ReactElement {
  const check = useAsk('plan.check-issue', { planId: plan.id })
  const [duplicate, setDuplicate] = useState(false)
  const [busy, setBusy] = useState(false)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { number: '', issuedOn: showDay(today()), signer: plan.signature.name },
    validate: {
      number: (text) => (text.trim() === '' ? shell.required : null),
      issuedOn: (text) => (readDay(text) === null ? planDetailsText.notADay : null),
      signer: (text) => (text.trim() === '' ? shell.required : null),
    },
    onValuesChange: () => setDuplicate(false),
  })
  const issue = async (values: { readonly number: string; readonly issuedOn: string; readonly signer: string }): Promise<void> => {
    await flushAll()
    try {
      const { plan: issued } = await ask('plan.issue', {
        planId: plan.id,
        version: plan.version,
        number: values.number.trim(),
        issuedOn: readDay(values.issuedOn) ?? '',
        signerName: values.signer.trim(),
        acceptDuplicate: duplicate,
      })
      onClose()
      showDone(issueText.issued(`${issued.number ?? ''}/${issued.symbol}`))
    } catch (error) {
      if (!isFailure(error, 'document-number-taken')) throw error
      setDuplicate(true)
    }
  }
  const blocked = check.data?.problems.some(({ blocking }) => blocking) ?? true
  return (
    <form
      onSubmit={form.onSubmit((values) => {
        setBusy(true)
        void issue(values)
          .catch(showFailure)
          .finally(() => setBusy(false))
      })}
    >
      <Stack gap="sm">
        <Text size="sm">{issueText.issueExplain}</Text>
        <Awaited query={check}>
          {({ problems }) =>
            problems.length === 0 ? (
              <Group gap={6}>
                <IconCircleCheck size={18} color="var(--mantine-color-teal-7)" aria-hidden />
                <Text size="sm">{issueText.noProblems}</Text>
              </Group>
            ) : (
              <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={issueText.problemsTitle}>
                <List spacing={4} size="xs" center>
                  {problems.map((problem) => (
                    <ProblemLine
                      key={`${problem.code} ${problem.taskId ?? ''} ${problem.provisionId ?? ''} ${problem.text}`}
                      plan={plan}
                      problem={problem}
                    />
                  ))}
                </List>
              </Alert>
            )
          }
        </Awaited>
        <Group align="flex-start" grow>
          <TextInput
            label={issueText.number}
            description={issueText.numberHint}
            rightSectionWidth={84}
            rightSection={<Text size="xs">/{plan.symbol}</Text>}
            data-autofocus
            required
            {...form.getInputProps('number')}
          />
          <TextInput label={issueText.issuedOn} description={planDetailsText.dayFormat} required {...form.getInputProps('issuedOn')} />
        </Group>
        <TextInput label={issueText.signer} required {...form.getInputProps('signer')} />
        {duplicate && (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} role="alert">
            {issueText.duplicate}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button type="submit" loading={busy} disabled={blocked} title={blocked ? issueText.blockedByProblems : ''}>
            {duplicate ? issueText.issueAnyway : issueText.confirmIssue}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
