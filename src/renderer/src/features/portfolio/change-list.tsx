import { Button, Group, Text, Title } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { portfolioText as words } from '#shared/text/vi/agency-change.ts'
import { nameCommand } from '#shared/text/vi/commands.ts'
import { ask } from '../../lib/bridge.ts'
import { showMoment } from '../../lib/dates.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import type { PortfolioProps } from './portfolio-screen.tsx'
import styles from './portfolio.module.css'

const MOST_SHOWN = 30

/** What happened to a member's tasks since this person last looked. */
export function ChangeList({ member, lookup, year, asOf }: PortfolioProps): ReactElement {
  const changes = useAsk('portfolio.changes', { memberId: member.id, year })
  const mark = (): void => void ask('portfolio.mark-looked', { memberId: member.id }).then(() => showDone(words.marked), showFailure)
  const nameOf = (id: string | null): string | null => lookup.agencies.find((agency) => agency.id === id)?.name ?? null
  return (
    <section aria-label={words.changes}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h5">
          {words.changes}
        </Title>
        <Button size="compact-sm" variant="default" leftSection={<IconChecks size={14} aria-hidden />} onClick={mark}>
          {words.markLooked}
        </Button>
      </Group>
      <Awaited query={changes}>
        {({ lookedAt, changes: list }) => (
          <>
            <Text size="xs" c="dimmed">
              {lookedAt === null ? words.neverLooked : words.changesSince(showMoment(lookedAt))}
            </Text>
            {list.length === 0 && (
              <Text size="sm" c="dimmed" mt={4}>
                {words.noChanges}
              </Text>
            )}
            <ul className={styles['list']}>
              {list.slice(0, MOST_SHOWN).map(({ at, by, command, taskId, content, agencyId }) => (
                <li key={`${at} ${command} ${taskId} ${agencyId}`}>
                  <RowsLink
                    year={year}
                    asOf={asOf}
                    view={{ memberId: member.id }}
                    taskId={taskId}
                    className={styles['line']}
                    title={content}
                  >
                    {content}
                    <Text span size="xs" c="dimmed" display="block">
                      {showMoment(at)} · {words.changeLine(by, nameCommand(command), nameOf(agencyId))}
                    </Text>
                  </RowsLink>
                </li>
              ))}
            </ul>
          </>
        )}
      </Awaited>
    </section>
  )
}
