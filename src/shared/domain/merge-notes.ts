import { saysSame } from '../language/plain-words.ts'
import type { FootnoteId, ProvisionId } from './identifier.ts'
import type { Found, MergePlace } from './merge-difference.ts'
import { noteKey, notesOf } from './merge-note-pairing.ts'
import type { PairedLines } from './merge-pairing.ts'
import { deleterOf, hashOf, provisionsByKey, tell } from './merge-telling.ts'
import type { PaperText, ProvisionLine, ReturnedPaper } from './returned-paper.ts'

function placeOf(line: Pick<ProvisionLine, 'address' | 'id'>): MergePlace {
  return { what: 'footnote', address: line.address, column: null, provisionId: line.id, taskId: null }
}

/** Sentences that left as which a line of the file stands now: one, those joined in it, or the one it was cut from. */
function ownersOf(paired: PairedLines, base: PaperText): readonly ReadonlySet<string>[] {
  const owners = paired.baseOf.map((line) => new Set(line === null ? [] : [line.key]))
  for (const { before, into } of paired.match.splits) for (const index of into) owners[index]?.add(base.lines[before]?.key ?? '')
  for (const { from, after } of paired.match.joins) for (const index of from) owners[after]?.add(base.lines[index]?.key ?? '')
  return owners
}

/** The differences of the footnotes that stand in sentences which were there before. */
export function compareNotes(base: PaperText, mine: PaperText, theirs: ReturnedPaper, paired: PairedLines): readonly Found[] {
  const sent = new Map(notesOf(base).map((owned) => [owned.note.id, owned]))
  const now = new Map(notesOf(mine).map((owned) => [owned.note.id, owned]))
  const mineByKey = provisionsByKey(mine)
  const owners = ownersOf(paired, base)
  const parts = new Set(paired.match.splits.flatMap(({ into }) => into))
  const found: Found[] = []
  const seen = new Set<FootnoteId>()
  theirs.lines.forEach((line, index) => {
    const key = paired.keyOf[index] ?? null
    const sentence = key === null ? undefined : mineByKey.get(key)
    line.notes.forEach((note, ordinal) => {
      const id = paired.noteIds.get(noteKey(index, ordinal))
      const was = id === undefined ? undefined : sent.get(id)
      if (id !== undefined) seen.add(id)
      if (was === undefined) {
        // In a new sentence, or a part cut off, it comes with the sentence.
        if (sentence === undefined || parts.has(index)) return
        const isThere = sentence.notes.some((own) => !sent.has(own.id) && saysSame(own.text, note.text))
        if (isThere) return
        found.push({
          difference: tell({
            id: `note-added:${key ?? ''}:${hashOf(note.text)}`,
            kind: 'added',
            place: placeOf(sentence),
            before: null,
            after: note.text,
            lines: [line],
          }),
          effect: { kind: 'note-add', provisionId: sentence.id, at: note.at - labelLength(line.text, sentence.text), text: note.text },
        })
        return
      }
      const standing = now.get(was.note.id)
      if (standing === undefined) return
      if (!saysSame(note.text, was.note.text) && !saysSame(note.text, standing.note.text))
        found.push({
          difference: tell({
            id: `note:${was.note.id}`,
            kind: 'edited',
            place: placeOf(standing.line),
            before: standing.note.text,
            after: note.text,
            conflict: !saysSame(standing.note.text, was.note.text),
            sent: was.note.text,
            lines: [line],
          }),
          effect: { kind: 'note-text', id: was.note.id, text: note.text },
        })
      if (sentence !== undefined && owners[index]?.has(was.line.key) !== true && standing.line.key !== sentence.key)
        found.push({
          difference: tell({
            id: `note-moved:${was.note.id}`,
            kind: 'moved',
            place: placeOf(standing.line),
            before: standing.note.text,
            after: standing.note.text,
            follows: { before: standing.line.address, after: sentence.address },
            lines: [line],
          }),
          effect: { kind: 'note-move', id: was.note.id, provisionId: sentence.id, at: note.at - labelLength(line.text, sentence.text) },
        })
    })
  })
  const gone = goneLines(base, paired)
  for (const { note, line } of sent.values()) {
    const standing = now.get(note.id)
    if (seen.has(note.id) || standing === undefined || gone.has(line.key)) continue
    found.push({
      difference: tell({
        id: `note-removed:${note.id}`,
        kind: 'removed',
        place: placeOf(standing.line),
        before: standing.note.text,
        after: null,
        conflict: !saysSame(standing.note.text, note.text),
        sent: note.text,
        authors: deleterOf(note.text, theirs),
      }),
      effect: { kind: 'note-remove', id: note.id },
    })
  }
  return found
}

/** Letters of the number before a line's words. */
function labelLength(line: string, words: string): number {
  const at = line.indexOf(words.slice(0, 12))
  return at > 0 && at < 12 ? at : 0
}

/** Sentences that are not in the file any more: their notes go with them. */
function goneLines(base: PaperText, paired: PairedLines): ReadonlySet<string> {
  const there = new Set<ProvisionId | string>(paired.baseOf.flatMap((line) => (line === null ? [] : [line.key])))
  const joined = new Set(paired.match.joins.flatMap(({ from }) => from.map((index) => base.lines[index]?.key ?? '')))
  return new Set(base.lines.flatMap(({ key }) => (there.has(key) || joined.has(key) ? [] : [key])))
}
