import type { ReactElement } from 'react'
import type { Piece } from '#shared/domain/text-difference.ts'
import { compareText } from '#shared/text/vi/compare.ts'
import { Pieces } from '../../ui/pieces/pieces.tsx'
import styles from './compare.module.css'

/** Words with what came underlined and what went struck; `side` leaves out the words of the other one. */
export function SidePieces({
  pieces,
  side,
}: {
  readonly pieces: readonly Piece[]
  readonly side: 'before' | 'after' | 'both'
}): ReactElement {
  const hidden = side === 'before' ? 'added' : side === 'after' ? 'removed' : null
  const shown = pieces.filter(({ kind }) => kind !== hidden)
  if (shown.length === 0) return <span className={styles['absent']}>{compareText.empty}</span>
  return <Pieces pieces={shown} />
}
