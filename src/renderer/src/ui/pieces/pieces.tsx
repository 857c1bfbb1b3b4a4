import type { ReactElement } from 'react'
import type { Piece } from '#shared/domain/text-difference.ts'

const elements = { same: 'span', added: 'ins', removed: 'del' } as const

/** Words with what came as `ins` and what went as `del`. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }): ReactElement {
  return (
    <>
      {pieces.map(({ kind, text }, index) => {
        const Element = elements[kind]
        // Pieces have no identity beyond their place.
        // oxlint-disable-next-line react/no-array-index-key
        return <Element key={index}>{text}</Element>
      })}
    </>
  )
}
