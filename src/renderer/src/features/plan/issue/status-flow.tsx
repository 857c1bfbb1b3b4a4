import { Badge, Button, Group, Modal, Paper, Stack, Text, Textarea, Title } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import { planStatusMoves, type Plan, type PlanStatus } from '#shared/domain/plan.ts'
import { issueText, planText } from '#shared/text/vi/plan.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { useAway } from '../../../lib/away.ts'
import { ask } from '../../../lib/bridge.ts'
import { showDone, showFailure } from '../../../lib/notices.tsx'
import { flushAll } from '../../../lib/saving.ts'
import { statusColour } from '../status-colour.ts'

/** The usual way of a plan; sending back is a turn off it. */
const way: readonly PlanStatus[] = ['drafting', 'opinion-round', 'submitted', 'signed-awaiting-number', 'issued']

/** Where the plan stands and the moves allowed from there; each may carry a reason for the log. `onIssue` opens the dialog of issuing. */
export function StatusFlow({ plan, onIssue }: { readonly plan: Plan; readonly onIssue: () => void }): ReactElement {
  const [move, setMove] = useState<PlanStatus | null>(null)
  const [reason, setReason] = useState('')
  const away = useAway(plan.id)
  const make = (status: PlanStatus, why: string): void => {
    setMove(null)
    setReason('')
    void (async () => {
      await flushAll()
      await ask('plan.set-status', { planId: plan.id, version: plan.version, status, reason: why.trim() })
      showDone(issueText.moved(planText.status[status]), { undoable: true })
    })().catch(showFailure)
  }
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="flow">
      <Title order={2} id="flow" mb="xs">
        {issueText.flow}
      </Title>
      <Group gap={4} mb="sm" component="ol" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {(way.includes(plan.status) ? way : [...way.slice(0, 3), plan.status, ...way.slice(3)]).map((status, index) => (
          <Group key={status} gap={4} component="li" wrap="nowrap" aria-current={status === plan.status ? 'step' : undefined}>
            {index > 0 && <IconChevronRight size={14} aria-hidden />}
            <Badge
              size="lg"
              tt="none"
              fw={status === plan.status ? 700 : 400}
              variant={status === plan.status ? 'filled' : 'default'}
              color={statusColour(status)}
            >
              {planText.status[status]}
            </Badge>
          </Group>
        ))}
      </Group>
      <Group gap="xs">
        {(away === null ? planStatusMoves[plan.status] : []).map((status) =>
          status === 'issued' ? (
            <Button key={status} onClick={onIssue}>
              {planText.moveTo[status]}
            </Button>
          ) : (
            <Button key={status} variant="default" onClick={() => setMove(status)}>
              {planText.moveTo[status]}
            </Button>
          ),
        )}
      </Group>
      <Modal
        opened={move !== null}
        onClose={() => setMove(null)}
        title={move === null ? '' : planText.moveTo[move]}
        closeButtonProps={{ 'aria-label': shell.close }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (move !== null) make(move, reason)
          }}
        >
          <Stack gap="sm">
            <Textarea
              autosize
              minRows={2}
              data-autofocus
              label={issueText.reason}
              description={issueText.reasonHint}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => setMove(null)}>
                {shell.cancel}
              </Button>
              <Button type="submit">{issueText.confirmMove}</Button>
            </Group>
            <Text size="xs" c="dimmed">
              {planText.status[plan.status]} → {move === null ? '' : planText.status[move]}
            </Text>
          </Stack>
        </form>
      </Modal>
    </Paper>
  )
}
