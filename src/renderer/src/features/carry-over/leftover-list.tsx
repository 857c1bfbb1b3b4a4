import { Button, Text } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { ListedLeftover } from '#shared/domain/carry-over.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { sayReason, carryOverText as words } from '#shared/text/vi/carry-over.ts'
import { groupLeftovers, type LeftoverGroup } from './leftover-groups.ts'
import { LeftoverLine } from './leftover-line.tsx'
import { keepThese, settleThese } from './leftover-acts.ts'
import { SettleDialog } from './settle-dialog.tsx'
import styles from './carry-over.module.css'

/** The list to tick off, by kind; every line goes to its place, and offers what may stand there. */
export function LeftoverList({
  planId,
  items,
  locked,
  onGo,
}: {
  readonly planId: PlanId
  readonly items: readonly ListedLeftover[]
  readonly locked: boolean
  readonly onGo: (item: ListedLeftover) => void
}): ReactElement {
  const groups = groupLeftovers(items)
  const [chosen, setChosen] = useState<string | null>(null)
  const [keeping, setKeeping] = useState<string | null>(null)
  const [settling, setSettling] = useState<LeftoverGroup | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const first = groups.flatMap(({ open }) => open)[0]?.leftover.key ?? null
  const current = chosen ?? first

  const keep = (item: ListedLeftover): void => {
    if (item.leftover.severity === 'red') setKeeping(item.leftover.key)
    else keepThese(planId, [item.leftover.key], '')
  }
  const answerKeys = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement) || event.target.dataset['leftover'] === undefined) return
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-leftover]') ?? [])]
    const index = lines.indexOf(event.target)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const item = items.find(({ leftover }) => leftover.key === lines[index]?.dataset['leftover'])
    if (step !== 0) lines[index + step]?.focus()
    else if (item === undefined) return
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (locked || item.state !== 'open' || item.leftover.offers[0] === undefined) return
      settleThese(planId, [{ key: item.leftover.key, offer: 0 }])
    } else if (event.key === 'Enter') onGo(item)
    else if (event.key === 'Delete' && !locked && item.state === 'open') keep(item)
    else return
    event.preventDefault()
  }
  const lineOf = (item: ListedLeftover): ReactElement => (
    <LeftoverLine
      key={item.leftover.key}
      item={item}
      planId={planId}
      locked={locked}
      current={item.leftover.key === current}
      keeping={keeping === item.leftover.key}
      onFocus={() => setChosen(item.leftover.key)}
      onGo={() => onGo(item)}
      onKeep={() => keep(item)}
      onStopKeeping={() => setKeeping(null)}
    />
  )
  return (
    <>
      {/* Its lines take the focus; the list itself only hears their keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles['list']} ref={list} onKeyDown={answerKeys}>
        {groups.map((group) => (
          <section key={group.key} className={styles['group']} aria-label={group.title}>
            <div className={styles['groupHead']}>
              <h3>{group.title}</h3>
              <span className={styles['count']}>{words.groupCount(group.settled.length, group.open.length + group.settled.length)}</span>
              <GroupActs group={group} planId={planId} locked={locked} onSettle={() => setSettling(group)} />
            </div>
            {sharedReason(group) !== null && <p className={styles['why']}>{sharedReason(group)}</p>}
            {group.open.length > 0 && <ul className={styles['lines']}>{group.open.map(lineOf)}</ul>}
            {group.settled.length > 0 && (
              <details className={styles['settled']}>
                <summary>
                  <IconChevronRight size={14} aria-hidden />
                  {words.doneCount(group.settled.length)}
                </summary>
                <ul className={styles['lines']}>{group.settled.map(lineOf)}</ul>
              </details>
            )}
          </section>
        ))}
        {!locked && items.length > 0 && (
          <Text size="xs" c="dimmed" px="sm" py={6}>
            {words.keys}
          </Text>
        )}
      </div>
      {settling !== null && <SettleDialog planId={planId} leftovers={settling.sure} onClose={() => setSettling(null)} />}
    </>
  )
}

/** The reason where all lines of a group have the same one: said once, above them. */
function sharedReason({ open }: LeftoverGroup): string | null {
  const reasons = new Set(open.map(({ leftover }) => sayReason(leftover.reason)))
  const [only] = reasons
  return reasons.size === 1 && only !== undefined ? only : null
}

function GroupActs({
  group,
  planId,
  locked,
  onSettle,
}: {
  readonly group: LeftoverGroup
  readonly planId: PlanId
  readonly locked: boolean
  readonly onSettle: () => void
}): ReactElement | null {
  if (locked) return null
  if (group.sure.length > 1)
    return (
      <Button size="compact-xs" variant="light" onClick={onSettle}>
        {words.settleAll(group.sure.length)}
      </Button>
    )
  const amber = group.open.filter(({ leftover }) => leftover.severity === 'amber').map(({ leftover }) => leftover.key)
  if (group.sure.length > 0 || amber.length < 2) return null
  return (
    <Button size="compact-xs" variant="subtle" onClick={() => keepThese(planId, amber, '')}>
      {words.keepAll(amber.length)}
    </Button>
  )
}
