import { Alert, Text, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import type { AgencyChangeRequest } from '#shared/domain/agency-change.ts'
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
}

/** What a change would do: how many shares go to whom, by what they become, each opening to its tasks. */
export function ChangePreview({ request, nameOf }: ChangePreviewProps): ReactElement {
  const asked = JSON.parse(request) as AgencyChangeRequest
  const preview = useAsk('agency-change.preview', {
    ...asked,
    fromIds: [...asked.fromIds],
    toIds: [...asked.toIds],
    founded: [...asked.founded],
  })
  const groups = useAsk('agency.list', {}).data?.groups ?? []
  const foundedName = asked.founded[0]?.name ?? ''
  const groupName = (id: AgencyGroupId): string => groups.find((group) => group.id === id)?.name ?? ''
  return (
    <Awaited query={preview}>
      {({ counts, lines, groupPairs, freshAgencies, follows, holderId }) => (
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
          <Follows groupNames={groupPairs.map(({ fromId, toId }) => [groupName(fromId), groupName(toId)] as const)} follows={follows} />
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

function Follows({
  groupNames,
  follows: { groups, members, fields, standingAgency },
}: {
  readonly groupNames: readonly (readonly [string, string])[]
  readonly follows: Preview['follows']
}): ReactElement {
  return (
    <>
      {groupNames.length > 0 && (
        <Text size="sm" mt="sm">
          {words.groups}: {groupNames.map(([from, to]) => words.groupPair(from, to)).join('; ')}
        </Text>
      )}
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
