import { Badge, Button, Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconArrowRight, IconMessage } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { MergeDifference, MergeKind } from '#shared/domain/merge-difference.ts'
import type { Piece } from '#shared/domain/text-difference.ts'
import type { MergeReading } from '#shared/ipc/merge-contract.ts'
import { mergeText, wordMergePlace } from '#shared/text/vi/merge.ts'
import styles from './merge.module.css'

const colours: Readonly<Record<MergeKind, string>> = {
  'edited': 'indigo',
  'level': 'cyan',
  'added': 'teal',
  'removed': 'orange',
  'moved': 'grape',
  'split': 'cyan',
  'joined': 'cyan',
  'cell': 'indigo',
  'row-added': 'teal',
  'row-removed': 'orange',
  'row-moved': 'grape',
  'table-added': 'teal',
  'table-removed': 'orange',
}

interface LineProps {
  readonly planId: PlanId
  readonly difference: MergeDifference
  readonly comments: MergeReading['comments']
  readonly state: 'taken' | 'left' | 'open'
  readonly isCurrent: boolean
  readonly onCurrent: () => void
  readonly onDecide: (take: boolean) => void
}

/** One difference: where and what at the left with the box that takes it, the draft's words and the file's beside each other. */
export function DifferenceLine({ planId, difference, comments, state, isCurrent, onCurrent, onDecide }: LineProps): ReactElement {
  const { kind, place, conflict, authors } = difference
  const where = wordMergePlace(place)
  return (
    <article
      className={styles['item']}
      data-state={state}
      {...(isCurrent && { 'data-current': true })}
      aria-label={`${where}: ${mergeText.kinds[kind]}`}
    >
      <div className={styles['name']}>
        <Checkbox
          size="sm"
          checked={state === 'taken'}
          tabIndex={isCurrent ? 0 : -1}
          onFocus={onCurrent}
          label={where}
          aria-label={mergeText.take(where, mergeText.kinds[kind])}
          onChange={({ currentTarget }) => onDecide(currentTarget.checked)}
        />
        <span className={styles['badges']}>
          <Badge size="sm" tt="none" variant="light" color={colours[kind]}>
            {mergeText.kinds[kind]}
          </Badge>
          {conflict && (
            <Badge size="sm" tt="none" color="red" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
              {mergeText.conflict}
            </Badge>
          )}
        </span>
        {authors.length > 0 && <span className={styles['author']}>{mergeText.by(authors)}</span>}
        <span className={styles['state']}>{mergeText.states[state]}</span>
        <GoThere planId={planId} difference={difference} reachable={isCurrent} />
      </div>
      <Words difference={difference} />
      {conflict && <Conflict difference={difference} state={state} onDecide={onDecide} reachable={isCurrent} />}
      {comments.map(({ author, text }, index) => (
        // Two comments may say the same.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index} className={`${styles['comment'] ?? ''} ${styles['beside'] ?? ''}`}>
          <IconMessage size={15} aria-hidden />
          <b>{author === '' ? mergeText.someone : author}</b> {text}
        </p>
      ))}
    </article>
  )
}

function GoThere({
  planId,
  difference: { place },
  reachable,
}: Pick<LineProps, 'planId' | 'difference'> & { readonly reachable: boolean }): ReactElement | null {
  const look = {
    size: 'compact-xs',
    variant: 'subtle',
    rightSection: <IconArrowRight size={13} aria-hidden />,
    tabIndex: reachable ? 0 : -1,
  } as const
  const { provisionId, taskId } = place
  if (provisionId !== null)
    return (
      <Button {...look} renderRoot={(rest) => <Link to="/ke-hoach/$planId" params={{ planId }} search={{ muc: provisionId }} {...rest} />}>
        {mergeText.goThere}
      </Button>
    )
  if (taskId !== null)
    return (
      <Button
        {...look}
        renderRoot={(rest) => <Link to="/ke-hoach/$planId/phu-luc" params={{ planId }} search={{ nhiemVu: taskId }} {...rest} />}
      >
        {mergeText.goThere}
      </Button>
    )
  return null
}

function Words({ difference }: Pick<LineProps, 'difference'>): ReactElement {
  const { before, after, pieces, follows, kind } = difference
  if (follows !== null)
    return (
      <>
        <div className={styles['words']}>
          <p className={styles['follows']}>{mergeText.follows(follows.before)}</p>
          {before}
        </div>
        <div className={styles['words']}>
          <p className={styles['follows']}>
            <ins>{mergeText.follows(follows.after)}</ins>
          </p>
          {after}
        </div>
      </>
    )
  return (
    <>
      <div className={styles['words']}>
        {before === null ? <span className={styles['absent']}>{mergeText.absent}</span> : <Pieces pieces={pieces} side="before" />}
      </div>
      <div className={styles['words']}>
        {after === null ? <span className={styles['absent']}>{mergeText.absent}</span> : <Pieces pieces={pieces} side="after" />}
        {kind === 'level' && <span className={styles['absent']}> {mergeText.levelChanged}</span>}
      </div>
    </>
  )
}

function Pieces({ pieces, side }: { readonly pieces: readonly Piece[]; readonly side: 'before' | 'after' }): ReactElement {
  const shown = pieces.filter(({ kind }) => kind !== (side === 'before' ? 'added' : 'removed'))
  if (shown.length === 0) return <span className={styles['absent']}>{mergeText.empty}</span>
  return (
    <>
      {shown.map(({ kind, text }, index) => {
        // Pieces have no identity beyond their place.
        // oxlint-disable-next-line react/no-array-index-key
        if (kind === 'same') return <span key={index}>{text}</span>
        // oxlint-disable-next-line react/no-array-index-key
        return <Changed key={index} kind={kind} text={text} />
      })}
    </>
  )
}

/** A changed stretch; the space behind its last word is not marked. */
function Changed({ kind, text }: Piece): ReactElement {
  const words = text.trimEnd()
  return (
    <>
      {kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>}
      {text.slice(words.length)}
    </>
  )
}

/** Both sides changed it since it left: how it left, and the two answers. */
function Conflict({
  difference: { sent },
  state,
  onDecide,
  reachable,
}: Pick<LineProps, 'difference' | 'state' | 'onDecide'> & { readonly reachable: boolean }): ReactElement {
  const tabIndex = reachable ? 0 : -1
  return (
    <div className={`${styles['conflict'] ?? ''} ${styles['beside'] ?? ''}`}>
      {sent !== null && (
        <p>
          <b>{mergeText.asSent}</b> {sent}
        </p>
      )}
      <span className={styles['badges']}>
        <Button size="compact-xs" variant={state === 'left' ? 'filled' : 'default'} tabIndex={tabIndex} onClick={() => onDecide(false)}>
          {mergeText.keepMine}
        </Button>
        <Button size="compact-xs" variant={state === 'taken' ? 'filled' : 'default'} tabIndex={tabIndex} onClick={() => onDecide(true)}>
          {mergeText.takeTheirs}
        </Button>
      </span>
    </div>
  )
}
