import { ActionIcon, Text, Tooltip } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { ResolvedMention } from '#shared/domain/citation-reading.ts'
import type { CitingPlace } from '#shared/domain/citing-text.ts'
import type { CitedDocumentId, PlanId } from '#shared/domain/identifier.ts'
import { sayCitingAddress } from '#shared/text/vi/citation.ts'
import { citationPaneText as text } from '#shared/text/vi/citation-screen.ts'
import { useAsk } from '../../lib/queries.ts'
import styles from './citation.module.css'
import { Standing } from './standing.tsx'
import type { ScreenCheck } from './use-citation-check.ts'

/** The documents that the plan cites in the order of their first mention, each with its places. */
export function CitedList({
  planId,
  check,
  onGo,
  onOpen,
}: {
  readonly planId: PlanId
  readonly check: ScreenCheck
  readonly onGo: (place: CitingPlace, start: number, length: number) => void
  readonly onOpen: (id: CitedDocumentId) => void
}): ReactElement {
  const plan = useAsk('plan.get', { planId }).data?.plan
  const day = plan?.issuedOn ?? plan?.agenciesAsOf ?? ''
  const groups = [...Map.groupBy(check.mentions, ({ key }) => key)]
  if (groups.length === 0)
    return (
      <Text size="sm" p="md" c="dimmed">
        {text.noCitations}
      </Text>
    )
  return (
    <ul className={styles['lines']}>
      {groups.map(([key, mentions]) => {
        const [first] = mentions
        if (first === undefined) return null
        const { document, mention } = first
        return (
          <li key={key} className={styles['line']}>
            <div className={styles['lineText']}>
              <Text size="xs" fw={600}>
                {`${document?.type ?? mention.type ?? ''} ${mention.symbol}`.trim()}
              </Text>
              <Text size="xs" c="dimmed" lineClamp={2}>
                {document?.title ?? mention.title?.words ?? ''}
              </Text>
              <div className={styles['places']}>
                {mentions.map((each) => (
                  <Place key={placeKeyOf(each)} mention={each} onGo={onGo} />
                ))}
              </div>
            </div>
            <div className={styles['lineActs']}>
              {document === null ? (
                <Text size="xs" c="dimmed">
                  {text.notRegistered}
                </Text>
              ) : (
                <>
                  <Standing document={document} day={day} registry={check.registry} />
                  <Tooltip label={text.openInRegistry}>
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      color="gray"
                      aria-label={text.openInRegistry}
                      onClick={() => onOpen(document.id)}
                    >
                      <IconBook2 size={14} aria-hidden />
                    </ActionIcon>
                  </Tooltip>
                </>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function placeKeyOf({ text: { order }, mention }: ResolvedMention): string {
  return `${order.join('.')} ${mention.start}`
}

function Place({
  mention: { text: at, mention },
  onGo,
}: {
  readonly mention: ResolvedMention
  readonly onGo: (place: CitingPlace, start: number, length: number) => void
}): ReactElement {
  return (
    <button type="button" className={styles['place']} onClick={() => onGo(at.place, mention.start, mention.length)}>
      {sayCitingAddress(at)}
    </button>
  )
}
