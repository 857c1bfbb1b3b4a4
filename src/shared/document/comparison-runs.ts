import { differenceOfWords } from '../domain/text-difference.ts'
import type { FootnoteRun, Run, TextRun, TrackedChange } from './blocks.ts'

/** Ids of records of the older paper → ids of the newer one. */
export type SourcePairs = ReadonlyMap<string, string>

/** Where letters of private use begin (Unicode 23.5): they stand for what is no text while two texts are compared. */
const FIRST_SIGN = 0xe000
const LINE_BREAK = '\u{f8ff}'

/** Runs with everything in them inserted, or deleted. */
export function markRuns(runs: readonly Run[], change: TrackedChange): readonly Run[] {
  return runs.map((run) =>
    run.kind === 'footnote' ? { ...run, change, content: run.content.map((text) => ({ ...text, change })) } : { ...run, change },
  )
}

/**
 * The runs of the newer paragraph with what the older one had between them, word by word. Without the inserted runs they say the older
 * text, without the deleted ones the newer; what is in both has the look of the newer.
 */
export function compareRuns(before: readonly Run[], after: readonly Run[], pairs: SourcePairs): readonly Run[] {
  const signs = new Map<string, string>()
  const [old, now] = [textOfRuns(before, signs, (id) => pairs.get(id) ?? `old ${id}`), textOfRuns(after, signs, (id) => id)]
  const [mine, theirs] = [createReader(before), createReader(after)]
  return differenceOfWords(old, now).flatMap(({ kind, text }): readonly Run[] => {
    if (kind === 'removed') return markRuns(mine(text.length), 'deleted')
    if (kind === 'added') return markRuns(theirs(text.length), 'inserted')
    const notes = mine(text.length).filter((run) => run.kind === 'footnote')
    return theirs(text.length).map((run) => {
      if (run.kind !== 'footnote') return run
      const note = notes.shift()
      return note === undefined ? run : compareNotes(note, run)
    })
  })
}

/** Words of a footnote that stayed where it was. */
function compareNotes(before: FootnoteRun, after: FootnoteRun): FootnoteRun {
  return { ...after, content: compareRuns(before.content, after.content, new Map()).filter((run): run is TextRun => run.kind === 'text') }
}

/** Runs as one text in which a footnote, the same on both sides where it is one, and a line break are one sign each. */
function textOfRuns(runs: readonly Run[], signs: Map<string, string>, nameOf: (sourceId: string) => string): string {
  let notes = 0
  return runs
    .map((run) => {
      if (run.kind === 'text') return run.text
      if (run.kind === 'line-break') return LINE_BREAK
      const name = run.sourceId === undefined ? `note ${notes}` : nameOf(run.sourceId)
      notes += 1
      const sign = signs.get(name) ?? String.fromCodePoint(FIRST_SIGN + signs.size)
      signs.set(name, sign)
      return sign
    })
    .join('')
}

/** Reads so many letters on through some runs; what is no text counts as one. */
function createReader(runs: readonly Run[]): (length: number) => Run[] {
  let index = 0
  let offset = 0
  return (length) => {
    const read: Run[] = []
    let left = length
    while (left > 0) {
      const run = runs[index]
      if (run === undefined) throw new Error('a paragraph was read beyond its end')
      if (run.kind !== 'text') {
        read.push(run)
        left -= 1
        index += 1
        continue
      }
      const taken = run.text.slice(offset, offset + left)
      if (taken !== '') read.push({ ...run, text: taken })
      left -= taken.length
      offset += taken.length
      if (offset >= run.text.length) {
        index += 1
        offset = 0
      }
    }
    return read
  }
}
