import { Button, Group, Modal, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import type { Plan } from '#shared/domain/plan.ts'
import type { DraftRound } from '#shared/ipc/plan-contract.ts'
import { issueText } from '#shared/text/vi/plan.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { useLocked } from '../../../lib/away.ts'
import { ask } from '../../../lib/bridge.ts'
import { showMoment } from '../../../lib/dates.ts'
import { showDone, showFailure } from '../../../lib/notices.tsx'
import { useAsk } from '../../../lib/queries.ts'
import { flushAll } from '../../../lib/saving.ts'
import { Awaited } from '../../../ui/screen/screen.tsx'

/** "Các lần dự thảo": frozen, named, comparable, restorable. */
export function Rounds({ plan }: { readonly plan: Plan }): ReactElement {
  const rounds = useAsk('draft-round.list', { planId: plan.id })
  const [naming, setNaming] = useState(false)
  const next = (rounds.data ?? []).reduce((last, { ordinal }) => Math.max(last, ordinal), 0) + 1
  const locked = useLocked(plan)
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="rounds">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="rounds">
          {issueText.rounds}
        </Title>
        {!locked && (
          <Button variant="light" onClick={() => setNaming(true)}>
            {issueText.saveRoundNth(next)}…
          </Button>
        )}
      </Group>
      <Awaited query={rounds}>
        {(list) =>
          list.length === 0 ? (
            <Text size="xs">{issueText.noRounds}</Text>
          ) : (
            <RoundTable plan={plan} rounds={list.toSorted((one, other) => other.ordinal - one.ordinal)} locked={locked} />
          )
        }
      </Awaited>
      <Modal
        opened={naming}
        onClose={() => setNaming(false)}
        title={issueText.saveRoundNth(next)}
        closeButtonProps={{ 'aria-label': shell.close }}
      >
        <NameForm plan={plan} onDone={() => setNaming(false)} />
      </Modal>
    </Paper>
  )
}

function NameForm({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }): ReactElement {
  const [name, setName] = useState('')
  const save = async (): Promise<void> => {
    await flushAll()
    const round = await ask('draft-round.save', { planId: plan.id, name: name.trim() === '' ? null : name.trim() })
    onDone()
    showDone(issueText.roundSaved(round.ordinal), { undoable: true })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save().catch(showFailure)
      }}
    >
      <Stack gap="sm">
        <TextInput label={issueText.roundName} data-autofocus value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {shell.cancel}
          </Button>
          <Button type="submit">{shell.save}</Button>
        </Group>
      </Stack>
    </form>
  )
}

async function restore(round: DraftRound): Promise<void> {
  await flushAll()
  await ask('draft-round.restore', { id: round.id })
  showDone(issueText.restored(round.ordinal), { undoable: true })
}

function RoundTable({
  plan,
  rounds,
  locked,
}: {
  readonly plan: Plan
  readonly rounds: readonly DraftRound[]
  readonly locked: boolean
}): ReactElement {
  const navigate = useNavigate()
  return (
    <Table>
      <Table.Tbody>
        {rounds.map((round) => (
          <Table.Tr key={round.id}>
            <Table.Td>
              <Text size="xs" fw={600}>
                {issueText.roundNth(round.ordinal)}
                {round.name === issueText.roundNth(round.ordinal) ? '' : ` · ${round.name}`}
              </Text>
              <Text size="xs" c="dimmed">
                {issueText.savedBy(showMoment(round.savedAt), round.savedBy)}
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <Group gap={4} justify="flex-end" wrap="nowrap">
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => void navigate({ to: '/ke-hoach/$planId/so-sanh', params: { planId: plan.id }, search: { so: round.id } })}
                >
                  {issueText.compareWithNow}
                </Button>
                {!locked && (
                  <Button size="compact-sm" variant="subtle" onClick={() => void restore(round).catch(showFailure)}>
                    {issueText.restore}
                  </Button>
                )}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
