import { ActionIcon, Badge, Paper, Select, Switch, Text, Title, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import type { DraftRoundId, PlanId } from '#shared/domain/identifier.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { DraftRound } from '#shared/ipc/plan-contract.ts'
import { issueText } from '#shared/text/vi/plan.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { useAsk } from '../../../lib/queries.ts'
import { Awaited } from '../../../ui/screen/screen.tsx'
import styles from './issue.module.css'

type Row = Output<'draft-round.compare'>['rows'][number]

const colours = { same: 'gray', edited: 'indigo', added: 'teal', removed: 'orange', moved: 'grape' } as const

/** Two rounds, or a round and the plan as it is now, word by word. */
export function Comparison({
  planId,
  id,
  other,
  rounds,
}: {
  readonly planId: PlanId
  readonly id: DraftRoundId
  readonly other: DraftRoundId | null
  readonly rounds: readonly DraftRound[]
}): ReactElement {
  const navigate = useNavigate()
  const [onlyChanges, setOnlyChanges] = useState(true)
  const comparison = useAsk('draft-round.compare', { id, with: other })
  const choices = rounds.map((round) => ({ value: round.id as string, label: issueText.roundNth(round.ordinal) }))
  const show = (so: string | undefined, voi: string | undefined): void =>
    void navigate({ to: '/ke-hoach/$planId/ban-hanh', params: { planId }, search: { so, voi }, replace: true })
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="comparison">
      <div className={styles['compareHead']}>
        <div className={styles['compareTools']}>
          <Title order={2} id="comparison">
            {issueText.compare}
          </Title>
          <Select
            w={150}
            aria-label={issueText.compare}
            allowDeselect={false}
            data={choices}
            value={id}
            onChange={(value) => show(value ?? id, other ?? undefined)}
          />
          <Text size="xs">{issueText.compareWith}</Text>
          <Select
            w={150}
            aria-label={issueText.compareWith}
            allowDeselect={false}
            data={[{ value: 'now', label: issueText.now }, ...choices.filter(({ value }) => value !== id)]}
            value={other ?? 'now'}
            onChange={(value) => show(id, value === null || value === 'now' ? undefined : value)}
          />
          <Switch
            label={issueText.onlyChanges}
            checked={onlyChanges}
            onChange={({ currentTarget }) => setOnlyChanges(currentTarget.checked)}
          />
        </div>
        <Tooltip label={shell.close}>
          <ActionIcon aria-label={shell.close} onClick={() => show(undefined, undefined)}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <Awaited query={comparison}>
        {({ rows }) => {
          const shown = onlyChanges ? rows.filter(({ change }) => change !== 'same') : rows
          return shown.length === 0 ? (
            <Text size="xs">{issueText.noDifference}</Text>
          ) : (
            <ol className={styles['rows']}>
              {shown.map((row, index) => (
                // Rows have no identity beyond their place in the comparison.
                // oxlint-disable-next-line react/no-array-index-key
                <ComparedRow key={index} row={row} />
              ))}
            </ol>
          )
        }}
      </Awaited>
    </Paper>
  )
}

function ComparedRow({ row }: { readonly row: Row }): ReactElement {
  return (
    <li className={styles['row']}>
      <span className={styles['label']}>{row.label}</span>
      <Badge size="sm" tt="none" variant="light" color={colours[row.change]} style={{ flexShrink: 0 }}>
        {issueText.changes[row.change]}
      </Badge>
      <span className={styles['words']}>
        {row.pieces.map((piece, index) => {
          // oxlint-disable-next-line react/no-array-index-key
          if (piece.kind === 'added') return <ins key={index}>{piece.text}</ins>
          // oxlint-disable-next-line react/no-array-index-key
          if (piece.kind === 'removed') return <del key={index}>{piece.text}</del>
          // oxlint-disable-next-line react/no-array-index-key
          return <span key={index}>{piece.text}</span>
        })}
      </span>
    </li>
  )
}
