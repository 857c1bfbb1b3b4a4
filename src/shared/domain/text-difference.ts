import { diffArrays } from 'diff'
import { z } from 'zod'

export const PieceKind = z.enum(['same', 'added', 'removed'])
export type PieceKind = z.infer<typeof PieceKind>
export const Piece = z.object({ kind: PieceKind, text: z.string() })
export type Piece = Readonly<z.infer<typeof Piece>>

/** Words with the white space behind them; a mark of punctuation is a word of its own, so that a comma moved is a comma moved. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}%/.-]*[\p{L}\p{M}\p{N}%]\s*|\s+|[^\s]\s*/gu) ?? []
}

/** Share of the longer text that must have stayed for a word-by-word picture: below, it is two texts and is read as two. */
const LEAST_IN_COMMON = 0.2

/** Letters of a stretch that says nothing by itself between two changed ones ("và", a comma). */
const ISLAND = 4

/**
 * What differs between two texts, word by word: the pieces without the added ones say the first text, without the removed ones the second.
 * Made to be read: lone small words between changes go with them, and texts with next to nothing in common are shown one after the other.
 */
export function differenceOfWords(before: string, after: string): readonly Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  if (before === '' || after === '') return replaced(before, after)
  const pieces = diffArrays(words(before), words(after))
    .map(({ added, removed, value }): Piece => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }))
    .flatMap((piece, index, all) => commonStart(piece, all[index - 1], all[index + 1]))
  const common = pieces.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.trim().length : sum), 0)
  if (common < LEAST_IN_COMMON * Math.max(before.length, after.length)) return replaced(before, after)
  return withoutIslands(pieces)
}

function replaced(before: string, after: string): readonly Piece[] {
  const pieces: readonly Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return pieces.filter(({ text }) => text !== '')
}

/** The last word of a text carries no space: with words put behind it, it stayed all the same. */
function commonStart(piece: Piece, previous: Piece | undefined, next: Piece | undefined): readonly Piece[] {
  if (piece.kind === 'removed' && next?.kind === 'added') {
    const shared = sharedStart(piece.text, next.text)
    if (shared === '') return [piece]
    const rest = piece.text.slice(shared.length)
    return [{ kind: 'same', text: shared }, ...(rest === '' ? [] : [{ kind: 'removed', text: rest } as const])]
  }
  if (piece.kind === 'added' && previous?.kind === 'removed') {
    const rest = piece.text.slice(sharedStart(previous.text, piece.text).length)
    return rest === '' ? [] : [{ kind: 'added', text: rest }]
  }
  return [piece]
}

/** The shorter of two texts where the other one goes on with a space behind it. */
function sharedStart(removed: string, added: string): string {
  const [short, long] = removed.length < added.length ? [removed, added] : [added, removed]
  return short !== long && long.startsWith(short) && /^\s/u.test(long.slice(short.length)) ? short : ''
}

function withoutIslands(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    result.push(...replaced(removed, added))
    removed = ''
    added = ''
  }
  pieces.forEach(({ kind, text }, index) => {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      const next = pieces[index + 1]
      const after = pieces[index + 2]
      const following = (next?.text.length ?? 0) + (after === undefined || after.kind === 'same' ? 0 : after.text.length)
      const island = text.trim().length <= ISLAND && next !== undefined && next.kind !== 'same'
      // A small word stays where it is clear; inside a rewritten stretch it is chaff.
      if (island && Math.min(removed.length + added.length, following) > 4 * ISLAND) {
        removed += text
        added += text
      } else {
        flush()
        const last = result.at(-1)
        if (last?.kind === 'same') result[result.length - 1] = { kind: 'same', text: last.text + text }
        else result.push({ kind: 'same', text })
      }
    }
  })
  flush()
  return result
}
