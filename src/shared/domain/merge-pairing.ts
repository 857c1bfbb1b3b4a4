import { bareWords } from './merge-labels.ts'
import { pairNotes, type NoteIds } from './merge-note-pairing.ts'
import type { PaperLine, PaperText, ReturnedLine, ReturnedPaper } from './returned-paper.ts'
import { matchTexts, type TextMatch } from './text-match.ts'

/** Likeness below which a hidden mark is not believed: Word leaves the mark of a deleted sentence in its neighbour. */
const LEAST_BEHIND_MARK = 0.2

/** Where each line of the file belongs. */
export interface PairedLines {
  readonly match: TextMatch
  /** Of each line of the file: the line that left, or null. */
  readonly baseOf: readonly (PaperLine | null)[]
  /** Of each line of the file: the key of the sentence it is (of the plan, or a new one); null for what is no sentence. */
  readonly keyOf: readonly (string | null)[]
  /** Keys of sentences in the file's order. */
  readonly order: readonly string[]
  /** Place of each line in that order, or of what stands before it. */
  readonly placeOf: readonly number[]
  readonly noteIds: NoteIds
}

/** Says which line of the file is which line that left: by the marks that survived, else by words and place. */
export function pairLines(base: PaperText, mine: PaperText, theirs: ReturnedPaper): PairedLines {
  const indexOf = new Map(
    base.lines.flatMap((line, index) => (line.role === 'provision' && line.kind !== 'part' ? [[line.id as string, index] as const] : [])),
  )
  const match = matchTexts(
    base.lines.map((line) => ({ id: line.key, kind: line.role, text: line.text, place: line.role === 'provision' ? line.place : '' })),
    theirs.lines.map((line, index) => ({ id: String(index), kind: '', text: bareWords(line), place: '' })),
    markedPairs(theirs.lines, indexOf),
    LEAST_BEHIND_MARK,
  )
  const baseOf: (PaperLine | null)[] = theirs.lines.map(() => null)
  for (const pair of match.pairs) baseOf[pair.after] = base.lines[pair.before] ?? null
  const ownKeys = sameAsMine(base, mine, theirs, baseOf)
  const inText = linesOfText(theirs.lines, baseOf)
  const keyOf = theirs.lines.map((_, index) => {
    const line = baseOf[index]
    if (line?.role === 'provision') return line.key
    return line === null && inText[index] === true ? (ownKeys.get(index) ?? `new:${index}`) : null
  })
  const order: string[] = []
  const placeOf = keyOf.map((key) => {
    if (key !== null) order.push(key)
    return order.length - 1
  })
  return { match, baseOf, keyOf, order, placeOf, noteIds: pairNotes(base, theirs) }
}

/** One mark to one line: the line that holds most of its letters, and of several marks in a line the largest. */
function markedPairs(lines: readonly ReturnedLine[], indexOf: ReadonlyMap<string, number>): readonly { before: number; after: number }[] {
  const all = lines.flatMap(({ marks }, after) =>
    marks.flatMap(({ id, letters }) => {
      const before = indexOf.get(id)
      return before === undefined || letters === 0 ? [] : [{ before, after, letters }]
    }),
  )
  return all.toSorted((one, other) => other.letters - one.letters)
}

/** Lines that are sentences of the plan: between its sentences, outside the frames of head and foot. */
function linesOfText(lines: readonly ReturnedLine[], baseOf: readonly (PaperLine | null)[]): readonly boolean[] {
  const near = (index: number, step: 1 | -1): PaperLine | null => {
    for (let at = index + step; at >= 0 && at < lines.length; at += step) if (baseOf[at] !== null) return baseOf[at] ?? null
    return null
  }
  return lines.map(({ cell }, index) => cell === null && (near(index, -1)?.role === 'provision' || near(index, 1)?.role === 'provision'))
}

/** Sentences that the draft got since the file left and the file got too: the file was merged before. By index in the file. */
function sameAsMine(
  base: PaperText,
  mine: PaperText,
  theirs: ReturnedPaper,
  baseOf: readonly (PaperLine | null)[],
): ReadonlyMap<number, string> {
  const known = new Set(base.lines.map(({ key }) => key))
  const own = mine.lines.filter((line) => line.role === 'provision' && !known.has(line.key))
  if (own.length === 0) return new Map()
  const free = theirs.lines.flatMap((line, index) => (baseOf[index] === null && line.cell === null ? [{ line, index }] : []))
  const { pairs } = matchTexts(
    own.map(({ key, text }) => ({ id: key, kind: '', text, place: '' })),
    free.map(({ line, index }) => ({ id: String(index), kind: '', text: bareWords(line), place: '' })),
  )
  return new Map(pairs.flatMap(({ before, after }) => [[free[after]?.index ?? -1, own[before]?.key ?? ''] as const]))
}
