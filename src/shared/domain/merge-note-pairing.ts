import type { FootnoteId } from './identifier.ts'
import type { PaperNote, PaperText, ProvisionLine, ReturnedPaper } from './returned-paper.ts'
import { matchTexts } from './text-match.ts'

/** Which footnote of the file is which of the plan: by its mark, else by its words. Keyed by line and ordinal in the file. */
export type NoteIds = ReadonlyMap<string, FootnoteId>

/** Names a footnote of the file. */
export function noteKey(line: number, ordinal: number): string {
  return `${line}/${ordinal}`
}

/** A footnote with its sentence. */
export interface Owned {
  readonly note: PaperNote
  readonly line: ProvisionLine
}

/** The footnotes of a paper, in order. */
export function notesOf(paper: PaperText): readonly Owned[] {
  return paper.lines.flatMap((line) => (line.role === 'provision' ? line.notes.map((note) => ({ note, line })) : []))
}

/** Pairs the footnotes of the file with those that left. */
export function pairNotes(base: PaperText, theirs: ReturnedPaper): NoteIds {
  const known = notesOf(base)
  const indexOf = new Map(known.map(({ note }, index) => [note.id as string, index]))
  const returned = theirs.lines.flatMap(({ notes }, line) => notes.map((note, ordinal) => ({ note, key: noteKey(line, ordinal) })))
  const marked = returned.flatMap(({ note }, after) => {
    const before = note.id === null ? undefined : indexOf.get(note.id)
    return before === undefined ? [] : [{ before, after }]
  })
  const { pairs } = matchTexts(
    known.map(({ note }) => ({ id: note.id, kind: '', text: note.text, place: '' })),
    returned.map(({ note, key }) => ({ id: key, kind: '', text: note.text, place: '' })),
    marked,
  )
  return new Map(
    pairs.flatMap(({ before, after }) => {
      const [id, key] = [known[before]?.note.id, returned[after]?.key]
      return id === undefined || key === undefined ? [] : [[key, id] as const]
    }),
  )
}
