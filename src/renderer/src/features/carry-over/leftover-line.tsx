import { Button, TextInput, VisuallyHidden } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconCircleMinus } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { ListedLeftover } from '#shared/domain/carry-over.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { sayOffer, sayPlace, sayReason, carryOverText as words } from '#shared/text/vi/carry-over.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { keepThese, reopenThese, settleThese } from './leftover-acts.ts'
import styles from './carry-over.module.css'

/** One leftover: where, which words, why, and what may be done with it. */
export function LeftoverLine({
  item,
  planId,
  locked,
  current,
  keeping,
  onFocus,
  onGo,
  onKeep,
  onStopKeeping,
}: {
  readonly item: ListedLeftover
  readonly planId: PlanId
  readonly locked: boolean
  /** The one that Tab comes to. */
  readonly current: boolean
  /** The reason is being asked for. */
  readonly keeping: boolean
  readonly onFocus: () => void
  readonly onGo: () => void
  readonly onKeep: () => void
  readonly onStopKeeping: () => void
}): ReactElement {
  const { leftover, state, reason, late } = item
  const [place] = leftover.places
  const cited = leftover.kind === 'citation' || leftover.kind === 'own-number'
  return (
    <li className={styles['line']} data-state={state}>
      <button
        type="button"
        className={styles['words']}
        tabIndex={current ? 0 : -1}
        data-leftover={leftover.key}
        onFocus={onFocus}
        onClick={onGo}
      >
        <StateIcon item={item} />
        <VisuallyHidden>{stateName(item)}</VisuallyHidden>
        <span>
          <b className={styles['place']}>{place === undefined ? '' : sayPlace(place, leftover.address)}</b>
          {late && <em className={styles['late']}>{words.late}</em>}
          {cited ? (
            <mark>{leftover.match}</mark>
          ) : (
            <span>
              {leftover.before}
              <mark>{leftover.match}</mark>
              {leftover.after}
            </span>
          )}
        </span>
      </button>
      {state === 'open' && current && <p className={styles['why']}>{sayReason(leftover.reason)}</p>}
      {state === 'kept' && <p className={styles['why']}>{words.keptBecause(reason ?? '')}</p>}
      {!locked && state === 'open' && !keeping && (
        <div className={styles['acts']}>
          {leftover.offers.map((offer, index) => (
            <Button
              key={JSON.stringify(offer)}
              size="compact-xs"
              variant={index === 0 ? 'light' : 'subtle'}
              onClick={() => settleThese(planId, [{ key: leftover.key, offer: index }])}
            >
              {sayOffer(offer, leftover.match)}
            </Button>
          ))}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onKeep}>
            {leftover.severity === 'red' ? words.keep : words.seen}
          </Button>
        </div>
      )}
      {!locked && state === 'kept' && (
        <div className={styles['acts']}>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => reopenThese(planId, [leftover.key])}>
            {words.reopen}
          </Button>
        </div>
      )}
      {keeping && <KeepForm planId={planId} leftoverKey={leftover.key} onDone={onStopKeeping} />}
    </li>
  )
}

function stateName({ state, leftover }: ListedLeftover): string {
  return state === 'done' ? words.done : state === 'kept' ? words.keptBecause('') : words.severity[leftover.severity]
}

function StateIcon({ item }: { readonly item: ListedLeftover }): ReactElement {
  const { state, leftover } = item
  const look = { size: 16, 'aria-hidden': true, 'className': styles['state'] ?? '' } as const
  if (state === 'done') return <IconCircleCheck {...look} color="var(--mantine-color-teal-7)" />
  if (state === 'kept') return <IconCircleMinus {...look} color="var(--quiet)" />
  return leftover.severity === 'red' ? (
    <IconAlertCircle {...look} color="var(--mantine-color-red-7)" />
  ) : (
    <IconAlertTriangle {...look} color="var(--mantine-color-orange-7)" />
  )
}

/** Asks why a red leftover stays; the reason is kept in the log. */
function KeepForm({
  planId,
  leftoverKey,
  onDone,
}: {
  readonly planId: PlanId
  readonly leftoverKey: string
  readonly onDone: () => void
}): ReactElement {
  const [reason, setReason] = useState('')
  return (
    <form
      className={styles['keep']}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() === '') return
        keepThese(planId, [leftoverKey], reason)
        onDone()
      }}
    >
      <TextInput
        label={words.keepReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onDone()
        }}
        style={{ flex: 1 }}
      />
      <Button type="submit" disabled={reason.trim() === ''}>
        {words.keepConfirm}
      </Button>
      <Button variant="default" onClick={onDone}>
        {shell.cancel}
      </Button>
    </form>
  )
}
