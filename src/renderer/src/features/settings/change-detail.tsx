import { Badge, Button, Group, Text } from '@mantine/core'
import { diffWordsWithSpace } from 'diff'
import { useMemo } from 'react'
import type { Change } from '#shared/domain/change.ts'
import { settingsText } from '#shared/text/vi/settings.ts'
import { type ChangedFact, describeChange, type KnownNames } from './describe-change.ts'
import styles from './settings.module.css'

/** Records shown at once; an import touches hundreds. */
const shownAtMost = 40

/** Before and after of one change, record by record: words that went are struck, words that came are marked. */
export function ChangeDetail({
  change,
  names,
  onOnly,
}: {
  readonly change: Change
  readonly names: KnownNames
  readonly onOnly: (recordId: string) => void
}) {
  const records = useMemo(() => describeChange(change, names), [change, names])
  const emptied = change.items.length > 0 && change.items.every(({ before, after }) => before === null && after === null)
  if (emptied)
    return (
      <Text size="sm" mt="sm">
        {settingsText.emptied}
      </Text>
    )
  return (
    <>
      {records.slice(0, shownAtMost).map((record) => (
        <section key={record.recordId} className={styles['record']}>
          <Group gap={6} wrap="nowrap" align="flex-start">
            <Badge
              size="sm"
              variant="light"
              tt="none"
              color={record.did === 'made' ? 'teal' : record.did === 'removed' ? 'red' : 'indigo'}
              style={{ flexShrink: 0 }}
              mt={2}
            >
              {settingsText[record.did]}
            </Badge>
            <Text size="sm" fw={500} lineClamp={2} style={{ flex: 1 }}>
              {record.noun}
              {record.title === '' ? '' : `: ${record.title}`}
            </Text>
            <Button size="compact-xs" variant="default" style={{ flexShrink: 0 }} onClick={() => onOnly(record.recordId)}>
              {settingsText.onlyRecord}
            </Button>
          </Group>
          {record.facts.map((fact, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- facts have no id; several may bear one label
            <Fact key={`${fact.label}/${index}`} fact={fact} />
          ))}
        </section>
      ))}
      {records.length > shownAtMost && (
        <Text size="sm" c="dimmed" mt="xs">
          {settingsText.moreItems(records.length - shownAtMost)}
        </Text>
      )}
    </>
  )
}

function Fact({ fact: { label, before, after } }: { readonly fact: ChangedFact }) {
  if (before === null && after === null) return <p className={styles['fact']}>{label}</p>
  return (
    <div className={styles['fact']}>
      <span className={styles['label']}>{label}</span>
      <p className={styles['words']}>
        <Difference before={before} after={after} />
      </p>
    </div>
  )
}

/** Short values stand as "before → after"; long ones as one text with its changes marked. */
function Difference({ before, after }: { readonly before: string | null; readonly after: string | null }) {
  if (before === null) return <ins className={styles['added']}>{after}</ins>
  if (after === null) return <del className={styles['dropped']}>{before}</del>
  if (before.length < 40 && after.length < 40) {
    return (
      <>
        <del className={styles['dropped']}>{before === '' ? settingsText.empty : before}</del> →{' '}
        <ins className={styles['added']}>{after === '' ? settingsText.empty : after}</ins>
      </>
    )
  }
  return diffWordsWithSpace(before, after).map(({ value, added, removed }, index) => {
    const key = `${index}/${value.slice(0, 8)}`
    if (added)
      return (
        <ins key={key} className={styles['added']}>
          {value}
        </ins>
      )
    if (removed)
      return (
        <del key={key} className={styles['dropped']}>
          {value}
        </del>
      )
    return <span key={key}>{value}</span>
  })
}
