import { Alert, Select, Stack, Text, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { isActive, type AgencyGroup } from '#shared/domain/agency.ts'
import type { AgencyChangeRequest, GroupPair } from '#shared/domain/agency-change.ts'
import type { AgencyGroupId, AgencyId } from '#shared/domain/identifier.ts'
import type { AgencyChangePreview as Preview, ReassignmentLine } from '#shared/ipc/agency-change-contract.ts'
import { agencyChangeText as words } from '#shared/text/vi/agency-change.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import styles from './reassignment.module.css'

const outcomes = ['moves', 'joins', 'waits', 'covered', 'stays'] as const
const MOST_SHOWN = 60

interface ChangePreviewProps {
  /** An `AgencyChangeRequest` as JSON, so that the same request is the same question. */
  readonly request: string
  readonly nameOf: (id: AgencyId) => string
  readonly onGroupPairs: (pairs: readonly GroupPair[]) => void
}

/** What a change would do: how many shares go to whom, by what they become, each opening to its tasks. */
export function ChangePreview({ request, nameOf, onGroupPairs }: ChangePreviewProps): ReactElement {
  const asked = JSON.parse(request) as AgencyChangeRequest
  const preview = useAsk(
    'agency-change.preview',
    {
      ...asked,
      fromIds: [...asked.fromIds],
      toIds: [...asked.toIds],
      founded: [...asked.founded],
      groupPairs: asked.groupPairs === null ? null : [...asked.groupPairs],
    },
    { keepPrevious: true },
  )
  const groups = useAsk('agency.list', {}).data?.groups ?? []
  const foundedName = asked.founded[0]?.name ?? ''
  return (
    <Awaited query={preview}>
      {({ counts, lines, groupPairs, emptiedGroupIds, freshAgencies, follows, holderId }) => (
        <>
          <Title order={2} size="h5">
            {words.preview}
          </Title>
          {lines.length === 0 ? (
            <Text size="sm" mt={4}>
              {words.nothingOpen}
            </Text>
          ) : (
            <Text size="sm" mt={4} data-testid="share-sum">
              {words.sum(
                lines.length,
                counts.joined,
                counts.covered,
                counts.fresh,
                lines.length - counts.joined - counts.covered + counts.fresh,
              )}
            </Text>
          )}
          {holderId === null && (
            <Alert color="yellow" my="xs">
              {words.noHolder}
            </Alert>
          )}
          <GroupPairs
            emptied={groups.filter(({ id }) => emptiedGroupIds.includes(id))}
            choices={groups.filter(
              (group) => !group.unspecified && isActive(group, asked.effectiveOn) && !emptiedGroupIds.includes(group.id),
            )}
            pairs={groupPairs}
            onPairs={onGroupPairs}
          />
          {outcomes.map((outcome) => (
            <Outcome
              key={outcome}
              outcome={outcome}
              lines={lines.filter((line) => line.outcome === outcome)}
              nameOf={(id) => nameOf(id) || foundedName}
            />
          ))}
          {counts.fresh > 0 && (
            <Text size="sm" mt="sm">
              {words.fresh(counts.fresh, freshAgencies)}
            </Text>
          )}
          <Follows follows={follows} />
        </>
      )}
    </Awaited>
  )
}

function Outcome({
  outcome,
  lines,
  nameOf,
}: {
  readonly outcome: (typeof outcomes)[number]
  readonly lines: readonly ReassignmentLine[]
  readonly nameOf: (id: AgencyId) => string
}): ReactElement | null {
  if (lines.length === 0) return null
  const byPair = Map.groupBy(lines, ({ agencyId, toId }) => `${agencyId} ${toId ?? ''}`)
  return (
    <div className={styles['outcome']}>
      <Text size="sm" fw={600}>
        {words.outcomes[outcome]}: {words.shares(lines.length)}
      </Text>
      {[...byPair].map(([key, own]) => {
        const [first] = own
        if (first === undefined) return null
        const from = nameOf(first.agencyId)
        return (
          <details key={key}>
            <summary>
              {first.toId === null ? from : words.toWhom(from, nameOf(first.toId))}: {words.shares(own.length)}
            </summary>
            <ul>
              {own.slice(0, MOST_SHOWN).map((line) => (
                <li key={`${line.taskId} ${line.role}`}>
                  {words.taskOf(line.content, line.year)} – {words.roles[line.role]}
                </li>
              ))}
              {own.length > MOST_SHOWN && <li>{words.more(own.length - MOST_SHOWN)}</li>}
            </ul>
          </details>
        )
      })}
    </div>
  )
}

/** For each group that nobody is left in: the group that is asked in its place, or none. */
function GroupPairs({
  emptied,
  choices,
  pairs,
  onPairs,
}: {
  readonly emptied: readonly AgencyGroup[]
  readonly choices: readonly AgencyGroup[]
  readonly pairs: readonly GroupPair[]
  readonly onPairs: (pairs: readonly GroupPair[]) => void
}): ReactElement | null {
  if (emptied.length === 0) return null
  return (
    <Stack gap="xs" mt="md">
      {emptied.map(({ id, name }) => (
        <Select
          key={id}
          maw={420}
          label={words.groupAfter(name)}
          placeholder={words.noGroupAfter}
          clearable
          data={choices.map((group) => ({ value: group.id as string, label: group.name }))}
          value={pairs.find(({ fromId }) => fromId === id)?.toId ?? null}
          onChange={(toId) =>
            onPairs([
              ...pairs.filter(({ fromId }) => fromId !== id),
              ...(toId === null ? [] : [{ fromId: id, toId: toId as AgencyGroupId }]),
            ])
          }
        />
      ))}
    </Stack>
  )
}

function Follows({ follows: { groups, members, fields, standingAgency } }: { readonly follows: Preview['follows'] }): ReactElement {
  return (
    <>
      {groups + members + fields > 0 && (
        <Text size="sm" mt="sm">
          {words.follows(groups, members, fields)}
        </Text>
      )}
      {standingAgency && (
        <Text size="sm" mt={4}>
          {words.standingFollows}
        </Text>
      )}
    </>
  )
}
