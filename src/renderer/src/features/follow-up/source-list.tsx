import { Anchor, Badge, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { RegisterTask } from '#shared/domain/register.ts'
import type { FollowUp } from '#shared/ipc/task-event-contract.ts'
import { followUpText as words } from '#shared/text/vi/follow-up.ts'
import { nameDocument } from './targets.ts'
import styles from './follow-up.module.css'

/** The document or the sentences that gave the task, each one click away. */
export function SourceList({ task, sentences }: { readonly task: RegisterTask; readonly sentences: FollowUp['sentences'] }): ReactElement {
  return (
    <section>
      <h3>{words.source}</h3>
      {task.sourceDocument !== null && <Text size="sm">{nameDocument(task.sourceDocument)}</Text>}
      {sentences.length === 0 && task.sourceDocument === null && <div className={styles['quiet']}>{words.noSource}</div>}
      {sentences.map(({ planId, provisionId, address, text }) => (
        <Group key={`${planId} ${provisionId}`} gap={6} wrap="nowrap" align="flex-start">
          {address !== '' && (
            <Badge size="sm" variant="light" style={{ flexShrink: 0 }}>
              {address}
            </Badge>
          )}
          <Anchor
            size="sm"
            title={words.goToSentence}
            renderRoot={(rest) => <Link to="/ke-hoach/$planId" params={{ planId }} search={{ muc: provisionId }} {...rest} />}
          >
            {text}
          </Anchor>
        </Group>
      ))}
      <div className={styles['quiet']}>
        {task.phrase !== '' && <div>{words.phrase(task.phrase)}</div>}
        {task.product !== '' && <div>{words.product(task.product)}</div>}
        {task.total > 1 && <div>{words.rule(task.doneRule)}</div>}
        {task.closedOn !== null && <div>{words.closed(task.closedOn)}</div>}
      </div>
    </section>
  )
}
