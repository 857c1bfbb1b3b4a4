import { Badge } from '@mantine/core'
import { useMemo, type ReactElement } from 'react'
import { isChanged, type ComparedCell, type ComparedItem } from '#shared/domain/comparison.ts'
import type { Piece } from '#shared/domain/text-difference.ts'
import { compareText, nameItem, namePlace } from '#shared/text/vi/compare.ts'
import { legalFormNames } from '#shared/text/vi/change-words.ts'
import { planText } from '#shared/text/vi/plan.ts'
import styles from './compare.module.css'
import { SidePieces } from './side-pieces.tsx'

export type Layout = 'both' | 'one'

const colours = { same: 'gray', edited: 'indigo', added: 'teal', removed: 'orange', typing: 'gray' } as const

interface LineProps {
  readonly item: ComparedItem
  readonly layout: Layout
  readonly isCurrent: boolean
  /** The first row under another item says the titles of its columns. */
  readonly showsTitles: boolean
  readonly onGoTo: (key: string) => void
}

/** One item: its name and what became of it at the left, its words at the right. */
export function CompareLine({ item, layout, isCurrent, showsTitles, onGoTo }: LineProps): ReactElement {
  const context = !isChanged(item)
  return (
    <div className={styles['item']} {...(isCurrent && { 'data-current': true })} {...(context && { 'data-context': true })}>
      <div className={styles['name']}>
        <span>{nameItem(item)}</span>
        <Marks item={item} />
      </div>
      {item.leftBehind ? <LeftBehind item={item} onGoTo={onGoTo} /> : <Words item={item} layout={layout} showsTitles={showsTitles} />}
    </div>
  )
}

function Marks({ item }: { readonly item: ComparedItem }): ReactElement {
  const { change, moved, relevelled, before, noun, leftBehind } = item
  const [from, to] = [before?.kind ?? null, item.after?.kind ?? null]
  return (
    <>
      {change !== 'same' && !leftBehind && (
        <Badge size="sm" tt="none" variant="light" color={colours[change]}>
          {compareText.kinds[change]}
        </Badge>
      )}
      {moved !== null && (
        <Badge size="sm" tt="none" variant="light" color="grape" maw={164}>
          {leftBehind ? compareText.kinds.moved : compareText.movedFrom(moved, namePlace(noun, before))}
        </Badge>
      )}
      {relevelled && from !== null && to !== null && !leftBehind && (
        <Badge size="sm" tt="none" variant="light" color="cyan" maw={164}>
          {compareText.relevelled(planText.kinds[from], planText.kinds[to])}
        </Badge>
      )}
    </>
  )
}

/** Where something stood that moved: a way to where it stands now. */
function LeftBehind({ item, onGoTo }: { readonly item: ComparedItem; readonly onGoTo: (key: string) => void }): ReactElement {
  return (
    <p className={`${styles['words'] ?? ''} ${styles['absent'] ?? ''}`}>
      {compareText.movedTo(namePlace(item.noun, item.after))}{' '}
      <button type="button" className={styles['link']} onClick={() => onGoTo(item.after?.id ?? '')}>
        {compareText.goThere}
      </button>
    </p>
  )
}

function Words({ item, layout, showsTitles }: Pick<LineProps, 'item' | 'layout' | 'showsTitles'>): ReactElement {
  const pieces = useMemo(() => (item.form === 'legal-form' ? wordedForms(item.pieces) : item.pieces), [item])
  if (item.cells.length > 0) return <Cells item={item} layout={layout} showsTitles={showsTitles} />
  if (layout === 'one') {
    return (
      <p className={styles['words']}>
        <Label item={item} side="after" />
        <SidePieces pieces={pieces} side="both" />
      </p>
    )
  }
  return (
    <div className={styles['both']}>
      <p className={styles['words']}>
        {item.before === null ? (
          <span className={styles['absent']}>{compareText.absent}</span>
        ) : (
          <Side item={item} pieces={pieces} side="before" />
        )}
      </p>
      <p className={styles['words']}>
        {item.after === null ? (
          <span className={styles['absent']}>{compareText.absent}</span>
        ) : (
          <Side item={item} pieces={pieces} side="after" />
        )}
      </p>
    </div>
  )
}

interface SideProps {
  readonly item: ComparedItem
  readonly pieces: readonly Piece[]
  readonly side: 'before' | 'after'
}

function Side({ item, pieces, side }: SideProps): ReactElement {
  return (
    <>
      <Label item={item} side={side} />
      <SidePieces pieces={pieces} side={side} />
    </>
  )
}

/** The number or dash that is printed before a sentence on that side. */
function Label({ item, side }: { readonly item: ComparedItem; readonly side: 'before' | 'after' }): ReactElement | null {
  if (item.noun !== 'sentence' && item.noun !== 'field') return null
  const label = (item[side] ?? item.before ?? item.after)?.label ?? ''
  if (label === '') return null
  if (item.before === null) return <ins>{label} </ins>
  return item.after === null ? <del>{label} </del> : <span>{label} </span>
}

function wordedForms(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map(({ kind, text }) => ({ kind, text: legalFormNames[text] ?? text }))
}

/** A row of the appendix as a row: in one line with its changes, or the row before above the row after. */
function Cells({ item, layout, showsTitles }: Pick<LineProps, 'item' | 'layout' | 'showsTitles'>): ReactElement {
  const { cells } = item
  const isPair = item.before !== null && item.after !== null
  const sides = layout === 'one' || item.change === 'same' || !isPair ? (['both'] as const) : (['before', 'after'] as const)
  const whichSide = item.after === null ? compareText.before : item.before === null ? compareText.after : ''
  return (
    <table className={styles['cells']}>
      <colgroup>
        {layout === 'both' && <col style={{ width: 52 }} />}
        {cells.map(({ column }) => (
          <col key={column} style={{ width: `${column === 'task' ? 34 : 66 / Math.max(1, cells.length - 1)}%` }} />
        ))}
      </colgroup>
      <thead className={showsTitles ? '' : styles['hidden']}>
        <tr>
          {layout === 'both' && <td className={styles['which']} aria-hidden />}
          {cells.map(({ column, title }) => (
            <th key={column} scope="col">
              {column === 'subgroup' ? compareText.subgroup : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sides.map((side) => (
          <tr key={side}>
            {layout === 'both' && (
              <th scope="row" className={styles['which']}>
                {side === 'both' ? whichSide : compareText[side]}
              </th>
            )}
            {cells.map((cell) => (
              <Cell key={cell.column} cell={cell} side={side} isMarked={isPair} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  readonly cell: ComparedCell
  readonly side: 'before' | 'after' | 'both'
  /** Of a row that stands on both sides the cells that differ are framed. */
  readonly isMarked: boolean
}

function Cell({ cell, side, isMarked }: CellProps): ReactElement {
  const isBlank = cell.pieces.length === 0
  const changed = isMarked && cell.change !== 'same' && !isBlank
  return <td {...(changed && { 'data-changed': true })}>{isBlank ? '' : <SidePieces pieces={cell.pieces} side={side} />}</td>
}
