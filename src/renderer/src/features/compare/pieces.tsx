import type { ReactElement } from 'react'
import type { Piece } from '#shared/domain/text-difference.ts'
import { compareText } from '#shared/text/vi/compare.ts'
import styles from './compare.module.css'

/** Words with what came underlined and what went struck; `side` leaves out the words of the other one. */
export function Pieces({ pieces, side }: { readonly pieces: readonly Piece[]; readonly side: 'before' | 'after' | 'both' }): ReactElement {
  const hidden = side === 'before' ? 'added' : side === 'after' ? 'removed' : null
  const shown = pieces.filter(({ kind }) => kind !== hidden)
  if (shown.length === 0) return <span className={styles['absent']}>{compareText.empty}</span>
  return (
    <>
      {shown.map(({ kind, text }, index) => {
        // Pieces have no identity beyond their place.
        // oxlint-disable-next-line react/no-array-index-key
        if (kind === 'added') return <ins key={index}>{text}</ins>
        // oxlint-disable-next-line react/no-array-index-key
        if (kind === 'removed') return <del key={index}>{text}</del>
        // oxlint-disable-next-line react/no-array-index-key
        return <span key={index}>{text}</span>
      })}
    </>
  )
}
