/** How two texts are compared: with or without accents (đ = d), with or without case. */
export interface Folding {
  readonly accents: 'kept' | 'stripped'
  readonly letterCase: 'kept' | 'lowered'
}

/** A folded text that knows, for each of its UTF-16 units and for its end, the offset in the original it came from. */
export interface FoldedText {
  readonly text: string
  readonly offsets: readonly number[]
}

/**
 * Folds a text for searching and keeps the way back: a run of white space becomes one space, the rest as `folding` says.
 * `fold` (fold.ts) does the same for comparing whole texts, where nobody asks where a match stood.
 */
export function foldWithOffsets(text: string, folding: Folding): FoldedText {
  let folded = ''
  const offsets: number[] = []
  let at = 0
  for (const character of text) {
    const piece = foldCharacter(character, folding)
    const repeatedSpace = piece === ' ' && folded.endsWith(' ')
    if (!repeatedSpace) {
      folded += piece
      for (let unit = 0; unit < piece.length; unit += 1) offsets.push(at)
    }
    at += character.length
  }
  offsets.push(at)
  return { text: folded, offsets }
}

function foldCharacter(character: string, folding: Folding): string {
  if (/\s/u.test(character)) return ' '
  const bare =
    folding.accents === 'kept'
      ? character
      : character
          .normalize('NFD')
          .replace(/\p{M}+/gu, '')
          .replace(/đ/g, 'd')
          .replace(/Đ/g, 'D')
  return folding.letterCase === 'kept' ? bare : bare.toLowerCase()
}
