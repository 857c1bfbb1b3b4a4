import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
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
import styles from './issue.module.css'

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

/** A problem that leads to where it is mended: its sentence, its row, or the form that has its words. */
function ProblemLink({ plan, problem }: { readonly plan: Plan; readonly problem: Problem }): ReactElement {
  const params = { planId: plan.id }
  if (problem.provisionId !== null)
    return (
      <Link to="/ke-hoach/$planId" params={params} search={{ muc: problem.provisionId }}>
        {problem.text}
      </Link>
    )
  if (problem.taskId !== null)
    return (
      <Link to="/ke-hoach/$planId/phu-luc" params={params} search={{ nhiemVu: problem.taskId }}>
        {problem.text}
      </Link>
    )
  if (problem.code === 'year-in-subject')
    return (
      <Link to="/ke-hoach/$planId/thong-tin" params={params}>
        {problem.text}
      </Link>
    )
  if (problem.code === 'year-in-appendix')
    return (
      <Link to="/ke-hoach/$planId/phu-luc" params={params}>
        {problem.text}
      </Link>
    )
  return <span>{problem.text}</span>
}

/**
 * Problems by kind: what stops the issue and another year's words lie open, the rest is a count that opens, so that number and date
 * stay in sight however many there are.
 */
function Problems({ plan, problems }: { readonly plan: Plan; readonly problems: readonly Problem[] }): ReactElement {
  const groups = Map.groupBy(problems, ({ code }) => code)
  return (
    <section className={styles['problems']} aria-label={issueText.problemsTitle}>
      <h3>
        <IconAlertTriangle size={18} aria-hidden />
        {issueText.problemsTitle}
      </h3>
      <div className={styles['problemList']}>
        {[...groups].map(([code, ofKind]) => {
          const blocking = ofKind[0]?.blocking === true
          const lines = ofKind.map((problem) => (
            <li key={`${problem.taskId ?? ''} ${problem.provisionId ?? ''} ${problem.text}`}>
              <ProblemLink plan={plan} problem={problem} />
            </li>
          ))
          const mark = (
            <span className={styles['weight']} data-blocking={blocking || undefined}>
              {blocking ? issueText.blocking : issueText.warning}
            </span>
          )
          return ofKind.length === 1 ? (
            <div key={code} className={styles['single']}>
              {mark}
              <ul>{lines}</ul>
            </div>
          ) : (
            <details key={code} open={blocking && ofKind.length <= FEW}>
              <summary>
                {mark}
                {issueText.problemKind(code, ofKind.length)}
              </summary>
              <ul>{lines}</ul>
            </details>
          )
        })}
      </div>
    </section>
  )
}

function isLeftover({ code }: Problem): boolean {
  return code.startsWith('leftover-')
}

/** Blocking problems of a kind that are shown without being asked for. */
const FEW = 4

function IssueForm({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }): ReactElement {
  const check = useAsk('plan.check-issue', { planId: plan.id })
  const [duplicate, setDuplicate] = useState(false)
  const [busy, setBusy] = useState(false)
  const [reasoned, setReasoned] = useState(false)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { number: '', issuedOn: showDay(today()), signer: plan.signature.name, leftoverReason: '' },
    validate: {
      number: (text) => (text.trim() === '' ? shell.required : null),
      issuedOn: (text) => (readDay(text) === null ? planDetailsText.notADay : null),
      signer: (text) => (text.trim() === '' ? shell.required : null),
    },
    onValuesChange: ({ leftoverReason }) => {
      setDuplicate(false)
      setReasoned(leftoverReason.trim() !== '')
    },
  })
  const issue = async (values: typeof form.values): Promise<void> => {
    await flushAll()
    try {
      const { plan: issued } = await ask('plan.issue', {
        planId: plan.id,
        version: plan.version,
        number: values.number.trim(),
        issuedOn: readDay(values.issuedOn) ?? '',
        signerName: values.signer.trim(),
        acceptDuplicate: duplicate,
        ...(leftovers && { leftoverReason: values.leftoverReason }),
      })
      onClose()
      showDone(issueText.issued(`${issued.number ?? ''}/${issued.symbol}`))
    } catch (error) {
      if (!isFailure(error, 'document-number-taken')) throw error
      setDuplicate(true)
    }
  }
  // A reason lets what is left of the old plan pass, and nothing else.
  const blocking = check.data?.problems.filter((problem) => problem.blocking)
  const leftovers = blocking?.some(isLeftover) ?? false
  const blocked = blocking === undefined || blocking.some((problem) => !isLeftover(problem)) || (leftovers && !reasoned)
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
              <Problems plan={plan} problems={problems} />
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
        {leftovers && (
          <TextInput
            label={issueText.leftoverReason}
            description={issueText.leftoverReasonHint}
            {...form.getInputProps('leftoverReason')}
            rightSectionWidth={160}
            rightSection={
              <Button
                variant="subtle"
                size="compact-xs"
                renderRoot={(rest) => (
                  <Link to="/ke-hoach/$planId" params={{ planId: plan.id }} search={{ trang: 1, ben: 'can-ra' }} {...rest} />
                )}
              >
                {issueText.openReview}
              </Button>
            }
          />
        )}
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
