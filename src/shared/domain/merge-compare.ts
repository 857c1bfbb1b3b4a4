import type { AppendixId } from './identifier.ts'
import type { Found, MergeRemark } from './merge-difference.ts'
import { compareForm } from './merge-form.ts'
import { compareSentences } from './merge-lines.ts'
import { pairLines } from './merge-pairing.ts'
import { excerpt } from './merge-telling.ts'
import { compareNotes } from './merge-notes.ts'
import { compareTables, type PlacedRow } from './merge-rows.ts'
import type { PaperText, ReturnedPaper } from './returned-paper.ts'

/** What a file that came back has otherwise than the draft, three ways: as it left, as the draft is now, as it came back. */
export interface MergeComparison {
  readonly found: readonly Found[]
  readonly remarks: readonly MergeRemark[]
  readonly order: readonly string[]
  readonly rowOrders: ReadonlyMap<AppendixId, readonly PlacedRow[]>
  /** Tables that are none of the plan's. */
  readonly unknownTables: readonly number[]
  /** Comments with the place they stand at: the sentence or row, or the words of the line. */
  readonly comments: readonly MergeComment[]
}

export interface MergeComment {
  readonly author: string
  readonly text: string
  readonly at: string
}

/**
 * Compares, three ways. Without `base` (nobody knows what left) it is the draft itself: then every difference is the file's.
 * `recipientOf` strips the signs round a recipient.
 */
export function compareReturned(
  base: PaperText | null,
  mine: PaperText,
  theirs: ReturnedPaper,
  recipientOf: (line: string) => string,
): MergeComparison {
  const sent = base ?? mine
  const paired = pairLines(sent, mine, theirs)
  const sentences = compareSentences(sent, mine, theirs, paired)
  const tables = compareTables(sent, mine, theirs)
  return {
    found: [
      ...compareForm(sent, mine, theirs, paired, recipientOf),
      ...sentences.found,
      ...compareNotes(sent, mine, theirs, paired),
      ...tables.found,
    ],
    remarks: [...sentences.remarks, ...tables.remarks],
    order: paired.order,
    rowOrders: tables.orders,
    unknownTables: tables.unknown,
    comments: theirs.comments.map((comment, index) => ({ ...comment, at: placeOfComment(index, theirs) })),
  }
}

function placeOfComment(index: number, theirs: ReturnedPaper): string {
  const line = theirs.lines.find(({ comments }) => comments.includes(index))
  if (line !== undefined) return excerpt(line.text)
  const row = theirs.tables.flatMap(({ rows }) => rows).find(({ comments }) => comments.includes(index))
  return row === undefined ? '' : excerpt(row.cells.map(({ text }) => text).join(' | '))
}
