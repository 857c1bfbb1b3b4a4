import { diffArrays } from 'diff'

export type PieceKind = 'same' | 'added' | 'removed'
export interface Piece {
  readonly kind: PieceKind
  readonly text: string
}

/** Words with the white space behind them; a mark of punctuation is a word of its own, so that a comma moved is a comma moved. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}%/.-]*[\p{L}\p{M}\p{N}%]\s*|\s+|[^\s]\s*/gu) ?? []
}

/** What differs between two texts, word by word: the pieces without the added ones say the first text, without the removed ones the second. */
export function differenceOfWords(before: string, after: string): readonly Piece[] {
  const pieces = diffArrays(words(before), words(after))
  return pieces.map((piece) => ({ kind: piece.added ? 'added' : piece.removed ? 'removed' : 'same', text: piece.value.join('') }))
}

/** A block of one side, for comparing two lists of blocks. */
export interface ComparedBlock {
  readonly id: string
  /** Its address, "II.3.6", or the name of its place. */
  readonly label: string
  readonly text: string
}

export interface ComparedRow {
  readonly label: string
  readonly change: 'same' | 'edited' | 'added' | 'removed' | 'moved'
  readonly pieces: readonly Piece[]
}

/**
 * Compares two lists of blocks: blocks are the same ones by id. Rows follow the second list's order, with removed blocks where they
 * stood. A block that stayed word for word but stands elsewhere among the others is `moved`.
 */
export function compareBlocks(before: readonly ComparedBlock[], after: readonly ComparedBlock[]): readonly ComparedRow[] {
  const oldById = new Map(before.map((block) => [block.id, block]))
  const newIds = new Set(after.map((block) => block.id))
  const common = diffArrays(
    before.filter((block) => newIds.has(block.id)).map((block) => block.id),
    after.filter((block) => oldById.has(block.id)).map((block) => block.id),
  )
  const stayed = new Set(common.flatMap((piece) => (piece.added || piece.removed ? [] : piece.value)))

  const rows: ComparedRow[] = []
  let next = 0
  /** Removed blocks come right after the block that stayed before them, ahead of what was put in their place. */
  const takeRemoved = (): void => {
    for (let block = before[next]; block !== undefined && !stayed.has(block.id); block = before[next]) {
      if (!newIds.has(block.id)) rows.push({ label: block.label, change: 'removed', pieces: differenceOfWords(block.text, '') })
      next += 1
    }
  }
  for (const block of after) {
    takeRemoved()
    const old = oldById.get(block.id)
    if (old === undefined) {
      rows.push({ label: block.label, change: 'added', pieces: differenceOfWords('', block.text) })
      continue
    }
    if (stayed.has(block.id)) next += 1
    const pieces = differenceOfWords(old.text, block.text)
    const edited = old.text !== block.text
    rows.push({ label: block.label, change: edited ? 'edited' : stayed.has(block.id) ? 'same' : 'moved', pieces })
  }
  takeRemoved()
  return rows
}
